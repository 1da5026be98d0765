import { isInside, type CellAddress, type CellRange } from '../workbook/Address';
import type { CellContent } from './SyncPlan';
import type { PlacedTable } from './placeTables';

/** The cells that head columns which come into tables: Excel takes what it calls a column from its cell. */
export class HeadedColumns {
  readonly #appended: readonly { readonly sheet: string; readonly cells: CellRange }[];
  readonly #inserted = new Map<string, CellContent>();

  constructor(placed: readonly PlacedTable[]) {
    this.#appended = placed.flatMap(({ table: { sheet, range }, appended }) => {
      if (appended.length === 0) return [];
      const cells = { ...range, lastRow: range.firstRow, firstColumn: range.lastColumn - appended.length + 1 };
      return [{ sheet: sheet.toLowerCase(), cells }];
    });
    for (const { table, inserted } of placed)
      for (const [column, { name }] of inserted)
        this.#inserted.set(keyOf(table.sheet, { row: table.range.firstRow, column }), { formula: null, value: name, format: 'General' });
  }

  /** Whether the cell heads a column that its table takes in once it is written. */
  holds(sheet: string, cell: CellAddress): boolean {
    return this.#appended.some((each) => each.sheet === sheet.toLowerCase() && isInside(each.cells, cell));
  }

  /** What a cell holds that came, headed, with the column put in between others; undefined for any other. */
  before(sheet: string, cell: CellAddress): CellContent | undefined {
    return this.#inserted.get(keyOf(sheet, cell));
  }
}

function keyOf(sheet: string, { row, column }: CellAddress): string {
  return `${row}:${column} ${sheet.toLowerCase()}`;
}
