import { bothHeaders } from '../../../src/app/createExplainer';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { columnName } from '../../../src/core/workbook/Address';
import { createLabeller, type Labeller } from '../../../src/core/workbook/createLabeller';
import { workbook, type SheetText } from '../../support/workbook';

/** Rows of cells from a corner on. */
function table(row: number, column: number, rows: readonly (readonly (string | number)[])[]): SheetText {
  return Object.fromEntries(rows.flatMap((cells, r) => cells.map((cell, c) => [`${columnName(column + c)}${row + r}`, cell])));
}

/** A labeller of yours, which has the same sheet with its last number changed. */
function labeller(official: SheetText, local: SheetText): Labeller {
  const compared = compareSnapshots(workbook({ Map: official }), workbook({ Map: local }));
  if (!compared.ok) throw new Error(compared.failure.message);
  return createLabeller(bothHeaders(compared.value, 'en-US').local);
}

const REGIONS = ['EMEA', 'EMEA', 'AMER', 'AMER', 'APAC', 'APAC', 'EMEA', 'AMER'];
const NAMES = ['South', 'North', 'East', 'West', 'Islands', 'Mainland', 'Alps', 'Plains'];

describe('a row of a list', () => {
  it('is called by its key and the column’s header, not by the text that stands first', () => {
    const rows = (order: readonly number[]) => [
      ['Region', 'Owner', 'Territory', 'Q2 target', 'Q3 target'],
      ...order.map((k) => [REGIONS[k]!, `Owner ${k % 3}`, `${REGIONS[k]!} ${NAMES[k]!}`, 100 + k * 7, 200 + k * 11]),
    ];
    const label = labeller(table(3, 1, rows([0, 1, 2, 3, 4, 5, 6, 7])), table(3, 1, rows([5, 0, 3, 6, 1, 7, 2, 4])));
    expect(label('Map', 'E5')).toBe('EMEA South · Q3 target');
    expect(label('Map', 'B6')).toBe('AMER West · Owner');
    expect(label('Map', '5:5')).toBe('EMEA South');
    expect(label('Map', 'D4:D5')).toBe('APAC Mainland–EMEA South · Q2 target');
  });

  it('is called by all columns of a key of several, and by its name too where the key is a number', () => {
    const composite = (order: readonly number[]) => [
      ['Region', 'Product', 'Quota'],
      ...order.map((k) => [REGIONS[k % 4 < 2 ? 0 : 2]!, `Product ${k % 2}${k > 3 ? ' Plus' : ''}`, 300 + k * 13]),
    ];
    const label = labeller(table(1, 1, composite([0, 1, 2, 3, 4, 5, 6, 7])), table(1, 1, composite([6, 1, 4, 3, 2, 5, 0, 7])));
    expect(label('Map', 'C2')).toBe('AMER, Product 0 Plus · Quota');
    const accounts = (order: readonly number[]) => [
      ['Group', 'Account', 'Budget'],
      ...order.map((k) => [k < 4 ? 'Revenue' : 'Costs', 4000 + k * 10, 50 + k * 3]),
    ];
    const numbered = labeller(table(1, 1, accounts([0, 1, 2, 3, 4, 5, 6, 7])), table(1, 1, accounts([7, 3, 5, 1, 0, 2, 4, 6])));
    expect(numbered('Map', 'C2')).toBe('4070 Costs · Budget');
  });

  it('is told in each of several lists of a sheet by its own key', () => {
    const reps = (order: readonly number[]) => [
      ['Team', 'Rep', 'Quota'],
      ...order.map((k) => [`Team ${k % 2}`, `Rep ${NAMES[k]!}`, 10 + k * 3]),
    ];
    const prices = (order: readonly number[]) => [
      ['Tier', 'SKU', 'Price'],
      ...order.map((k) => [`Tier ${k % 2}`, `SKU-${k * 7}`, 90 + k * 5]),
    ];
    const sheet = (first: readonly number[], second: readonly number[]) => ({
      ...table(1, 1, reps(first)),
      ...table(14, 1, prices(second)),
    });
    const label = labeller(
      sheet([0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6, 7]),
      sheet([3, 0, 6, 1, 7, 2, 5, 4], [6, 2, 0, 7, 1, 3, 5, 4]),
    );
    expect(label('Map', 'C2')).toBe('Rep West · Quota');
    expect(label('Map', 'C15')).toBe('SKU-42 · Price');
  });
});
