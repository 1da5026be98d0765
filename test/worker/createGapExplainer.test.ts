import { combineModels } from '../../src/adapters/calculation/combineModels';
import { HybridNodes } from '../../src/adapters/calculation/hybrid/HybridNodes';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import type { ModelCalculator } from '../../src/app/ports/ModelCalculator';
import { createGapExplainer } from '../../src/worker/createGapExplainer';
import type { Reply } from '../../src/worker/messages';
import { HEADLINE, planningWorkbook } from '../bench/PlanningModel';

/** 12,000 formulas, each on the way to the headline. */
const MODEL = { products: 40, months: 30, edits: 3 };
const [official, local] = [planningWorkbook(MODEL, 'official'), planningWorkbook(MODEL, 'local')];
const compared = compareSnapshots(official, local, { headlines: [HEADLINE] });
if (!compared.ok) throw new Error(compared.failure.message);
const models = compared.value;

/** An explainer on whose clock every step takes a slice, and what it says; `evaluated` counts mixtures that were calculated. */
function explainer() {
  const replies: Reply[] = [];
  const counts = { evaluated: 0 };
  const calculator: ModelCalculator = {
    *combine(...given) {
      const combined = yield* combineModels(...given);
      return { ...combined, evaluate: (on) => (counts.evaluated++, combined.evaluate(on)) };
    },
  };
  const explain = createGapExplainer(
    (reply) => void replies.push(reply),
    (both, locale) => explainGaps(both, calculator, locale),
  );
  return { explain, replies, counts };
}

describe('explaining gaps in slices', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 41));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('ends at once when it is stopped while a large model is laid out', () => {
    const { explain, replies, counts } = explainer();
    explain.start(1, models, 'en-US');
    for (let slice = 0; slice < 12; slice++) jest.runOnlyPendingTimers();
    expect(replies).toHaveLength(12);
    explain.stop(1);
    expect(jest.getTimerCount()).toBe(0);
    expect(replies).toHaveLength(12);
    expect(counts.evaluated).toBe(0);
  });

  it('never looks at more than some hundred formulas in a step, and says how far it is without going back', () => {
    const { explain, replies, counts } = explainer();
    const looked = jest.spyOn(HybridNodes.prototype, 'formula');
    explain.start(1, models, 'en-US');
    let most = 0;
    while (counts.evaluated === 0) {
      looked.mockClear();
      jest.runOnlyPendingTimers();
      most = Math.max(most, looked.mock.calls.length);
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(1_024);
    expect(replies.length).toBeGreaterThan(12_000 / 512);
    const progress = replies.map((reply) => (reply.say === 'progress' ? reply.done : NaN));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    jest.runAllTimers();
    expect(replies.at(-1)).toMatchObject({ id: 1, say: 'bridged', explanation: { bridges: [{ exact: true }] } });
  });
});
