import { compareSnapshots, type ComparedWorkbooks } from '../../../src/app/compareWorkbooks';
import { recompare } from '../../../src/app/recompare';
import { AlignmentMemory } from '../../../src/core/align/AlignmentMemory';
import { CommonGrid } from '../../../src/core/align/CommonGrid';
import type { Result } from '../../../src/core/Result';
import { findDependents } from '../../../src/core/update/findDependents';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { findingOf, type Finding, type Target } from '../Findings';
import { COLUMNS, largeWorkbook, type LargeModel } from '../LargeModel';
import { snapshotOf } from '../LargePair';

const ROUNDS = 15;
const ROWS = 5_000;
/** From the new contents of the cells to the differences, in milliseconds; and at most so much of comparing anew. */
const MOST = { time: 100, share: 0.8 };

interface Case {
  readonly name: string;
  readonly content: LargeModel['content'];
  readonly sheets: number;
  /** The number that is edited: one that nothing reads, or one that formulas in every row read. */
  readonly at: { readonly row: number; readonly column: number };
  readonly targets: readonly ('time' | 'share')[];
}

const QUIET = { row: 100, column: 8 };
const CASES: readonly Case[] = [
  { name: 'ten sheets', content: 'various', sheets: 10, at: QUIET, targets: ['time', 'share'] },
  { name: 'one sheet', content: 'various', sheets: 1, at: QUIET, targets: ['time'] },
  { name: 'one sheet, all rows alike', content: 'repeated', sheets: 1, at: QUIET, targets: ['time'] },
  { name: 'one sheet, a number that all rows read', content: 'various', sheets: 1, at: { row: 2, column: 5 }, targets: ['time'] },
];

/**
 * One edit: finding what to read again, then taking the new contents in and comparing, beside comparing the same two
 * workbooks anew. What Excel takes to calculate and to hand out the cells is not in it.
 */
export async function measureEdit(): Promise<{ findings: readonly Finding[]; targets: readonly Target[] }> {
  const findings: Finding[] = [];
  const targets: Target[] = [];
  for (const { name, content, sheets, at, targets: wanted } of CASES) {
    const model: LargeModel = { rows: ROWS / sheets, content, inserted: 10, edits: 100 };
    const read = async (side: 'official' | 'local') => inSheets(await snapshotOf(largeWorkbook(model, side), `${side}.xlsx`), sheets);
    const { dependents, finding, taking, anew } = measure(await read('official'), await read('local'), at);
    const title = `${(ROWS * COLUMNS).toLocaleString('en')} cells, ${name}`;
    findings.push(
      findingOf(`${title}: finds ${dependents.toLocaleString('en')} that follow`, finding),
      findingOf('  takes the new contents in and compares', taking),
      findingOf('  compares all anew', anew),
    );
    const time = Math.min(...taking);
    if (wanted.includes('time')) targets.push({ what: `milliseconds to the differences, ${name}`, measured: time, most: MOST.time });
    if (wanted.includes('share'))
      targets.push({ what: `of comparing anew, ${name}`, measured: time / Math.min(...anew), most: MOST.share });
  }
  return { findings, targets };
}

function measure(official: Snapshot, local: Snapshot, { row, column }: Case['at']) {
  const memory = new AlignmentMemory();
  let compared = valueOf(compareSnapshots(official, local, { memory }));
  const [finding, taking, anew]: [number[], number[], number[]] = [[], [], []];
  const place = { sheet: local.sheets[0]!.name, range: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column } };
  let dependents = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const found = findDependents(gridOf(compared), [place]);
    finding.push(performance.now() - begin);
    dependents = 0;
    const update = {
      edited: [{ ...place, values: [[round + 0.5]], formulas: [[null]], formats: [['General']] }],
      recalculated: found.map(({ sheet, range }) => ({
        sheet,
        range,
        values: Array.from({ length: range.lastRow - range.firstRow + 1 }, () => [++dependents * (round + 1.5)]),
      })),
    };
    const started = performance.now();
    compared = valueOf(recompare(compared, update, { memory })!);
    taking.push(performance.now() - started);
    const again = performance.now();
    const { comparison } = valueOf(compareSnapshots(official, compared.local));
    anew.push(performance.now() - again);
    const [one, other] = [compared.comparison, comparison].map(({ differences }) => JSON.stringify(differences));
    if (one !== other) throw new Error('an edit that was followed gives other differences than comparing anew');
  }
  return { dependents, finding, taking, anew };
}

/** So many sheets like the only one. */
function inSheets(snapshot: Snapshot, count: number): Snapshot {
  const [sheet] = snapshot.sheets;
  return {
    ...snapshot,
    sheets: Array.from({ length: count }, (_, k) => (k === 0 ? sheet! : { ...sheet!, name: `${sheet!.name} ${k + 1}` })),
  };
}

function gridOf({ official, local, correspondence }: ComparedWorkbooks): CommonGrid {
  return new CommonGrid(official, local, correspondence.sheets);
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
