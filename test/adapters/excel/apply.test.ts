import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import type { ApplyOutcome } from '../../../src/app/ports/WorkbookHost';
import type { Result } from '../../../src/core/Result';
import type { SyncStep } from '../../../src/core/sync/SyncPlan';
import { stringifyRange } from '../../../src/core/workbook/Address';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { bookOf } from '../../support/bookOf';
import { describeBook } from '../../support/describeBook';
import { withExcel as openExcel, type ExcelSession } from '../../support/excelSession';
import { planOf, write } from '../../support/steps';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
/** Asks a busy Excel again at once. */
const PATIENCE = { answer: 60_000, retries: [1, 1] };
/** For answers which never come; long enough for those which do come, on a busy machine too. */
const IMPATIENCE = { ...PATIENCE, answer: 1_000 };

/** Opens the book once office.js has sent what it sends by itself at the start, so that faults meet our own requests. */
function withExcel<T>(book: HostBook, work: (session: ExcelSession) => Promise<T>): Promise<T> {
  return openExcel(book, async (session) => {
    await new Excel.RequestContext().sync();
    await session.idle();
    return work(session);
  });
}

const host = (patience = PATIENCE) => createExcelHost(packer, patience);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

const model = () =>
  bookOf({
    Data: {
      A1: 'Revenue',
      B1: { formula: null, value: 0.1, format: '0%' },
      A2: 2,
      B2: '=A2*$B$1',
      A3: 3,
      B3: '=SUM(A2:A3)',
      A4: true,
      B4: { formula: null, value: 7, format: '@' },
    },
    Summary: { A1: '=Data!B3', C3: { formula: null, value: 45000, format: 'yyyy-mm-dd' }, E5: '=C3+1' },
  });

/** Everything a sync does, in one plan: a sheet, rows, a column, names, values, formulas, formats. */
const EVERYTHING: readonly SyncStep[] = [
  { kind: 'addSheet', sheet: 'New', position: 1, visibility: 'hidden' },
  { kind: 'insert', axis: 'column', sheet: 'Data', at: 1, count: 1 },
  { kind: 'insert', axis: 'row', sheet: 'Data', at: 3, count: 2 },
  { kind: 'insert', axis: 'column', sheet: 'Summary', at: 4, count: 1, across: { first: 5, last: 6 } },
  { kind: 'setName', name: 'Rate', scope: null, before: null, after: { formula: 'Data!$C$1', comment: 'Growth', hidden: true } },
  { kind: 'setName', name: 'Own', scope: 'Summary', before: null, after: { formula: '0.25', comment: '', hidden: false } },
  write(
    'New',
    'A1:B2',
    [
      [null, null],
      [null, null],
    ],
    [
      ['Total', '=Data!C5'],
      ['=A1', { formula: null, value: 1, format: '0.00' }],
    ],
  ),
  write(
    'Data',
    'B3:C4',
    [
      [null, null],
      [null, null],
    ],
    [
      [30, '=B3*Rate'],
      [40, '=B4*Rate'],
    ],
  ),
  write(
    'Data',
    'C5:C6',
    [['=SUM(B2:B5)'], [{ formula: null, value: 7, format: '@' }]],
    [['=SUM(B2:B6)'], [{ formula: '=B2+1', value: null, format: 'General' }]],
  ),
  write(
    'Summary',
    'A1:C3',
    [
      ['=Data!C5', null, null],
      [null, null, null],
      [null, null, 45000],
    ],
    [
      ['=Data!C5*2', 'x', null],
      [null, null, null],
      [null, null, { formula: null, value: 'n/a', format: 'General' }],
    ],
  ),
];

describe('what the cells come to hold', () => {
  const kept = [
    'Revenue',
    '007',
    '12',
    '1e5',
    '5%',
    '=x',
    "'quoted",
    "''",
    '+1',
    '-',
    '@name',
    'TRUE',
    'false',
    '#N/A',
    '#REF!',
    '2024-01-05',
    'Mar 5',
    'SEPT2',
    'Q1',
    'FY26',
    'a\nb',
    ' padded ',
    'Überträge',
    '€ 5',
    '1,000',
    '(5)',
    '数',
  ];

  test.each(kept)('the text %j stays that text', async (text) => {
    await withExcel(bookOf({ Data: { A1: 1 } }), async ({ book }) => {
      const outcome = value(
        await host().apply(
          planOf(write('Data', 'A1:B1', [[1, null]], [[text, text].map((each) => ({ formula: null, value: each, format: null }))])),
          WATCH,
        ),
      );
      expect(outcome).toMatchObject({ cells: 2, skipped: [] });
      expect(book.getCell('Data', 1, 1)).toMatchObject({ formula: null, value: text });
      expect(book.getCell('Data', 1, 2)).toMatchObject({ formula: null, value: text });
    });
  });

  test('numbers, dates, truth values, errors, blanks and formulas', async () => {
    await withExcel(bookOf({ Data: { A1: 1, B1: 2, C1: 3, D1: 4, E1: 5, F1: 6 } }), async ({ book }) => {
      const after = [0.1 + 0.2, { formula: null, value: 45000, format: 'yyyy-mm-dd' }, false, { error: '#N/A' }, null, '=A1&"x"'];
      value(await host().apply(planOf(write('Data', 'A1:F1', [[1, 2, 3, 4, 5, 6]], [after])), WATCH));
      const cells = [1, 2, 3, 4, 5, 6].map((column) => book.getCell('Data', 1, column));
      expect(cells.map((cell) => cell.formula ?? cell.value)).toEqual([0.1 + 0.2, 45000, false, { error: '#N/A' }, null, '=A1&"x"']);
      expect(cells[1]!.format).toBe('yyyy-mm-dd');
    });
  });

  test('a formula in a cell formatted as text is a formula, and the format stays', async () => {
    await withExcel(bookOf({ Data: { A1: { formula: null, value: 7, format: '@' } } }), async ({ book }) => {
      value(await host().apply(planOf(write('Data', 'A1', [[7]], [['=1+1']])), WATCH));
      expect(book.getCell('Data', 1, 1)).toMatchObject({ formula: '=1+1', format: '@' });
    });
  });
});

describe('a whole sync', () => {
  test('creates sheets with contents, lines, names, and undo takes all of it back exactly', async () => {
    const book = model();
    const before = describeBook(book);
    await withExcel(book, async () => {
      const outcome = value(await host().apply(planOf(...EVERYTHING), WATCH));
      expect(outcome.skipped).toEqual([]);
      expect(outcome.cells).toBe(13);
      expect(book.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual(['Data visible', 'New hidden', 'Summary visible']);
      expect(book.getCell('Data', 5, 3).formula).toBe('=SUM(B2:B6)');
      expect(book.getCell('Data', 3, 3).formula).toBe('=B3*Rate');
      expect(book.names.items.map(({ name, formula, hidden, scope }) => [name, formula, hidden, scope?.name])).toEqual([
        ['Rate', 'Data!$C$1', true, undefined],
        ['Own', '0.25', false, 'Summary'],
      ]);
      const synced = describeBook(book);

      const back = value(await host().undo(outcome, WATCH));
      expect(back.skipped).toEqual([]);
      expect(describeBook(book)).toEqual(before);

      const again = value(await host().undo(back, WATCH));
      expect(again.skipped).toEqual([]);
      expect(describeBook(book)).toEqual(synced);
    });
  });

  // Of whole rows and columns Excel answers null instead of contents, and names them without the other axis.
  describe.each([
    ['row', 'XFD1', { firstRow: 3, lastRow: 3, firstColumn: 16_384, lastColumn: 16_384 }],
    ['column', 'A1048576', { firstRow: 1_048_576, lastRow: 1_048_576, firstColumn: 3, lastColumn: 3 }],
  ] as const)('on a sheet that is used to its last cell, with a whole %s put in', (axis, last, lastCell) => {
    const steps: readonly SyncStep[] = [
      { kind: 'insert', axis, sheet: 'Data', at: 3, count: 1 },
      write(
        'Data',
        axis === 'row' ? 'A3:B3' : 'C1:C2',
        axis === 'row' ? [[null, null]] : [[null], [null]],
        axis === 'row' ? [['New', 1]] : [['New'], [1]],
      ),
    ];
    const wide = () => bookOf({ Data: { A1: 'Revenue', A2: 2, B2: 3, A3: 4, B3: '=SUM(A2:A3)', C2: 5, D2: 6, [last]: 'end' } });

    test('undo takes it back exactly', async () => {
      const book = wide();
      const before = describeBook(book);
      await withExcel(book, async () => {
        const outcome = value(await host().apply(planOf(...steps), WATCH));
        expect(outcome.skipped).toEqual([]);
        const back = value(await host().undo(outcome, WATCH));
        expect(back.skipped).toEqual([]);
        expect(describeBook(book)).toEqual(before);
      });
    });

    test('it stays once somebody wrote into its last cell', async () => {
      await withExcel(wide(), async ({ book }) => {
        const outcome = value(await host().apply(planOf(...steps), WATCH));
        book.setCells('Data', lastCell, [[{ formula: null, value: 'mine', format: null }]], 'user');
        const back = value(await host().undo(outcome, WATCH));
        expect(back.skipped).toMatchObject([{ sheet: 'Data', address: stringifyRange(lastCell) }]);
        expect(book.getCell('Data', lastCell.firstRow, lastCell.firstColumn).value).toBe('mine');
      });
    });
  });

  const SHIFTS = [
    { kind: 'insert', axis: 'column', sheet: 'Data', at: 2, count: 2, across: { first: 2, last: 3 } },
    { kind: 'insert', axis: 'row', sheet: 'Data', at: 3, count: 1, across: { first: 1, last: 3 } },
    { kind: 'delete', axis: 'column', sheet: 'Data', at: 8, count: 1, across: { first: 1, last: 2 } },
  ] as const;

  test('moves cells in only some lines, and undo restores every cell and formula exactly', async () => {
    const book = model();
    const before = describeBook(book);
    await withExcel(book, async () => {
      const outcome = value(await host().apply(planOf(...SHIFTS, write('Data', 'B2:C2', [[null, null]], [['new', '=A2']])), WATCH));
      expect(outcome.skipped).toEqual([]);
      const held = (...places: [number, number][]) => places.map(([row, column]) => book.getCell('Data', row, column).formula);
      // B1 and B4 did not move to the right; B3, which adds up A2:A3, did, and A3 then moved down.
      expect(held([2, 4], [3, 4], [2, 3])).toEqual(['=A2*$B$1', '=SUM(A2:A4)', '=A2']);
      expect(book.getCell('Data', 4, 1).value).toBe(3);
      expect(book.getCell('Summary', 1, 1).formula).toBe('=Data!D3');
      const synced = describeBook(book);
      const back = value(await host().undo(outcome, WATCH));
      expect(back.skipped).toEqual([]);
      expect(describeBook(book)).toEqual(before);
      value(await host().undo(back, WATCH));
      expect(describeBook(book)).toEqual(synced);
    });
  });

  test('that would move cells through a table changes nothing and says what is in the way', async () => {
    const book = model();
    book.sheet('Data').merges = [{ firstRow: 3, lastRow: 4, firstColumn: 4, lastColumn: 4 }];
    const before = describeBook(book);
    await withExcel(book, async () => {
      const result = await host().apply(planOf(write('Data', 'F1', [[null]], [['new']]), ...SHIFTS), WATCH);
      expect(result).toMatchObject({ ok: false, failure: { code: 'in-the-way' } });
      expect(result.ok ? '' : result.failure.message).toMatch(
        /insert the cells B2:C3 on Data: .*merged cells.* in the way.*Your workbook is as it was\.$/,
      );
      expect(describeBook(book)).toEqual(before);
    });
  });

  test('takes no inserted cell back that somebody has written into', async () => {
    await withExcel(model(), async ({ book }) => {
      const outcome = value(await host().apply(planOf(SHIFTS[0]), WATCH));
      book.setCells(
        'Data',
        { firstRow: 3, lastRow: 3, firstColumn: 3, lastColumn: 3 },
        [[{ formula: null, value: 'mine', format: null }]],
        'user',
      );
      const back = value(await host().undo(outcome, WATCH));
      expect(back.skipped).toMatchObject([{ sheet: 'Data', address: 'C3' }]);
      expect(book.getCell('Data', 3, 3).value).toBe('mine');
    });
  });

  test('100,000 cells in few requests, each well under 5 MB', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) =>
      Array.from({ length: 10 }, (_, j) => (j === 9 ? `=SUM(A${i + 1}:I${i + 1})` : i * 10 + j)),
    );
    await withExcel(bookOf({ Data: {} }), async ({ book, host: office }) => {
      const outcome = value(
        await createExcelHost(packer).apply(
          planOf(
            write(
              'Data',
              'A1:J10000',
              rows.map((row) => row.map(() => null)),
              rows,
            ),
          ),
          WATCH,
        ),
      );
      expect(outcome).toMatchObject({ cells: 100_000, skipped: [] });
      expect(book.getCell('Data', 10_000, 10).formula).toBe('=SUM(A10000:I10000)');
      expect(office.stats.requests).toBeLessThan(60);
      expect(Math.max(office.stats.largestRequest, office.stats.largestReply)).toBeLessThan(3_000_000);
    });
  }, 60_000);

  test('texts too long for one request are written in parts', async () => {
    const long = Array.from({ length: 300 }, () => ['x'.repeat(32_000)]);
    await withExcel(bookOf({ Data: {} }), async ({ book }) => {
      const outcome = value(
        await createExcelHost(packer).apply(
          planOf(
            write(
              'Data',
              'A1:A300',
              long.map(() => [null]),
              long,
            ),
          ),
          WATCH,
        ),
      );
      expect(outcome.cells).toBe(300);
      expect(book.getCell('Data', 300, 1).value).toBe(long[299]![0]);
    });
  }, 60_000);
});

describe('what somebody else does meanwhile', () => {
  test('a cell changed since the plan is left and named', async () => {
    await withExcel(model(), async ({ book, host: office }) => {
      office.faults.plan({
        request: 1,
        before: (open) =>
          open.setCells(
            'Data',
            { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 1 },
            [[{ formula: null, value: 99, format: null }]],
            'coauthor',
          ),
      });
      const outcome = value(await host().apply(planOf(write('Data', 'A2:A3', [[2], [3]], [[20], [30]])), WATCH));
      expect(outcome).toMatchObject({ cells: 1, skipped: [{ sheet: 'Data', address: 'A2' }] });
      expect([book.getCell('Data', 2, 1).value, book.getCell('Data', 3, 1).value]).toEqual([99, 30]);
    });
  });

  test('undo leaves cells that no longer hold what the sync wrote, and names them', async () => {
    await withExcel(model(), async ({ book }) => {
      const outcome = value(await host().apply(planOf(write('Data', 'A2:A3', [[2], [3]], [[20], [30]])), WATCH));
      book.setCells(
        'Data',
        { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 1 },
        [[{ formula: null, value: 21, format: null }]],
        'user',
      );
      const back = value(await host().undo(outcome, WATCH));
      expect(back).toMatchObject({ cells: 1, skipped: [{ sheet: 'Data', address: 'A2' }] });
      expect([book.getCell('Data', 2, 1).value, book.getCell('Data', 3, 1).value]).toEqual([21, 3]);
    });
  });

  test('undo keeps a row and a sheet that somebody has written into', async () => {
    await withExcel(model(), async ({ book }) => {
      const outcome = value(
        await host().apply(
          planOf(
            { kind: 'addSheet', sheet: 'New', position: 2, visibility: 'visible' },
            { kind: 'insert', axis: 'row', sheet: 'Data', at: 2, count: 1 },
          ),
          WATCH,
        ),
      );
      const content = [[{ formula: null, value: 'mine', format: null }]];
      book.setCells('Data', { firstRow: 2, lastRow: 2, firstColumn: 5, lastColumn: 5 }, content, 'user');
      book.setCells('New', { firstRow: 4, lastRow: 4, firstColumn: 1, lastColumn: 1 }, content, 'user');
      const back = value(await host().undo(outcome, WATCH));
      expect(back.skipped.map(({ sheet, address }) => `${sheet}!${address}`).sort()).toEqual(['Data!E2', 'New!A4']);
      expect([book.getCell('Data', 2, 5).value, book.getCell('New', 4, 1).value]).toEqual(['mine', 'mine']);
    });
  });

  test('a protected sheet is refused before anything is touched', async () => {
    const book = model();
    book.setProtected('Summary', true, 'user');
    const before = describeBook(book);
    await withExcel(book, async () => {
      const result = await host().apply(planOf(...EVERYTHING), WATCH);
      expect(result).toMatchObject({ ok: false, failure: { code: 'protected' } });
      expect(describeBook(book)).toEqual(before);
    });
  });

  test('a protected workbook takes no new sheet, a sheet that is gone is told', async () => {
    const book = model();
    book.structureProtected = true;
    await withExcel(book, async () => {
      const add = await host().apply(planOf({ kind: 'addSheet', sheet: 'New', position: 0, visibility: 'visible' }), WATCH);
      expect(add).toMatchObject({ ok: false, failure: { code: 'protected' } });
      const gone = await host().apply(planOf(write('Gone', 'A1', [[1]], [[2]])), WATCH);
      expect(gone).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    });
  });

  test('while a cell is being edited nothing is written, and it says what to press', async () => {
    await withExcel(model(), async ({ host: office }) => {
      office.faults.cellEditMode = true;
      const result = await host().apply(planOf(write('Data', 'A2', [[2]], [[20]])), WATCH);
      expect(result).toMatchObject({ ok: false, failure: { code: 'cell-edit', message: expect.stringContaining('Press Enter or Esc') } });
    });
  });

  test('a formula that Excel does not take is left and named, all else is written', async () => {
    await withExcel(model(), async ({ book }) => {
      const outcome = value(
        await host().apply(planOf(write('Data', 'A2:A3', [[2], [3]], [['=SUM('], [30]]), write('Summary', 'B2', [[null]], [['x']])), WATCH),
      );
      expect(outcome).toMatchObject({ cells: 2, skipped: [{ sheet: 'Data', address: 'A2' }] });
      expect([book.getCell('Data', 2, 1).value, book.getCell('Data', 3, 1).value]).toEqual([2, 30]);
    });
  });

  test('cancelling takes back what was written', async () => {
    const book = model();
    const before = describeBook(book);
    await withExcel(book, async () => {
      const signal = { aborted: false };
      const progress = (_: string, done: number) => void (signal.aborted = done > 0.5);
      const result = await host().apply(planOf(...EVERYTHING), { progress, signal });
      expect(result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
      expect(describeBook(book)).toEqual(before);
    });
  });
});

describe('a request that fails', () => {
  /** Runs the whole sync with one fault at a request; gives the result and how the book stands. */
  async function withFault(
    fault: Parameters<import('../../../src/workbench/protocol/Faults').Faults['plan']>[0],
  ): Promise<{ result: Result<ApplyOutcome>; book: HostBook; requests: number }> {
    const book = model();
    return withExcel(book, async ({ host: office }) => {
      office.faults.plan(fault);
      const started = office.stats.requests;
      const result = await host(fault.dropReply ? IMPATIENCE : PATIENCE).apply(planOf(...EVERYTHING), WATCH);
      return { result, book, requests: office.stats.requests - started };
    });
  }

  const before = describeBook(model());
  let synced: unknown;
  let requests = 0;
  beforeAll(async () => {
    const clean = await withFault({ request: 1_000 });
    synced = describeBook(clean.book);
    requests = clean.requests;
  });

  test.each([
    ['is refused', { error: { code: 'GeneralException' } }],
    ['fails after its first action', { error: { code: 'GeneralException', afterActions: 1 } }],
    ['fails after three actions', { error: { code: 'GeneralException', afterActions: 3 } }],
    ['fails near its end', { error: { code: 'AccessDenied', afterActions: 8 } }],
    ['is not accepted', { error: { code: 'InvalidArgument', afterActions: 2 } }],
    ['meets a busy Excel', { error: { code: 'ActivityLimitReached' } }],
    ['is dropped as a whole', { officeError: 5001 }],
    ['meets cell-edit mode', { officeError: 5004 }],
    ['runs, but its answer is lost', { dropReply: true }],
  ])(
    'at any point, because it %s: fully synced or fully as before',
    async (_, fault) => {
      for (let request = 1; request <= requests; request++) {
        const { result, book } = await withFault({ request, ...fault });
        const now = describeBook(book);
        const whole = result.ok && result.value.stopped === undefined && result.value.skipped.length === 0;
        expect({ request, result: result.ok ? result.value.skipped : result.failure.code, now }).toEqual({
          request,
          result: whole ? [] : expect.any(String),
          now: whole ? synced : before,
        });
      }
    },
    180_000,
  );

  test('and then Excel answers nothing more: what stands where is listed, and undo finishes it later', async () => {
    const book = model();
    await withExcel(book, async ({ host: office }) => {
      for (let request = 14; request < 80; request++) office.faults.plan({ request, officeError: 5001 });
      const outcome = value(await host().apply(planOf(...EVERYTHING), WATCH));
      expect(outcome.stopped).toBeDefined();
      expect(outcome.skipped.length).toBeGreaterThan(0);
      expect(describeBook(book)).not.toEqual(before);
      office.faults.clear();
      const back = value(await host().undo(outcome, WATCH));
      expect(back.skipped).toEqual([]);
      expect(describeBook(book)).toEqual(before);
    });
  });
});
