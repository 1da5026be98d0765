import type { CellContent, WriteStep } from './SyncPlan';

/** One cell to be written. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly before: CellContent;
  readonly after: CellContent;
  readonly differences: ReadonlySet<string>;
}

/** Returns steps which write exactly these cells of one sheet, in rectangles without holes, top to bottom. */
export function groupBlocks(sheet: string, cells: readonly CellWrite[]): WriteStep[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const blocks: CellWrite[][][] = [];
  // The last block for a first and last column: a run in the next row with the same columns extends it.
  const open = new Map<string, CellWrite[][]>();
  for (const run of runs(sorted)) {
    const key = `${run[0]!.column}:${run[run.length - 1]!.column}`;
    const block = open.get(key);
    if (block && block[block.length - 1]![0]!.row === run[0]!.row - 1) block.push(run);
    else {
      const started = [run];
      blocks.push(started);
      open.set(key, started);
    }
  }
  return blocks.map((rows) => toStep(sheet, rows));
}

function runs(sorted: readonly CellWrite[]): CellWrite[][] {
  const found: CellWrite[][] = [];
  let run: CellWrite[] = [];
  for (const cell of sorted) {
    const last = run[run.length - 1];
    if (last?.row === cell.row && last.column === cell.column - 1) run.push(cell);
    else found.push((run = [cell]));
  }
  return found;
}

function toStep(sheet: string, rows: readonly (readonly CellWrite[])[]): WriteStep {
  const first = rows[0]!;
  const differences = new Set<string>();
  for (const row of rows) for (const cell of row) for (const id of cell.differences) differences.add(id);
  return {
    kind: 'write',
    sheet,
    range: {
      firstRow: first[0]!.row,
      firstColumn: first[0]!.column,
      lastRow: rows[rows.length - 1]![0]!.row,
      lastColumn: first[first.length - 1]!.column,
    },
    before: rows.map((row) => row.map((cell) => cell.before)),
    after: rows.map((row) => row.map((cell) => cell.after)),
    differences: [...differences],
  };
}
