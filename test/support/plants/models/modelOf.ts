import { Chance } from '../../../../scripts/samples/chance';
import type { Snapshot } from '../../../../src/core/workbook/Snapshot';
import { workbook, type CellText, type SheetText, type WorkbookExtras } from '../../workbook';
import { keyedTable, repeatedRows } from './lists';
import { formulasOnly, numbersOnly, textsOnly } from './pureSheets';
import { profitAndLoss, timeSeries } from './statements';

/** Writes a sheet into cells by `row,column` address, and says what it has beyond them. */
export type SheetMaker = (sheet: SheetPen, chance: Chance) => void;

/** A sheet that is being written, and the book it is part of. */
export interface SheetPen {
  readonly name: string;
  /** Names of the sheets that were written before it, and the last row of each. */
  readonly before: readonly { readonly name: string; readonly rows: number }[];
  readonly set: (row: number, column: number, cell: CellText) => void;
  readonly merge: (row: number, first: number, last: number) => void;
  readonly table: (name: string, rows: readonly [number, number], columns: readonly string[]) => void;
  readonly name_: (name: string, row: number, column: number) => void;
}

/** The kinds of sheets that models are made of. */
const SHEET_MAKERS = {
  'P&L': profitAndLoss,
  'time series': timeSeries,
  'keyed table': keyedTable,
  'repeated rows': repeatedRows,
  'numbers only': numbersOnly,
  'formulas only': formulasOnly,
  'texts only': textsOnly,
} satisfies Record<string, SheetMaker>;

export type SheetKind = keyof typeof SHEET_MAKERS;

/** A model of one to three sheets, the same for the same chance. */
export function modelOf(chance: Chance, kinds: readonly SheetKind[] = pickKinds(chance)): Snapshot {
  const sheets: Record<string, SheetText> = {};
  const extras: {
    names: Record<string, string>;
    tables: NonNullable<WorkbookExtras['tables']>[number][];
    merges: Record<string, object[]>;
  } = {
    names: {},
    tables: [],
    merges: {},
  };
  const before: { name: string; rows: number }[] = [];
  kinds.forEach((kind, k) => {
    const name = ['Model', 'Inputs', "Year 2's plan"][k]!;
    const cells: Record<string, CellText> = {};
    const merges: object[] = [];
    let rows = 0;
    const letters = (column: number): string =>
      (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));
    SHEET_MAKERS[kind](
      {
        name,
        before: [...before],
        set: (row, column, cell) => {
          cells[letters(column) + row] = cell;
          rows = Math.max(rows, row);
        },
        merge: (row, first, last) => merges.push({ firstRow: row, lastRow: row, firstColumn: first, lastColumn: last }),
        table: (table, [first, last], columns) =>
          extras.tables.push({
            name: table,
            sheet: name,
            range: { firstRow: first, lastRow: last, firstColumn: 1, lastColumn: columns.length },
            headerRow: true,
            totalsRow: false,
            columns: columns.map((column) => ({ name: column, formula: null })),
          }),
        name_: (text, row, column) => (extras.names[text] = `'${name.replace(/'/g, "''")}'!$${letters(column)}$${row}`),
      },
      chance,
    );
    sheets[name] = cells;
    extras.merges[name] = merges;
    before.push({ name, rows });
  });
  return workbook(sheets, {
    name: 'Planted.xlsx',
    names: extras.names,
    tables: extras.tables,
    sheets: Object.fromEntries(Object.entries(extras.merges).map(([name, merges]) => [name, { merges: merges as never }])),
  });
}

function pickKinds(chance: Chance): SheetKind[] {
  const all = Object.keys(SHEET_MAKERS) as SheetKind[];
  return Array.from(
    {
      length: chance.weighted([
        [1, 3],
        [2, 4],
        [3, 2],
      ] as const),
    },
    () => chance.pick(all),
  );
}
