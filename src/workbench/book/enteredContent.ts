import { getFormatFromId, parseValue } from 'numfmt';
import type { CellContent } from '../../core/sync/SyncPlan';

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!']);
/** Serial numbers of 1904 workbooks are smaller by this much. */
const DAYS_TO_1904 = 1462;
const DATE_IN_FORMAT = /[ymd]/i;

/**
 * What a cell of number format `format` holds after someone enters `input` the way Excel takes it in English: `=…` is a formula; a
 * text that reads as a number, percentage, amount, date, truth value or error becomes one, and its format with it where the cell has
 * none, unless the cell is formatted as text (`@`) or the text starts with an apostrophe. An empty text clears.
 */
export function enteredContent(input: unknown, format: string, dateSystem: 1900 | 1904 = 1900): CellContent {
  if (typeof input === 'number' || typeof input === 'boolean') return { formula: null, value: input, format: null };
  if (input === null || input === undefined || input === '') return { formula: null, value: null, format: null };
  const text = String(input);
  if (format === '@') return { formula: null, value: text, format: null };
  if (text.startsWith('=') && text.length > 1) return { formula: text, value: 0, format: null };
  if (text.startsWith("'")) return { formula: null, value: text.slice(1), format: null };
  const error = text.trim().toUpperCase();
  if (ERRORS.has(error)) return { formula: null, value: { error }, format: null };
  const read = parseValue(text);
  if (!read || typeof read.value !== 'number') return { formula: null, value: read ? read.value : text, format: null };
  const written = read.formatId === undefined ? null : getFormatFromId(read.formatId);
  const isDate = written !== null && DATE_IN_FORMAT.test(written);
  return {
    formula: null,
    value: isDate && dateSystem === 1904 ? read.value - DAYS_TO_1904 : read.value,
    format: format === 'General' ? written : null,
  };
}
