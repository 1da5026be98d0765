import { combineModels } from '../../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { cellOfName } from '../../../src/core/compare/compareNames';
import { bridgeHeadlines } from '../../../src/core/explain/bridgeHeadlines';
import { switchOf } from '../../../src/core/explain/switchOf';
import { finishSteps, type Steps } from '../../../src/core/Steps';
import { findingOf, type Finding, type Target } from '../Findings';
import { HEADLINE, planningWorkbook, type PlanningModel } from '../PlanningModel';

const ROUNDS = 3;
/** Milliseconds to the exact bridge. */
const MOST = 2000;
/** Milliseconds after which the worker lets others have their turn, and those that a slice may take at most. */
const SLICE = 40;
const MOST_SLICE = 80;
const SMALL: PlanningModel = { products: 24, months: 36, edits: 10 };
const LARGE: PlanningModel = { products: 400, months: 50, edits: 8 };

/** The bridge of one headline, all coalitions of its drivers calculated, from compared workbooks on. */
export function measureBridge(): { findings: readonly Finding[]; targets: readonly Target[] } {
  const small = measure(SMALL);
  const large = measure(LARGE);
  return {
    findings: [small.finding, large.finding, findingOf('  laying it out: the longest slice', large.longest)],
    targets: [
      { what: 'milliseconds to the exact bridge of 10 drivers', measured: Math.min(...small.rounds), most: MOST },
      {
        what: 'milliseconds of the longest slice in which the large one is laid out',
        measured: Math.min(...large.longest),
        most: MOST_SLICE,
      },
    ],
  };
}

function measure(model: PlanningModel): { finding: Finding; rounds: readonly number[]; longest: readonly number[] } {
  const [official, local] = [planningWorkbook(model, 'official'), planningWorkbook(model, 'local')];
  const compared = compareSnapshots(official, local, { headlines: [HEADLINE] });
  if (!compared.ok) throw new Error(compared.failure.message);
  const { comparison } = compared.value;
  const causes = comparison.differences.filter(({ role }) => role === 'cause');
  if (causes.length !== model.edits) throw new Error(`${causes.length} causes were found, not ${model.edits}`);
  const place = cellOfName(official, HEADLINE);
  const [headline] = comparison.headlines;
  const gap = { name: HEADLINE, official: Number(headline!.official), local: Number(headline!.local) };
  const ids = causes.map(({ id }) => id);
  const rounds: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const switches = causes.map((cause) => switchOf([cause], { official, local }));
    const [combined, slice] = inSlices(combineModels(compared.value, switches, [{ official: place, local: place }]));
    longest.push(slice);
    const [bridge] = finishSteps(bridgeHeadlines(combined, [gap], ids));
    rounds.push(performance.now() - begin);
    if (!bridge?.exact || bridge.unexplained !== 0 || bridge.bars.length !== model.edits) throw new Error('the bridge is not exact');
  }
  const formulas = model.products * model.months * 10 + model.months + 1;
  return { finding: findingOf(`${formulas.toLocaleString('en')} formulas, ${model.edits} drivers`, rounds), rounds, longest };
}

/** What steps give, and how long the longest slice of them took. */
function inSlices<T>(steps: Steps<T>): readonly [T, number] {
  let longest = 0;
  for (let begin = performance.now(); ;) {
    const step = steps.next();
    const now = performance.now();
    if (!step.done && now < begin + SLICE) continue;
    longest = Math.max(longest, now - begin);
    if (step.done) return [step.value, longest];
    begin = now;
  }
}
