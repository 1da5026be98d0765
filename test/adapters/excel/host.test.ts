import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import type { HostChange } from '../../../src/app/ports/WorkbookHost';
import type { Result } from '../../../src/core/Result';
import { snapshotFromRanges } from '../../../src/core/workbook/snapshotFromRanges';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { bookOf } from '../../support/bookOf';
import { describeBook } from '../../support/describeBook';
import { withExcel as openExcel, type ExcelSession, type ExcelSessionOptions } from '../../support/excelSession';
import { toPaper } from '../../support/paper';
import { planOf, write } from '../../support/steps';
import { workbook } from '../../support/workbook';

const WATCH = { progress: () => undefined, signal: { aborted: false } };

function withExcel<T>(book: HostBook, work: (session: ExcelSession) => Promise<T>, options?: ExcelSessionOptions): Promise<T> {
  return openExcel(
    book,
    async (session) => {
      await new Excel.RequestContext().sync();
      await session.idle();
      return work(session);
    },
    options,
  );
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** Waits for what the events bring about. */
async function settle({ idle }: ExcelSession): Promise<void> {
  for (let i = 0; i < 4; i++) await idle();
}

describe('reading', () => {
  const model = workbook(
    {
      Data: {
        A1: 'Revenue',
        B1: { value: 0.1, format: '0.0%' },
        B2: ['=B1*2', 0.2],
        C3: ['=IF(B1>0,"","x")', ''],
        D4: '#N/A',
        E5: true,
        'A9:C400': ['=$B$1+B2', 1],
        F7: { value: '=not a formula', format: '@' },
        F8: '007',
      },
      Blank: {},
      'Q 1': { Z1000: 'far' },
    },
    { names: { Rate: 'Data!$B$1', 'Q 1!Own': '0.5' }, sheets: { Blank: { visibility: 'veryHidden' }, 'Q 1': { protected: true } } },
  );

  test('range by range gives what the reader of the file gives', async () => {
    await withExcel(hostBookFromSnapshot(model), async () => {
      const reading = value(await createExcelHost(packer).read(WATCH));
      if (reading.kind !== 'ranges') throw new Error('the file was given out');
      const snapshot = snapshotFromRanges(reading);
      expect(toPaper(snapshot)).toEqual(toPaper(model));
      expect(snapshot.sheets.map(({ name, visibility, protected: locked }) => [name, visibility, locked])).toEqual([
        ['Data', 'visible', false],
        ['Blank', 'veryHidden', false],
        ['Q 1', 'visible', true],
      ]);
    });
  });

  test('a sheet too large for one answer comes in parts', async () => {
    await withExcel(bookOf({ Data: {} }), async ({ book, host: office }) => {
      const rows = Array.from({ length: 3_000 }, (_, i) =>
        Array.from({ length: 20 }, (__, j) => ({ formula: null, value: `${i} ${j}`, format: null })),
      );
      book.setCells('Data', { firstRow: 1, lastRow: 3_000, firstColumn: 1, lastColumn: 20 }, rows, 'user');
      const reading = value(await createExcelHost(packer).read(WATCH));
      const cells = reading.kind === 'ranges' ? snapshotFromRanges(reading).sheets[0]!.cells.count : 0;
      expect(cells).toBe(60_000);
      expect(office.stats.largestReply).toBeLessThan(4_000_000);
    });
  });

  test('the file is preferred where Excel gives it out, whole, and is closed again', async () => {
    const bytes = Uint8Array.from({ length: 4_300_001 }, (_, i) => (i * 31) & 255);
    await withExcel(
      bookOf({ Data: { A1: 1 } }, 'Model.xlsx'),
      async () => {
        for (let again = 0; again < 3; again++) {
          const reading = value(await createExcelHost(packer).read(WATCH));
          expect(reading).toMatchObject({ kind: 'file', name: 'Model.xlsx' });
          if (reading.kind === 'file') expect(Buffer.compare(reading.bytes, bytes)).toBe(0);
        }
      },
      { fileBytes: () => Promise.resolve(bytes) },
    );
  }, 30_000);

  test('can be cancelled', async () => {
    await withExcel(bookOf({ Data: { A1: 1 } }), async () => {
      const result = await createExcelHost(packer).read({ ...WATCH, signal: { aborted: true } });
      expect(result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    });
  });
});

describe('showing', () => {
  test('selecting activates the sheet and selects the cells', async () => {
    await withExcel(bookOf({ Data: { A1: 1 }, 'Q 1': { A1: 1 } }), async ({ book }) => {
      value(await createExcelHost(packer).select('Q 1', 'B3:C4'));
      expect(book.activeSheet.name).toBe('Q 1');
      expect(book.selection).toEqual({ firstRow: 3, lastRow: 4, firstColumn: 2, lastColumn: 3 });
    });
  });

  test('a hidden or missing sheet is a sentence', async () => {
    const book = bookOf({ Data: { A1: 1 }, Secret: { A1: 1 } });
    book.sheet('Secret').visibility = 'hidden';
    await withExcel(book, async () => {
      const host = createExcelHost(packer);
      expect(await host.select('Secret', 'A1')).toMatchObject({ ok: false, failure: { code: 'hidden-sheet' } });
      expect(await host.select('Gone', 'A1')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    });
  });

  test('highlights leave no trace, neither on the cells nor in the settings, and spare conditional formats of others', async () => {
    const book = bookOf({ Data: { A1: 1, B2: 2 }, 'Q 1': { A1: 1 } });
    const theirs = {
      id: '{1}',
      ranges: [{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1 }],
      formula: '=A1>0',
      fill: '#FF0000',
      fontColor: null,
      stopIfTrue: false,
    };
    book.setConditionalFormats('Data', [theirs], 'user');
    const before = describeBook(book);
    await withExcel(book, async () => {
      const host = createExcelHost(packer);
      const marks = Array.from({ length: 3_000 }, (_, i) => ({ sheet: i % 2 ? 'Data' : 'Q 1', address: `B${i + 2}:C${i + 2}` }));
      value(await host.highlight(marks));
      expect(book.sheet('Data').conditionalFormats.length).toBeGreaterThan(1);
      expect(book.sheet('Data').cell(3, 2).fill).toBeNull();
      value(await host.highlight(marks.slice(0, 1)));
      value(await host.clearHighlight());
      expect(describeBook(book)).toEqual(before);
      expect(book.settings.entries).toEqual([]);
    });
  });

  test('highlights which a crashed session left are found again', async () => {
    const book = bookOf({ Data: { A1: 1 } });
    await withExcel(book, async () => void value(await createExcelHost(packer).highlight([{ sheet: 'Data', address: 'A1' }])));
    book.settings.delete('tieout.highlight', 'user');
    await withExcel(book, async () => void value(await createExcelHost(packer).clearHighlight()));
    expect(book.sheet('Data').conditionalFormats).toEqual([]);
  });
});

describe('events and settings', () => {
  test('selections and changes are told, our own as own, until the listening stops', async () => {
    await withExcel(bookOf({ Data: { A1: 1 } }), async (session) => {
      const { book } = session;
      const host = createExcelHost(packer);
      const selected: string[] = [];
      const changed: HostChange[] = [];
      const stopSelect = host.onSelect((sheet, address) => selected.push(`${sheet}!${address}`));
      const stopChange = host.onChange((change) => changed.push(change));
      await settle(session);
      book.select(book.sheet('Data'), { firstRow: 2, lastRow: 2, firstColumn: 2, lastColumn: 2 }, 'user');
      book.setCells(
        'Data',
        { firstRow: 5, lastRow: 5, firstColumn: 1, lastColumn: 1 },
        [[{ formula: null, value: 3, format: null }]],
        'user',
      );
      await settle(session);
      book.insertRows('Data', 8, 2, 'user');
      book.deleteColumns('Data', 6, 1, 'user');
      value(await host.apply(planOf(write('Data', 'A1', [[1]], [[2]])), WATCH));
      await settle(session);
      expect(selected).toEqual(['Data!B2']);
      expect(changed).toEqual([
        { sheet: 'Data', address: 'A5', inCells: true, own: false, moved: null },
        { sheet: 'Data', address: '8:9', inCells: false, own: false, moved: 'in' },
        { sheet: 'Data', address: 'F:F', inCells: false, own: false, moved: 'out' },
        { sheet: 'Data', address: 'A1', inCells: true, own: true, moved: null },
      ]);
      stopSelect();
      stopChange();
      await settle(session);
      book.select(book.sheet('Data'), { firstRow: 9, lastRow: 9, firstColumn: 2, lastColumn: 2 }, 'user');
      await settle(session);
      expect(selected).toHaveLength(1);
    });
  });

  test('a setting is kept in the workbook and removed again', async () => {
    await withExcel(bookOf({ Data: {} }), async ({ book }) => {
      const host = createExcelHost(packer);
      expect(host.getSetting('tieout.x')).toBeUndefined();
      value(await host.setSetting('tieout.x', { a: [1, null] }));
      expect(host.getSetting('tieout.x')).toEqual({ a: [1, null] });
      expect(book.settings.get('tieout.x')).toEqual({ a: [1, null] });
      value(await host.setSetting('tieout.x', undefined));
      expect(book.settings.entries).toEqual([]);
    });
  });
});
