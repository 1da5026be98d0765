import { cellOfName } from '../../core/compare/compareNames';
import { switchOf } from '../../core/explain/switchOf';
import type { HeadlineEffect } from '../../core/propose/Proposal';
import { finishSteps } from '../../core/Steps';
import type { ComparedWorkbooks } from '../compareWorkbooks';
import type { ModelCalculator } from '../ports/ModelCalculator';

/** In larger models nobody is kept waiting for this. */
const MOST_CELLS = 600_000;
/** So many choices are calculated in one model; it can hold two more drivers. */
const MOST_TOGETHER = 28;
/** What counts as the same value, calculated twice. */
const SAME = 1e-9;

/**
 * What each choice of differences (ids), taken from official by itself, does to the headlines of local; calculated. Headlines that stay are
 * left out, and all of them in larger models.
 */
export function measureEffects(
  compared: ComparedWorkbooks,
  choices: readonly (readonly string[])[],
  calculator: ModelCalculator,
): readonly (readonly HeadlineEffect[])[] {
  const { comparison } = compared;
  if (comparison.official.cells + comparison.local.cells > MOST_CELLS) return choices.map(() => []);
  try {
    return inModels(choices).flatMap((together) => measureTogether(compared, together, calculator));
  } catch {
    // What is offered does not depend on what is told beside it.
    return choices.map(() => []);
  }
}

/** The choices in as few models as can be: of those in one, no two have a difference in common. */
function inModels(choices: readonly (readonly string[])[]): (readonly string[])[][] {
  const models: (readonly string[])[][] = [];
  let known = new Set<string>();
  for (const choice of choices) {
    const last = models.at(-1);
    if (last === undefined || last.length === MOST_TOGETHER || choice.some((id) => known.has(id))) {
      models.push([choice]);
      known = new Set(choice);
    } else {
      last.push(choice);
      for (const id of choice) known.add(id);
    }
  }
  return models;
}

function measureTogether(
  { official, local, correspondence, comparison }: ComparedWorkbooks,
  choices: readonly (readonly string[])[],
  calculator: ModelCalculator,
): readonly (readonly HeadlineEffect[])[] {
  const headlines = comparison.headlines.filter(({ local: shown }) => typeof shown === 'number');
  if (headlines.length === 0) return choices.map(() => []);
  const causes = comparison.differences.filter(({ role }) => role === 'cause');
  const chosen = choices.map((ids) => new Set(ids));
  const drivers = [
    ...chosen.map((ids) => causes.filter(({ id }) => ids.has(id))),
    causes.filter(({ id }) => !chosen.some((ids) => ids.has(id))),
  ].map((some) => switchOf(some, { official, local }));
  const cells = headlines.map(({ officialAddress, localAddress }) => ({
    official: officialAddress === null ? null : cellOfName(official, officialAddress),
    local: localAddress === null ? null : cellOfName(local, localAddress),
  }));
  const combined = finishSteps(calculator.combine({ official, local, correspondence }, drivers, cells));
  const all = 2 ** drivers.length - 1;
  const now = [...combined.evaluate(all)];
  return choices.map((_, k) => {
    const then = [...combined.evaluate(all - 2 ** k)];
    const hasDoubts = combined.doubts().length > 0;
    return headlines.flatMap(({ name, format, local: shown }, h): readonly HeadlineEffect[] => {
      const [before, calculated, after] = [Number(shown), now[h] ?? null, then[h] ?? null];
      if (calculated !== null && after !== null) {
        if (isSame(calculated, after)) return [];
        const exact = isSame(calculated, before) && !hasDoubts;
        // Where calculating gives another headline than is shown, what it moves by is the best there is.
        return [{ name, format, before, after: exact ? after : before + (after - calculated), exact }];
      }
      return calculated === null ? [] : [{ name, format, before, after: null, exact: false }];
    });
  });
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a), Math.abs(b));
}
