import { parseRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { changes } from '../../support/changes';
import { workbook, type CellText } from '../../support/workbook';

interface TableText {
  readonly name?: string;
  readonly range?: string;
  /** `Total=[@Qty]*[@Price]` is a calculated column. */
  readonly columns?: readonly string[];
  readonly totalsRow?: boolean;
  readonly cells?: Readonly<Record<string, CellText>>;
  readonly more?: Readonly<Record<string, CellText>>;
}

const COLUMNS = ['Item', 'Qty', 'Price', 'Total=[@Qty]*[@Price]'];
const CELLS = {
  A1: 'Item',
  B1: 'Qty',
  C1: 'Price',
  D1: 'Total',
  A2: 'Seat',
  B2: 3,
  C2: 5,
  A3: 'Desk',
  B3: 2,
  C3: 7,
  A4: 'Room',
  B4: 1,
  C4: 9,
  'D2:D4': ['=Sales[[#This Row],[Qty]]*Sales[[#This Row],[Price]]', 15],
} as const;

/** A sheet `S` with the table `Sales` in A1:D4, and beside it what `more` has. */
function book({ name = 'Sales', range = 'A1:D4', columns = COLUMNS, totalsRow = false, cells = CELLS, more = {} }: TableText): Snapshot {
  return workbook(
    { S: { ...cells, ...more } },
    {
      tables: [
        {
          name,
          sheet: 'S',
          range: parseRange(range)!,
          headerRow: true,
          totalsRow,
          columns: columns.map((column) => {
            const [title = '', formula = null] = column.split('=');
            return { name: title, formula };
          }),
        },
      ],
    },
  );
}

/** The cells with another formula in the column of totals. */
function totals(formula: string): Readonly<Record<string, CellText>> {
  return { ...CELLS, 'D2:D4': [formula, 15] };
}

describe('tables', () => {
  it('in any case are the same', () => expect(changes(book({}), book({ name: 'SALES' }))).toEqual([]));

  it('that only one workbook has', () => {
    expect(changes(book({}), { ...book({}), tables: [] })).toEqual(['table S!Sales: ∅→ ×16']);
  });

  it('that came with their sheet are no difference of their own', () => {
    const other = workbook({ T: { F1: 'Other', F2: 1, F3: 'sheet' } });
    const rest = { F1: 'Other', F2: 1, F3: 'sheet' } as const;
    const official = workbook({ T: rest });
    const added = { ...workbook({ T: rest, S: CELLS }), tables: book({}).tables };
    expect(changes(official, added)).toEqual(['sheet +S']);
    expect(changes(other, official)).toEqual([]);
  });

  it('that are renamed are one difference, and formulas that use them none', () => {
    const using = (table: string): TableText => ({
      name: table,
      cells: totals(`=${table}[[#This Row],[Qty]]*${table}[[#This Row],[Price]]`),
      more: { F1: 'All', F2: [`=SUM(${table}[Total])`, 45] },
    });
    expect(changes(book(using('Sales')), book(using('Orders')))).toEqual(['table S!Sales (Orders): ∅→∅ (renamed from Sales to Orders)']);
  });

  it('whose column is renamed differ in its header, and formulas that use it do not', () => {
    const using = (column: string): TableText => ({
      columns: ['Item', 'Qty', column, `Total=[@Qty]*[@${column}]`],
      cells: { ...totals(`=Sales[[#This Row],[Qty]]*Sales[[#This Row],[${column}]]`), C1: column },
      more: { F1: 'All', F2: [`=SUM(Sales[${column}])`, 21] },
    });
    expect(changes(book(using('Price')), book(using('Fee')))).toEqual(['S!C1: Price→Fee (renames a column of the table Sales)']);
  });

  it('with a column that came with the sheet’s are one difference', () => {
    const cells: Readonly<Record<string, CellText>> = {
      A1: 'Item',
      B1: 'Region',
      C1: 'Qty',
      D1: 'Price',
      E1: 'Total',
      A2: 'Seat',
      B2: 'North',
      C2: 3,
      D2: 5,
      A3: 'Desk',
      B3: 'South',
      C3: 2,
      D3: 7,
      A4: 'Room',
      B4: 'East',
      C4: 1,
      D4: 9,
      'E2:E4': ['=Sales[[#This Row],[Qty]]*Sales[[#This Row],[Price]]', 15],
    };
    const wider = book({ range: 'A1:E4', columns: ['Item', 'Region', ...COLUMNS.slice(1)], cells });
    expect(changes(book({}), wider)).toEqual(['column S +B:B']);
    expect(changes(wider, book({}))).toEqual(['column S -B:B']);
  });

  it('that take in a column which was there say so', () => {
    const more = { E1: 'Note', E2: 'x', E3: 'y', E4: 'z' };
    expect(changes(book({ more }), book({ more, range: 'A1:E4', columns: [...COLUMNS, 'Note'] }))).toEqual([
      'table S!Sales: ∅→∅ (covers A1:D4 in official, A1:E4 in yours; with the column Note added)',
    ]);
  });

  it('whose columns are in another order say so', () => {
    const official = { ...book({}), tables: book({ columns: ['Item', 'Qty', 'Price', 'Total'] }).tables };
    const local = { ...book({}), tables: book({ columns: ['Item', 'Price', 'Qty', 'Total'] }).tables };
    expect(changes(official, local)).toEqual(['table S!Sales: ∅→∅ (columns in another order: Item, Price, Qty, Total)']);
  });

  it('whose calculated column changed are one difference with its cells counted', () => {
    const changed = book({
      columns: [...COLUMNS.slice(0, 3), 'Total=[@Qty]*[@Price]*1.1'],
      cells: totals('=Sales[[#This Row],[Qty]]*Sales[[#This Row],[Price]]*1.1'),
    });
    expect(changes(book({}), changed)).toEqual([
      'formula S!D2:D4: =Sales[[#This Row],[Qty]]*Sales[[#This Row],[Price]]→=Sales[[#This Row],[Qty]]*Sales[[#This Row],[Price]]*1.1 ×3 (the calculated column Total of the table Sales)',
    ]);
  });

  it('whose calculated column changed are one difference although a row came in between', () => {
    const formula = '=Sales[[#This Row],[Qty]]*Sales[[#This Row],[Price]]';
    const cells: Readonly<Record<string, CellText>> = {
      ...totals(`${formula}*1.1`),
      A3: 'Hall',
      B3: 8,
      C3: 4,
      A4: 'Desk',
      B4: 2,
      C4: 7,
      A5: 'Room',
      B5: 1,
      C5: 9,
      D5: [`${formula}*1.1`, 15],
    };
    const local = book({ columns: [...COLUMNS.slice(0, 3), 'Total=[@Qty]*[@Price]*1.1'], cells, range: 'A1:D5' });
    expect(changes(book({}), local)).toEqual([
      'row S +3:3',
      `formula S!D2:D4 (D2:D5): ${formula}→${formula}*1.1 ×3 (the calculated column Total of the table Sales)`,
    ]);
  });

  it('whose rows to come would be calculated otherwise say so', () => {
    expect(changes(book({}), book({ columns: [...COLUMNS.slice(0, 3), 'Total=[@Price]'] }))).toEqual([
      'table S!Sales: ∅→∅ (new rows of the column Total get =[@Qty]*[@Price] in official, =[@Price] in yours)',
    ]);
    expect(changes(book({}), book({ columns: [...COLUMNS.slice(0, 3), 'Total'] }))).toEqual([
      'table S!Sales: ∅→∅ (new rows of the column Total get =[@Qty]*[@Price] in official, no formula in yours)',
    ]);
  });

  it('with a row of totals that came with the sheet’s are one difference', () => {
    const more = { A5: 'Total', D5: ['=SUBTOTAL(109,Sales[Total])', 45] } as const;
    expect(changes(book({}), book({ more, range: 'A1:D5', totalsRow: true }))).toEqual(['row S +5:5']);
    const both = { ...more, A7: 'end' };
    expect(changes(book({ more: both }), book({ more: both, range: 'A1:D5', totalsRow: true }))).toEqual([
      'table S!Sales: ∅→∅ (covers A1:D4 in official, A1:D5 in yours; with a total row added)',
    ]);
  });
});
