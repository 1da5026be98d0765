import fc from 'fast-check';
import { joinBlocks } from '../../../src/core/update/joinBlocks';
import { isInside, parseRange, stringifyRange } from '../../../src/core/workbook/Address';

const joined = (most: number, ...addresses: string[]) =>
  joinBlocks(
    addresses.map((address) => ({ sheet: 'A', range: parseRange(address)! })),
    most,
  ).map(({ range }) => stringifyRange(range));

test('joins what lies side by side', () => {
  expect(joined(9, 'B2:B9', 'C2:C9', 'E2:E9', 'A1', 'A2', 'A3')).toEqual(['A1:A3', 'B2:C9', 'E2:E9']);
  expect(joined(9, 'A1', 'B1', 'A2', 'B2')).toEqual(['A1:B2']);
  expect(joined(2, 'A1', 'C3', 'E9')).toEqual(['A1:E9']);
});

test('loses no cell, gains none unless there are too many blocks, and keeps to the number', () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 8 }), (cells, most) => {
      const blocks = joinBlocks(
        cells.map(([row, column]) => ({ sheet: 'A', range: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column } })),
        most,
      );
      expect(blocks.length).toBeLessThanOrEqual(most);
      for (const [row, column] of cells) expect(blocks.some(({ range }) => isInside(range, { row, column }))).toBe(true);
      const covered = blocks.reduce(
        (sum, { range }) => sum + (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1),
        0,
      );
      if (blocks.length > 1) expect(covered).toBe(new Set(cells.map(String)).size);
    }),
  );
});
