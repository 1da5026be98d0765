import { bookOf } from '../../support/bookOf';
import { withExcel } from '../../support/excelSession';

const values = (address: string, sheet = 'Data') =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values,formulas,text,valueTypes,numberFormat');
    await context.sync();
    return range;
  });

test('office.js starts and sees the API sets the workbench advertises', () =>
  withExcel(bookOf({ Data: {} }), async () => {
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
    expect(Office.context.document.url).toBe('https://tieout.invalid/Book1.xlsx');
  }));

test('values, formulas, texts and types read as Excel gives them', () =>
  withExcel(
    bookOf({
      Data: {
        A1: { formula: null, value: 0.125, format: '0.0%' },
        B1: { formula: '=A1*2', value: 0.25, format: null },
        A2: { error: '#N/A' },
        B2: true,
        C2: 'x',
        C1: { formula: null, value: 45_000, format: 'yyyy-mm-dd' },
      },
    }),
    async () => {
      const range = await values('A1:D2');
      expect(range.values).toEqual([
        [0.125, 0.25, 45000, ''],
        ['#N/A', true, 'x', ''],
      ]);
      expect(range.formulas[0]).toEqual([0.125, '=A1*2', 45000, '']);
      expect(range.text).toEqual([
        ['12.5%', '0.25', '2023-03-15', ''],
        ['#N/A', 'TRUE', 'x', ''],
      ]);
      expect(range.valueTypes).toEqual([
        ['Double', 'Double', 'Double', 'Empty'],
        ['Error', 'Boolean', 'String', 'Empty'],
      ]);
      expect(range.numberFormat[0]).toEqual(['0.0%', 'General', 'yyyy-mm-dd', 'General']);
    },
  ));

test('sheets, nested loads and missing objects', () =>
  withExcel(bookOf({ Data: { A1: 1 }, 'My sheet': { B2: 'x' } }), async () => {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name,items/position,items/visibility');
      const missing = context.workbook.worksheets.getItemOrNullObject('Nope');
      const range = context.workbook.worksheets.getItem('My sheet').getUsedRange().load('address,worksheet/name,format/fill/color');
      await context.sync();
      expect(sheets.items.map((sheet) => [sheet.name, sheet.position, sheet.visibility])).toEqual([
        ['Data', 0, 'Visible'],
        ['My sheet', 1, 'Visible'],
      ]);
      expect(missing.isNullObject).toBe(true);
      expect([range.address, range.worksheet.name, range.format.fill.color]).toEqual(["'My sheet'!B2", 'My sheet', '#FFFFFF']);
    });
  }));
