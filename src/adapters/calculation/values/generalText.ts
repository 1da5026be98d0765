/** Excel shows numbers with at most fifteen digits. */
const DIGITS = 15;

/** The number at the fifteen digits that Excel keeps. */
export function toFifteenDigits(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** A number as Excel makes a text of it, `0.1`, `1E+20`. */
export function generalText(value: number): string {
  if (value === 0) return '0';
  const [mantissa = '', exponentText = '0'] = value.toExponential(DIGITS - 1).split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace(/\.?0+$/, '');
  if (exponent < -9 || exponent > 20 || (exponent < 0 && digits.replace(/[-.]/g, '').length - exponent > 20))
    return `${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  const places = Math.max(0, digits.replace(/[-.]/g, '').length - 1 - exponent);
  return Number(`${digits}e${exponent}`).toFixed(Math.min(100, places));
}
