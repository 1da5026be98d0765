import { columnsAt, ownPlace, rowsAt, type CommonRange } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import type { Axis } from '../align/Correspondence';
import { stringifyRange } from '../workbook/Address';
import type { CellColumns } from '../workbook/Snapshot';
import type { CellMarks, FilledColumn, TiedCells } from './CellMarks';
import type { CellPair } from './CellPair';
import { sideOfCell, type DifferenceDraft } from './DifferenceSink';

interface Run {
  readonly key: string;
  readonly first: CellPair;
  readonly role: NonNullable<CellPair['role']>;
  readonly column: number;
  readonly row: number;
  lastRow: number;
  lastColumn: number;
  count: number;
  /** What holds for all its cells. */
  note: string;
}

/** A differing cell with its role settled. */
export type SettledPair = CellPair & { readonly role: NonNullable<CellPair['role']> };

/**
 * Folds differing cells (row by row) of a sheet pair into differences: one for every rectangle over which the same
 * edit was filled, in either workbook's own rows and columns; constants fold when all were the same and became the same.
 * A formula of a calculated column folds over rows between that are the same, or that one workbook has for itself.
 */
export function foldRuns(grid: CommonGrid, pairIndex: number, cells: readonly SettledPair[], marks: CellMarks): DifferenceDraft[] {
  const pair = grid.pairs[pairIndex]!;
  return runsOf(grid, pairIndex, cells, marks).map(({ first, role, row, column, lastRow, lastColumn, count, note }) => {
    const side = (name: 'official' | 'local'): DifferenceDraft['official'] => {
      const from = ownPlace(pair, name, row, column);
      const to = ownPlace(pair, name, lastRow, lastColumn);
      const range = { firstRow: from.row, lastRow: to.row, firstColumn: from.column, lastColumn: to.column };
      return sideOfCell(grid[name], pair[name]!, stringifyRange(range), from.row, from.column);
    };
    const metric = first.metric ?? metricAt(marks.tied, first.kind, { firstRow: row, lastRow, firstColumn: column, lastColumn });
    return {
      kind: first.kind,
      role,
      note: first.metric === undefined && metric !== undefined ? noteOnMetric(first, metric, note) : note,
      ...(metric !== undefined && { metric }),
      cells: count,
      official: side('official'),
      local: side('local'),
    };
  });
}

/** The rectangles, on the common grid, that `foldRuns` makes differences of. */
export function runsOf(
  grid: CommonGrid,
  pairIndex: number,
  cells: readonly SettledPair[],
  { filled }: Pick<CellMarks, 'filled'>,
): readonly Run[] {
  const pair = grid.pairs[pairIndex]!;
  const official = grid.official.sheets[pair.official!]!.cells;
  const local = grid.local.sheets[pair.local!]!.cells;
  const nextTo = (to: Int32Array, one: number, other: number): boolean => other === one + 1 && to[other] === to[one]! + 1;
  const adjacent = (axis: Axis, one: number, other: number): boolean =>
    nextTo(axis.toOfficial, one, other) && nextTo(axis.toLocal, one, other);
  const below = (run: Run, cell: CellPair): boolean =>
    adjacent(rowsAt(pair, cell.column), run.lastRow, cell.row) && columnsAt(pair, run.lastRow) === columnsAt(pair, cell.row);
  const beside = (run: Run, next: Run): boolean =>
    adjacent(columnsAt(pair, run.row), run.lastColumn, next.column) && rowsAt(pair, run.lastColumn) === rowsAt(pair, next.column);

  const filledAt = ({ kind, column }: CellPair, row: number): FilledColumn | undefined =>
    kind === 'formula' && filled.length > 0
      ? filled.find((one) => one.column === column && row >= one.firstRow && row <= one.lastRow)
      : undefined;
  /** The last run of its column is at hand only, so that nothing between the two differs otherwise. */
  const inFilled = (run: Run, cell: CellPair): boolean => {
    const column = filledAt(cell, cell.row);
    if (column === undefined || filledAt(cell, run.row) !== column) return false;
    return (['official', 'local'] as const).every(
      (side) => ownPlace(pair, side, run.lastRow, cell.column).row < ownPlace(pair, side, cell.row, cell.column).row,
    );
  };

  const keyOf = (cell: CellPair): string => {
    const f = cell.official < 0 ? -2 : official.formula[cell.official]!;
    const g = cell.local < 0 ? -2 : local.formula[cell.local]!;
    if (cell.kind === 'definition') return '';
    if (cell.kind === 'format') return `format ${official.format[cell.official]} ${local.format[cell.local]}`;
    if (f < 0 && g < 0 && cell.role === 'cause') {
      return `${cell.kind} ${constantAt(official, cell.official)} ${constantAt(local, cell.local)}`;
    }
    if (f < 0 && g < 0) return '';
    // A constant's note is about its value today; the edit is the same.
    const note = cell.kind === 'hardcoded' || cell.kind === 'unhardcoded' ? '' : cell.note;
    return `${cell.kind} ${cell.role} ${f} ${g} ${note}`;
  };

  const runs: Run[] = [];
  /** By column, formats apart. */
  const open = { values: new Map<number, Run>(), formats: new Map<number, Run>() };
  for (const cell of cells) {
    const key = keyOf(cell);
    const last = open[cell.kind === 'format' ? 'formats' : 'values'];
    const run = last.get(cell.column);
    if (run !== undefined && key !== '' && run.key === key && (below(run, cell) || inFilled(run, cell))) {
      run.lastRow = cell.row;
      run.count++;
      if (cell.note !== run.first.note) run.note = '';
      continue;
    }
    const next: Run = {
      key,
      first: cell,
      role: cell.role,
      row: cell.row,
      column: cell.column,
      lastRow: cell.row,
      lastColumn: cell.column,
      count: 1,
      note: cell.note === '' ? (filledAt(cell, cell.row)?.note ?? '') : cell.note,
    };
    last.set(cell.column, next);
    runs.push(next);
  }
  return joinColumns(runs, beside);
}

/** Joins runs of the same edit that stand side by side over the same rows. */
function joinColumns(runs: readonly Run[], beside: (one: Run, other: Run) => boolean): Run[] {
  const sorted = [...runs].sort((a, b) => a.row - b.row || a.column - b.column);
  const joined: Run[] = [];
  const lastOf = new Map<string, Run>();
  for (const run of sorted) {
    const slot = `${run.row} ${run.lastRow} ${run.key}`;
    const before = run.key === '' ? undefined : lastOf.get(slot);
    if (before !== undefined && beside(before, run)) {
      before.lastColumn = run.lastColumn;
      before.count += run.count;
      if (before.note !== run.note) before.note = '';
      continue;
    }
    lastOf.set(slot, run);
    joined.push(run);
  }
  return joined;
}

/** What stands for a constant, the same for all that are the same; a cell that is not there is a blank one. */
function constantAt({ kind, payload }: CellColumns, position: number): string {
  return position < 0 ? '' : `${kind[position]} ${payload[position]}`;
}

/** The metrics found in these cells; formats are none of their concern. */
function metricAt(tied: readonly TiedCells[], kind: CellPair['kind'], cells: CommonRange): string | undefined {
  if (kind === 'format') return undefined;
  const metrics = tied.filter(
    (each) =>
      each.firstRow <= cells.lastRow &&
      each.lastRow >= cells.firstRow &&
      each.firstColumn <= cells.lastColumn &&
      each.lastColumn >= cells.firstColumn,
  );
  const names = [...new Set(metrics.map(({ metric }) => metric))];
  return names.length === 0 ? undefined : names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ' …' : '');
}

/** So many metrics are named where an edit was filled over several. */
const MOST_NAMED = 3;

/** Another formula makes it another metric, even where the number agrees today. */
function noteOnMetric({ kind, role }: CellPair, metric: string, note: string): string {
  if (role !== 'cause' || (kind !== 'formula' && kind !== 'hardcoded' && kind !== 'unhardcoded')) return note;
  return [`how ${metric} is calculated`, note].filter((part) => part !== '').join('; ');
}
