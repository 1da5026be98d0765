import { findReferences } from '../../../src/core/formula/findReferences';
import { namesSheet } from '../../../src/core/formula/rewriteReferences';
import { columnName, MAX_COLUMN, MAX_ROW, quoteSheetName } from '../../../src/core/workbook/Address';
import type { AxisName, End, Ends, Reference, TracedBook, TracedFormula, TracedSheet } from './TracedBook';

/** Reads an A1 formula without `=` of a sheet; references to other workbooks and over several sheets stay text. */
export function readFormula(text: string, home: TracedSheet | null, book: TracedBook): TracedFormula {
  const parts: (string | Reference)[] = [];
  let done = 0;
  for (const found of findReferences(text)) {
    const prefix = found.prefix === null ? null : text.slice(found.prefix.start, found.prefix.end);
    const sheet = prefix === null ? home : book.sheets.find(({ name }) => namesSheet(prefix, name));
    if (!sheet) continue;
    const ends = (axis: AxisName): Ends | null => {
      const part = axis === 'rows' ? 'row' : 'column';
      if (found.first[part] === 0) return null;
      const end = (number: number): End => sheet[axis][number - 1] ?? number - sheet[axis].length;
      return {
        first: end(found.first[part]),
        last: end(found.last[part]),
        firstFixed: found.first[`${part}Fixed`],
        lastFixed: found.last[`${part}Fixed`],
      };
    };
    const start = found.prefix?.start ?? found.start;
    if (start > done) parts.push(text.slice(done, start));
    parts.push({ sheet: sheet.key, own: prefix === null, rows: ends('rows'), columns: ends('columns'), join: found.join });
    done = found.end;
  }
  if (done < text.length || parts.length === 0) parts.push(text.slice(done));
  return parts;
}

/** The formula as A1 text without `=`. */
export function writeFormula(formula: TracedFormula, book: TracedBook): string {
  return formula.map((part) => (typeof part === 'string' ? part : writeReference(part, book))).join('');
}

function writeReference(reference: Reference, book: TracedBook): string {
  const { own, rows, columns, join } = reference;
  const sheet = book.sheetOf(reference.sheet);
  if (sheet === undefined) throw new Error('a reference to a sheet that is gone');
  const corner = (which: 'first' | 'last'): string => {
    const column = columns === null ? 0 : Math.min(sheet.placeOf('columns', columns[which]), MAX_COLUMN);
    const row = rows === null ? 0 : Math.min(sheet.placeOf('rows', rows[which]), MAX_ROW);
    return (
      (columns === null ? '' : (columns[`${which}Fixed`] ? '$' : '') + columnName(column)) +
      (rows === null ? '' : (rows[`${which}Fixed`] ? '$' : '') + row)
    );
  };
  const prefix = own ? '' : `${quoteSheetName(sheet.name)}!`;
  return prefix + corner('first') + (join === '' ? '' : join + corner('last'));
}
