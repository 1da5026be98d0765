import type { ChangesSinceBase } from '../core/compare/Comparison';
import type { Mover } from '../core/compare/Difference';

/** Who changed something since the base, in a few words. */
export const MOVER_WORDS: Readonly<Record<Mover, string>> = {
  official: 'official changed it',
  local: 'you changed it',
  both: 'both changed it, differently',
  unclear: 'who changed it cannot be told',
};

/** Who changed how much since the base, in sentences; `number` writes a count. */
export function sinceWords({ base, by, agreed }: ChangesSinceBase, number: (count: number) => string): readonly string[] {
  const told = [
    by.official > 0 ? `${number(by.official)} changed in official` : '',
    by.local > 0 ? `${number(by.local)} changed in yours` : '',
    by.both > 0 ? `${number(by.both)} changed in both, differently` : '',
    by.unclear > 0 ? `${number(by.unclear)} of which nobody can tell who changed them` : '',
  ].filter((text) => text !== '');
  const first = told.length === 0 ? `Since ${base.name}, no cause is left.` : `Since ${base.name}: ${told.join(', ')}.`;
  return agreed === 0 ? [first] : [first, `${number(agreed)} more ${agreed === 1 ? 'was' : 'were'} changed alike in both: nothing to do.`];
}
