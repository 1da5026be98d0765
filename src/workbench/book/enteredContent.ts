import type { CellValue } from '../../core/workbook/CellValue';
import type { CellContent } from '../../core/sync/SyncPlan';

const NUMBER = /^[+-]?(?:\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!']);

/**
 * What a cell of number format `format` holds after someone enters `input` the way Excel takes it: `=…` is a formula, a text that
 * reads as a number, percentage, truth value or error becomes one unless the cell is formatted as text (`@`) or it starts with an
 * apostrophe. An empty text clears. A date written as text stays a text here: pass serial numbers.
 */
export function enteredContent(input: unknown, format: string): CellContent {
  if (typeof input === 'number' || typeof input === 'boolean') return { formula: null, value: input, format: null };
  if (input === null || input === undefined || input === '') return { formula: null, value: null, format: null };
  const text = String(input);
  if (format === '@') return { formula: null, value: text, format: null };
  if (text.startsWith('=') && text.length > 1) return { formula: text, value: 0, format: null };
  return { formula: null, value: coerced(text), format: null };
}

function coerced(text: string): CellValue {
  if (text.startsWith("'")) return text.slice(1);
  const plain = text.trim();
  const upper = plain.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  if (ERRORS.has(upper)) return { error: upper };
  const percent = plain.endsWith('%');
  const digits = percent ? plain.slice(0, -1).trim() : plain;
  if (!NUMBER.test(digits)) return text;
  const number = Number(digits.replace(/,/g, ''));
  return percent ? number / 100 : number;
}
