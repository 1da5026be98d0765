import { UNEXPLAINED } from '../app/withBridges';
import type { Headline } from '../core/compare/Comparison';
import { showSigned } from './showSigned';
import { showValue } from './showValue';

/** Bars beyond these are told as one. */
const MOST_BARS = 8;
const LONGEST_NAME = 72;

/** From official to yours, one line a driver with its amount; the small ones together, and those that make nothing not at all. */
export function renderBridge({ official, local, bridge, format, exact }: Headline): string[] {
  const bars = bridge.filter(({ driver, amount }) => amount !== 0 && driver !== UNEXPLAINED);
  const shown = bars.length > MOST_BARS ? bars.slice(0, MOST_BARS - 1) : bars;
  const others = bars.slice(shown.length);
  const rest = bridge.find(({ driver }) => driver === UNEXPLAINED);
  const rows: [string, string][] = [
    ['Official', showValue(official, format)],
    ...shown.map(({ driver, amount }): [string, string] => [driver, showSigned(amount, format)]),
    ...(others.length > 0 ? [[`Other (${others.length})`, showSigned(sum(others), format)] as [string, string]] : []),
    ...(rest ? [['Not explained', showSigned(rest.amount, format)] as [string, string]] : []),
    ['Yours', showValue(local, format)],
  ];
  const names = rows.map(([name]) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name));
  const width = Math.max(...names.map(({ length }) => length));
  const amounts = Math.max(...rows.map(([, amount]) => amount.length));
  const lines = rows.map(([, amount], k) => `  ${names[k]!.padEnd(width)}  ${amount.padStart(amounts)}`);
  return exact || rest ? lines : [...lines, '  The amounts are estimates; they sum to the gap.'];
}

function sum(bars: Headline['bridge']): number {
  return bars.reduce((total, { amount }) => total + amount, 0);
}
