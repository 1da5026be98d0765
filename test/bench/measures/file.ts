import { unzipSync, zipSync } from 'fflate';
import { applyToFile } from '../../../src/adapters/xlsx/applyToFile';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { findingOf, type Finding, type Target } from '../Findings';
import { bytesOf, snapshotOf, type LargePair } from '../LargePair';

const ROUNDS = 4;
const MOST = 2;

/** Writing a sync into the file, in place, beside unzipping the same file and zipping it again with nothing done to it. */
export async function measureFile(pair: LargePair): Promise<{ findings: readonly Finding[]; targets: readonly Target[] }> {
  const bytes = bytesOf(pair.local);
  const compared = compareSnapshots(await snapshotOf(bytesOf(pair.official), 'official.xlsx'), await snapshotOf(bytes, 'local.xlsx'));
  if (!compared.ok) throw new Error(compared.failure.message);
  const { official, local, correspondence, comparison } = compared.value;
  const plan = (rows: boolean): SyncPlan => {
    const take = comparison.differences.filter(
      ({ role, kind, official: side }) => role === 'cause' && side !== null && (rows || kind !== 'row'),
    );
    const gone = rows ? comparison.differences.filter(({ role, official: side }) => role === 'cause' && side === null) : [];
    const ids = (all: typeof take) => all.map(({ id }) => id);
    return planSync(official, local, correspondence, comparison, { take: ids(take), deleteLocalOnly: ids(gone) });
  };
  const plans = { cells: plan(false), rows: plan(true) };
  const times: Record<'bare' | 'cells' | 'rows', number[]> = { bare: [], cells: [], rows: [] };
  let left = 0;
  const timed = (into: number[], work: () => void): void => {
    const begin = performance.now();
    work();
    into.push(performance.now() - begin);
  };
  for (let round = 0; round < ROUNDS; round++) {
    timed(times.bare, () => void zipSync(unzipSync(bytes)));
    for (const kind of ['cells', 'rows'] as const) {
      timed(times[kind], () => {
        const done = applyToFile(bytes, plans[kind].steps);
        left += done.ok ? done.value.skipped.length + plans[kind].cells - done.value.cells : plans[kind].cells;
      });
    }
  }
  const bare = findingOf('unzipping the file and zipping it again', times.bare);
  const cells = findingOf(`writing ${plans.cells.cells.toLocaleString('en')} cells into it`, times.cells);
  const rows = findingOf(`${plans.rows.cells.toLocaleString('en')} cells, and rows put in or taken out`, times.rows);
  return {
    findings: [bare, cells, rows],
    targets: [
      { what: 'cells that were not written as planned', measured: left, most: 0 },
      { what: 'writing cells, in times of unzipping and zipping', measured: cells.quickest / bare.quickest, most: MOST },
      { what: 'rows put in or taken out, in the same', measured: rows.quickest / bare.quickest, most: MOST },
    ],
  };
}
