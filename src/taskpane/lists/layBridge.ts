import type { Explanation } from '../../app/Explanation';
import type { Bridge } from '../../core/explain/Bridge';
import type { Driver } from '../../core/explain/Driver';

/** A bridge as it is drawn: bars from official to yours. Places run from 0, where bars begin, to 1. */
export interface BridgeLayout {
  readonly official: BarPlace;
  readonly bars: readonly DriverBar[];
  /** The small ones, to be shown as one. */
  readonly others: readonly DriverBar[];
  /** All of `others` as one; null when there are none. */
  readonly other: Bar | null;
  readonly unexplained: Bar | null;
  readonly yours: BarPlace;
  /** True when the bars of official and yours do not begin at nothing, as the gap would be too small to be seen beside them. */
  readonly cut: boolean;
  /** Drivers that make nothing of the gap. */
  readonly apart: readonly Driver[];
}

export interface BarPlace {
  readonly from: number;
  readonly to: number;
}

export interface Bar extends BarPlace {
  readonly amount: number;
  /** Of the gap; negative where it works against it. */
  readonly share: number;
}

export interface DriverBar extends Bar {
  readonly driver: Driver;
}

/** More bars than these do not help. */
const MOST_BARS = 8;
/** Of the gap, the share below which a bar is small. */
const SMALL = 0.01;
/** Where the gap is a smaller part than this of what it stands on, the bars are cut. */
const VISIBLE = 0.4;
/** What is left of bars that are cut, as a share of the room. */
const STUB = 0.3;

/** Lays out the bridge of a headline that is worth `official`. */
export function layBridge(bridge: Bridge, official: number, { drivers }: Pick<Explanation, 'drivers'>): BridgeLayout {
  const byId = new Map(drivers.map((driver) => [driver.id, driver]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const making = bridge.bars.filter(({ amount, driver }) => amount !== 0 && byId.has(driver));
  const shown = Math.max(1, firstSmall(making, bridge.gap));
  const place = scaleOf(official, [...making.map(({ amount }) => amount), bridge.unexplained]);
  let at = official;
  const bar = (amount: number): Bar => {
    const from = at;
    at += amount;
    return { from: place.of(from), to: place.of(at), amount, share: amount / bridge.gap };
  };
  const all = making.map(({ driver, amount }): DriverBar => ({ ...bar(amount), driver: byId.get(driver)! }));
  const others = all.slice(shown);
  const sum = others.reduce((total, { amount }) => total + amount, 0);
  return {
    official: { from: place.zero, to: place.of(official) },
    bars: all.slice(0, shown),
    others,
    other: others.length === 0 ? null : { from: others[0]!.from, to: others.at(-1)!.to, amount: sum, share: sum / bridge.gap },
    unexplained: bridge.unexplained === 0 ? null : bar(bridge.unexplained),
    yours: { from: place.zero, to: place.of(official + bridge.gap) },
    cut: place.cut,
    apart: known([...bridge.bars.filter(({ amount }) => amount === 0).map(({ driver }) => driver), ...bridge.apart]),
  };
}

/** From which bar on they are shown as one: a single small bar stands by itself. */
function firstSmall(bars: readonly { readonly amount: number }[], gap: number): number {
  const found = bars.findIndex(({ amount }) => Math.abs(amount) < SMALL * Math.abs(gap));
  const small = found < 0 || bars.length - found < 2 ? bars.length : found;
  return bars.length > MOST_BARS ? Math.min(small, MOST_BARS - 1) : small;
}

function scaleOf(official: number, amounts: readonly number[]) {
  const values = [official];
  for (const amount of amounts) values.push(values.at(-1)! + amount);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(official) || 1;
  const cut = low > 0 ? span < VISIBLE * high : high < 0 && span < VISIBLE * -low;
  // Cut bars of negative values begin on the right, where nothing is.
  const [first, last] = cut
    ? low > 0
      ? [low - (span * STUB) / (1 - STUB), high]
      : [low, high + (span * STUB) / (1 - STUB)]
    : [Math.min(0, low), Math.max(0, high)];
  const of = (value: number) => (last === first ? 0 : (value - first) / (last - first));
  return { of, zero: cut ? (low > 0 ? 0 : 1) : of(0), cut };
}
