import { format as applyFormat, isDateFormat } from 'numfmt';
import { isCellError, type CellValue } from './CellValue';
import { withOwnSeparators } from './withOwnSeparators';

/** What a value's text depends on besides its number format: the workbook's date system and a BCP 47 locale such as `de-DE`. */
export interface FormatSettings {
  readonly dateSystem: 1900 | 1904;
  readonly locale: string;
}

/** Days between the two date systems: serial 0 of 1904 is serial 1462 of 1900. */
const DAYS_1900_TO_1904 = 1462;

/**
 * The text a cell shows for a value under a number format code; empty for an empty cell. A code that cannot be
 * used, or one that would show nothing of a value, gives the value in the General format instead.
 */
export function formatValue(value: CellValue, format: string | null, settings: FormatSettings): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  const code = format ?? 'General';
  const shift = settings.dateSystem === 1904 && typeof value === 'number' && dates(code) ? DAYS_1900_TO_1904 : 0;
  const shown = attempt(code, typeof value === 'number' ? value + shift : value, settings.locale);
  return shown ?? attempt('General', value, settings.locale) ?? String(value);
}

/** A value in full: every digit of a number (15 significant, as Excel keeps them), texts as they are; empty for an empty cell. */
export function fullValue(value: CellValue, locale: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value !== 'number') return attempt('General', value, locale) ?? String(value);
  if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6)) return value.toPrecision(15).replace(/\.?0+(?=e)/, '');
  return new Intl.NumberFormat(known(locale), { maximumSignificantDigits: 15 }).format(value);
}

function attempt(code: string, value: number | string | boolean, locale: string): string | null {
  const shown = applyFormat(withOwnSeparators(code), value, { locale: known(locale), throws: false, invalid: '' }).trim();
  return shown === '' ? null : shown;
}

const dateCodes = new Map<string, boolean>();

function dates(code: string): boolean {
  let answer = dateCodes.get(code);
  if (answer === undefined) {
    try {
      answer = isDateFormat(code);
    } catch {
      answer = false;
    }
    dateCodes.set(code, answer);
  }
  return answer;
}

const knownLocales = new Map<string, string>();

/** The locale itself, or `en-US` when it is not one that numbers can be written in. */
function known(locale: string): string {
  let answer = knownLocales.get(locale);
  if (answer === undefined) {
    try {
      answer = Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en-US';
    } catch {
      answer = 'en-US';
    }
    knownLocales.set(locale, answer);
  }
  return answer;
}
