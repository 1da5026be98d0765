import { toA1 } from '../../../src/core/formula/toA1';
import { MAX_COLUMN, MAX_ROW, type CellRange } from '../../../src/core/workbook/Address';
import { valueAt } from '../../../src/core/workbook/cellAt';
import type { Snapshot, Span } from '../../../src/core/workbook/Snapshot';
import { Line, SheetKey, TracedBook, TracedSheet, type Area, type AxisName, type Reference } from './TracedBook';
import { readFormula } from './tracedFormula';

/** Blank lines behind the last one that is used. */
const SPARE = 3;

/** Nobody calculates here, and a result that stayed as it was would tell lines apart that nothing else does. */
const UNCALCULATED = 0;

/** The traced book of a snapshot; notes and validation rules are left behind. */
export function bookOfSnapshot(snapshot: Snapshot): TracedBook {
  const { name, dateSystem, externalLinks } = snapshot;
  const book = new TracedBook(
    snapshot.sheets.map((sheet) => new TracedSheet(new SheetKey(), sheet.name)),
    [],
    { name, dateSystem, externalLinks },
  );
  const formulas = new Map<string, ReturnType<typeof readFormula>>();
  snapshot.sheets.forEach((from, index) => {
    const sheet = book.sheets[index]!;
    sheet.visibility = from.visibility;
    const tables = snapshot.tables.filter((table) => table.sheet === from.name);
    const ranges = [...from.merges, ...from.arrays.map(({ range }) => range), ...tables.map(({ range }) => range)];
    const { row, column, count } = from.cells;
    let [lastRow, lastColumn] = [0, 0];
    for (let p = 0; p < count; p++) [lastRow, lastColumn] = [Math.max(lastRow, row[p]!), Math.max(lastColumn, column[p]!)];
    sheet.rows = lines(Math.min(MAX_ROW, Math.max(lastRow, ...ranges.map((range) => range.lastRow)) + SPARE));
    sheet.columns = lines(Math.min(MAX_COLUMN, Math.max(lastColumn, ...ranges.map((range) => range.lastColumn)) + SPARE));
    const hide = (axis: AxisName, spans: readonly Span[]): void => {
      for (const { first, last } of spans) for (const line of sheet[axis].slice(first - 1, last)) sheet.hidden[axis].add(line);
    };
    hide('rows', from.hiddenRows);
    hide('columns', from.hiddenColumns);
    const area = (range: CellRange, what: Area['what']): Area => ({ what, at: referenceTo(sheet, range) });
    sheet.areas = [
      ...from.merges.map((range) => area(range, 'merge')),
      ...from.arrays.map(({ range, kind }) => area(range, { array: kind })),
      ...tables.map((table) => area(table.range, { table })),
    ];
  });
  snapshot.sheets.forEach(({ cells }, index) => {
    const sheet = book.sheets[index]!;
    for (let p = 0; p < cells.count; p++) {
      const [row, column, f] = [cells.row[p]!, cells.column[p]!, cells.formula[p]!];
      const text = f < 0 ? null : toA1(snapshot.formulas[f]!, row, column);
      const key = `${index}!${text}`;
      if (text !== null && !formulas.has(key)) formulas.set(key, readFormula(text, sheet, book));
      sheet.setCell(row, column, {
        value: text === null ? valueAt(snapshot, cells, p) : UNCALCULATED,
        formula: text === null ? null : formulas.get(key)!,
        format: snapshot.formats[cells.format[p]!]!,
        tag: '',
      });
    }
  });
  const ownNames = snapshot.names.filter(({ name }) => !/^_xl/i.test(name));
  book.names = ownNames.map((each) => ({
    name: each.name,
    scope: book.sheets.find((sheet) => sheet.name === each.scope)?.key ?? null,
    formula: readFormula(each.formula, null, book),
  }));
  return book;
}

/** A reference to a range of a sheet's lines. */
function referenceTo(sheet: TracedSheet, range: CellRange): Reference {
  const ends = (axis: AxisName, first: number, last: number) => ({
    first: sheet[axis][first - 1]!,
    last: sheet[axis][last - 1]!,
    firstFixed: true,
    lastFixed: true,
  });
  const one = range.firstRow === range.lastRow && range.firstColumn === range.lastColumn;
  return {
    sheet: sheet.key,
    own: false,
    rows: ends('rows', range.firstRow, range.lastRow),
    columns: ends('columns', range.firstColumn, range.lastColumn),
    join: one ? '' : ':',
  };
}

function lines(count: number): Line[] {
  return Array.from({ length: count }, () => new Line());
}
