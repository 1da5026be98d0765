import { Unknowable } from '../model/interruptions';
import { daysInMonth, serialOf, type DateSystem } from './calendar';

/** What a text says of a date and a time of day; either may be missing. */
export interface DateTime {
  readonly date: number | null;
  /** In days; more than 1 for more than 24 hours. */
  readonly time: number | null;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const NAME = '([a-z]{3,9})\\.?';
const SEPARATOR = '(?:\\s*[-/,]\\s*|\\s+)';
const TIME = /^(\d{1,4})(?::(\d{1,4})(?::(\d{1,4})(?:\.(\d*))?)?)?(?:\s*(am|pm|a|p))?$/;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,\s]+\S/;

/** Orders in which dates are written in English (US): Y, M and D for numbers, N for a month's name. */
const ORDERS: readonly (readonly [order: string, pattern: RegExp])[] = [
  ['MDY', /^(\d{1,2})\s*[-/]\s*(\d{1,2})\s*[-/]\s*(\d{1,4})$/],
  ['YMD', /^(\d{4})\s*[-/]\s*(\d{1,2})\s*[-/]\s*(\d{1,2})$/],
  ['DNY', new RegExp(`^(\\d{1,2})${SEPARATOR}?${NAME}${SEPARATOR}?(\\d{1,4})$`)],
  ['NDY', new RegExp(`^${NAME}${SEPARATOR}?(\\d{1,2})(?:\\s*[-/,]\\s*|\\s+)(\\d{4}|\\d{1,2})$`)],
  ['NY', new RegExp(`^${NAME}${SEPARATOR}?(\\d{4})$`)],
  ['YN', new RegExp(`^(\\d{4})${SEPARATOR}?${NAME}$`)],
  ['MY', /^(\d{1,2})\s*[-/]\s*(\d{4})$/],
  ['YM', /^(\d{4})\s*[-/]\s*(\d{1,2})$/],
  ['MD', /^(\d{1,2})\s*[-/]\s*(\d{1,2})$/],
  ['DN', new RegExp(`^(\\d{1,2})${SEPARATOR}?${NAME}$`)],
  ['ND', new RegExp(`^${NAME}${SEPARATOR}?(\\d{1,2})$`)],
];

/**
 * The date and the time of day that a text says as Excel in English (US) reads them; null when it says neither. Interrupts the
 * calculation where what it says depends on the day on which, or the computer on which, it is read.
 */
export function parseDateTime(text: string, system: DateSystem): DateTime | null {
  const plain = text.trim().toLowerCase();
  if (plain.length > 60 || !/\d/.test(plain)) return null;
  const time = parseTime(plain);
  if (time !== null) return { date: null, time };
  const date = parseDate(plain, system);
  if (date !== null) return { date, time: null };
  const split = plain.search(/\s\S*:\S*(?:\s*[ap]m?)?$|\s\d+\s*[ap]m?$/);
  if (split > 0) {
    const [day, hours] = [parseDate(plain.slice(0, split).trim(), system), parseTime(plain.slice(split).trim())];
    if (day !== null && hours !== null) return { date: day, time: hours };
  }
  if (WEEKDAY.test(plain)) throw new Unknowable('doubt', `the date "${text}"`);
  return null;
}

function parseTime(text: string): number | null {
  const [, hours, minutes, seconds, fraction, half] = TIME.exec(text) ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined)) return null;
  const parts = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)] as const;
  if (half !== undefined && (parts[0] > 12 || parts[1] > 59 || parts[2] > 59)) return null;
  // Excel takes some of those, as 0:75.
  if (parts[1] > 59 || parts[2] > 59) throw new Unknowable('doubt', `the time "${text}"`);
  const hour = half === undefined ? parts[0] : (parts[0] % 12) + (half.startsWith('p') ? 12 : 0);
  return (hour * 3600 + parts[1] * 60 + parts[2] + Number(`0.${fraction ?? ''}0`)) / 86_400;
}

function parseDate(text: string, system: DateSystem): number | null {
  for (const [order, pattern] of ORDERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const part = (letter: string): string | undefined => match[order.indexOf(letter) + 1 || Infinity];
    const month = order.includes('N') ? monthOf(part('N')!) : Number(part('M'));
    if (month === null) continue;
    const day = Number(part('D') ?? 1);
    const year = yearOf(part('Y'), month, day, text);
    if (year === null || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
    return serialOf(year, month, day, system);
  }
  return null;
}

/** The year that is written, with a century where there is none; null when Excel knows no such year. */
function yearOf(written: string | undefined, month: number, day: number, text: string): number | null {
  if (written === undefined) {
    // What cannot be a day is a year, as in Jan-31; else the year is the current one.
    const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (isDate || day > 31) throw new Unknowable('volatile', `the date "${text}" without a year`);
    return null;
  }
  const year = Number(written);
  if (written.length > 2) return year >= 1900 ? year : null;
  // Which century 30 to 49 means is a setting of the computer.
  if (year >= 30 && year < 50) throw new Unknowable('doubt', `the year of "${text}"`);
  return year < 30 ? 2000 + year : 1900 + year;
}

function monthOf(name: string): number | null {
  const index = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'));
  return index < 0 ? null : index + 1;
}
