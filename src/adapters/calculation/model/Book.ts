import type { DefinedName, Snapshot, Table } from '../../../core/workbook/Snapshot';

/** What formulas of one workbook can name: sheets, defined names, tables. */
export class Book {
  readonly #sheets: ReadonlyMap<string, number>;
  readonly #names: ReadonlyMap<string, DefinedName>;
  readonly #tables: ReadonlyMap<string, Table>;

  constructor(readonly snapshot: Snapshot) {
    this.#sheets = new Map(snapshot.sheets.map(({ name }, index) => [name.toLowerCase(), index]));
    this.#names = new Map(snapshot.names.map((name) => [keyOf(name.name, name.scope), name]));
    this.#tables = new Map(snapshot.tables.map((table) => [table.name.toLowerCase(), table]));
  }

  /** The place of a sheet in the workbook, from 0; -1 when there is none of this name. */
  sheet(name: string): number {
    return this.#sheets.get(name.toLowerCase()) ?? -1;
  }

  /** The defined name as a formula on a sheet means it: the sheet's own first. */
  name(name: string, sheet: number): DefinedName | null {
    const own = this.snapshot.sheets[sheet]?.name ?? '';
    return this.#names.get(keyOf(name, own)) ?? this.#names.get(keyOf(name, null)) ?? null;
  }

  table(name: string): Table | null {
    return this.#tables.get(name.toLowerCase()) ?? null;
  }

  /** The table that a cell stands in; rows and columns from 1. */
  tableAt(sheet: number, row: number, column: number): Table | null {
    const name = this.snapshot.sheets[sheet]?.name;
    const isInside = ({ sheet, range }: Table): boolean =>
      sheet === name && row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
    return this.snapshot.tables.find(isInside) ?? null;
  }
}

function keyOf(name: string, scope: string | null): string {
  return (scope === null ? name : `${scope}!${name}`).toLowerCase();
}
