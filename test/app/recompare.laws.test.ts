import fc from 'fast-check';
import { compareSnapshots, type ComparedWorkbooks } from '../../src/app/compareWorkbooks';
import { recompare } from '../../src/app/recompare';
import { AlignmentMemory } from '../../src/core/align/AlignmentMemory';
import type { Comparison } from '../../src/core/compare/Comparison';
import { updateSnapshot } from '../../src/core/update/updateSnapshot';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { doings, updateOf, type Doing } from '../support/cellUpdates';
import { edited, snapshotOf } from '../support/model';
import { makeTrial, planTrial } from '../support/plants/makeTrial';
import { snapshotOfBook } from '../support/plants/snapshotOfBook';
import { STRICT_KINDS } from '../support/plants/strictKinds';
import { rereadSnapshot } from '../support/rereadSnapshot';

const RUNS = { numRuns: Number(process.env.TIEOUT_RUNS ?? 300) };

describe('comparing again after edits of cells', () => {
  it('finds what comparing anew finds, on random workbooks', () => {
    let taken = 0;
    fc.assert(
      fc.property(forked, doings, ([official, local], done) => {
        taken += expectSame(official, local, done);
      }),
      RUNS,
    );
    expect(taken).toBeGreaterThan(RUNS.numRuns / 2);
  });

  it('finds what comparing anew finds, on models with lists, repeated rows, moved lines, tables and arrays', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), doings, (number, done) => {
        const trial = makeTrial(planTrial(STRICT_KINDS, 7, number));
        fc.pre(trial !== null);
        taken += expectSame(snapshotOfBook(trial!.official), snapshotOfBook(trial!.local), done);
      }),
      { numRuns: RUNS.numRuns / 3 },
    );
    expect(taken).toBeGreaterThan(RUNS.numRuns / 4);
  });
});

/** A workbook and what a few edits and insertions made of it. */
const forked = edited.map(([before, after]) => [snapshotOf(before), snapshotOf(after)] as const);

/** Does one thing after the other and expects each comparison to be as one made anew; returns how many could be done this way. */
function expectSame(official: Snapshot, local: Snapshot, done: readonly Doing[]): number {
  const memory = new AlignmentMemory();
  const first = compareSnapshots(official, local, { memory });
  // No sheet in common: there is no comparison to bring up to date.
  if (!first.ok) return 0;
  let compared: ComparedWorkbooks = first.value;
  let taken = 0;
  for (const doing of done) {
    const update = updateOf(compared.local, doing);
    const again = update === null ? null : recompare(compared, update, { memory });
    if (again === null) continue;
    const anew = compareSnapshots(official, rereadSnapshot(again.ok ? again.value.local : updateSnapshot(compared.local, update!)));
    // An edit can leave a renamed sheet with nothing in common.
    if (!again.ok || !anew.ok) {
      expect(again).toEqual(anew);
      return taken;
    }
    compared = again.value;
    expect(told(compared.comparison)).toEqual(told(anew.value.comparison));
    expect(compared.correspondence).toEqual(anew.value.correspondence);
    taken++;
  }
  return taken;
}

function told({ timing: _, ...comparison }: Comparison): unknown {
  return comparison;
}
