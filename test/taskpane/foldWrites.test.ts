import fc from 'fast-check';
import { foldWrites, type WrittenCell } from '../../src/taskpane/lists/foldWrites';
import { stringifyAddress, stringifyRange } from '../../src/core/workbook/Address';

const value = (number: number | string | null, format: string | null = null) => ({ formula: null, value: number, format });
const formula = (text: string, result: number | null = 0) => ({ formula: text, value: result, format: null });
const cell = (row: number, column: number, before: WrittenCell['before'], after: WrittenCell['after']): WrittenCell => ({
  row,
  column,
  before,
  after,
});
const down = (rows: number, of: (row: number) => WrittenCell) => Array.from({ length: rows }, (_, i) => of(i + 2));
const folded = (cells: readonly WrittenCell[]) => foldWrites(cells).map(({ range }) => stringifyRange(range));

test('a formula filled down for another folds into one run', () =>
  expect(folded(down(60, (row) => cell(row, 3, formula(`=A${row}*2`, row), formula(`=A${row}*$B$1`, -row))))).toEqual(['C2:C61']));

test('a formula over constants of all kinds folds, and constants over a formula do', () => {
  expect(folded(down(3, (row) => cell(row, 3, value(row), formula(`=A${row}`))))).toEqual(['C2:C4']);
  expect(folded(down(3, (row) => cell(row, 3, formula(`=A${row}`), value(row))))).toEqual(['C2:C4']);
});

test('constants fold when all were the same and become the same', () => {
  expect(folded(down(3, (row) => cell(row, 3, value(1), value(2))))).toEqual(['C2:C4']);
  expect(folded(down(3, (row) => cell(row, 3, value(1), value(row))))).toEqual(['C2', 'C3', 'C4']);
  expect(folded(down(3, (row) => cell(row, 3, value(row), value(1))))).toEqual(['C2', 'C3', 'C4']);
});

test('one number format for another folds whatever the cells hold', () => {
  const cells = down(10, (row) => cell(row, 3, value(row, '0.0'), value(row, '0.00')));
  expect(folded(cells)).toEqual(['C2:C11']);
  expect(foldWrites(cells)[0]!.onlyFormat).toBe(true);
  expect(folded([...cells, cell(12, 3, value(1, '0%'), value(1, '0.00'))])).toEqual(['C2:C11', 'C12']);
});

test('an edit with another format, a gap and another edit part runs', () => {
  const same = (row: number, column: number) => cell(row, column, value(1), value(2));
  expect(folded([same(1, 1), same(2, 1), same(4, 1)])).toEqual(['A1:A2', 'A4']);
  expect(folded([same(1, 1), cell(2, 1, value(1), value(2, '0%'))])).toEqual(['A1', 'A2']);
  expect(folded([same(1, 1), same(1, 2), same(2, 1), same(2, 2), same(3, 2)])).toEqual(['A1:A2', 'B1:B3']);
});

test('every cell is in one run, runs are rectangles of one edit, and the order of cells does not matter', () => {
  const content = fc.oneof(
    fc.integer({ min: 0, max: 1 }).map((number) => value(number)),
    fc.boolean().map((fixed) => formula(fixed ? '=$A$1' : '=A1')),
  );
  const place = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }));
  const cells = fc
    .uniqueArray(fc.tuple(place, content, content), { selector: ([at]) => at.join() })
    .map((all) => all.map(([[row, column], before, after]) => cell(row, column, before, after)));
  fc.assert(
    fc.property(cells, fc.func(fc.integer()), (all, shuffle) => {
      const runs = foldWrites(all);
      const places = runs.flatMap((run) => run.cells.map(stringifyAddress));
      expect([...places].sort()).toEqual(all.map(stringifyAddress).sort());
      for (const { range, cells: inside } of runs) {
        const size = (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
        expect(inside.length).toBe(size);
        const [first] = inside;
        for (const { before, after } of inside) {
          expect([before.formula === null, after.formula === null]).toEqual([
            first!.before.formula === null,
            first!.after.formula === null,
          ]);
        }
      }
      const shuffled = [...all].sort((a, b) => shuffle(a.row, a.column) - shuffle(b.row, b.column));
      expect(folded(shuffled)).toEqual(runs.map(({ range }) => stringifyRange(range)));
    }),
  );
});
