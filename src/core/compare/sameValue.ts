import type { Snapshot } from '../workbook/Snapshot';

/** Days between the two date systems' zero. */
const DATE_SYSTEM_SHIFT = 1462;

/** What is added to a day of the local workbook to have it in the official one's date system. */
export function daysBetween(official: Pick<Snapshot, 'dateSystem'>, local: Pick<Snapshot, 'dateSystem'>): number {
  return local.dateSystem === official.dateSystem ? 0 : local.dateSystem === 1904 ? DATE_SYSTEM_SHIFT : -DATE_SYSTEM_SHIFT;
}

/** Results of formulas this close to each other, relative to 1 or to the numbers they read, are one: what is left of subtracting equals. */
export const NOISE = 1e-12;

/** True when two numbers are equal but for a relative tolerance; `noise` also forgives what subtraction leaves behind. */
export function sameNumber(a: number, b: number, tolerance: number, noise: boolean): boolean {
  if (a === b) return true;
  const gap = Math.abs(a - b);
  return gap <= tolerance * Math.max(Math.abs(a), Math.abs(b)) || (noise && gap <= NOISE) || (Number.isNaN(a) && Number.isNaN(b));
}

/** What a text cell and the number in it, or two texts, differ by, when it is next to nothing; else an empty text. */
export function noteOnTexts(a: string, b: string): string {
  if (a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()) return 'only spaces differ';
  if (a.toLowerCase() === b.toLowerCase()) return 'only capitals differ';
  return '';
}

/** The number that Excel would take a text for when it is typed in: `1,200`, `(5)`, `12%`, `$3.50`; null for any other text. */
function numberOfText(text: string): number | null {
  const match = /^(\(?)([-+]?)[$€£¥]?([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[-+]?\d+)?(%?)(\)?)$/i.exec(
    text.replace(/\s/g, ''),
  );
  if (match === null) return null;
  const [, opened, before, after, digits, power = '', percent, closed] = match;
  const signed = before !== '' || after !== '';
  if ((opened === '') !== (closed === '') || (before !== '' && after !== '') || (opened !== '' && signed)) return null;
  const size = Number(digits!.replace(/,/g, '') + power);
  // Divided as text is read, so that `0.7%` is 0.007 to the last digit.
  const value = percent === '' ? size : Number(`${size}e-2`);
  return opened !== '' || before === '-' || after === '-' ? -value : value;
}

/** True when this is a text that Excel would read as that number. */
export function isNumberAsText(text: string, number: number): boolean {
  const value = numberOfText(text);
  return value !== null && sameNumber(value, number, NOISE, false);
}
