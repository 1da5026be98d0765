import { createHeaders } from '../../../src/core/workbook/createHeaders';
import { workbook, type SheetText } from '../../support/workbook';

/** Rows of cells from column A on; null is a blank cell, an empty row a blank row. */
function sheet(rows: readonly (readonly (string | number | null)[])[]): SheetText {
  return Object.fromEntries(
    rows.flatMap((cells, r) => cells.flatMap((cell, c) => (cell === null ? [] : [[`${'ABCDEFGHIJ'[c]!}${r + 1}`, cell]]))),
  );
}

const heading = (rows: Parameters<typeof sheet>[0]) => {
  const headers = createHeaders(workbook({ S: sheet(rows) }), 'en-US')('S')!;
  return (row: number, column: number) => headers.heading(row, column);
};

describe('the heading of a block', () => {
  const quarters = ['Segment', 'Q1', 'Q2'];

  it('stands over its headers, and tells blocks with the same rows apart', () => {
    const of = heading([
      ['Assumptions'],
      [],
      ['Renewal rate'],
      quarters,
      ['Enterprise', 0.9, 0.91],
      ['SMB', 0.8, 0.81],
      [],
      ['Downgrade rate'],
      quarters,
      ['Enterprise', 0.02, 0.03],
    ]);
    expect([of(5, 2), of(6, 3), of(10, 3)]).toEqual(['Renewal rate', 'Renewal rate', 'Downgrade rate']);
    expect(of(3, 2)).toBe('');
  });

  it('stands over its rows where the headers are further up, and the nearest of two beside each other counts', () => {
    const of = heading([
      ['Line', 'Jan', 'Feb'],
      ['Net', 1, 2],
      [],
      ['Net revenue by region'],
      ['EMEA', 1, 2],
      [],
      ['Products', null, 'Opening ARR by region'],
      ['Product', 'Price change', 'EMEA', 'APAC'],
      ['Payments', 0.1, 5, 6],
    ]);
    expect([of(5, 2), of(9, 2), of(9, 3), of(9, 4)]).toEqual([
      'Net revenue by region',
      'Products',
      'Opening ARR by region',
      'Opening ARR by region',
    ]);
  });

  it('is none where it is not certain: a sheet’s title, headers themselves, another row, a figure, a sentence, another block', () => {
    const title = heading([['Plan FY26'], quarters, ['Enterprise', 1, 2]]);
    const headers = heading([['Plan'], [], quarters, ['Enterprise', 1, 2]]);
    const row = heading([['Plan'], [], ['Enterprise', 1], ['Mid-market'], ['SMB', 3]]);
    const figure = heading([['Plan'], [], ['Total', 5], quarters, ['Enterprise', 1, 2]]);
    const sentence = heading([
      ['Plan'],
      [],
      ['All of these were agreed with the regional heads in the meeting of June 4.'],
      ['Enterprise', 1, 2],
    ]);
    const other = heading([
      ['Plan'],
      [],
      ['Costs'],
      ['Rent', 1, null, null, null, null, 'Seats', 4],
      ['Travel', 2, null, null, null, null, 'Users', 5],
    ]);
    expect([title(3, 2), headers(4, 2), row(5, 2), figure(5, 2), sentence(4, 2), other(5, 8)]).toEqual(['', '', '', '', '', '']);
    expect(other(5, 2)).toBe('Costs');
  });
});
