import type { Headline } from '../core/compare/Comparison';
import type { Bridge, BridgeBar } from '../core/explain/Bridge';
import type { Driver } from '../core/explain/Driver';
import { groupDrivers } from '../core/explain/groupDrivers';
import { openDriver } from '../core/explain/openDriver';
import { joinDrivers } from '../core/explain/putTogether';
import { switchOf } from '../core/explain/switchOf';
import type { Steps } from '../core/Steps';
import type { ComparedWorkbooks } from './compareWorkbooks';
import type { BothHeaders } from './createExplainer';
import type { Explanation } from './Explanation';
import type { AskedCell, ModelCalculator } from './ports/ModelCalculator';

/** What is needed to calculate with other drivers. */
export interface GapContext {
  readonly compared: ComparedWorkbooks;
  readonly calculator: ModelCalculator;
  readonly headers: BothHeaders;
  /** The headlines that are explained, and where they stand. */
  readonly gaps: readonly Headline[];
  readonly cells: readonly AskedCell[];
}

/** A driver is shown in so many parts at most; what is left over is one of them. */
const MOST_PARTS = 10;
/** So many can be calculated with. */
const MOST_PLAYERS = 30;

/**
 * The explanation with one driver in its parts: those of finer labels, else its causes. Parts share out what the driver makes and all
 * others keep their amounts. `causes` are those of the driver; where no driver has them any more nothing changes, and one whose parts
 * cannot stand alone is named among `whole`.
 */
export function* showApart(explanation: Explanation, causes: readonly string[], context: GapContext): Steps<Explanation> {
  const { compared, calculator, gaps, cells } = context;
  const asked = new Set(causes);
  const driver = explanation.drivers.find((one) => one.causes.length > 1 && one.causes.every((id) => asked.has(id)));
  if (driver === undefined) return explanation;
  const others = explanation.drivers.filter((one) => one !== driver);
  const parts = partsOf(driver, context, Math.min(MOST_PARTS, MOST_PLAYERS - others.length));
  const byId = new Map(compared.comparison.differences.map((difference) => [difference.id, difference]));
  const switches = [...parts, ...others].map((one) =>
    switchOf(
      one.causes.map((id) => byId.get(id)!),
      compared,
    ),
  );
  const combined = yield* calculator.combine(compared, switches, cells);
  const bridgeOf = (headline: Headline): Bridge | undefined => explanation.bridges.find((bridge) => bridge.headline === headline.name);
  const barOf = (headline: Headline): BridgeBar | undefined => bridgeOf(headline)?.bars.find((bar) => bar.driver === driver.id);
  const opened = yield* openDriver(
    combined,
    parts.length,
    gaps.map((headline) => barOf(headline)?.amount ?? 0),
    gaps.map(({ gap }) => gap ?? 0),
  );
  const own = opened.parts.map((group) => joinDrivers(group.map((part) => parts[part]!)));
  const isTold = gaps.every((headline, k) => bridgeOf(headline) === undefined || opened.headlines[k] !== null);
  if (own.length < 2 || !isTold) return { ...explanation, whole: [...explanation.whole, driver.name] };
  const ids = own.map(({ id }) => id);
  const spread = (list: readonly string[]): readonly string[] => list.flatMap((id) => (id === driver.id ? ids : [id]));
  const bridges = explanation.bridges.map((bridge): Bridge => {
    const told = opened.headlines[gaps.findIndex(({ name }) => name === bridge.headline)];
    const hasBar = bridge.bars.some((bar) => bar.driver === driver.id);
    const bars = bridge.bars.flatMap((bar): readonly BridgeBar[] =>
      bar.driver === driver.id ? ids.map((id, k) => ({ driver: id, amount: told!.amounts[k]!, error: told!.errors[k]! })) : [bar],
    );
    return {
      ...bridge,
      bars: bars.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
      exact: bridge.exact && (!hasBar || told!.exact),
      interactions: bridge.interactions.filter((one) => !one.drivers.includes(driver.id)),
      apart: spread(bridge.apart),
      fewest: bridge.fewest && spread(bridge.fewest),
    };
  });
  const { fewest } = explanation;
  return {
    ...explanation,
    drivers: explanation.drivers.flatMap((one) => (one === driver ? own : [one])),
    bridges,
    fewest: fewest && { ...fewest, drivers: spread(fewest.drivers) },
  };
}

function partsOf({ causes, name }: Driver, { compared, headers }: GapContext, most: number): readonly Driver[] {
  const wanted = new Set(causes);
  const differences = compared.comparison.differences.filter(({ id }) => wanted.has(id));
  const finer = groupDrivers(differences, headers, most);
  const single = differences.flatMap((difference) => groupDrivers([difference], headers, 1));
  const parts = finer.length > 1 ? finer : single;
  if (parts.length <= most) return parts;
  return [...parts.slice(0, most - 1), { ...joinDrivers(parts.slice(most - 1)), name: `Others of ${name}` }];
}
