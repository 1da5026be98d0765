import { compare } from '../../../src/core/compare/compare';
import { findingOf, type Finding, type Target } from '../Findings';
import { COLUMNS, largeWorkbook, type LargeModel } from '../LargeModel';
import { snapshotOf } from '../LargePair';

const ROUNDS = 7;
const SIZES = [500, 5_000, 50_000] as const;
/** What a cell may cost at a million cells, in times of what it costs at a hundred thousand. */
const MOST_GROWTH = 2;

const KINDS: readonly { readonly name: string; readonly model: (rows: number) => LargeModel }[] = [
  { name: '100 edits, 10 inserted rows', model: (rows) => ({ rows, content: 'various', inserted: 10, edits: 100 }) },
  { name: 'the same, all rows alike', model: (rows) => ({ rows, content: 'repeated', inserted: 10, edits: 100 }) },
  { name: 'one cell of ten edited, in every row', model: (rows) => ({ rows, content: 'various', inserted: 10, edits: 2 * (rows - 2) }) },
];

/** What comparing costs a cell as models grow: snapshots to differences, at a fixed number of edits and at a fixed share. */
export async function measureGrowth(): Promise<{ findings: readonly Finding[]; targets: readonly Target[] }> {
  const findings: Finding[] = [];
  const targets: Target[] = [];
  for (const { name, model } of KINDS) {
    const perCell: number[] = [];
    for (const rows of SIZES) {
      const official = await snapshotOf(largeWorkbook(model(rows), 'official'), 'official.xlsx');
      const local = await snapshotOf(largeWorkbook(model(rows), 'local'), 'local.xlsx');
      const rounds: number[] = [];
      let found = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const begin = performance.now();
        found = compare(official, local).differences.length;
        rounds.push(performance.now() - begin);
      }
      const cells = rows * COLUMNS;
      const best = Math.min(...rounds);
      perCell.push(best / cells);
      const nanoseconds = Math.round((1e6 * best) / cells);
      findings.push(
        findingOf(`${cells.toLocaleString('en')} cells, ${name}: ${found.toLocaleString('en')} found, ${nanoseconds} ns a cell`, rounds),
      );
    }
    targets.push({
      what: `a cell at 1,000,000, in times of one at 100,000: ${name}`,
      measured: perCell[2]! / perCell[1]!,
      most: MOST_GROWTH,
    });
  }
  return { findings, targets };
}
