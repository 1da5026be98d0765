import { bridgeHeadlines } from '../core/explain/bridgeHeadlines';
import { groupCoalitions, joinDependent } from '../core/explain/joinDependent';
import { groupDrivers } from '../core/explain/groupDrivers';
import { switchOf } from '../core/explain/switchOf';
import { cellOfName } from '../core/compare/compareNames';
import type { Headline } from '../core/compare/Comparison';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import { joinDrivers, putTogether } from '../core/explain/putTogether';
import { AS_FOUND, type Regrouping } from '../core/explain/Regrouping';
import { rememberCoalitions } from '../core/explain/rememberCoalitions';
import { stepsBetween, type Steps } from '../core/Steps';
import type { Snapshot } from '../core/workbook/Snapshot';
import type { ComparedWorkbooks } from './compareWorkbooks';
import { bothHeaders } from './createExplainer';
import { fewestOfAll } from './fewestOfAll';
import type { Explanation } from './Explanation';
import { showApart } from './showApart';
import type { AskedCell, CellPlace, ModelCalculator } from './ports/ModelCalculator';

/** How gaps are to be explained. */
export interface ExplainOptions extends ToleranceOptions {
  readonly regrouping?: Regrouping;
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
  options: ExplainOptions = {},
): Steps<Explanation> {
  const { official, local, comparison } = compared;
  const headers = bothHeaders(compared, locale);
  const { together, apart } = options.regrouping ?? AS_FOUND;
  const nameOf = (causes: ReadonlySet<string>): string => {
    const own = comparison.differences.filter(({ id }) => causes.has(id));
    return joinDrivers(groupDrivers(own, headers, MOST_DRIVERS)).name;
  };
  const grouped = putTogether(groupDrivers(comparison.differences, headers, MOST_DRIVERS), together, nameOf);
  const byId = new Map(comparison.differences.map((difference) => [difference.id, difference]));
  const switches = grouped.map(({ causes }) =>
    switchOf(
      causes.map((id) => byId.get(id)!),
      { official, local },
    ),
  );
  const gaps = comparison.headlines.filter(({ gap, ties }) => gap !== null && !ties);
  if (gaps.length === 0) return { drivers: grouped, bridges: [], unbridged: [], whole: [], fewest: null, doubts: [] };
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
  let explanation: Explanation = {
    drivers,
    whole: [],
    fewest,
    bridges: bridges.filter((bridge) => bridge !== null),
    unbridged: gaps.filter((_, k) => bridges[k] === null).map(({ name }) => name),
    doubts: combined.doubts(),
  };
  for (const causes of apart) {
    const opening = showApart(explanation, causes, { compared, calculator, headers, gaps, cells });
    explanation = yield* stepsBetween(BRIDGING, 1, opening);
  }
  return explanation;
}

function askedCell({ officialAddress, localAddress }: Headline, official: Snapshot, local: Snapshot): AskedCell {
  const place = (snapshot: Snapshot, address: string | null): CellPlace | null => (address === null ? null : cellOfName(snapshot, address));
  return { official: place(official, officialAddress), local: place(local, localAddress) };
}
