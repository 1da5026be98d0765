import fc from 'fast-check';
import { contentAt } from '../../../src/core/sync/cellContent';
import { updateSnapshot } from '../../../src/core/update/updateSnapshot';
import { parseRange } from '../../../src/core/workbook/Address';
import type { CellValue } from '../../../src/core/workbook/CellValue';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { cellText, model, snapshotOf, writeCell } from '../../support/model';
import { workbook } from '../../support/workbook';

test('gives what reading the edited workbook gives', () => {
  const edits = fc.array(
    fc.tuple(fc.constantFrom('One', 'Two'), fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 8 }), fc.option(cellText)),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(model, edits, (before, edits) => {
      let after = before;
      for (const [sheet, row, column, cell] of edits) after = writeCell(after, sheet, `${row},${column}`, cell);
      const edited = edits.map(([sheet, row, column]) => {
        const cell = (after.sheets[sheet]!.get(`${row},${column}`) ?? null) as CellValue;
        const formula = typeof cell === 'string' && cell.startsWith('=') ? cell : null;
        const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
        return { sheet, range, values: [[formula === null ? cell : null]], formulas: [[formula]], formats: [['General']] };
      });
      const updated = updateSnapshot(snapshotOf(before), { edited, recalculated: [] });
      expect(contents(updated)).toEqual(contents(snapshotOf(after)));
    }),
    { numRuns: 500 },
  );
});

const book = workbook({
  Data: { A1: 'Rate', B1: 0.5, B2: ['=B1*2', 1], B3: { value: 45000, format: 'mm-dd-yy' }, B4: ['=@B1', 0.5] },
  Other: { A1: 'Kept' },
});
const at = (address: string) => ({ sheet: 'Data', range: parseRange(address)! });

test('takes results in where there are formulas, and nowhere else', () => {
  const recalculated = [
    {
      ...at('A1:B2'),
      values: [
        ['No', 9],
        [8, 7],
      ],
    },
  ];
  expect(contents(updateSnapshot(book, { edited: [], recalculated }))).toMatchObject([
    { '1,1': { value: 'Rate' }, '1,2': { value: 0.5 }, '2,2': { value: 7, formula: '=B1*2' } },
    {},
  ]);
});

test('leaves what did not change as the same objects', () => {
  const nothing = { ...at('B1:B2'), values: [[0.5], [1]], formulas: [[null], ['=B1*2']], formats: [['General'], ['General']] };
  expect(updateSnapshot(book, { edited: [nothing], recalculated: [] })).toBe(book);
  const one = updateSnapshot(book, {
    edited: [{ ...at('B1'), values: [[2]], formulas: [[null]], formats: [['General']] }],
    recalculated: [],
  });
  expect(one.sheets[1]).toBe(book.sheets[1]);
  expect(one.strings).toBe(book.strings);
});

test('a date format and a formula that Excel spells in another way than the file are no change', () => {
  const edited = [{ ...at('B3:B4'), values: [[45000], [0.5]], formulas: [[null], ['=B1']], formats: [['m/d/yyyy'], ['General']] }];
  expect(updateSnapshot(book, { edited, recalculated: [] })).toBe(book);
});

function contents(snapshot: Snapshot): unknown {
  return snapshot.sheets.map((sheet) => {
    const { cells } = sheet;
    return Object.fromEntries(
      Array.from({ length: cells.count }, (_, p) => [`${cells.row[p]},${cells.column[p]}`, contentAt(snapshot, sheet, p)]),
    );
  });
}
