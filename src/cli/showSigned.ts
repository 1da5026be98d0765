import { showAmount } from './showValue';

/** By how much a headline moves, with its sign; of a percentage in points. */
export function showSigned(amount: number, format: string): string {
  if (format.includes('%')) {
    const points = (amount * 100).toLocaleString('en-US', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
    return `${points.replace('-', '−')} points`;
  }
  return `${amount < 0 ? '−' : '+'}${showAmount(Math.abs(amount), format)}`;
}
