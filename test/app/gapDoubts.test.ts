import { combineModels } from '../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import { withBridges } from '../../src/app/withBridges';
import { finishSteps } from '../../src/core/Steps';
import type { CellText } from '../support/workbook';
import { workbook } from '../support/workbook';

/** What is told of the gap of a cell that reads one input, which is 1 in official and 2 in local. */
function told(formula: (input: number) => CellText): readonly string[] {
  const book = (input: number) => workbook({ In: { A1: 'Driver', B1: input, A2: 'Other', B2: input }, Out: { B1: formula(input) } });
  const compared = compareSnapshots(book(1), book(2), { headlines: ['Out!B1'] });
  if (!compared.ok) throw new Error(compared.failure.message);
  const explanation = finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US'));
  return withBridges(compared.value.comparison, explanation).warnings;
}

describe('what is told of gaps that are not explained in full', () => {
  it('is nothing where they are', () => expect(told((input) => ['=In!B1*2', input * 2])).toEqual([]));

  it('is which cell is to blame, and why', () => {
    expect(told((input) => ['=NOFUNCTION(In!B1)', input])).toEqual(['Out!B1: Tieout cannot calculate NOFUNCTION.']);
  });

  it('is that the stored results are others, where no cell is to blame', () => {
    expect(told((input) => ['=In!B1*2', input * 3])).toEqual([
      'Part of the gap of Out!B1 is not explained: Tieout calculates another number there than the two workbooks store. Calculate both in Excel, save, and compare again.',
    ]);
  });

  it('is that it cannot be split', () => {
    expect(told((input) => ['=LEN(REPT("x",In!B1*1E9))', input])).toEqual([
      'The gap of Out!B1 cannot be split: with only some of the changes made, the headline is no number.',
    ]);
  });
});
