import type { Headline } from '../core/compare/Comparison';
import { sameNumber } from '../core/compare/sameValue';
import { Tolerances, type ToleranceOptions } from '../core/compare/Tolerances';
import type { Coalitions } from '../core/explain/Coalitions';
import type { Driver } from '../core/explain/Driver';
import { fewestForAll } from '../core/explain/fewestForAll';
import { toleranceOfHeadline } from '../core/headlines/toleranceOfHeadline';
import type { Steps } from '../core/Steps';
import type { ComparedWorkbooks } from './compareWorkbooks';
import type { ModelCalculator } from './ports/ModelCalculator';
import { headlinesAfter } from './previewHeadlines';

/** The fewest drivers whose sync makes all headlines agree, as calculated. JSON-safe. */
export interface FewestOfAll {
  /** Their ids, and what they are called. */
  readonly drivers: readonly string[];
  readonly names: readonly string[];
  /** Ids of all their causes. */
  readonly causes: readonly string[];
  /** How many headlines they bring to official. */
  readonly headlines: number;
  /** True when no fewer drivers do. */
  readonly exact: boolean;
}

/** Further from agreeing than any number: a mixture that gives no number is no way to go. */
const NO_NUMBER = 1e6;

/**
 * The fewest of the drivers that bring every headline within tolerance when they are synced, those that agree already included; null when
 * that cannot be had or not be told. `gaps` are the headlines that the coalitions give.
 */
export function* fewestOfAll(
  compared: ComparedWorkbooks,
  gaps: readonly Headline[],
  coalitions: Coalitions,
  drivers: readonly Driver[],
  calculator: ModelCalculator,
  options: ToleranceOptions,
): Steps<FewestOfAll | null> {
  const { headlines } = compared.comparison;
  if (headlines.some(({ gap, ties }) => gap === null && !ties)) return null;
  const tolerances = new Tolerances(options);
  const agrees = (headline: Headline, value: number | null): boolean =>
    value !== null && sameNumber(Number(headline.official), value, toleranceOfHeadline(headline, compared, tolerances), true);
  const distances = gaps.map((headline) => (value: number | null) => {
    if (agrees(headline, value)) return 0;
    return value === null ? NO_NUMBER : Math.max(Number.MIN_VALUE, Math.abs((value - Number(headline.official)) / headline.gap!));
  });
  const found = yield* fewestForAll(coalitions, distances);
  if (found === null) return null;
  const chosen = found.drivers.map((driver) => drivers[driver]!);
  const causes = chosen.flatMap((driver) => driver.causes);
  // Errors that cancel out today would come to light when only one of them is synced.
  const agreeing = headlines.filter(({ gap, ties }) => gap !== null && ties);
  const after = agreeing.length === 0 ? [] : headlinesAfter(compared, agreeing, new Set(causes), calculator, options);
  if (after.length < agreeing.length || after.some((headline) => !headline.agrees)) return null;
  return { drivers: chosen.map(({ id }) => id), names: chosen.map(({ name }) => name), causes, headlines: gaps.length, exact: found.exact };
}
