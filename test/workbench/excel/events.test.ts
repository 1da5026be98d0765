import { parseRange } from '../../../src/core/workbook/Address';
import type { Origin } from '../../../src/workbench/book/HostEvent';
import { bookOf, contentOf } from '../../support/bookOf';
import { openExcel, type ExcelSession } from '../../support/excelSession';

let session: ExcelSession;
beforeEach(async () => {
  session = await openExcel(bookOf({ Data: { A1: 1 }, Other: {} }));
});
afterEach(() => {
  expect(session.host.stats.unsupported).toEqual([]);
  session.close();
});

const edit = (address: string, value: number, origin: Origin) =>
  session.book.setCells('Data', parseRange(address)!, [[contentOf(value)]], origin);

test('cells put in or taken out are told with where the others went', async () => {
  const seen: unknown[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data').load('id');
    await context.sync();
    sheet.onChanged.add(async ({ address, changeType, changeDirectionState }) => {
      seen.push([address, changeType, changeDirectionState]);
    });
    const held = sheet.getRange('C3').load('address');
    await context.sync();
    sheet.getRange('B3:C5').insert('Right');
    held.load('address');
    await context.sync();
    expect(held.address).toBe('Data!E3');
    sheet.getRange('B3:B4').delete('Up');
    await context.sync();
  });
  await session.idle();
  expect(seen).toEqual([
    ['B3:C5', 'CellInserted', expect.objectContaining({ insertShiftDirection: 'Right' })],
    ['B3:B4', 'CellDeleted', expect.objectContaining({ deleteShiftDirection: 'Up' })],
  ]);
});

test('changes: who made them, where, from what to what', async () => {
  const seen: unknown[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data').load('id');
    await context.sync();
    sheet.onChanged.add(async ({ address, source, changeType, details, triggerSource }) => {
      seen.push([address, source, changeType, details?.valueBefore, details?.valueAfter, triggerSource]);
    });
    await context.sync();
  });
  edit('A1', 2, 'user');
  edit('B5', 3, 'coauthor');
  session.book.setCalculated('Data', [{ row: 9, column: 9, value: 1 }]);
  session.book.insertRows('Data', 3, 2, 'user');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('C1').values = [[4]];
    await context.sync();
  });
  await session.idle();
  expect(seen).toEqual([
    ['A1', 'Local', 'RangeEdited', 1, 2, 'Unknown'],
    ['B5', 'Remote', 'RangeEdited', '', 3, 'Unknown'],
    ['3:4', 'Local', 'RowInserted', undefined, undefined, 'Unknown'],
    ['C1', 'Local', 'RangeEdited', '', 4, 'ThisLocalAddin'],
  ]);
});

test('the event gives its range', async () => {
  const seen = new Promise((resolve) => {
    void Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        await Excel.run(async (inner) => {
          const range = event.getRange(inner).load('values,address');
          await inner.sync();
          resolve([range.address, range.values]);
        });
      });
      await context.sync();
      edit('D9', 5, 'user');
    });
  });
  expect(await seen).toEqual(['Data!D9', [[5]]]);
});

test('a removed handler hears nothing more, and nothing is sent to nobody', async () => {
  const seen: string[] = [];
  const sent: string[] = [];
  const fire = session.host.fire;
  session.host.fire = (event, data) => {
    sent.push(event);
    return fire(event, data);
  };
  await Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ address }) => void seen.push(address));
    await context.sync();
    edit('A1', 2, 'user');
    await session.idle();
    handler.remove();
    await context.sync();
    edit('A2', 2, 'user');
    await session.idle();
  });
  expect(seen).toEqual(['A1']);
  expect(sent.filter((event) => event === 'richApiMessage')).toHaveLength(1);
});

test('selection and sheets', async () => {
  const seen: unknown[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    context.workbook.onSelectionChanged.add(async () => void seen.push('workbook selection'));
    worksheets.onSelectionChanged.add(async ({ address }) => void seen.push(['selected', address]));
    worksheets.onActivated.add(async ({ worksheetId }) => void seen.push(['activated', session.book.findSheet(worksheetId)?.name]));
    worksheets.onAdded.add(async ({ worksheetId }) => void seen.push(['added', session.book.findSheet(worksheetId)?.name]));
    worksheets.onDeleted.add(async () => void seen.push('deleted'));
    await context.sync();
  });
  session.book.select('Other', parseRange('B2:C3')!, 'user');
  session.book.addSheet('New', 'user');
  await session.idle();
  session.book.deleteSheet('New', 'user');
  await session.idle();
  expect(seen).toEqual(
    expect.arrayContaining([['selected', 'B2:C3'], ['activated', 'Other'], ['added', 'New'], 'deleted', 'workbook selection']),
  );
});
