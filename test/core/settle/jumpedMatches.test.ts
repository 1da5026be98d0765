import { compare } from '../../../src/core/compare/compare';
import { jumpedMatches } from '../../../src/core/settle/jumpedMatches';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type CellText } from '../../support/workbook';

/** Columns, each with a number of its own above and formulas below that read so many columns to the left. */
function columnsOf(...columns: readonly (readonly [own: number, back: number])[]): Snapshot {
  const letter = (column: number): string => String.fromCharCode(65 + column);
  const cells = columns.flatMap(([own, back], c) =>
    Array.from({ length: 14 }, (_, r): [string, CellText] => {
      const below = back === 0 ? `=ROW()*${own}` : `=${letter(c - back)}${r + 1}*2`;
      return [`${letter(c)}${r + 1}`, r === 0 ? `=ROW()+${own}` : below];
    }),
  );
  return workbook({ Model: Object.fromEntries(cells) });
}

function listed(official: Snapshot, local: Snapshot): string[] {
  return compare(official, local).differences.map(({ kind, official: ours, local: theirs }) =>
    [kind, ours?.address ?? '–', theirs?.address ?? '–'].join(' '),
  );
}

it('copies put in at two places, one in each workbook, are the columns that formulas behind them read past', () => {
  const official = columnsOf([4, 0], [5, 1], [6, 1], [6, 1], [6, 1], [7, 3]);
  const local = columnsOf([4, 0], [5, 1], [5, 1], [6, 2], [7, 1]);
  expect(listed(official, local)).toEqual(['column D:E –', 'column – C:C']);
  expect(listed(local, official)).toEqual(['column C:C –', 'column – D:E']);
});

it('what the formulas of two matched lines both jump over is left as it is', () => {
  const match = Int32Array.from([0, 1, 2, 3, 4, 5]);
  const jump = { from: 5, first: 3, last: 4 };
  expect(jumpedMatches(match, 5, [jump], [jump])).toEqual([]);
  expect(jumpedMatches(match, 5, [jump], [{ ...jump, from: 4, first: 2, last: 3 }]).map((one) => [...one])).toContainEqual([
    0, 1, 4, 0, 0, 5,
  ]);
});
