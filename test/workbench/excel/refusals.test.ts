import { bookOf } from '../../support/bookOf';
import { openExcel, type ExcelSession } from '../../support/excelSession';

let session: ExcelSession;
beforeEach(async () => {
  const book = bookOf({ Data: { A1: 1 }, Locked: { A1: 1 } });
  book.sheet('Locked').protected = true;
  session = await openExcel(book);
});
afterEach(() => session.close());

const failing = async (work: (context: Excel.RequestContext) => void): Promise<OfficeExtension.Error> => {
  try {
    await Excel.run(async (context) => {
      work(context);
      await context.sync();
    });
  } catch (error) {
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    return error as OfficeExtension.Error;
  }
  throw new Error('It went through.');
};

const cases: [string, string, string, (context: Excel.RequestContext) => void][] = [
  ['a missing sheet', 'ItemNotFound', 'WorksheetCollection.getItem', ({ workbook }) => workbook.worksheets.getItem('Nope').load('name')],
  ['a bad address', 'InvalidArgument', 'Worksheet.getRange', ({ workbook }) => workbook.worksheets.getItem('Data').getRange('A0').load()],
  [
    'a block of the wrong size',
    'InvalidArgument',
    'Range.values',
    ({ workbook }) => (workbook.worksheets.getItem('Data').getRange('A1:B2').values = [[1]]),
  ],
  [
    'a broken formula',
    'InvalidArgument',
    'Range.formulas',
    ({ workbook }) => (workbook.worksheets.getItem('Data').getRange('A1').formulas = [['=SUM(']]),
  ],
  [
    'a write to a protected sheet',
    'AccessDenied',
    'Range.values',
    ({ workbook }) => (workbook.worksheets.getItem('Locked').getRange('A1').values = [[2]]),
  ],
  [
    'rows of a protected sheet',
    'AccessDenied',
    'Range.insert',
    ({ workbook }) => workbook.worksheets.getItem('Locked').getRange('1:1').insert('Down'),
  ],
  ['a sheet name in use', 'ItemAlreadyExists', 'WorksheetCollection.add', ({ workbook }) => workbook.worksheets.add('data')],
  ['a bad name', 'InvalidArgument', 'NamedItemCollection.add', ({ workbook }) => workbook.names.add('A1', '=1')],
  [
    'a name of no range',
    'InvalidOperation',
    'NamedItem.getRange',
    ({ workbook }) => {
      workbook.names.add('Rate', '=0.5');
      workbook.names.getItem('Rate').getRange().load('address');
    },
  ],
];

test.each(cases)('%s: %s at %s', async (_, code, location, work) => {
  const error = await failing(work);
  expect([error.code, error.debugInfo.errorLocation]).toEqual([code, location]);
  expect(session.host.stats.unsupported).toEqual([]);
});

test('what came before the error in a batch stays, what came after did not happen', async () => {
  await failing(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('Data');
    sheet.getRange('F1').values = [[7]];
    sheet.getRange('A1:B2').values = [[1]];
    sheet.getRange('G1').values = [[8]];
  });
  expect([session.book.getCell('Data', 1, 6).value, session.book.getCell('Data', 1, 7).value]).toEqual([7, null]);
});

test('reading what was not loaded is an error, never a value', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    expect(() => sheet.name).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  });
});

test('what the workbench does not play fails loudly and is noted', async () => {
  const error = await failing(({ workbook }) => workbook.worksheets.getItem('Data').charts.load('items'));
  expect(error.code).toBe('ApiNotFound');
  expect(session.host.stats.unsupported).toEqual(['Worksheet.Charts']);
});

test('a range whose cells were deleted is an invalid reference', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    const held = sheet.getRange('A5').load('address');
    await context.sync();
    sheet.getRange('4:6').delete('Up');
    held.load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

test('a request over 5 MB is refused as a whole, and so is a reply', async () => {
  const tooLarge = await failing(({ workbook }) => {
    workbook.worksheets.getItem('Data').getRange('A1:A200').values = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
  });
  expect(tooLarge.code).toBe('RequestPayloadSizeLimitExceeded');
  expect(session.book.getCell('Data', 1, 1).value).toBe(1);
  session.book.setCells(
    'Data',
    { firstRow: 1, firstColumn: 1, lastRow: 200, lastColumn: 1 },
    Array.from({ length: 200 }, () => [{ formula: null, value: 'é'.repeat(15_000), format: null }]),
    'user',
  );
  const reply = await failing(({ workbook }) => workbook.worksheets.getItem('Data').getRange('A1:A200').load('values'));
  expect(reply.code).toBe('ResponsePayloadSizeLimitExceeded');
});

test('a read-only workbook refuses writes', async () => {
  session.book.readOnly = true;
  const error = await failing(({ workbook }) => (workbook.worksheets.getItem('Data').getRange('A1').values = [[2]]));
  expect(error.code).toBe('AccessDenied');
});
