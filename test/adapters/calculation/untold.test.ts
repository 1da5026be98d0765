import { combineModels } from '../../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { explainGaps } from '../../../src/app/explainGaps';
import { finishSteps } from '../../../src/core/Steps';
import type { CellValue } from '../../../src/core/workbook/CellValue';
import { workbook, type SheetText } from '../../support/workbook';

/** Inputs, then what `Out!B2` makes of them, and a headline that reads it whatever it is and adds the third input. */
const model = (inputs: readonly [CellValue, CellValue, number], formulas: SheetText, headline: number) =>
  workbook({
    In: { A1: 'Input', B1: 'Value', A2: 'First', B2: inputs[0], A3: 'Second', B3: inputs[1], A4: 'Third', B4: inputs[2] },
    Out: { A1: 'Headline', B1: ['=IFERROR(B2,0)+In!B4', headline], ...formulas },
  });

function bridged(official: ReturnType<typeof model>, local: ReturnType<typeof model>) {
  const compared = compareSnapshots(official, local, { headlines: ['Out!B1'] });
  if (!compared.ok) throw new Error(compared.failure.message);
  const { drivers, bridges, unbridged, doubts } = finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US'));
  const nameOf = (id: string): string => drivers.find((driver) => driver.id === id)!.name;
  const [bridge] = bridges;
  return { bars: bridge?.bars.map(({ driver, amount }) => [nameOf(driver), amount]), unexplained: bridge?.unexplained, unbridged, doubts };
}

describe('a mixture of which nobody can tell what Excel makes', () => {
  it('has no number, which no IFERROR takes, so that what must go together does', () => {
    const text = (value: number): SheetText => ({ B2: ['=VALUE(In!B2&In!B3)', value] });
    // The first as it is and the second as local has it are "1234,567".
    const found = bridged(model(['1234', '500', 100], text(1234500), 1234600), model(['1', ',567', 150], text(1567), 1717));
    expect(found).toMatchObject({
      bars: [
        ['First, Value + Second, Value', -1232933],
        ['Third, Value', 50],
      ],
      unexplained: 0,
      unbridged: [],
    });
  });

  it('has none either where only it reads itself', () => {
    const loop = (value: number): SheetText => ({ B2: ['=IF(In!B2=1,B3,1)', value], B3: ['=IF(In!B3=1,B2,2)', value] });
    const found = bridged(model([1, 0, 100], loop(2), 102), model([0, 1, 150], loop(1), 151));
    expect(found).toMatchObject({
      bars: [
        ['Third, Value', 50],
        ['First, Value + Second, Value', -1],
      ],
      unexplained: 0,
      unbridged: [],
    });
  });

  it('is told with its reason where it is a workbook itself, and what is missing is unexplained', () => {
    const text = (value: number): SheetText => ({ B2: ['=VALUE(In!B2&In!B3)', value] });
    const found = bridged(model(['1234', ',567', 100], text(1234567), 1234667), model(['1', ',567', 150], text(1567), 1717));
    expect(found).toMatchObject({
      bars: [
        ['Third, Value', 50],
        ['First, Value', 0],
      ],
      unexplained: -1233000,
      doubts: [{ sheet: 'Out', address: 'B2', reason: 'Nobody can tell for certain what Excel makes of the number "1234,567".' }],
    });
  });
});
