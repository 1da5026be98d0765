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
  if (decimals > 22 || end - start > 30 || end === start) return parseSlowly(bytes, start, end);
  const value = decimals === 0 ? digits : digits / POWERS[decimals]!;
  return negative ? -value : value;
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return NaN;
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  const trimmed = text.trim();
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(trimmed) ? Number(trimmed) : NaN;
}
