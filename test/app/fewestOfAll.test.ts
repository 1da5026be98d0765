import { combineModels } from '../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { explainGaps } from '../../src/app/explainGaps';
import { fewestInWords } from '../../src/app/fewestInWords';
import type { ToleranceOptions } from '../../src/core/compare/Tolerances';
import { finishSteps } from '../../src/core/Steps';
import { workbook, type SheetText } from '../support/workbook';

interface Inputs {
  readonly price: number;
  readonly seats: number;
  readonly rent: number;
  readonly note: number;
}

const OFFICIAL: Inputs = { price: 10, seats: 5, rent: 20, note: 1 };

/** Revenue is price times seats, profit is revenue less rent. */
function model({ price, seats, rent, note }: Inputs) {
  const In: SheetText = { A1: 'Price', B1: price, A2: 'Seats', B2: seats, A3: 'Rent', B3: rent, A4: 'Memo', B4: note };
  const revenue = price * seats;
  const Out: SheetText = {
    A1: 'Revenue',
    B1: ['=In!B1*In!B2', revenue],
    A2: 'Profit',
    B2: ['=B1-In!B3', revenue - rent],
    A3: 'Hired',
    B3: ['=In!B2+In!B3', seats + rent],
  };
  return workbook({ In, Out });
}

function fewest(changed: Partial<Inputs>, headlines: readonly string[], options: ToleranceOptions = {}) {
  const compared = compareSnapshots(model(OFFICIAL), model({ ...OFFICIAL, ...changed }), { headlines, ...options });
  if (!compared.ok) throw new Error(compared.failure.message);
  return finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US', options)).fewest;
}

describe('the fewest causes that bring all headlines to official', () => {
  it('are those that any headline needs, and not what reaches none', () => {
    expect(fewest({ price: 12, rent: 25, note: 2 }, ['Out!B1', 'Out!B2'])).toEqual({
      drivers: ['driver-value:In!B1', 'driver-value:In!B3'],
      names: ['Price', 'Rent'],
      causes: ['value:In!B1', 'value:In!B3'],
      headlines: 2,
      exact: true,
    });
  });

  it('are fewer for one headline than for all', () => {
    expect(fewest({ price: 12, rent: 25 }, ['Out!B1'])!.names).toEqual(['Price']);
  });

  it('leave alone what is within tolerance of a headline', () => {
    const changed = { price: 12, rent: 20.001 };
    expect(fewest(changed, ['Out!B2'])!.names).toEqual(['Price', 'Rent']);
    expect(fewest(changed, ['Out!B2'], { tolerance: 1e-3 })!.names).toEqual(['Price']);
  });

  it('are not told where they would set apart a headline that agrees only as errors cancel out', () => {
    // Seats up and rent down by as much: hired agrees today, and would not with the price and seats of official alone.
    expect(fewest({ seats: 6, rent: 19, note: 3 }, ['Out!B1', 'Out!B3'])).toBeNull();
    expect(fewest({ seats: 6, rent: 19 }, ['Out!B1'])!.names).toEqual(['Seats']);
  });

  it('are not told where a headline differs and is no number', () => {
    const official = workbook({
      In: { A1: 'Price', B1: 1 },
      Out: { A1: 'Net', B1: ['=In!B1', 1], A2: 'State', B2: ['=IF(In!B1=1,"ok","off")', 'ok'] },
    });
    const local = workbook({
      In: { A1: 'Price', B1: 2 },
      Out: { A1: 'Net', B1: ['=In!B1', 2], A2: 'State', B2: ['=IF(In!B1=1,"ok","off")', 'off'] },
    });
    const compared = compareSnapshots(official, local, { headlines: ['Out!B1', 'Out!B2'] });
    if (!compared.ok) throw new Error(compared.failure.message);
    expect(finishSteps(explainGaps(compared.value, { combine: combineModels }, 'en-US')).fewest).toBeNull();
  });
});

describe('the words for them', () => {
  const some = { drivers: ['d'], names: ['Price'], causes: ['a', 'b'], headlines: 3, exact: true };
  it.each([
    [some, 8, '2 of 8 causes bring all 3 headlines that differ to official'],
    [{ ...some, causes: ['a'], headlines: 1 }, 8, '1 of 8 causes brings the headline that differs to official'],
    [{ ...some, exact: false }, 8, '2 of 8 causes bring all 3 headlines that differ to official; perhaps fewer would'],
    [some, 2, null],
  ])('%# say how many of how many', (fewest, total, words) => {
    expect(fewestInWords(fewest, total, String)).toBe(words);
  });
});
