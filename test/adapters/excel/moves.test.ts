import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import type { ApplyOutcome } from '../../../src/app/ports/WorkbookHost';
import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import type { Result } from '../../../src/core/Result';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { columnName, parseRange, stringifyAddress, type CellRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { snapshotFromRanges } from '../../../src/core/workbook/snapshotFromRanges';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { changes } from '../../support/changes';
import { describeBook } from '../../support/describeBook';
import { withExcel as openExcel, type ExcelSession } from '../../support/excelSession';
import { workbook, type CellText } from '../../support/workbook';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const PATIENCE = { answer: 60_000, retries: [1, 1] };
const IMPATIENCE = { ...PATIENCE, answer: 1_000 };

type Axis = 'row' | 'column';

/** Items with figures, totals over all and over the first five, and a sheet that looks into them. */
const ITEMS = ['Bookings', 'Renewals', 'Churn', 'Upsell', 'Credits', 'Services', 'Training', 'Hardware', 'Travel', 'Rent'];
const place = (axis: Axis, line: number, across: number): string =>
  axis === 'row' ? `${columnName(across)}${line}` : `${columnName(line)}${across}`;

/** The model with its items in this order; what reads an item reads it wherever it stands. */
function model(axis: Axis, order: readonly string[]): Record<string, Record<string, CellText>> {
  const at = (item: string): number => order.indexOf(item) + 2;
  // No header, which would make it a list whose rows come in any order.
  const data: Record<string, CellText> = {};
  for (const item of order) {
    data[place(axis, at(item), 1)] = item;
    data[place(axis, at(item), 2)] = 1_000 + ITEMS.indexOf(item) * 17;
    data[place(axis, at(item), 3)] = [`=${place(axis, at(item), 2)}*2`, 0];
  }
  const total = (first: number, last: number): CellText => [`=SUM(${place(axis, first, 2)}:${place(axis, last, 2)})`, 0];
  data[place(axis, 12, 1)] = 'Total';
  data[place(axis, 12, 2)] = total(2, 11);
  data[place(axis, 14, 2)] = [`=${place(axis, at('Rent'), 3)}+${place(axis, at('Bookings'), 3)}`, 0];
  const summary: Record<string, CellText> = {
    A1: [`=Data!${place(axis, at('Travel'), 2)}`, 0],
    A2: [`=SUM(Data!${place(axis, 2, 2)}:${place(axis, 11, 2)})`, 0],
  };
  return { Data: data, Summary: summary };
}

/** The first two items last, and one item from the middle first. */
const MOVED = ['Services', ...ITEMS.filter((item) => !['Services', 'Bookings', 'Renewals'].includes(item)), 'Bookings', 'Renewals'];

const official = (axis: Axis): Snapshot => named(axis, workbook(model(axis, MOVED)));
const local = (axis: Axis): Snapshot => named(axis, workbook(model(axis, ITEMS)));

function named(axis: Axis, snapshot: Snapshot): Snapshot {
  const formula = axis === 'row' ? 'Data!$B$2:$B$11' : 'Data!$B$2:$K$2';
  return { ...snapshot, names: [{ name: 'Items', scope: null, formula, comment: '', hidden: false }] };
}

/** The copy open in Excel: some of what moves has a note and looks of its own. */
function open(axis: Axis): HostBook {
  const book = hostBookFromSnapshot(local(axis));
  const sheet = book.sheet('Data');
  for (const [line, fill] of [
    [2, '#FFFF00'],
    [3, '#00FF00'],
    [7, '#FF0000'],
  ] as const) {
    const { firstRow: row, firstColumn: column } = parseRange(place(axis, line, 2))!;
    sheet.grid.set(row, column, { ...sheet.cell(row, column), fill, format: '#,##0' });
    book.notes.addLoaded({ id: book.newId(), sheet, row, column, author: 'Ann', text: `Note on ${line}`, kind: 'note', resolved: false });
  }
  const ranges = [parseRange(axis === 'row' ? 'A3:C7' : 'C1:G3')!];
  sheet.conditionalFormats = [{ id: book.newId(), ranges, formula: '=TRUE', fill: '#CCCCCC', fontColor: null, stopIfTrue: false }];
  return book;
}

/** The book without the results of formulas, which nobody calculates here, and with rules by the cells that they cover. */
function contents(book: HostBook): unknown {
  const described = JSON.parse(JSON.stringify(describeBook(book))) as {
    sheets: { cells: Record<string, { formula: string | null; value?: unknown }>; conditional: unknown }[];
  };
  book.sheets.forEach((sheet, index) => {
    const { cells } = described.sheets[index]!;
    for (const cell of Object.values(cells)) if (cell.formula !== null) delete cell.value;
    described.sheets[index]!.conditional = sheet.conditionalFormats.map(({ formula, ranges }) => [formula, ranges.flatMap(cellsOf).sort()]);
  });
  return described;
}

function cellsOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string[] {
  const cells: string[] = [];
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) cells.push(stringifyAddress({ row, column }));
  return cells;
}

function plan(axis: Axis): SyncPlan {
  const [ours, theirs] = [official(axis), local(axis)];
  return planSync(ours, theirs, correspond(ours, theirs), compare(ours, theirs), { take: 'all', deleteLocalOnly: [] });
}

function withExcel<T>(book: HostBook, work: (session: ExcelSession) => Promise<T>): Promise<T> {
  return openExcel(book, async (session) => {
    await new Excel.RequestContext().sync();
    await session.idle();
    return work(session);
  });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** What the book holds, as the comparison sees it. */
async function asRead(): Promise<Snapshot> {
  const reading = value(await createExcelHost(packer, PATIENCE).read(WATCH));
  if (reading.kind !== 'ranges') throw new Error('not read by ranges');
  return snapshotFromRanges(reading);
}

describe.each(['row', 'column'] as const)('%ss that moved', (axis) => {
  it('come to stand where official has them, notes and looks with them, and go back exactly', async () => {
    const book = open(axis);
    const before = contents(book);
    await withExcel(book, async () => {
      const { steps, refused } = plan(axis);
      expect(refused).toEqual([]);
      expect(steps.filter(({ kind }) => kind === 'move')).toHaveLength(2);
      const outcome = value(await createExcelHost(packer, PATIENCE).apply(plan(axis), WATCH));
      expect(outcome.skipped).toEqual([]);
      const left = changes(official(axis), await asRead());
      expect(left.filter((change) => !change.startsWith('format'))).toEqual([]);
      for (const [item, note, fill] of [
        ['Bookings', 'Note on 2', '#FFFF00'],
        ['Renewals', 'Note on 3', '#00FF00'],
        ['Services', 'Note on 7', '#FF0000'],
      ] as const) {
        const { firstRow: row, firstColumn: column } = parseRange(place(axis, MOVED.indexOf(item) + 2, 2))!;
        expect(book.notes.at(book.sheet('Data'), row, column)?.text).toBe(note);
        expect(book.getCell('Data', row, column)).toMatchObject({ fill, format: '#,##0' });
      }
      const back = value(await createExcelHost(packer, PATIENCE).undo(outcome, WATCH));
      expect(back.skipped).toEqual([]);
      expect(contents(book)).toEqual(before);
    });
  });

  it('stay when somebody filled a cell where they were to come, and nothing else is changed', async () => {
    const book = open(axis);
    await withExcel(book, async () => {
      const steps = plan(axis).steps.filter(({ kind }) => kind === 'move');
      const before = contents(book);
      const result = await createExcelHost(packer, PATIENCE).apply({ ...plan(axis), steps }, WATCH);
      expect(result).toMatchObject({
        ok: false,
        failure: { code: 'in-the-way', message: expect.stringContaining('was blank and no longer is') },
      });
      expect(contents(book)).toEqual(before);
    });
  });
});

describe('a request that fails while rows move', () => {
  async function withFault(
    fault: Parameters<import('../../../src/workbench/protocol/Faults').Faults['plan']>[0],
  ): Promise<{ result: Result<ApplyOutcome>; book: HostBook; requests: number }> {
    const book = open('row');
    return withExcel(book, async ({ host: office }) => {
      office.faults.plan(fault);
      const started = office.stats.requests;
      const result = await createExcelHost(packer, fault.dropReply ? IMPATIENCE : PATIENCE).apply(plan('row'), WATCH);
      return { result, book, requests: office.stats.requests - started };
    });
  }

  const before = contents(open('row'));
  let synced: unknown;
  let requests = 0;
  beforeAll(async () => {
    const clean = await withFault({ request: 1_000 });
    synced = contents(clean.book);
    requests = clean.requests;
  });

  test.each([
    ['fails after its first action', { error: { code: 'GeneralException', afterActions: 1 } }],
    ['is dropped as a whole', { officeError: 5001 }],
    ['runs, but its answer is lost', { dropReply: true }],
  ])(
    'at any point, because it %s: fully synced or fully as before',
    async (_, fault) => {
      for (let request = 1; request <= requests; request++) {
        const { result, book } = await withFault({ request, ...fault });
        const whole = result.ok && result.value.stopped === undefined && result.value.skipped.length === 0;
        expect({ request, result: result.ok ? result.value.skipped : result.failure.code, now: contents(book) }).toEqual({
          request,
          result: whole ? [] : expect.any(String),
          now: whole ? synced : before,
        });
      }
    },
    180_000,
  );
});
