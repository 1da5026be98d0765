import type { Difference, Mover } from '../core/compare/Difference';

/** Causes by what is to be done about them: safe to take, kept as they are, or to be decided on. */
export type MoverGroup = 'official' | 'local' | 'conflict';

export const MOVER_GROUPS: readonly MoverGroup[] = ['official', 'local', 'conflict'];

const GROUPS: Readonly<Record<Mover, MoverGroup>> = { official: 'official', local: 'local', both: 'conflict', unclear: 'conflict' };

/** The group of a cause by who changed it since the base; null without a base, and for what follows. */
export function moverGroup({ since }: Pick<Difference, 'since'>): MoverGroup | null {
  return since === undefined ? null : GROUPS[since.by];
}
