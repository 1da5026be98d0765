import { getFormatInfo, tokenize } from 'numfmt';

/** The unit that a number format gives to numbers. */
export interface Unit {
  /** What a number is multiplied by to be shown: 100 for percent, 0.001 for thousands. */
  readonly scale: number;
  /** A currency's sign or code, such as `€`; empty for none. */
  readonly currency: string;
  /** True for days and for times of day. */
  readonly date: boolean;
  /** True for days: what a number means then depends on the workbook's date system, which the time of day does not. */
  readonly day: boolean;
  /** What the last figure stands for, in numbers of the cell: 0.001 for `0.0%`; Infinity where that cannot be said. */
  readonly step: number;
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
    const { scale, isDate, type } = getFormatInfo(format);
    return { scale, currency: readCurrency(format), date: isDate, day: isDate && type !== 'time', step: readStep(format) };
  } catch {
    return { scale: 1, currency: '', date: false, day: false, step: Infinity };
  }
}

/** What a section of a format says besides figures: texts, characters, room, colours, currencies. */
const BESIDES = /"[^"]*"|\\.|_.|\*.|\[(?:black|blue|cyan|green|magenta|red|white|yellow|\$[^\]]*)\]/gi;
const FIGURES = /^[^\w#?./,@%[]*(%*)[^\w#?./,@%[]*[#0?,]*[#0?](,*)(?:\.([#0?]*)(,*))?[^\w#?./,@%[]*(%*)[^\w#?./,@%[]*$/;

/** What the last figure stands for in that section of a format where it stands for most. */
function readStep(format: string): number {
  // The third section is for zero, the fourth for texts; without a condition.
  const sections = format.replace(BESIDES, '').split(';').slice(0, 2);
  return Math.max(...sections.map(stepOfSection));
}

function stepOfSection(section: string): number {
  const figures = FIGURES.exec(section);
  if (figures === null) return Infinity;
  const [, before = '', thousands = '', decimals = '', behind = '', percents = ''] = figures;
  // A second percent sign is not shown by all alike.
  return 1_000 ** (thousands.length + behind.length) / (10 ** decimals.length * (before + percents === '' ? 1 : 100));
}

function readCurrency(format: string): string {
  const tokens = tokenize(format);
  // `[$-409]` is a language and no currency; what stands before the hyphen is one, whether it is known here or not.
  const own = tokens.flatMap(({ type, raw }) => (type === 'LOCALE' ? [/^\[\$([^-\]]*)/.exec(raw)?.[1]?.trim() ?? ''] : [])).find(Boolean);
  const text = tokens
    .filter(({ type }) => type === 'CURRENCY' || type === 'STRING' || type === 'ESCAPED' || type === 'CHAR')
    .map(({ raw }) => raw)
    .join('');
  const currency = own ?? CURRENCY.exec(text)?.[0] ?? '';
  return CODES[currency] ?? currency;
}
