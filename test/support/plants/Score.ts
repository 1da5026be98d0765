import type { PlantKind } from './kinds/plantKinds';
import { judgeTrial, TALLIES, type Tally, type Verdict } from './judgeTrial';
import { makeTrial, planTrial, type Trial, type TrialPlan } from './makeTrial';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';

/** A trial that went wrong, as small as it could be made. */
export interface Miss {
  /** `kind/seed/number`: makes the same trial again. */
  readonly id: string;
  readonly plan: TrialPlan;
  readonly trial: Trial;
  readonly misses: readonly string[];
}

/** What came of many trials of one kind of plant. */
export class Score {
  trials = 0;
  plants = 0;
  equivalent = 0;
  /** Plans that could not be carried out, or that nobody could judge. */
  dropped = 0;
  readonly misses: Miss[] = [];
  readonly tallies: Record<(typeof TALLIES)[number], Tally> = {
    rows: { right: 0, found: 0, planted: 0 },
    columns: { right: 0, found: 0, planted: 0 },
    cells: { right: 0, found: 0, planted: 0 },
    differences: { right: 0, found: 0, planted: 0 },
  };

  constructor(readonly name: string) {}

  add({ plants }: Trial, verdict: Verdict): void {
    this.trials++;
    this.plants += plants.length;
    if (verdict.equivalent) this.equivalent++;
    for (const sort of TALLIES) {
      const [all, one] = [this.tallies[sort], verdict.tallies[sort]];
      this.tallies[sort] = { right: all.right + one.right, found: all.found + one.found, planted: all.planted + one.planted };
    }
  }

  /** Precision and recall of each sort of decision, as a line of a table. */
  toString(): string {
    const rates = TALLIES.map((sort) => {
      const { right, found, planted } = this.tallies[sort];
      return `${sort} ${rate(right, found)}/${rate(right, planted)}`;
    });
    const counts = `${this.plants} plants, ${this.misses.length} of ${this.trials} trials missed, ${this.equivalent} explained as well otherwise`;
    return [this.name.padEnd(26), ...rates, counts].join(' | ');
  }
}

function rate(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(part === whole ? 0 : 4);
}

/** Runs trials until so many plants of these kinds are judged. */
export function scoreOf(
  name: string,
  kinds: readonly PlantKind[],
  wanted: { readonly plants: number; readonly seed: number },
  model?: Snapshot,
): Score {
  const score = new Score(name);
  for (let number = 0; score.plants < wanted.plants && number < 20 * wanted.plants; number++) {
    const plan = planTrial(kinds, wanted.seed, number, model);
    const trial = makeTrial(plan);
    if (trial === null) {
      score.dropped++;
      continue;
    }
    const verdict = judgeTrial(trial);
    score.add(trial, verdict);
    if (verdict.misses.length > 0)
      score.misses.push(smallest({ id: `${name}/${wanted.seed}/${number}`, plan, trial, misses: verdict.misses }));
  }
  return score;
}

/** Leaves out plants as long as something goes wrong without them. */
function smallest(miss: Miss): Miss {
  for (let k = 0; k < miss.plan.steps.length && miss.plan.steps.length > 1; k++) {
    const plan = { ...miss.plan, steps: miss.plan.steps.toSpliced(k, 1) };
    const trial = makeTrial(plan);
    const misses = trial === null ? [] : judgeTrial(trial).misses;
    if (misses.length > 0) return smallest({ ...miss, plan, trial: trial!, misses });
  }
  return miss;
}
