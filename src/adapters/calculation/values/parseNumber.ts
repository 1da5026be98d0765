import { currentDateSystem } from '../model/formulaContext';
import { Unknowable } from '../model/interruptions';
import type { DateSystem } from './calendar';
import { parseDateTime } from './parseDateTime';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const GROUPED = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
/** Commas with three digits behind them in places where Excel sets none. */
const ODDLY_GROUPED = /^[-+]?\d+(?:,\d{3,})+(?:\.\d*)?$/;
const FRACTION = /^([-+]?)(\d+) +(\d{1,5})\/(\d{1,5})$/;
/** Currencies that only a computer set up for them takes for part of a number. */
const FOREIGN = /^([-+]?)\s*[£¥]|\d\s*[£¥]$/;

/** No sign, date or time makes a number longer. */
const LONGEST = 255;

/**
 * The number that a text says as Excel in English (US) reads it, percent signs, dollar and euro signs, thousands, brackets, fractions,
 * dates and times included; null when it says none. Dates are counted as in the workbook whose formula is calculated.
 */
export function parseNumber(text: string, system: DateSystem = currentDateSystem()): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.length > LONGEST) return NUMBER.test(trimmed) ? finite(Number(trimmed)) : null;
  return parseAmount(trimmed) ?? parseMoment(text, system);
}

/** The number that a text says which is no date and no time. */
function parseAmount(text: string): number | null {
  const bracketed = /^([$€]?)\s*\((.*)\)$/.exec(text);
  let rest = bracketed === null ? text : `${bracketed[1]}${bracketed[2]!.trim()}`;
  if (bracketed !== null && /^[$€]?\s*[-+]/.test(rest)) return null;
  const percent = /^%|%$/.test(rest);
  if (percent) rest = rest.replace(/^%\s*|\s*%$/, '');
  const digits = rest.replace(/^([-+]?)\s*[$€]\s*/, '$1').replace(/(\d)\s*€$/, '$1');
  const value = parsePlain(digits);
  if (value === null) {
    if (ODDLY_GROUPED.test(digits) || FOREIGN.test(rest)) throw new Unknowable('doubt', `the number "${text}"`);
    return null;
  }
  const signed = bracketed === null ? value : -value;
  const result = percent ? signed / 100 : signed;
  return finite(result);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function parsePlain(text: string): number | null {
  if (NUMBER.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replace(/,/g, ''));
  const [, sign, whole, numerator, denominator] = FRACTION.exec(text) ?? [];
  if (whole === undefined || Number(denominator) === 0) return null;
  const size = Number(whole) + Number(numerator) / Number(denominator);
  return sign === '-' ? -size : size;
}

function parseMoment(text: string, system: DateSystem): number | null {
  const parsed = parseDateTime(text, system);
  // A date with spaces around it is none.
  if (parsed === null || (parsed.date !== null && text !== text.trim())) return null;
  return (parsed.date ?? 0) + (parsed.time ?? 0);
}
