import { combineModels } from '../../src/adapters/calculation/combineModels';
import { HybridNodes } from '../../src/adapters/calculation/hybrid/HybridNodes';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import type { ModelCalculator } from '../../src/app/ports/ModelCalculator';
import { createSlicedWork } from '../../src/worker/createSlicedWork';
import type { Reply } from '../../src/worker/messages';
import { HEADLINE, planningWorkbook } from '../bench/PlanningModel';

/** 12,000 formulas, each on the way to the headline. */
const MODEL = { products: 40, months: 30, edits: 3 };
const [official, local] = [planningWorkbook(MODEL, 'official'), planningWorkbook(MODEL, 'local')];
const compared = compareSnapshots(official, local, { headlines: [HEADLINE] });
if (!compared.ok) throw new Error(compared.failure.message);
const models = compared.value;

/** Explaining gaps on a clock on which every step takes a slice, and what is said; `evaluated` counts mixtures that were calculated. */
function explainer() {
  const replies: Reply[] = [];
  const counts = { evaluated: 0 };
  const calculator: ModelCalculator = {
    *combine(...given) {
      const combined = yield* combineModels(...given);
      return { ...combined, evaluate: (on) => (counts.evaluated++, combined.evaluate(on)) };
    },
  };
  const work = createSlicedWork((reply) => void replies.push(reply));
  const start = (id: number) =>
    work.start(id, () => explainGaps(models, calculator, 'en-US'), {
      doing: 'Working out why',
      done: (explanation) => ({ id, say: 'bridged', explanation }),
    });
  return { work, start, replies, counts };
}

describe('work in slices', () => {
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
    const { work, start, replies, counts } = explainer();
    start(1);
    for (let slice = 0; slice < 12; slice++) jest.runOnlyPendingTimers();
    expect(replies).toHaveLength(12);
    work.stop(1);
    expect(jest.getTimerCount()).toBe(0);
    expect(replies).toHaveLength(12);
    expect(counts.evaluated).toBe(0);
  });

  it('goes on with one when another is stopped, throws, or was not wanted any more before it began', () => {
    const { work, replies } = explainer();
    const said = (id: number, label: string, steps: number) =>
      work.start(
        id,
        function* () {
          for (let k = 0; k < steps; k++) yield k / steps;
          if (label === 'thrown') throw new Error('slipped');
          return label;
        },
        { doing: 'Following it', done: (of) => ({ id, say: 'traced', trace: { of, says: '', chains: [] } }) },
      );
    work.stop(4);
    said(1, 'first', 3);
    said(2, 'stopped', 3);
    said(3, 'thrown', 1);
    said(4, 'unwanted', 1);
    jest.runOnlyPendingTimers();
    work.stop(2);
    jest.runAllTimers();
    expect(replies.filter(({ say }) => say !== 'progress')).toEqual([
      { id: 3, say: 'failed', failure: expect.objectContaining({ code: 'unexpected' }) },
      { id: 1, say: 'traced', trace: { of: 'first', says: '', chains: [] } },
    ]);
    expect(replies.some(({ id }) => id === 4)).toBe(false);
    said(5, 'outdated', 1000);
    work.outdate();
    expect(replies.at(-1)).toMatchObject({ id: 5, say: 'failed', failure: { code: 'outdated' } });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('never looks at more than some hundred formulas in a step, and says how far it is without going back', () => {
    const { start, replies, counts } = explainer();
    const looked = jest.spyOn(HybridNodes.prototype, 'formula');
    start(1);
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
