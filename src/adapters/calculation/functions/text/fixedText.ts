const DIGITS = 15;
const LARGEST_EXPONENT = 310;

/** A positive number with so many decimal places, at the fifteen digits that Excel keeps, halves rounded up; thousands in groups or not. */
export function fixedText(value: number, places: number, isGrouped: boolean): string {
  // No number is that large.
  if (places < -LARGEST_EXPONENT) return '0';
  const [mantissa = '', exponent = '0'] = value.toExponential(DIGITS - 1).split('e');
  // The number is this many units of the last digit.
  const units = BigInt(mantissa.replace('.', ''));
  const shift = Number(exponent) - (DIGITS - 1) + places;
  const scaled = shift >= 0 ? units * 10n ** BigInt(shift) : half(units, -shift);
  const digits = places >= 0 ? scaled.toString().padStart(places + 1, '0') : (scaled * 10n ** BigInt(-places)).toString();
  const [whole, fraction] = places > 0 ? [digits.slice(0, -places), digits.slice(-places)] : [digits, ''];
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === '' ? grouped : `${grouped}.${fraction}`;
}

/** The units without their last digits, rounded. */
function half(units: bigint, dropped: number): bigint {
  if (dropped > DIGITS) return 0n;
  const scale = 10n ** BigInt(dropped);
  return (units + scale / 2n) / scale;
}
