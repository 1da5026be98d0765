import fc from 'fast-check';
import { combineModels } from '../../../src/adapters/calculation/combineModels';
import type { CombinedModels } from '../../../src/app/ports/ModelCalculator';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { switchOf } from '../../../src/core/explain/switchOf';
import { finishSteps } from '../../../src/core/Steps';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { closings, debtPlan, type DebtPlan } from '../../support/calculation/debtPlan';
import { workbook, type CellText } from '../../support/workbook';

const ITERATION = { count: 100, delta: 0.001 };
const OFFICIAL: DebtPlan = { opening: 1000, rate: 0.1, repaid: [200, 100, 50], average: 1 };

/** The two workbooks with each cause as a driver, which are named by their addresses; what is asked for is a cell of the first sheet. */
function combined(official: Snapshot, local: Snapshot, row: number, column: number): CombinedModels & { readonly causes: string[] } {
  const compared = compareSnapshots(official, local);
  if (!compared.ok) throw new Error(compared.failure.message);
  const causes = compared.value.comparison.differences.filter(({ role }) => role === 'cause');
  const place = { sheet: 0, row, column };
  const drivers = causes.map((cause) => switchOf([cause], { official, local }));
  const model = finishSteps(combineModels(compared.value, drivers, [{ official: place, local: place }]));
  return { ...model, causes: causes.map((cause) => (cause.local ?? cause.official)!.address) };
}

/** The official plan with what some drivers change, named by their cells. */
function mixture(local: DebtPlan, causes: readonly string[], coalition: number): DebtPlan {
  const isOn = (address: string): boolean => causes.some((cause, k) => cause === address && (coalition & (1 << k)) !== 0);
  return {
    opening: isOn('B4') ? local.opening : OFFICIAL.opening,
    rate: isOn('B1') ? local.rate : OFFICIAL.rate,
    average: isOn('B2') ? local.average : OFFICIAL.average,
    repaid: OFFICIAL.repaid.map((paid, k) => (isOn(`${'BCD'[k]!}5`) ? local.repaid[k]! : paid)),
  };
}

const plan: fc.Arbitrary<DebtPlan> = fc.record({
  opening: fc.integer({ min: 500, max: 90_000 }),
  rate: fc.integer({ min: 1, max: 40 }).map((percent) => percent / 100),
  repaid: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 300 }))),
  average: fc.constantFrom(0, 1),
});

describe('a circle where a workbook calculates round by round', () => {
  it('is calculated to where it settles, whatever was calculated before', () => {
    fc.assert(
      fc.property(plan, fc.array(fc.nat(63), { minLength: 3, maxLength: 8 }), (local, coalitions) => {
        const [ours, theirs] = [debtPlan(OFFICIAL, ITERATION), debtPlan(local, ITERATION)];
        const model = combined(ours, theirs, 7, 4);
        for (const coalition of coalitions.map((one) => one % 2 ** model.drivers)) {
          const [value] = model.evaluate(coalition);
          expect(value).toBeCloseTo(closings(mixture(local, model.causes, coalition))[2]!, 7);
          expect(combined(ours, theirs, 7, 4).evaluate(coalition)).toEqual([value]);
        }
        expect(model.doubts()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what each workbook stores, which Excel left where it changed by less than the delta', () => {
    const end = (rate: number): number => closings({ opening: 1000, rate, repaid: [200], average: 1 })[0]! + 0.0004;
    const sheet = (rate: number): Snapshot => {
      const circle: Record<string, CellText> = { B2: ['=B1*(1000+B3)/2', end(rate) - 800], B3: ['=1000-200+B2', end(rate)] };
      return workbook({ Debt: { A1: 'Rate', B1: rate, A2: 'Interest', A3: 'Closing', ...circle } }, { iteration: ITERATION });
    };
    const model = combined(sheet(0.1), sheet(0.2), 3, 2);
    expect([model.evaluate(1), model.evaluate(0)]).toEqual([[end(0.2)], [end(0.1)]]);
  });

  it('is found where it goes by way of a range', () => {
    // B1 is the rate's share of a sum of which one and a half times B1 is part.
    const share = (rate: number, base: number): number => (rate * (base + 30)) / (1 - 1.5 * rate);
    const sheet = (rate: number, base: number): Snapshot => {
      const first = share(rate, base);
      const circle: Record<string, CellText> = { B3: ['=B1/2+10', first / 2 + 10], B4: ['=B3*2', first + 20] };
      return workbook({ Plan: { A1: rate, B1: ['=SUM(B$2:B$100)*$A$1', first], B2: base, ...circle } }, { iteration: ITERATION });
    };
    const model = combined(sheet(0.2, 40), sheet(0.3, 50), 4, 2);
    expect(model.causes).toEqual(['A1', 'B2']);
    expect(model.evaluate(1)[0]).toBeCloseTo(share(0.3, 40) + 20, 9);
    expect(model.evaluate(2)[0]).toBeCloseTo(share(0.2, 50) + 20, 9);
  });

  it('is named where it does not settle, and keeps what is stored', () => {
    const counter = (step: number): Snapshot => workbook({ Plan: { A1: step, B1: ['=B1+A1', 700 + step] } }, { iteration: ITERATION });
    const model = combined(counter(1), counter(2), 1, 2);
    expect([model.evaluate(0), model.evaluate(1)]).toEqual([[701], [701]]);
    expect(model.doubts().map(({ address, reason }) => `${address}: ${reason}`)).toEqual([
      'B1: It reads itself, and has not settled within 100 rounds, which is all that the workbook allows.',
    ]);
  });

  it('is calculated in a mixture where one of the two workbooks calculates circles', () => {
    const local: DebtPlan = { ...OFFICIAL, average: 1, rate: 0.2 };
    const model = combined(debtPlan({ ...OFFICIAL, average: 0 }, null), debtPlan(local, ITERATION), 7, 4);
    const of = (coalition: number) => closings(mixture(local, model.causes, coalition));
    expect(model.causes).toEqual(['B1', 'B2']);
    expect(model.evaluate(2)[0]).toBeCloseTo(closings({ ...OFFICIAL, average: 1 })[2]!, 7);
    expect(model.evaluate(3)[0]).toBeCloseTo(of(3)[2]!, 7);
    expect(model.evaluate(0)[0]).toBeCloseTo(closings({ ...OFFICIAL, average: 0 })[2]!, 7);
  });

  it('is named as ever where neither does', () => {
    const model = combined(debtPlan(OFFICIAL, null), debtPlan({ ...OFFICIAL, rate: 0.2 }, null), 7, 4);
    model.evaluate(0);
    expect(model.doubts().map(({ reason }) => reason)).toContain('It reads itself, straight or round about.');
  });
});
