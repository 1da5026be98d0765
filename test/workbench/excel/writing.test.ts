import { bookOf } from '../../support/bookOf';
import { openExcel, type ExcelSession } from '../../support/excelSession';

let session: ExcelSession;
beforeEach(async () => {
  session = await openExcel(bookOf({ Data: { A1: 1, B1: 'old', C1: { formula: null, value: 5, format: '@' } } }));
});
afterEach(() => {
  expect(session.host.stats.refusals.filter((refusal) => refusal.startsWith('Internal'))).toEqual([]);
  expect(session.host.stats.unsupported).toEqual([]);
  session.close();
});

const onData = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  Excel.run((context) => work(context.workbook.worksheets.getItem('Data'), context));
const cell = (row: number, column: number) => session.book.getCell('Data', row, column);

test('null leaves a cell alone, an empty text clears it, = is a formula through values and formulas alike', async () => {
  await onData(async (sheet, context) => {
    sheet.getRange('A1:C1').values = [[null, '', '=A1']];
    sheet.getRange('D1:E1').formulas = [['=A1+1', 'plain']];
    await context.sync();
  });
  expect([cell(1, 1).value, cell(1, 2).value]).toEqual([1, null]);
  // C1 is formatted as text: what is written stays a text.
  expect(cell(1, 3)).toMatchObject({ formula: null, value: '=A1' });
  expect([cell(1, 4).formula, cell(1, 5).value]).toEqual(['=A1+1', 'plain']);
});

test('a scalar fills the whole range', async () => {
  await onData(async (sheet, context) => {
    sheet.getRange('A2:B3').values = 7 as unknown as number[][];
    await context.sync();
  });
  expect([cell(2, 1).value, cell(3, 2).value]).toEqual([7, 7]);
});

test('20,000 rows arrive in the chunks that office.js makes, and read back equal', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [i, `r${i}`, i % 7 === 0 ? '' : i / 3]);
  await onData(async (sheet, context) => {
    sheet.getRange('A1:C20000').values = rows;
    await context.sync();
    const used = sheet.getUsedRange(true).load('address,values');
    await context.sync();
    expect(used.address).toBe('Data!A1:C20000');
    // C1 was formatted as text, and an empty text is empty anyway.
    expect(used.values).toEqual(rows);
  });
});

test('number formats and fills', async () => {
  await onData(async (sheet, context) => {
    const range = sheet.getRange('A1:B1');
    range.numberFormat = [['0.00', null]];
    range.format.fill.color = 'yellow';
    range.load('numberFormat,format/fill/color');
    await context.sync();
    expect(range.numberFormat).toEqual([['0.00', 'General']]);
    expect(range.format.fill.color).toBe('#FFFF00');
    range.clear(Excel.ClearApplyTo.formats);
    range.load('numberFormat,values');
    sheet.getRange('A2').format.fill.color = '#00ff00';
    sheet.getRange().format.fill.clear();
    const cleared = sheet.getRange('A2').load('format/fill/color');
    await context.sync();
    expect([range.numberFormat, range.values]).toEqual([[['General', 'General']], [[1, 'old']]]);
    expect(cleared.format.fill.color).toBe('#FFFFFF');
  });
});

test('rows inserted above move a range the add-in holds, formulas and the data', async () => {
  await onData(async (sheet, context) => {
    sheet.getRange('A5').formulas = [['=A1*2']];
    const held = sheet.getRange('A5').load('address');
    await context.sync();
    const inserted = sheet.getRange('2:3').insert(Excel.InsertShiftDirection.down).load('address');
    held.load('address,formulas');
    await context.sync();
    expect([inserted.address, held.address, held.formulas]).toEqual(['Data!2:3', 'Data!A7', [['=A1*2']]]);
    sheet.getRange('A1:B1').getEntireRow().delete(Excel.DeleteShiftDirection.up);
    held.load('address,formulas');
    await context.sync();
    expect([held.address, held.formulas]).toEqual(['Data!A6', [['=#REF!*2']]]);
  });
});

test('columns, hidden lines, merges', async () => {
  await onData(async (sheet, context) => {
    sheet.getRange('B:B').insert(Excel.InsertShiftDirection.right);
    sheet.getRange('A2:A4').rowHidden = true;
    const rows = sheet.getRange('A1:A4').load('rowHidden');
    const hidden = sheet.getRange('A3').load('rowHidden');
    sheet.getRange('A6:B7').merge();
    await context.sync();
    expect([rows.rowHidden, hidden.rowHidden]).toEqual([null, true]);
  });
  expect(cell(1, 3).value).toBe('old');
  expect(session.book.sheet('Data').merges).toHaveLength(1);
});

test('cells of whole rows and columns read as null, and cannot be written', async () => {
  await onData(async (sheet, context) => {
    const column = sheet.getRange('A:A').load('values,address,isEntireColumn');
    await context.sync();
    expect([column.values, column.address, column.isEntireColumn]).toEqual([null, 'Data!A:A', true]);
    sheet.getRange('5:5').values = 1 as unknown as number[][];
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

test('a formula and what follows from it are calculated before the same batch reads them', async () => {
  session.book.calculator = {
    settle: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      session.book.setCalculated('Data', [{ row: 2, column: 1, value: 42 }]);
    },
  };
  await onData(async (sheet, context) => {
    const range = sheet.getRange('A2');
    range.formulas = [['=6*7']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[42]]);
  });
});

test('what no calculation changes is told while one is due', async () => {
  let asked = 0;
  session.book.calculator = { settle: async () => void asked++ };
  await onData(async (sheet, context) => {
    sheet.getRange('A2').formulas = [['=6*7']];
    const range = sheet.getRange('B3').load('rowIndex,address');
    sheet.load('name,protection/protected');
    await context.sync();
    expect([range.rowIndex, range.address, sheet.name, sheet.protection.protected]).toEqual([2, 'Data!B3', 'Data', false]);
    expect(asked).toBe(0);
    const used = sheet.getUsedRange().load('address');
    await context.sync();
    expect([used.isNullObject, asked]).toEqual([false, 1]);
  });
});

test('ranges from ranges', async () => {
  await onData(async (sheet, context) => {
    const range = sheet.getRange('B2:C4');
    const found = [
      range.getCell(1, 1),
      range.getOffsetRange(1, 1),
      range.getResizedRange(1, -1),
      range.getBoundingRect('E1'),
      range.getIntersection('C4:D9'),
      range.getLastCell(),
      range.getEntireColumn(),
      sheet.getRangeByIndexes(0, 0, 2, 3),
    ].map((other) => other.load('address'));
    const none = range.getIntersectionOrNullObject('E9');
    await context.sync();
    expect(found.map((other) => other.address.replace('Data!', ''))).toEqual(['C3', 'C3:D5', 'B2:B5', 'B1:E4', 'C4', 'C4', 'B:C', 'A1:C2']);
    expect(none.isNullObject).toBe(true);
  });
});

test('highlights: conditional formats with a formula are added and removed without a trace', async () => {
  await onData(async (sheet, context) => {
    const marked = sheet.getRanges('A1:B1,C3').conditionalFormats.add(Excel.ConditionalFormatType.custom);
    marked.custom.rule.formula = '=TRUE';
    marked.custom.format.fill.color = '#FDE7A9';
    marked.load('id,type');
    await context.sync();
    expect(session.book.sheet('Data').conditionalFormats).toMatchObject([{ id: marked.id, formula: '=TRUE', fill: '#FDE7A9' }]);
    sheet.getRange('2:2').insert('Down');
    const all = sheet.getRange().conditionalFormats.load('items/id,items/type');
    await context.sync();
    expect(session.book.sheet('Data').conditionalFormats[0]!.ranges).toMatchObject([{ lastColumn: 2 }, { firstRow: 4 }]);
    for (const format of all.items) if (format.id === marked.id) format.delete();
    await context.sync();
    expect(session.book.sheet('Data').conditionalFormats).toEqual([]);
  });
});

test('spills', async () => {
  session.book.setArrays('Data', [{ kind: 'spill', range: { firstRow: 5, firstColumn: 1, lastRow: 8, lastColumn: 1 } }]);
  await onData(async (sheet, context) => {
    const anchor = sheet.getRange('A5').load('hasSpill');
    const spilling = anchor.getSpillingToRangeOrNullObject().load('address');
    const parent = sheet.getRange('A7').getSpillParentOrNullObject().load('address');
    const none = sheet.getRange('A1').getSpillingToRangeOrNullObject();
    await context.sync();
    expect([anchor.hasSpill, spilling.address, parent.address, none.isNullObject]).toEqual([true, 'Data!A5:A8', 'Data!A5', true]);
  });
});
