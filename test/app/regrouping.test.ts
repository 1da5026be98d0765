import fc from 'fast-check';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import { AS_FOUND, type Regrouping } from '../../src/core/explain/Regrouping';
import { finishSteps } from '../../src/core/Steps';
import { workbook, type SheetText } from '../support/workbook';

/** Prices and seats by quarter, a rate, and what comes of them. */
type Figures = readonly [p1: number, p2: number, p3: number, seats: number, rate: number];

const OFFICIAL: Figures = [10, 11, 12, 5, 2];

function model([p1, p2, p3, seats, rate]: Figures) {
  const In: SheetText = {
    A1: 'Line',
    B1: 'Q1',
    C1: 'Q2',
    D1: 'Q3',
    A2: 'Price',
    B2: p1,
    C2: p2,
    D2: p3,
    A3: 'Seats',
    B3: seats,
    A4: 'Rate',
    B4: rate,
  };
  const net = (p1 * rate + p2 + p1 * p3) * seats;
  return workbook({ In, Out: { A1: 'Net', B1: ['=(In!B2*In!B4+In!C2+In!B2*In!D2)*In!B3', net] } });
}

function explained(local: Figures, regrouping: Regrouping = AS_FOUND) {
  const compared = compareSnapshots(model(OFFICIAL), model(local), { headlines: ['Out!B1'] });
  if (!compared.ok) throw new Error(compared.failure.message);
  const explanation = finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US', { regrouping }));
  const bridge = explanation.bridges[0]!;
  const names = new Map(explanation.drivers.map((driver) => [driver.id, driver.name]));
  const amounts: Record<string, number> = {};
  for (const { driver, amount } of bridge.bars) amounts[names.get(driver)!] = amount;
  return { explanation, bridge, amounts };
}

const changed: Figures = [11, 13, 15, 7, 3];
const causesOf = (name: RegExp, local = changed) => explained(local).explanation.drivers.find((driver) => name.test(driver.name))!.causes;

describe('a driver that is shown apart', () => {
  it('gives its amount to its causes, and all others keep theirs', () => {
    const before = explained(changed);
    const price = causesOf(/^Price/);
    const { amounts, bridge, explanation } = explained(changed, { together: [], apart: [price] });
    expect(Object.keys(before.amounts)).toEqual(expect.arrayContaining(['Price, Q1 to Q3', 'Seats, Q1', 'Rate, Q1']));
    expect(Object.keys(amounts).sort()).toEqual(['Price, Q1', 'Price, Q2', 'Price, Q3', 'Rate, Q1', 'Seats, Q1']);
    expect(amounts['Price, Q1']! + amounts['Price, Q2']! + amounts['Price, Q3']!).toBeCloseTo(before.amounts['Price, Q1 to Q3']!, 9);
    expect([amounts['Seats, Q1'], amounts['Rate, Q1']]).toEqual([before.amounts['Seats, Q1'], before.amounts['Rate, Q1']]);
    expect(bridge.exact).toBe(true);
    expect(explanation.whole).toEqual([]);
    expect(explanation.fewest!.causes).toEqual(before.explanation.fewest!.causes);
    expect(explanation.fewest!.drivers).toHaveLength(5);
  });

  it('changes nothing where no driver has those causes any more', () => {
    expect(explained(changed, { together: [], apart: [['value:In!Z9', 'value:In!Z8']] })).toEqual(explained(changed));
  });

  it('is said to be whole where its parts cannot be switched one by one', () => {
    const official = workbook({ In: { A1: 'Rate', B1: 2, C1: ['=B1*3', 6] }, Out: { A1: 'Sum', B1: ['=In!B1+In!C1', 8] } });
    const local = workbook({ In: { A1: 'Rate', B1: ['=C1/3', 3], C1: 9 }, Out: { A1: 'Sum', B1: ['=In!B1+In!C1', 12] } });
    const compared = compareSnapshots(official, local, { headlines: ['Out!B1'] });
    if (!compared.ok) throw new Error(compared.failure.message);
    const explain = (regrouping: Regrouping) =>
      finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US', { regrouping }));
    const [driver] = explain(AS_FOUND).drivers;
    const opened = explain({ together: [], apart: [driver!.causes] });
    expect(opened.whole).toEqual([driver!.name]);
    expect(opened.drivers).toEqual([driver]);
  });
});

describe('drivers that are put together', () => {
  it('are one, with amounts shared out anew', () => {
    const entry = [...causesOf(/^Seats/), ...causesOf(/^Rate/)];
    const { amounts, bridge } = explained(changed, { together: [entry], apart: [] });
    expect(Object.keys(amounts).sort()).toEqual(['Price, Q1 to Q3', 'Seats, Q1 + Rate, Q1']);
    // With two drivers each makes the mean of what it makes first and last.
    const net = ([p1, p2, p3, seats, rate]: Figures) => (p1 * rate + p2 + p1 * p3) * seats;
    const [a, b] = [net([11, 13, 15, 5, 2]), net([10, 11, 12, 7, 3])];
    const [none, all] = [net(OFFICIAL), net(changed)];
    expect(amounts['Price, Q1 to Q3']).toBeCloseTo((a - none + (all - b)) / 2, 9);
    expect(bridge.unexplained).toBe(0);
  });

  it('can take some causes out of a driver, which keeps the others', () => {
    const entry = [causesOf(/^Price/)[0]!, ...causesOf(/^Rate/)];
    const { explanation } = explained(changed, { together: [entry], apart: [] });
    expect(explanation.drivers.map(({ name }) => name)).toEqual(['Price, Q1 + Rate, Q1', 'Price, Q2 and Q3', 'Seats, Q1']);
  });
});

it('however drivers are grouped, every cause is in one driver and the parts sum to the gap', () => {
  const ids = ['value:In!B2', 'value:In!C2', 'value:In!D2', 'value:In!B3', 'value:In!B4', 'gone'];
  const entries = fc.array(fc.subarray(ids, { minLength: 1 }), { maxLength: 3 });
  const figure = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(fc.tuple(figure, figure, figure, figure, figure), entries, entries, (local, together, apart) => {
      fc.pre(explainable(local));
      const { explanation, bridge } = explained(local, { together, apart });
      const all = explanation.drivers.flatMap(({ causes }) => causes);
      expect([...all].sort()).toEqual([...explained(local).explanation.drivers.flatMap(({ causes }) => causes)].sort());
      expect(new Set(explanation.drivers.map(({ id }) => id)).size).toBe(explanation.drivers.length);
      const sum = bridge.bars.reduce((total, { amount }) => total + amount, bridge.unexplained);
      expect(sum).toBeCloseTo(bridge.gap, 6);
      expect([...bridge.bars.map(({ driver }) => driver), ...bridge.apart].sort()).toEqual(explanation.drivers.map(({ id }) => id).sort());
    }),
    { numRuns: 60 },
  );
});

/** Whether the headline differs at all. */
function explainable(local: Figures): boolean {
  const net = ([p1, p2, p3, seats, rate]: Figures) => (p1 * rate + p2 + p1 * p3) * seats;
  return net(local) !== net(OFFICIAL);
}
