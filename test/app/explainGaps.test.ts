import { combineModels } from '../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import type { Explanation } from '../../src/app/Explanation';
import { finishSteps } from '../../src/core/Steps';
import { workbook, type SheetText, type WorkbookExtras } from '../support/workbook';

type Sheets = Readonly<Record<string, SheetText>>;

/** Why the headline `Out!B1` differs, with the bars as `[name, amount]`. */
function explained(official: Sheets, local: Sheets, extras: readonly [WorkbookExtras, WorkbookExtras] = [{}, {}]) {
  const compared = compareSnapshots(workbook(official, extras[0]), workbook(local, extras[1]), { headlines: ['Out!B1'] });
  if (!compared.ok) throw new Error(compared.failure.message);
  const explanation: Explanation = finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US'));
  const nameOf = (id: string): string => explanation.drivers.find((driver) => driver.id === id)!.name;
  const [bridge] = explanation.bridges;
  return { explanation, bridge, bars: bridge?.bars.map(({ driver, amount }) => [nameOf(driver), amount]) };
}

describe('why a headline differs', () => {
  it('is told by the labels of what someone changed', () => {
    const model = (price: number, volume: number): Sheets => ({
      In: { A1: 'Price', B1: price, A2: 'Volume', B2: volume, A3: 'Note', B3: price },
      Out: { A1: 'Revenue', B1: ['=In!B1*In!B2', price * volume] },
    });
    const { bars, bridge } = explained(model(10, 10), model(12, 15));
    expect(bars).toEqual([
      ['Volume', 55],
      ['Price', 25],
    ]);
    expect(bridge).toMatchObject({ gap: 80, unexplained: 0, exact: true, apart: ['driver-value:In!B3'] });
  });

  it('switches all cells of a driver, be it the first or not', () => {
    const model = (first: number, others: number): Sheets => ({
      In: { A1: 'Base', B1: first, A2: 'Rate', B2: ['=B1*1', first], C2: others, D2: others, E2: others },
      Out: { A1: 'Sum', B1: ['=In!B1+SUM(In!C2:E2)', first + 3 * others] },
    });
    const { bridge } = explained(model(10, 4), model(12, 7));
    expect(bridge).toMatchObject({ gap: 11, unexplained: 0 });
    expect(bridge!.bars.map(({ amount }) => amount)).toEqual([9, 2]);
  });

  it('tells rows of the same label apart by what heads their blocks', () => {
    const model = (renewal: number, churn: number): Sheets => ({
      In: {
        A1: 'Assumptions',
        A3: 'Renewal rate used',
        A4: 'Segment',
        B4: 'Q1',
        C4: 'Q2',
        A5: 'Enterprise',
        B5: 90,
        C5: renewal,
        A7: 'Downgrade rate',
        A8: 'Segment',
        B8: 'Q1',
        C8: 'Q2',
        A9: 'Enterprise',
        B9: 1,
        C9: churn,
      },
      Out: { A1: 'Sum', B1: ['=In!C5-In!C9', renewal - churn] },
    });
    expect(explained(model(91, 2), model(95, 7)).bars).toEqual([
      ['Downgrade rate, Enterprise, Q2', -5],
      ['Renewal rate used, Enterprise, Q2', 4],
    ]);
  });

  it('is nothing where all headlines agree', () => {
    const model: Sheets = { In: { B1: 1 }, Out: { A1: 'Out', B1: ['=In!B1', 1] } };
    expect(explained(model, { ...model, Notes: { A1: 'x' } }).explanation).toMatchObject({ bridges: [], unbridged: [], doubts: [] });
  });

  it('takes two formulas together that only swap which of them is typed in', () => {
    const { bars, explanation } = explained(
      { In: { A1: 'Real', B1: 2, A2: 'Nominal', B2: ['=B1*3', 6] }, Out: { A1: 'Sum', B1: ['=In!B1+In!B2', 8] } },
      { In: { A1: 'Real', B1: ['=B2/3', 3], A2: 'Nominal', B2: 9 }, Out: { A1: 'Sum', B1: ['=In!B1+In!B2', 12] } },
    );
    expect(bars).toEqual([['Real: formula + Nominal: formula', 4]]);
    expect(explanation.doubts).toEqual([]);
  });

  it('leaves what cannot be calculated unexplained, and says where', () => {
    const model = (value: number, result: number): Sheets => ({
      In: { A1: 'Rate', B1: value, A2: 'Fee', B2: value * 3 },
      Out: { A1: 'Sum', B1: ['=In!B2+C1', value * 3 + result], C1: ['=NOSUCHFUNCTION(In!B1)', result] },
    });
    const { bars, bridge, explanation } = explained(model(1, 100), model(2, 150));
    expect(bars).toEqual(expect.arrayContaining([['Fee', 3]]));
    expect(bridge).toMatchObject({ gap: 53, unexplained: 50 });
    expect(explanation.doubts).toMatchObject([{ sheet: 'Out', address: 'C1', reason: 'Tieout cannot calculate NOSUCHFUNCTION.' }]);
  });

  it('says which cells differ though nothing that they read does', () => {
    const model = (stale: number): Sheets => ({
      In: { A1: 'Rate', B1: 1 },
      Out: { A1: 'Sum', B1: ['=C1+1', stale + 1], C1: ['=In!B1*10', stale] },
    });
    const { bridge, explanation } = explained(model(10), model(20));
    expect(bridge).toMatchObject({ gap: 10, bars: [], unexplained: 10 });
    expect(explanation.doubts.map(({ address }) => address)).toEqual(['C1', 'B1']);
  });

  it('follows cells that only calculating tells', () => {
    const model = (row: number, first: number, second: number): Sheets => ({
      In: { A1: 'Row', B1: row, A2: 'First', B2: first, A3: 'Second', B3: second },
      Out: { A1: 'Chosen', B1: ['=INDIRECT("In!B"&In!B1)+OFFSET(In!B1,1,0)', (row === 2 ? first : second) + first] },
    });
    const { bridge } = explained(model(2, 5, 7), model(3, 6, 70));
    expect(bridge).toMatchObject({ gap: 66, unexplained: 0 });
  });

  it('follows a name that means something else', () => {
    const model = (result: number): Sheets => ({
      In: { A1: 'Low', B1: 1, A2: 'High', B2: 2 },
      Out: { A1: 'Out', B1: ['=Rate*10', result] },
    });
    const { bars } = explained(model(10), model(20), [{ names: { Rate: 'In!$B$1' } }, { names: { Rate: 'In!$B$2' } }]);
    expect(bars).toEqual([['Rate', 10]]);
  });
});
