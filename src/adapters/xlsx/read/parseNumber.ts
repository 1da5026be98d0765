const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const MOST_EXACT = 9_007_199_254_740_991;

/**
 * The number written between two positions of ASCII bytes; NaN when it is none. Digits that fit a double exactly,
 * divided by a power of ten that does too, round right (Clinger 1990); all else goes through text.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative) at++;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const code = bytes[at]!;
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === 46 && point < 0) point = at;
    else return parseSlowly(bytes, start, end);
    if (digits > MOST_EXACT) return parseSlowly(bytes, start, end);
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  const digitCount = end - start - (negative ? 1 : 0) - (point < 0 ? 0 : 1);
  if (decimals > 22 || end - start > 30 || digitCount === 0) return parseSlowly(bytes, start, end);
  const value = decimals === 0 ? digits : digits / POWERS[decimals]!;
  // Not -0, which Excel does not know.
  return negative ? 0 - value : value;
}

/** Through text: for more digits than a double holds exactly (results of formulas often have 17), exponents and white space. */
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
