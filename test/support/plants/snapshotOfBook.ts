import type { CellRange } from '../../../src/core/workbook/Address';
import { CellColumnsBuilder } from '../../../src/core/workbook/CellColumnsBuilder';
import type { SheetSnapshot, Snapshot, Span } from '../../../src/core/workbook/Snapshot';
import { SnapshotBuilder } from '../../../src/core/workbook/SnapshotBuilder';
import type { AxisName, Reference, TracedBook, TracedSheet } from './TracedBook';
import { writeFormula } from './tracedFormula';

/** The snapshot that a reader of the book would give. */
export function snapshotOfBook(book: TracedBook): Snapshot {
  const builder = new SnapshotBuilder();
  const sheets = book.sheets.map((sheet): SheetSnapshot => {
    const cells = new CellColumnsBuilder();
    for (const { row, column, cell } of sheet.entries()) {
      const formula = cell.formula === null ? null : writeFormula(cell.formula, book);
      builder.addCell(cells, row, column, cell.value, formula, cell.format);
    }
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      protected: false,
      cells: cells.finish(),
      arrays: sheet.areas.flatMap(({ what, at }) =>
        typeof what === 'object' && 'array' in what ? [{ kind: what.array, range: rangeOf(sheet, at) }] : [],
      ),
      merges: sheet.areas.flatMap(({ what, at }) => (what === 'merge' ? [rangeOf(sheet, at)] : [])),
      hiddenRows: spansOf(sheet, 'rows'),
      hiddenColumns: spansOf(sheet, 'columns'),
      notes: [],
      validations: [],
    };
  });
  return {
    ...book.rest,
    sha256: null,
    calculation: 'automatic',
    iteration: null,
    sheets,
    names: book.names.map(({ name, scope, formula }) => ({
      name,
      scope: scope === null ? null : book.sheetOf(scope)!.name,
      formula: writeFormula(formula, book),
      hidden: false,
      comment: '',
    })),
    tables: book.sheets.flatMap((sheet) =>
      sheet.areas.flatMap(({ what, at }) =>
        typeof what === 'object' && 'table' in what
          ? [
              {
                ...what.table,
                sheet: sheet.name,
                range: rangeOf(sheet, at),
                columns: what.table.columns.map((column) => ({ ...column, formula: null })),
              },
            ]
          : [],
      ),
    ),
    strings: builder.strings.texts,
    formulas: builder.formulas.texts,
    formats: builder.formats.texts,
    structureProtected: false,
    warnings: [],
  };
}

/** The numbers of the lines that a reference to cells covers now. */
export function rangeOf(sheet: TracedSheet, { rows, columns }: Reference): CellRange {
  const place = (axis: AxisName, ends: Reference['rows'], which: 'first' | 'last'): number => sheet.placeOf(axis, ends![which]);
  return {
    firstRow: place('rows', rows, 'first'),
    lastRow: place('rows', rows, 'last'),
    firstColumn: place('columns', columns, 'first'),
    lastColumn: place('columns', columns, 'last'),
  };
}

function spansOf(sheet: TracedSheet, axis: AxisName): Span[] {
  const spans: { first: number; last: number }[] = [];
  sheet[axis].forEach((line, k) => {
    if (!sheet.hidden[axis].has(line)) return;
    if (spans.at(-1)?.last === k) spans.at(-1)!.last = k + 1;
    else spans.push({ first: k + 1, last: k + 1 });
  });
  return spans;
}
