import { receiptHeadlines } from '../../core/ledger/receiptHeadlines';
import { MOVED, STAYS } from '../../core/sync/chooseDifferences';
import type { Packer } from '../ports/Packer';
import type { FileSync } from '../syncFile';
import type { RanSync } from './rememberSync';

/** A sync that was run in a file, as it is remembered; `published` is what a catalog calls the official model, null where none was asked. */
export function ranFileSync(
  { compared, plan, taken, outcome, agreed }: FileSync,
  packer: Packer,
  published: { readonly title: string; readonly version: string } | null,
): RanSync {
  const { official, differences } = compared.comparison;
  const asked = plan.refused.filter(({ reason }) => reason !== STAYS && reason !== MOVED);
  const done = new Set([...taken, ...asked.map(({ difference }) => difference)]);
  return {
    receipt: {
      official: { name: published?.title ?? official.name, version: published?.version ?? null, sha256: official.sha256 },
      cells: outcome?.cells ?? 0,
      taken: taken.length,
      kept: differences.filter(({ id, role }) => role === 'cause' && !done.has(id)).length,
      refused: asked.length,
      headlines: receiptHeadlines(plan.headlines ?? null),
    },
    inverse: outcome?.inverse ?? null,
    agreed: agreed ? packer.packSnapshot(compared.official) : null,
  };
}
