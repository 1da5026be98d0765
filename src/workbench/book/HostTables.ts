import { overlaps, type CellRange } from '../../core/workbook/Address';
import type { Span, TableColumn } from '../../core/workbook/Snapshot';
import { BookRefusal } from './BookRefusal';
import type { HostListener, Origin } from './HostEvent';
import type { HostSheet } from './HostSheet';
import { shiftRange, type LineShift } from './LineShift';

/** An Excel table of the open workbook. */
export interface HostTable {
  readonly id: string;
  name: string;
  readonly sheet: HostSheet;
  /** With header and totals row. */
  range: CellRange;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  columns: readonly TableColumn[];
}

/** The Excel tables of the open workbook. */
export class HostTables {
  #items: HostTable[] = [];

  constructor(private readonly emit: HostListener) {}

  get items(): readonly HostTable[] {
    return this.#items;
  }

  find(key: string): HostTable | null {
    return this.#items.find((table) => table.id === key || table.name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  add(table: HostTable, origin: Origin): HostTable {
    const taken = this.#items.some((other) => other.sheet === table.sheet && overlaps(other.range, table.range));
    if (taken) throw new BookRefusal('InvalidArgument', 'A table cannot overlap another table.');
    if (this.find(table.name)) throw new BookRefusal('ItemAlreadyExists', `There is a table ${table.name} already.`);
    this.#items.push(table);
    this.changed(origin);
    return table;
  }

  /** Adds a table as a file has it, unannounced. */
  addLoaded(table: HostTable): void {
    this.#items.push(table);
  }

  rename(table: HostTable, name: string, origin: Origin): void {
    const other = this.find(name);
    if (other && other !== table) throw new BookRefusal('ItemAlreadyExists', `There is a table ${name} already.`);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw new BookRefusal('InvalidArgument', `${name} cannot be a table's name.`);
    table.name = name;
    this.changed(origin);
  }

  /** Lets a table cover other cells; its first one stays where it is, and it keeps at least one row of data. `headOf` says what heads a column. */
  resize(table: HostTable, range: CellRange, origin: Origin, headOf: (column: number) => string | null): void {
    const { firstRow, firstColumn } = table.range;
    if (range.firstColumn !== firstColumn) throw new BookRefusal('InvalidArgument', 'The workbench keeps the first column of a table.');
    if (range.firstRow !== firstRow) throw new BookRefusal('InvalidArgument', "A table's header must stay in its row.");
    if (range.lastRow - firstRow < (table.headerRow ? 1 : 0) + (table.totalsRow ? 1 : 0))
      throw new BookRefusal('InvalidArgument', 'A table keeps at least one row of data.');
    if (this.#items.some((other) => other !== table && other.sheet === table.sheet && overlaps(other.range, range)))
      throw new BookRefusal('InvalidArgument', 'A table cannot overlap another table.');
    const width = range.lastColumn - range.firstColumn + 1;
    const columns = table.columns.slice(0, width);
    while (columns.length < width) columns.push({ name: freeName(headOf(firstColumn + columns.length), columns), formula: null });
    table.columns = columns;
    table.range = range;
    this.changed(origin);
  }

  remove(table: HostTable, origin: Origin): void {
    this.#items = this.#items.filter((other) => other !== table);
    this.changed(origin);
  }

  /** Carries the tables of a sheet through moved lines, or through moved cells which cut none; a table whose cells are all gone is gone. */
  shift(sheet: HostSheet, shift: LineShift): void {
    this.#items = this.#items.flatMap((table) => {
      if (table.sheet !== sheet) return [table];
      const range = shiftRange(table.range, shift);
      if (!range) return [];
      if (shift.axis === 'column' && !shift.across) table.columns = shiftColumns(table, shift);
      table.range = range;
      return [table];
    });
  }

  /** Rewrites the formulas of calculated columns in place, as when rows move; the caller announces the move itself. */
  rewrite(rewrite: (formula: string, home: string, table: HostTable) => string): void {
    for (const table of this.#items) {
      table.columns = table.columns.map((column) =>
        column.formula === null ? column : { ...column, formula: rewrite(column.formula, table.sheet.name, table) },
      );
    }
  }

  removeSheet(sheet: HostSheet): void {
    this.#items = this.#items.filter((table) => table.sheet !== sheet);
  }

  private changed(origin: Origin): void {
    this.emit({ kind: 'list', list: 'tables', origin });
  }
}

/** What Excel calls a column that comes in: as it is headed, a number behind where another is called so, and a name of its own for none. */
function freeName(head: string | null, columns: readonly TableColumn[]): string {
  const taken = (name: string): boolean => columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
  if (head !== null && !taken(head)) return head;
  let number = head === null ? 1 : 2;
  while (taken(`${head ?? 'Column'}${number}`)) number++;
  return `${head ?? 'Column'}${number}`;
}

function shiftColumns(table: HostTable, shift: LineShift): readonly TableColumn[] {
  const start = shift.at - table.range.firstColumn;
  if (shift.kind === 'delete') {
    return table.columns.filter((_, index) => index < start || index >= start + shift.count);
  }
  if (start <= 0 || start >= table.columns.length) return table.columns;
  const names = new Set(table.columns.map((column) => column.name.toLowerCase()));
  const added: TableColumn[] = [];
  for (let number = 1; added.length < shift.count; number++) {
    if (!names.has(`column${number}`)) added.push({ name: `Column${number}`, formula: null });
  }
  return [...table.columns.slice(0, start), ...added, ...table.columns.slice(start)];
}

/** The rows of a table between its header and its totals row. */
export function dataRows({ range, headerRow, totalsRow }: HostTable): Span {
  return { first: range.firstRow + (headerRow ? 1 : 0), last: range.lastRow - (totalsRow ? 1 : 0) };
}
