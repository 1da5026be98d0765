import { MOVED, STAYS } from '../../core/sync/chooseDifferences';
import type { Packer } from '../ports/Packer';
import type { FileSync } from '../syncFile';
import type { RanSync } from './rememberSync';

/** A sync that was run in a file, as it is remembered. */
export function ranFileSync({ compared, plan, taken, outcome, agreed }: FileSync, packer: Packer): RanSync {
  const { official, differences } = compared.comparison;
  const asked = plan.refused.filter(({ reason }) => reason !== STAYS && reason !== MOVED);
  const done = new Set([...taken, ...asked.map(({ difference }) => difference)]);
  return {
    receipt: {
      official: { name: official.name, version: null, sha256: official.sha256 },
      cells: outcome?.cells ?? 0,
      taken: taken.length,
      kept: differences.filter(({ id, role }) => role === 'cause' && !done.has(id)).length,
      refused: asked.length,
      headlines: (plan.headlines ?? []).map(({ name, before, after, official: theirs }) => ({ name, before, after, official: theirs })),
    },
    inverse: outcome?.inverse ?? null,
    agreed: agreed ? packer.packSnapshot(compared.official) : null,
  };
}
