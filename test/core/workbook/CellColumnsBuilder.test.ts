import fc from 'fast-check';
import { CellColumnsBuilder } from '../../../src/core/workbook/CellColumnsBuilder';
import { findCell } from '../../../src/core/workbook/cellAt';
import { ValueKind } from '../../../src/core/workbook/Snapshot';

const cell = fc.record({
  row: fc.integer({ min: 1, max: 40 }),
  column: fc.integer({ min: 1, max: 20 }),
  value: fc.double({ noNaN: true }),
});

test('cells added in any order come out sorted, each place once, with what was added last', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 400 }), (added) => {
      const builder = new CellColumnsBuilder();
      const last = new Map<string, number>();
      for (const { row, column, value } of added) {
        builder.add(row, column, ValueKind.Number, value, -1, 0);
        last.set(`${row},${column}`, value);
      }
      const cells = builder.finish();
      expect(cells.count).toBe(last.size);
      for (let at = 0; at < cells.count; at++) {
        expect(findCell(cells, cells.row[at]!, cells.column[at]!)).toBe(at);
        expect(cells.payload[at]).toBe(last.get(`${cells.row[at]},${cells.column[at]}`));
      }
    }),
  );
});

test('a place without a cell is not found', () => {
  const builder = new CellColumnsBuilder();
  builder.add(1_048_576, 16_384, ValueKind.Number, 1, -1, 0);
  const cells = builder.finish();
  expect(findCell(cells, 1, 1)).toBe(-1);
  expect(findCell(cells, 1_048_576, 16_384)).toBe(0);
});
