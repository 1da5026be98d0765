import fc from 'fast-check';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { withExcel } from '../../support/excelSession';
import { FORMULAS, intersectionsFile } from '../../support/intersections';
import { oldStyleFormulas } from '../../support/oldStyleFormulas';
import { snapshotOf } from '../../support/snapshotOf';

const model = async () => hostBookFromSnapshot(await snapshotOf(intersectionsFile('before', true)));

/** Enters a formula in a cell of the sheet Model through office.js, and says what Excel says of it then. */
async function enter(address: string, formula: string) {
  return withExcel(await model(), async ({ book }) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Model').getRange(address);
      range.formulas = [[formula]];
      range.load('formulas,values,hasSpill,rowIndex,columnIndex');
      await context.sync();
      const stored = book.getCell('Model', range.rowIndex + 1, range.columnIndex + 1).formula;
      return { shown: range.formulas[0]![0] as unknown, value: range.values[0]![0] as unknown, spills: range.hasSpill, stored };
    }),
  );
}

test('formulas of a file are shown with `@` where they take one value, array formulas as they are', async () => {
  await withExcel(await model(), () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Model');
      const shown = (address: string) => sheet.getRange(address).load('formulas');
      const ranges = [...FORMULAS.map(([address]) => address), 'G3'].map(shown);
      await context.sync();
      const formulas = ranges.map((range) => String(range.formulas[0]![0]));
      expect(formulas).toEqual(
        expect.arrayContaining([
          '=@A:A*2',
          '=IF(ISNUMBER(@outYear),@outYear*@Amount,"")',
          '=SUM(@A3:A7*2)',
          '=SUMPRODUCT(A3:A7*2)',
          '=VLOOKUP(@A:A,A3:A7,1,FALSE)',
          '=MATCH(@Amount,Amount,0)',
          '=CHOOSE(2,@A3:A7,@1:1)',
        ]),
      );
      expect(formulas.at(-1)).toBe('=SUM(A3:A7*2)');
    }),
  );
});

test.each([
  ['with `@` it is stored as files have it', 'H6', '=ABS(@Amount)', { stored: '=ABS(Amount)', shown: '=ABS(@Amount)', spills: false }],
  ['an `@` that older formulas cannot leave unsaid stays', 'H6', '=SUM(@Amount)', { stored: '=SUM(@Amount)', shown: '=SUM(@Amount)' }],
  ['without `@` it is a dynamic array and spills', 'H12', '=ABS(Amount)', { stored: '=ABS(Amount)', shown: '=ABS(Amount)', spills: true }],
  ['one without room does not spill', 'A2', '=ABS(Amount)', { value: '#SPILL!', spills: false }],
  ['nor one larger than the sheet', 'H12', '=A:A', { value: '#SPILL!', spills: false }],
  ['one whose values are summed up does not spill', 'H12', '=SUM(Amount*2)', { value: 0, shown: '=SUM(Amount*2)', spills: false }],
  ['single cells and whole ranges need none', 'H12', '=A3*2+SUM(Amount)', { stored: '=A3*2+SUM(Amount)', spills: false }],
])('%s', async (_, address, formula, expected) => {
  expect(await enter(address, formula)).toMatchObject(expected);
});

test('law: what is shown and entered again is stored as it was', async () => {
  await withExcel(await model(), async ({ book }) => {
    await fc.assert(
      fc.asyncProperty(oldStyleFormulas, async (formula) => {
        const sheet = book.sheet('Model');
        sheet.grid.set(12, 8, { formula, value: 1, format: 'General', fill: null, touched: 'no' });
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem('Model').getRange('H12').load('formulas');
          await context.sync();
          const shown = range.formulas;
          range.clear('Contents');
          range.formulas = shown;
          await context.sync();
        });
        expect(sheet.cell(12, 8).formula).toBe(formula);
        expect(sheet.arrays.filter(({ kind }) => kind === 'spill')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
