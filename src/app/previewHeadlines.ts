import { cellOfName } from '../core/compare/compareNames';
import type { Headline } from '../core/compare/Comparison';
import { sameNumber } from '../core/compare/sameValue';
import { Tolerances, type ToleranceOptions } from '../core/compare/Tolerances';
import { switchOf } from '../core/explain/switchOf';
import { toleranceOfHeadline } from '../core/headlines/toleranceOfHeadline';
import { finishSteps } from '../core/Steps';
import type { PlannedHeadline } from '../core/sync/SyncPlan';
import type { ComparedWorkbooks } from './compareWorkbooks';
import type { ModelCalculator } from './ports/ModelCalculator';

/** In larger models a plan is not kept waiting for this. */
const MOST_CELLS = 600_000;
/** What counts as the same value, calculated twice. */
const SAME = 1e-9;

/**
 * What the headlines that do not agree will be once these differences are taken from official; calculated, and told only where calculating
 * gives the headline that your workbook shows now.
 */
export function previewHeadlines(
  compared: ComparedWorkbooks,
  taken: ReadonlySet<string>,
  calculator: ModelCalculator,
  within: ToleranceOptions,
): readonly PlannedHeadline[] {
  return headlinesAfter(
    compared,
    compared.comparison.headlines.filter(({ gap, ties }) => gap !== null && !ties),
    taken,
    calculator,
    within,
  );
}

/** The same for any headlines that are numbers in both workbooks; none at all in larger models. */
export function headlinesAfter(
  compared: ComparedWorkbooks,
  headlines: readonly Headline[],
  taken: ReadonlySet<string>,
  calculator: ModelCalculator,
  within: ToleranceOptions,
): readonly PlannedHeadline[] {
  const { official, local, correspondence, comparison } = compared;
  if (headlines.length === 0 || comparison.official.cells + comparison.local.cells > MOST_CELLS) return [];
  const causes = comparison.differences.filter(({ role }) => role === 'cause');
  const [going, staying] = [true, false].map((isTaken) =>
    switchOf(
      causes.filter(({ id }) => taken.has(id) === isTaken),
      { official, local },
    ),
  );
  const cells = headlines.map(({ officialAddress, localAddress }) => ({
    official: officialAddress === null ? null : cellOfName(official, officialAddress),
    local: localAddress === null ? null : cellOfName(local, localAddress),
  }));
  const combined = finishSteps(calculator.combine({ official, local, correspondence }, [going!, staying!], cells));
  const now = combined.evaluate(3);
  const then = combined.evaluate(2);
  const tolerances = new Tolerances(within);
  return headlines.map((headline, k) => {
    const { name, format, official: ours, local: theirs } = headline;
    const [before, shown] = [Number(theirs), now[k] ?? null];
    const isSure = shown !== null && Math.abs(shown - before) <= SAME * Math.max(1, Math.abs(before));
    const after = isSure ? (then[k] ?? null) : null;
    const agrees = after !== null && sameNumber(Number(ours), after, toleranceOfHeadline(headline, compared, tolerances), true);
    return { name, format, official: Number(ours), before, after, agrees };
  });
}
