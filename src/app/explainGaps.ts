import { bridgeHeadlines } from '../core/explain/bridgeHeadlines';
import type { Bridge } from '../core/explain/Bridge';
import type { Driver } from '../core/explain/Driver';
import { groupCoalitions, joinDependent } from '../core/explain/joinDependent';
import { groupDrivers } from '../core/explain/groupDrivers';
import { switchOf } from '../core/explain/switchOf';
import { cellOfName } from '../core/compare/compareNames';
import type { Headline } from '../core/compare/Comparison';
import { createHeaders } from '../core/workbook/createHeaders';
import { stepsBetween, type Steps } from '../core/Steps';
import type { Snapshot } from '../core/workbook/Snapshot';
import type { ComparedWorkbooks } from './compareWorkbooks';
import type { AskedCell, CellPlace, DoubtfulCell, ModelCalculator } from './ports/ModelCalculator';

/** Why the headlines differ. JSON-safe. */
export interface Explanation {
  readonly drivers: readonly Driver[];
  /** Of the headlines that differ and are numbers in both workbooks, in their order. */
  readonly bridges: readonly Bridge[];
  /** Headlines that some mixture of the two models gives no number for, so that they have no bridge. */
  readonly unbridged: readonly string[];
  /** Cells whose part in the gaps cannot be told. */
  readonly doubts: readonly DoubtfulCell[];
}

/** More drivers than these are put together. */
const MOST_DRIVERS = 20;
/** About this share of the time goes before the first mixture is calculated. */
const BUILDING = 0.3;

/**
 * Splits the gap of every headline over the drivers that make it, in steps; nothing is calculated when all headlines agree.
 */
export function* explainGaps(compared: ComparedWorkbooks, calculator: ModelCalculator, locale: string): Steps<Explanation> {
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
  if (gaps.length === 0) return { drivers: grouped, bridges: [], unbridged: [], doubts: [] };
  const cells = gaps.map((headline) => askedCell(headline, official, local));
  const combined = yield* stepsBetween(0, BUILDING, calculator.combine(compared, switches, cells));
  const groups = yield* stepsBetween(BUILDING, 1, joinDependent(combined));
  const drivers = groups.map((group) => joinDrivers(group.map((driver) => grouped[driver]!)));
  const bridging = bridgeHeadlines(
    groupCoalitions(combined, groups),
    gaps.map(({ name, official: ours, local: theirs }) => ({ name, official: Number(ours), local: Number(theirs) })),
    drivers.map(({ id }) => id),
  );
  const bridges = yield* stepsBetween(BUILDING, 1, bridging);
  return {
    drivers,
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
