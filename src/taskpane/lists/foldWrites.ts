import { toRelative } from '../../core/formula/toRelative';
import type { CellRange } from '../../core/workbook/Address';
import type { CellContent } from '../../core/sync/SyncPlan';

/** A cell that a plan writes. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** A rectangle over which a plan writes the same edit; its cells column by column. */
export interface WrittenRun {
  readonly range: CellRange;
  readonly cells: readonly WrittenCell[];
  /** Whether the edit changes only the number format. */
  readonly onlyFormat: boolean;
}

interface Run {
  readonly key: string;
  readonly cells: WrittenCell[];
  readonly row: number;
  readonly column: number;
  lastRow: number;
  lastColumn: number;
}

/**
 * Folds the cells of one sheet as the differences fold: one run for every rectangle over which the same formula takes the place of
 * the same one or of values, values that of a formula, or one value that of one other. Runs stand in the order in which a sheet is read.
 */
export function foldWrites(cells: readonly WrittenCell[]): readonly WrittenRun[] {
  const runs: Run[] = [];
  const above = new Map<number, Run>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const key = editOf(cell);
    const run = above.get(cell.column);
    if (run?.key === key && run.lastRow === cell.row - 1) {
      run.lastRow = cell.row;
      run.cells.push(cell);
      continue;
    }
    const { row, column } = cell;
    const next: Run = { key, cells: [cell], row, column, lastRow: row, lastColumn: column };
    above.set(column, next);
    runs.push(next);
  }
  return joinColumns(runs).map(({ cells: inside, row, column, lastRow, lastColumn }) => ({
    range: { firstRow: row, firstColumn: column, lastRow, lastColumn },
    cells: inside,
    onlyFormat: changesOnlyFormat(inside[0]!),
  }));
}

/** Joins runs of the same edit that stand side by side over the same rows. */
function joinColumns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  const lastOf = new Map<string, Run>();
  for (const run of runs) {
    const slot = `${run.row} ${run.lastRow} ${run.key}`;
    const before = lastOf.get(slot);
    if (before?.lastColumn === run.column - 1) {
      before.lastColumn = run.column;
      for (const cell of run.cells) before.cells.push(cell);
      continue;
    }
    lastOf.set(slot, run);
    joined.push(run);
  }
  return joined;
}

/** What is done to the cell, the same text wherever the same is done. */
function editOf(cell: WrittenCell): string {
  const { row, column, before, after } = cell;
  const formats = after.format === null ? '' : `${before.format} → ${after.format}`;
  if (changesOnlyFormat(cell)) return `format ${formats}`;
  const constants = before.formula === null && after.formula === null;
  const text = ({ formula, value }: CellContent) =>
    formula !== null ? toRelative(formula, row, column) : constants ? JSON.stringify(value) : 'values';
  return `${text(before)} → ${text(after)} ${constants ? before.format : ''} ${formats}`;
}

function changesOnlyFormat({ before, after }: WrittenCell): boolean {
  return after.format !== null && before.formula === after.formula && JSON.stringify(before.value) === JSON.stringify(after.value);
}
