import type { SyncJson } from '../app/syncSchema';
import type { FileSync } from '../app/syncFile';
import { MOVED, STAYS } from '../core/sync/chooseDifferences';

/** A sync as `--json` prints it (schema tieout.sync/1). */
export function syncJson(
  { compared, plan, left, conflicts, outcome, causesLeft }: FileSync,
  out: string | null,
  receipt: string | null,
): SyncJson {
  const { comparison } = compared;
  const byId = new Map(comparison.differences.map((difference) => [difference.id, difference]));
  return {
    schema: 'tieout.sync/1',
    official: { name: comparison.official.name, sha256: comparison.official.sha256 },
    local: { name: comparison.local.name, sha256: comparison.local.sha256 },
    base: comparison.since?.base ?? null,
    out,
    receipt,
    steps: plan.steps,
    cells: { planned: plan.cells, written: outcome?.cells ?? null },
    headlines: (plan.headlines ?? []).map(({ name, official, before, after }) => ({ name, official, before, after })),
    refused: plan.refused.map(({ difference, reason }) => {
      const side = byId.get(difference)?.local ?? byId.get(difference)?.official;
      const asked = reason !== STAYS && reason !== MOVED;
      return { difference, sheet: side?.sheet ?? '', address: side?.address ?? '', reason, asked };
    }),
    outside: plan.outside ?? [],
    kept: left.map(({ difference, state, decision: { reason } }) => ({ difference, state, reason })),
    conflicts: conflicts.map(({ id }) => id),
    skipped: outcome?.skipped ?? [],
    causes: { before: comparison.counts.roles.cause, after: causesLeft },
    signatureBroken: outcome?.signatureBroken ?? false,
  };
}
