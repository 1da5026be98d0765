import { getFormatInfo, tokenize } from 'numfmt';

/** The unit that a number format gives to numbers. */
export interface Unit {
  /** What a number is multiplied by to be shown: 100 for percent, 0.001 for thousands. */
  readonly scale: number;
  /** A currency's sign or code, such as `€`; empty for none. */
  readonly currency: string;
  readonly date: boolean;
}

const CURRENCY = /[$€£¥₹₽₩₪₺]|\b(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|SEK|NOK|DKK|BRL|MXN|ZAR)\b/;
const CODES: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', INR: '₹' };
const known = new Map<string, Unit>();

/** The unit of a number format code; a code that is none counts as plain numbers. */
export function unitOf(format: string): Unit {
  let unit = known.get(format);
  if (unit === undefined) {
    if (known.size > 10_000) known.clear();
    known.set(format, (unit = readUnit(format)));
  }
  return unit;
}

function readUnit(format: string): Unit {
  try {
    const { scale, isDate } = getFormatInfo(format);
    const sign = tokenize(format)
      .filter(({ type }) => type === 'CURRENCY' || type === 'STRING' || type === 'LOCALE' || type === 'ESCAPED' || type === 'CHAR')
      // `[$-409]` is a language and no currency.
      .map(({ type, raw }) => (type === 'LOCALE' ? raw.replace(/^\[\$([^-\]]*).*$/, '$1') : raw))
      .join('');
    const currency = CURRENCY.exec(sign)?.[0] ?? '';
    return { scale, currency: CODES[currency] ?? currency, date: isDate };
  } catch {
    return { scale: 1, currency: '', date: false };
  }
}
