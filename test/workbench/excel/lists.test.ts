import { bookOf } from '../../support/bookOf';
import { openExcel, type ExcelSession } from '../../support/excelSession';

let session: ExcelSession;
beforeEach(async () => {
  session = await openExcel(bookOf({ Data: { H1: 'Key', I1: 'Amount', H2: 'a', I2: 1, H3: 'b', I3: 2 }, 'My sheet': {} }));
});
afterEach(() => {
  expect(session.host.stats.unsupported).toEqual([]);
  session.close();
});

test('sheets: add, move, rename, hide, activate, delete', () =>
  Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const added = sheets.add('New');
    added.position = 0;
    added.set({ name: 'Newer', visibility: 'Hidden' });
    sheets.getItem('My sheet').activate();
    sheets.load('items/name,items/visibility');
    const active = sheets.getActiveWorksheet().load('name');
    const count = sheets.getCount();
    await context.sync();
    expect(sheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Newer', 'Hidden'],
      ['Data', 'Visible'],
      ['My sheet', 'Visible'],
    ]);
    expect([active.name, count.value]).toEqual(['My sheet', 3]);
    sheets.items[0]!.delete();
    await context.sync();
    expect(session.book.sheets.map(({ name }) => name)).toEqual(['Data', 'My sheet']);
  }));

test('names of the workbook and of a sheet', () =>
  Excel.run(async (context) => {
    const data = context.workbook.worksheets.getItem('Data');
    context.workbook.names.add('Total', data.getRange('A1:A3'), 'what is due');
    data.names.add('Total', '=Data!$B$1*2');
    context.workbook.names.addFormulaLocal('Rate', '=0.07').visible = false;
    await context.sync();
    const total = context.workbook.names.getItem('Total').load('formula,type,value,scope,comment,visible');
    const range = total.getRange().load('address');
    const local = data.names.getItem('Total').load('formula,scope');
    const rate = context.workbook.names.getItemOrNullObject('rate').load('value,visible,type');
    const none = context.workbook.names.getItemOrNullObject('Nope');
    context.workbook.names.load('items/name');
    await context.sync();
    expect(total.toJSON()).toMatchObject({
      formula: '=Data!$A$1:$A$3',
      type: 'Range',
      value: 'Data!A1:A3',
      scope: 'Workbook',
      comment: 'what is due',
    });
    expect([range.address, local.formula, local.scope]).toEqual(['Data!A1:A3', '=Data!$B$1*2', 'Worksheet']);
    expect([rate.value, rate.visible, rate.type, none.isNullObject]).toEqual([0.07, false, 'Double', true]);
    expect(context.workbook.names.items.map(({ name }) => name)).toEqual(['Total', 'Rate']);
    total.formula = '=Data!$C$1';
    local.delete();
    await context.sync();
    expect(session.book.names.items.map(({ name, formula }) => [name, formula])).toEqual([
      ['Total', 'Data!$C$1'],
      ['Rate', '0.07'],
    ]);
  }));

test('tables and their columns', () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.tables.add('H1:I3', true).name = 'Costs';
    await context.sync();
    const table = context.workbook.tables.getItem('Costs').load('name,worksheet/name');
    const body = table.getDataBodyRange().load('address,values');
    const amount = table.columns.getItem('Amount').getDataBodyRange().load('values');
    table.columns.load('items/name');
    sheet.tables.load('items/name,count');
    await context.sync();
    expect([table.worksheet.name, body.address, body.values]).toEqual([
      'Data',
      'Data!H2:I3',
      [
        ['a', 1],
        ['b', 2],
      ],
    ]);
    expect([amount.values, table.columns.items.map(({ name }) => name)]).toEqual([
      [[1], [2]],
      ['Key', 'Amount'],
    ]);
    sheet.getRange('I:I').insert('Right');
    await context.sync();
    expect(session.book.tables.items[0]!.columns.map(({ name }) => name)).toEqual(['Key', 'Column1', 'Amount']);
    expect(session.book.getCell('Data', 1, 9).value).toBe('Column1');
  }));

test('comments', () =>
  Excel.run(async (context) => {
    context.workbook.comments.add('Data!A1', 'why?');
    await context.sync();
    const comment = context.workbook.comments.getItemByCell('Data!A1').load('content,authorName,id');
    const location = comment.getLocation().load('address');
    const onSheet = context.workbook.worksheets.getItem('My sheet').comments.getCount();
    await context.sync();
    expect([comment.content, location.address, onSheet.value]).toEqual(['why?', 'Data!A1', 0]);
    comment.delete();
    await context.sync();
    expect(session.book.notes.items).toEqual([]);
  }));

test('settings through both APIs are the same settings', async () => {
  await Excel.run(async (context) => {
    context.workbook.settings.add('rich', { a: 1, list: [true] });
    await context.sync();
    const setting = context.workbook.settings.getItemOrNullObject('rich').load('value');
    const none = context.workbook.settings.getItemOrNullObject('nope');
    await context.sync();
    expect([setting.value, none.isNullObject]).toEqual([{ a: 1, list: [true] }, true]);
  });
  Office.context.document.settings.set('common', { z: 2 });
  const status = await new Promise((resolve) => Office.context.document.settings.saveAsync((result) => resolve(result.status)));
  expect(status).toBe('succeeded');
  expect(session.book.settings.get('common')).toEqual({ z: 2 });
});

test('settings of the file are there when the pane starts', async () => {
  session.close();
  const book = bookOf({ Data: {} });
  book.settings.set('tieout', { version: 3 }, 'user');
  session = await openExcel(book);
  expect(Office.context.document.settings.get('tieout')).toEqual({ version: 3 });
});

test('custom XML parts', () =>
  Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    const xml = parts.add('<r xmlns="urn:tieout"><a/></r>').getXml();
    parts.add('<p:r xmlns:p="urn:other"/>');
    await context.sync();
    const only = parts.getByNamespace('urn:tieout').getOnlyItemOrNullObject().load('namespaceUri');
    const text = only.getXml();
    const none = parts.getByNamespace('urn:nope').getOnlyItemOrNullObject();
    await context.sync();
    expect([xml.value, text.value, only.namespaceUri, none.isNullObject]).toEqual([
      '<r xmlns="urn:tieout"><a/></r>',
      '<r xmlns="urn:tieout"><a/></r>',
      'urn:tieout',
      true,
    ]);
    only.setXml('<r xmlns="urn:tieout"/>');
    await context.sync();
    expect(session.book.xmlParts.items[0]!.xml).toBe('<r xmlns="urn:tieout"/>');
  }));

test('selection, and the calculation mode', () =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('My sheet').getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.getActiveCell().load('address');
    context.application.calculationMode = Excel.CalculationMode.manual;
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.load('calculationMode');
    await context.sync();
    expect([selected.address, active.address]).toEqual(["'My sheet'!B2:C3", "'My sheet'!B2"]);
    expect(context.application.calculationMode).toBe('Manual');
    expect(session.book.activeSheet.name).toBe('My sheet');
  }));
