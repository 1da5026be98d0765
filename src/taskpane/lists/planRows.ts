import { columnName, stringifyAddress, stringifyRange } from '../../core/workbook/Address';
import type { EntryRule } from '../../core/workbook/EntryRule';
import type { CellContent, MoveStep, NameContent, NoteContent, ResizeStep, SyncPlan, SyncStep, WriteStep } from '../../core/sync/SyncPlan';
import { shiftedAddress } from '../../core/sync/shiftedAddress';
import { foldWrites, type WrittenCell, type WrittenRun } from './foldWrites';

/** One line of the plan. */
export type PlanRow =
  | { readonly row: 'sheet'; readonly id: string; readonly sheet: string; readonly cells: number }
  | CellsRow
  | {
      readonly row: 'lines';
      readonly id: string;
      readonly act: 'insert' | 'delete';
      readonly axis: 'row' | 'column';
      readonly count: number;
      readonly at: string;
      /** The table of which they are columns, if of any. */
      readonly table?: string;
    }
  /** A block of rows, or columns: where it stands when its turn comes, and where it comes to stand. */
  | { readonly row: 'moved'; readonly id: string; readonly from: string; readonly to: string }
  /** `address` are the cells that come or go; those behind shift. */
  | {
      readonly row: 'shift';
      readonly id: string;
      readonly act: 'insert' | 'delete';
      readonly axis: 'row' | 'column';
      readonly address: string;
    }
  | {
      readonly row: 'table';
      readonly id: string;
      readonly table: string;
      readonly grows: boolean;
      readonly rows: number;
      readonly columns: readonly string[];
    }
  /** A table that is called otherwise. */
  | { readonly row: 'renamed'; readonly id: string; readonly before: string; readonly after: string }
  | { readonly row: 'sheetStep'; readonly id: string; readonly act: 'addSheet' | 'deleteSheet' }
  | {
      readonly row: 'name';
      readonly id: string;
      readonly name: string;
      readonly before: NameContent | null;
      readonly after: NameContent | null;
    }
  /** Which entries cells permit; null: any. `before` is absent on lines that the sync puts in. */
  | {
      readonly row: 'rule';
      readonly id: string;
      readonly address: string;
      readonly before?: EntryRule | null;
      readonly after: EntryRule | null;
    }
  /** What is hidden (or shown): lines by their address, a whole sheet by none. */
  | { readonly row: 'hidden'; readonly id: string; readonly address: string; readonly hidden: boolean }
  | {
      readonly row: 'note';
      readonly id: string;
      readonly address: string;
      readonly before: NoteContent | null;
      readonly after: NoteContent | null;
    };

/** A cell, or a rectangle over which the same edit is written. */
export interface CellsRow {
  readonly row: 'cells';
  readonly id: string;
  readonly address: string;
  /** Its sheet, when the address is the same as before the sync; null when lines come or go in that sheet. */
  readonly sheet: string | null;
  readonly cells: number;
  /** What its first cell holds and will hold; null for values that are not all the same. */
  readonly before: CellContent | null;
  readonly after: CellContent | null;
  readonly onlyFormat: boolean;
  /** The cells that are folded into it; none when it is one cell. */
  readonly inside: readonly WrittenCell[];
  /** Whether it is one of the cells of an opened rectangle. */
  readonly inner: boolean;
}

const EMPTY: CellContent = { formula: null, value: null, format: null };

/** The plan as lines grouped by sheet, in the order sheets first come; names, which belong to the workbook, last under `''`. */
export function planRows(plan: SyncPlan): readonly PlanRow[] {
  const shifting = new Set(plan.steps.flatMap((step) => (step.kind === 'insert' || step.kind === 'delete' ? [step.sheet] : [])));
  const sheets = new Map<string, { readonly rows: PlanRow[]; readonly written: WrittenCell[]; cells: number }>();
  const groupOf = (sheet: string) => {
    const group = sheets.get(sheet) ?? { rows: [], written: [], cells: 0 };
    sheets.set(sheet, group);
    return group;
  };
  // What is written between two steps of another kind folds as one, however the steps cut it.
  const fold = (sheet: string) => {
    const { rows, written } = groupOf(sheet);
    for (const run of foldWrites(written.splice(0)))
      rows.push(cellsRow(run, `${sheet} ${rows.length}`, shifting.has(sheet) ? null : sheet));
  };
  plan.steps.forEach((step, index) => {
    if (isPartOfMove(plan.steps, index)) return;
    const sheet = step.kind === 'setName' ? (step.scope ?? '') : step.sheet;
    const group = groupOf(sheet);
    if (step.kind === 'write') {
      for (const cell of cellsOf(step)) group.written.push(cell);
      return;
    }
    fold(sheet);
    group.rows.push(rowOf(step, `${index}`));
  });
  const workbook = sheets.get('');
  if (workbook !== undefined) {
    sheets.delete('');
    sheets.set('', workbook);
  }
  return [...sheets].flatMap(([sheet, { rows }]) => {
    fold(sheet);
    const cells = rows.reduce((sum, row) => sum + (row.row === 'cells' ? row.cells : 0), 0);
    return [{ row: 'sheet', id: `sheet ${sheet}`, sheet, cells } as const, ...rows];
  });
}

/** The rows with the cells of the opened ones below them. */
export function withOpened(rows: readonly PlanRow[], open: ReadonlySet<string>): readonly PlanRow[] {
  if (open.size === 0) return rows;
  return rows.flatMap((row) => {
    if (row.row !== 'cells' || !open.has(row.id)) return [row];
    return [row, ...row.inside.map((cell) => innerRow(row, cell))];
  });
}

function cellsRow({ range, cells, onlyFormat }: WrittenRun, id: string, sheet: string | null): CellsRow {
  return {
    row: 'cells',
    id,
    address: stringifyRange(range),
    sheet,
    cells: cells.length,
    before: onlyFormat ? cells[0]!.before : shared(cells.map(({ before }) => before)),
    after: onlyFormat ? cells[0]!.after : shared(cells.map(({ after }) => after)),
    onlyFormat,
    inside: cells.length > 1 ? cells : [],
    inner: false,
  };
}

function innerRow({ id, onlyFormat }: CellsRow, { row, column, before, after }: WrittenCell): CellsRow {
  const address = stringifyAddress({ row, column });
  return { row: 'cells', id: `${id} ${address}`, address, sheet: null, cells: 1, before, after, onlyFormat, inside: [], inner: true };
}

/** The first of them; null when they are values and not all the same. */
function shared(contents: readonly CellContent[]): CellContent | null {
  const first = contents[0]!;
  if (first.formula !== null) return first;
  const value = JSON.stringify(first.value);
  return contents.every((other) => JSON.stringify(other.value) === value) ? first : null;
}

function cellsOf({ range: { firstRow, firstColumn }, before, after }: WriteStep): readonly WrittenCell[] {
  return after.flatMap((line, i) =>
    line.flatMap((content, j) => {
      if (content === null) return [];
      return [{ row: firstRow + i, column: firstColumn + j, before: before[i]?.[j] ?? EMPTY, after: content }];
    }),
  );
}

/** Formulas that are put aside and back again while lines move, the blank lines that come in for them and those that they leave. */
function isPartOfMove(steps: readonly SyncStep[], index: number): boolean {
  const step = steps[index]!;
  if (step.kind === 'write' || step.kind === 'setName') return step.aside === true;
  const move = step.kind === 'insert' ? steps[index + 1] : step.kind === 'delete' ? steps[index - 1] : undefined;
  if (move?.kind !== 'move' || (step.kind !== 'insert' && step.kind !== 'delete')) return false;
  return step.sheet === move.sheet && step.axis === move.axis && step.at === (step.kind === 'insert' ? move.to : move.at);
}

/** Counted without the blank lines that come in for it and those that it leaves. */
function movedRow({ axis, at, count, to }: MoveStep, id: string): PlanRow {
  const lines = (first: number): string => shiftedAddress({ kind: 'insert', axis, sheet: '', at: first, count });
  return { row: 'moved', id, from: lines(at > to ? at - count : at), to: lines(to > at ? to - count : to) };
}

/** How many rows, or which columns, a table takes in or gives up. */
function tableRow({ table, before, after, columns = [] }: ResizeStep, id: string): PlanRow {
  const rows = after.lastRow - before.lastRow;
  const grows = rows + after.lastColumn - before.lastColumn > 0;
  return { row: 'table', id, table, grows, rows: Math.abs(rows), columns: columns.map(({ name }) => name) };
}

function rowOf(step: Exclude<SyncStep, WriteStep>, id: string): PlanRow {
  switch (step.kind) {
    case 'move':
      return movedRow(step, id);
    case 'addSheet':
    case 'deleteSheet':
      return { row: 'sheetStep', id, act: step.kind };
    case 'insert':
    case 'delete':
      if (step.across) return { row: 'shift', id, act: step.kind, axis: step.axis, address: shiftedAddress(step) };
      return {
        row: 'lines',
        id,
        act: step.kind,
        axis: step.axis,
        count: step.count,
        at: step.axis === 'row' ? `${step.at}` : columnName(step.at),
        ...(step.heads && { table: step.heads.table }),
      };
    case 'resizeTable':
      return tableRow(step, id);
    case 'renameTable':
      return { row: 'renamed', id, before: step.before, after: step.after };
    case 'setName':
      return { row: 'name', id, name: step.name, before: step.before, after: step.after };
    case 'setHidden': {
      const { axis, sheet, span, after } = step;
      const address = shiftedAddress({ kind: 'insert', axis, sheet, at: span.first, count: span.last - span.first + 1 });
      return { row: 'hidden', id, address, hidden: after };
    }
    case 'setVisibility':
      return { row: 'hidden', id, address: '', hidden: step.after !== 'visible' };
    case 'setNote':
      return { row: 'note', id, address: stringifyAddress(step.cell), before: step.before, after: step.after };
    case 'setRule': {
      const { range, before, after } = step;
      return { row: 'rule', id, address: stringifyRange(range), ...(before === undefined ? {} : { before }), after };
    }
  }
}
