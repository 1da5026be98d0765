import { parseRange } from '../../../src/core/workbook/Address';
import { bookOf, contentOf } from '../../support/bookOf';
import { openExcel, type ExcelSession } from '../../support/excelSession';

let session: ExcelSession;
beforeEach(async () => {
  session = await openExcel(bookOf({ Data: { A1: 1 } }));
});
afterEach(() => session.close());

const write = (...cells: string[]) =>
  Excel.run(async (context) => {
    for (const cell of cells) context.workbook.worksheets.getItem('Data').getRange(cell).values = [[9]];
    await context.sync();
  });
const value = (row: number) => session.book.getCell('Data', row, 1).value;

test('the n-th request fails as planned, and only that one', async () => {
  session.host.faults.plan({ request: 2, error: { code: 'GeneralException' } });
  await write('A1');
  await expect(write('A2')).rejects.toMatchObject({ code: 'GeneralException' });
  await write('A3');
  expect([value(1), value(2), value(3)]).toEqual([9, null, 9]);
});

test('a batch that fails half-way has done its first half', async () => {
  let actions = 0;
  await write('A1', 'A2', 'A3');
  actions = session.host.stats.actions;
  session.book.clear('Data', parseRange('A1:A3')!, 'all', 'user');
  session.host.faults.plan({ request: 1, error: { code: 'GeneralException', afterActions: actions - 1 } });
  await expect(write('A1', 'A2', 'A3')).rejects.toMatchObject({ code: 'GeneralException' });
  expect([value(1), value(3)]).toEqual([9, null]);
});

test('in cell-edit mode nothing is taken, and everything afterwards', async () => {
  session.host.faults.cellEditMode = true;
  await expect(write('A1')).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  session.host.faults.cellEditMode = false;
  await write('A1');
  expect(value(1)).toBe(9);
});

test('a co-author writes between two requests', async () => {
  session.host.faults.plan({
    request: 2,
    before: (book) => book.setCells('Data', parseRange('A1')!, [[contentOf(77)]], 'coauthor'),
  });
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Data').getRange('A1').load('values');
    await context.sync();
    expect(range.values).toEqual([[1]]);
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[77]]);
  });
});

test('slow replies arrive, lost ones do not', async () => {
  session.host.faults.plan({ request: 1, delay: 30 });
  const start = performance.now();
  await write('A1');
  expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  session.host.faults.plan({ request: 1, dropReply: true });
  let arrived = false;
  void write('A2').then(() => (arrived = true));
  while (value(2) !== 9) await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(arrived).toBe(false);
});
