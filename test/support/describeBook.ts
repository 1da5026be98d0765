import { stringifyAddress, stringifyRange } from '../../src/core/workbook/Address';
import type { HostBook } from '../../src/workbench/book/HostBook';
import { isBare } from '../../src/workbench/book/HostCell';

/** Everything a book holds as plain data, so that two books, or one at two times, can be compared; ids and what was touched left out. */
export function describeBook(book: HostBook): unknown {
  return {
    sheets: book.sheets.map((sheet) => {
      const cells: Record<string, unknown> = {};
      sheet.grid.forEach((row, column, cell) => {
        const { touched: _, ...content } = cell;
        if (!isBare(cell)) cells[stringifyAddress({ row, column })] = content;
      });
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        cells,
        merges: sheet.merges.map(stringifyRange),
        hiddenRows: sheet.hiddenRows.runs,
        hiddenColumns: sheet.hiddenColumns.runs,
        conditional: sheet.conditionalFormats.map(({ ranges, formula, fill }) => ({ ranges: ranges.map(stringifyRange), formula, fill })),
      };
    }),
    names: book.names.items.map((name) => ({ ...name, scope: name.scope?.name ?? null })),
    tables: book.tables.items.map(({ name, sheet, range, columns }) => ({
      name,
      sheet: sheet.name,
      range: stringifyRange(range),
      columns,
    })),
    notes: book.notes.items.map(({ sheet, row, column, text }) => ({ sheet: sheet.name, at: stringifyAddress({ row, column }), text })),
  };
}
