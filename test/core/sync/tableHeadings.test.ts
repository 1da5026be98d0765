import { compare } from '../../../src/core/compare/compare';
import { correspond } from '../../../src/core/settle/correspond';
import { planSync } from '../../../src/core/sync/planSync';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type SheetText } from '../../support/workbook';

const DEALS: SheetText = {
  A1: 'Deal',
  B1: 'Amount',
  A2: 'Acme',
  B2: 10,
  A3: 'Brig',
  B3: 20,
  D1: 'Sum',
  D2: '=SUM(Deals[Amount])',
  D3: '=D2*2',
};

/** The deals with these cells, their first two columns a table. */
function book(change: SheetText = {}): Snapshot {
  const cells = { ...DEALS, ...change };
  const columns = [cells.A1, cells.B1].map((name) => ({ name: String(name), formula: null }));
  const range = { firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 2 };
  return { ...workbook({ Deals: cells }), tables: [{ name: 'Deals', sheet: 'Deals', range, headerRow: true, totalsRow: false, columns }] };
}

function planned(official: Snapshot, local: Snapshot) {
  const found = compare(official, local);
  return planSync(official, local, correspond(official, local), found, { take: 'all', deleteLocalOnly: [] });
}

describe('the headings of a table, in a plan', () => {
  it('are written after all else, since what refers to their columns reads otherwise then', () => {
    const { steps, refused } = planned(book({ B1: 'Net', B2: 11, D2: '=SUM(Deals[Net])', D3: '=D2*3' }), book());
    expect(refused).toEqual([]);
    expect(
      steps.map((step) => (step.kind === 'write' ? step.after.flat().map((cell) => cell?.formula ?? cell?.value) : step.kind)),
    ).toEqual([[11], ['=D2*3'], ['Net']]);
  });

  it('are not called as another column is', () => {
    const { steps, refused } = planned(book({ B1: 'deal', D2: '=SUM(Deals[deal])' }), book({ A1: 'Deal' }));
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('Another column of the table Deals is called deal')]);
    expect(steps).toEqual([]);
  });

  it('are no formulas and not blank', () => {
    const official = (B1: SheetText[string]): Snapshot => ({ ...book({ B1, D2: '=SUM(B2:B3)' }), tables: [] });
    const reasons = (one: Snapshot) => planned(one, book({ D2: '=SUM(B2:B3)' })).refused.map(({ reason }) => reason);
    expect(reasons(official('=A2'))).toContainEqual(expect.stringContaining('where no formula can stand'));
  });

  it('are texts, so that a number or a day of official’s is left, with what to type', () => {
    const official = (B1: SheetText[string]): Snapshot => ({ ...book({ B1, D2: '=SUM(B2:B3)' }), tables: [] });
    const reason = (one: Snapshot, heading: string) => {
      const { steps, refused } = planned(one, book({ B1: heading, D2: '=SUM(B2:B3)' }));
      for (const step of steps) expect(step.kind === 'write' && step.after.flat().map((cell) => cell?.value)).toEqual([heading]);
      return refused.find(({ difference }) => difference.endsWith('B1'))?.reason;
    };
    expect(reason(official(2025), '2024')).toMatch(/type “2025” there by hand\.$/);
    expect(reason(official({ value: 46_023, format: 'mmm-yy' }), 'Dec-25')).toContain('type “Jan-26” there');
    expect(reason(official(true), '2024')).toContain('type “TRUE” there');
    expect(reason(official(2025), '2025')).toContain('it says “2025” already');
  });
});
