import { bridgeHeadlines } from '../core/explain/bridgeHeadlines';
import type { Bridge } from '../core/explain/Bridge';
import type { Driver } from '../core/explain/Driver';
import { groupCoalitions, joinDependent } from '../core/explain/joinDependent';
import { groupDrivers } from '../core/explain/groupDrivers';
import { switchOf } from '../core/explain/switchOf';
import { cellOfName } from '../core/compare/compareNames';
import type { Headline } from '../core/compare/Comparison';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import { rememberCoalitions } from '../core/explain/rememberCoalitions';
import { createHeaders } from '../core/workbook/createHeaders';
import { stepsBetween, type Steps } from '../core/Steps';
import type { Snapshot } from '../core/workbook/Snapshot';
import type { ComparedWorkbooks } from './compareWorkbooks';
import { fewestOfAll, type FewestOfAll } from './fewestOfAll';
import type { AskedCell, CellPlace, DoubtfulCell, ModelCalculator } from './ports/ModelCalculator';

/** Why the headlines differ. JSON-safe. */
export interface Explanation {
  readonly drivers: readonly Driver[];
  /** Of the headlines that differ and are numbers in both workbooks, in their order. */
  readonly bridges: readonly Bridge[];
  /** Headlines that some mixture of the two models gives no number for, so that they have no bridge. */
  readonly unbridged: readonly string[];
  /** The fewest drivers that bring all headlines to official; null when there are none or it cannot be told. */
  readonly fewest: FewestOfAll | null;
  /** Cells whose part in the gaps cannot be told. */
  readonly doubts: readonly DoubtfulCell[];
}

/** More drivers than these are put together. */
const MOST_DRIVERS = 20;
/** About this share of the time goes before the first mixture is calculated. */
const BUILDING = 0.3;
/** Where bridges are made and only the fewest drivers are to be found. */
const BRIDGING = 0.95;

/**
 * Splits the gap of every headline over the drivers that make it, in steps; nothing is calculated when all headlines agree.
 */
export function* explainGaps(
  compared: ComparedWorkbooks,
  calculator: ModelCalculator,
  locale: string,
  options: ToleranceOptions = {},
): Steps<Explanation> {
  const { official, local, comparison } = compared;
  const headers = { official: createHeaders(official, locale), local: createHeaders(local, locale) };
  const grouped = groupDrivers(comparison.differences, headers, MOST_DRIVERS);
  const byId = new Map(comparison.differences.map((difference) => [difference.id, difference]));
  const switches = grouped.map(({ causes }) =>
    switchOf(
      causes.map((id) => byId.get(id)!),
      { official, local },
    ),
  );
  const gaps = comparison.headlines.filter(({ gap, ties }) => gap !== null && !ties);
  if (gaps.length === 0) return { drivers: grouped, bridges: [], unbridged: [], fewest: null, doubts: [] };
  const cells = gaps.map((headline) => askedCell(headline, official, local));
  const combined = yield* stepsBetween(0, BUILDING, calculator.combine(compared, switches, cells));
  const groups = yield* stepsBetween(BUILDING, 1, joinDependent(combined));
  const drivers = groups.map((group) => joinDrivers(group.map((driver) => grouped[driver]!)));
  const coalitions = rememberCoalitions(groupCoalitions(combined, groups));
  const bridging = bridgeHeadlines(
    coalitions,
    gaps.map(({ name, official: ours, local: theirs }) => ({ name, official: Number(ours), local: Number(theirs) })),
    drivers.map(({ id }) => id),
  );
  const bridges = yield* stepsBetween(BUILDING, BRIDGING, bridging);
  const isWhole = bridges.every((bridge) => bridge !== null);
  const choosing = fewestOfAll(compared, gaps, coalitions, drivers, calculator, options);
  const fewest = isWhole ? yield* stepsBetween(BRIDGING, 1, choosing) : null;
  return {
    drivers,
    fewest,
    bridges: bridges.filter((bridge) => bridge !== null),
    unbridged: gaps.filter((_, k) => bridges[k] === null).map(({ name }) => name),
    doubts: combined.doubts(),
  };
}

function joinDrivers(drivers: readonly Driver[]): Driver {
  const [first] = drivers;
  return drivers.length === 1
    ? first!
    : { ...first!, name: drivers.map(({ name }) => name).join(' + '), causes: drivers.flatMap(({ causes }) => causes) };
}

function askedCell({ officialAddress, localAddress }: Headline, official: Snapshot, local: Snapshot): AskedCell {
  const place = (snapshot: Snapshot, address: string | null): CellPlace | null => (address === null ? null : cellOfName(snapshot, address));
  return { official: place(official, officialAddress), local: place(local, localAddress) };
}
