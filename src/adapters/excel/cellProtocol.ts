import { isCellError, type CellValue } from '../../core/workbook/CellValue';
import type { CellContent } from '../../core/sync/SyncPlan';

/** The parts of a range that say what its cells hold, as Office gives them. */
export interface RangeParts {
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/** What to load so that `contentIn` can read it. */
export const RANGE_PARTS = 'formulas,values,valueTypes,numberFormat';

/** What a cell of a loaded range holds, by its row and column in the range. */
export function contentIn(range: RangeParts, row: number, column: number): CellContent {
  const formula = range.formulas[row]?.[column];
  const value = range.values[row]?.[column];
  const format = range.numberFormat[row]?.[column];
  // A text that begins with `=` is given as it is in both; no formula gives its own text as its value.
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return {
    formula: isFormula ? formula : null,
    value: decodeValue(value, range.valueTypes[row]?.[column], isFormula),
    format: typeof format === 'string' ? format : null,
  };
}

/** A value as Office gives it, and its type; a formula's empty text stays a text. */
export function decodeValue(value: unknown, type: string | undefined, isFormula: boolean): CellValue {
  if (type === 'Error') return { error: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined || type === 'Empty') return null;
  const text = String(value);
  return text === '' && !isFormula ? null : text;
}

/**
 * What to write into `Range.formulas` so that a cell of number format `format` comes to hold the content: a text which
 * Excel would take for a formula, number, date, truth value or error gets an apostrophe in front, which Excel removes.
 */
export function encodeContent({ formula, value }: CellContent, format: string | null): string | number | boolean {
  if (formula !== null) return formula;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value !== 'string') return value;
  // A cell formatted as text keeps every text; only the apostrophe itself would go.
  if (format === '@') return value;
  return isPlainText(value) ? value : `'${value}`;
}

/** Letters that start no date (`Mar 5`, `SEPT2`) and no truth value; anything else gets the apostrophe. */
function isPlainText(text: string): boolean {
  return /^\p{L}/u.test(text) && !/^\p{L}{3,}[\s.\-/,]*\d/u.test(text) && !/^(?:true|false)$/i.test(text.trim());
}
