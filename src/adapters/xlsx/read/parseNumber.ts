const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
/** 15 digits always fit a double exactly. */
const EXACT_DIGITS = 15;
const SPLITTER = 134_217_729;
/** More than the division below can be wrong by, relative to its result. */
const DOUBT = 2 ** -100;

/**
 * The number written between two positions of ASCII bytes, rounded as JavaScript rounds; NaN when it is none. Up to 15
 * digits divide by an exact power of ten (Clinger 1990); up to 22 do so in twice the precision (Dekker 1971), because
 * results of formulas mostly have 17; the rest, and what lies too near the middle of two doubles, goes through text.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative) at++;
  const first = at;
  let high = 0;
  let low = 0;
  let highDigits = 0;
  let lowDigits = 0;
  let point = -1;
  for (; at < end; at++) {
    const code = bytes[at]!;
    if (code >= 48 && code <= 57) {
      if (highDigits < EXACT_DIGITS) {
        high = high * 10 + code - 48;
        if (high > 0) highDigits++;
      } else {
        low = low * 10 + code - 48;
        lowDigits++;
      }
    } else if (code === 46 && point < 0) point = at;
    else return parseSlowly(bytes, start, end);
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  if (decimals > 22 || lowDigits > 7 || end - first === (point < 0 ? 0 : 1)) return parseSlowly(bytes, start, end);
  let value = high;
  if (lowDigits > 0) value = dividePrecisely(high, POWERS[lowDigits]!, low, POWERS[decimals]!);
  else if (decimals > 0) value = high / POWERS[decimals]!;
  if (value !== value) return parseSlowly(bytes, start, end);
  // Not -0, which Excel does not know.
  return negative ? 0 - value : value;
}

/** (high × scale + low) ÷ divisor, rounded once; NaN when the rounding is in doubt. */
function dividePrecisely(high: number, scale: number, low: number, divisor: number): number {
  const product = high * scale;
  const sum = product + low;
  const rest = low - (sum - product) + productError(high, scale, product);
  const quotient = sum / divisor;
  const back = quotient * divisor;
  const correction = (sum - back - productError(quotient, divisor, back) + rest) / divisor;
  const doubt = quotient * DOUBT;
  const value = quotient + (correction + doubt);
  return value === quotient + (correction - doubt) ? value : NaN;
}

/** What rounding took from one × other. */
function productError(one: number, other: number, product: number): number {
  const oneShifted = one * SPLITTER;
  const oneHigh = oneShifted - (oneShifted - one);
  const oneLow = one - oneHigh;
  const otherShifted = other * SPLITTER;
  const otherHigh = otherShifted - (otherShifted - other);
  const otherLow = other - otherHigh;
  return oneLow * otherLow - (product - oneHigh * otherHigh - oneLow * otherHigh - oneHigh * otherLow);
}

/** Through text: exponents, very many digits and white space. */
function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return NaN;
  let text = '';
  for (let at = start; at < end; at++) {
    const code = bytes[at]!;
    const inNumber = (code >= 48 && code <= 57) || code === 46 || code === 45 || code === 43 || code === 69 || code === 101;
    if (inNumber) text += String.fromCharCode(code);
    else if (code > 32) return NaN;
  }
  return text === '' ? NaN : Number(text) + 0;
}
