import fc from 'fast-check';
import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { applyToFile } from '../../../src/adapters/xlsx/applyToFile';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { compare } from '../../../src/core/compare/compare';
import type { Result } from '../../../src/core/Result';
import { correspond } from '../../../src/core/settle/correspond';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { stringifyRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { describeBook } from '../../support/describeBook';
import { withExcel } from '../../support/excelSession';
import { fileOfSnapshot } from '../../support/fileOfSnapshot';
import { snapshotOf } from '../../support/snapshotOf';
import { tableModel, type ModelColumn, type TableModel } from '../../support/tableModel';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const PATIENCE = { answer: 60_000, retries: [1, 1] };

const DEAL: ModelColumn = { name: 'Deal', cell: 'Deal #' };
const PRICE: ModelColumn = { name: 'Price', cell: 100 };
const NET: ModelColumn = { name: 'Net', cell: '=[@Price]*2' };
const YEAR: ModelColumn = { name: '2026', cell: 7 };
const MARGIN: ModelColumn = { name: 'Margin', cell: '=[@Net]-[@Price]' };
const OWNER: ModelColumn = { name: 'Owner', cell: 'me #' };
const ROWS = ['Acme', 'Bolts', 'Cranes'];
const SUMS = ['=SUM(Deals[Price])'];

function planned(official: Snapshot, local: Snapshot): SyncPlan {
  const found = compare(official, local);
  return planSync(official, local, correspond(official, local), found, { take: 'all', deleteLocalOnly: [] });
}

const model = (change: Partial<TableModel>): Snapshot => tableModel({ rows: ROWS, sums: SUMS, columns: [DEAL, PRICE], ...change });
const namesOf = ({ tables }: Snapshot): string[] => tables[0]!.columns.map(({ name }) => name);
const isOfLocal = ({ official }: { readonly official: unknown }): boolean => official === null;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

const contents = (book: HostBook): unknown => JSON.parse(JSON.stringify(describeBook(book)).replace(/"value":[^,}]*/g, '"value":0'));

const CASES: [string, Partial<TableModel>, Partial<TableModel>][] = [
  ['at its right end', { columns: [DEAL, PRICE, NET] }, { columns: [DEAL, PRICE] }],
  ['two of them, one worked out from the other', { columns: [DEAL, PRICE, NET, MARGIN] }, { columns: [DEAL, PRICE] }],
  [
    'with formulas elsewhere that name it',
    { columns: [DEAL, PRICE, NET], sums: ['=SUM(Deals[Price])', '=SUM(Deals[Net])'] },
    { columns: [DEAL, PRICE] },
  ],
  [
    'before something that stands beside the table',
    { columns: [DEAL, PRICE, NET], beside: { F3: 'Source' } },
    { columns: [DEAL, PRICE], beside: { E3: 'Source' } },
  ],
  ['headed by a year', { columns: [DEAL, PRICE, YEAR] }, { columns: [DEAL, PRICE] }],
  ['together with rows', { columns: [DEAL, PRICE, NET], rows: [...ROWS, 'Dredger'] }, { columns: [DEAL, PRICE], rows: ROWS }],
  ['whose cells new rows get', { columns: [DEAL, PRICE, NET], calculated: true }, { columns: [DEAL, PRICE] }],
  ['between others', { columns: [DEAL, YEAR, PRICE] }, { columns: [DEAL, PRICE] }],
  ['between others and behind them', { columns: [DEAL, OWNER, YEAR, PRICE, NET] }, { columns: [DEAL, PRICE] }],
  [
    'into cells beside it',
    { columns: [DEAL, PRICE, NET], beside: { C20: 'Note', D9: 'x' } },
    { columns: [DEAL, PRICE], beside: { C20: 'Note', D9: 'x' } },
  ],
];

describe('columns that official has in a table', () => {
  it.each(CASES)('come into it: %s; an undo takes them out again', async (_, ours, theirs) => {
    const official = tableModel({ rows: ROWS, sums: SUMS, columns: [], ...ours });
    const local = tableModel({ rows: ROWS, sums: SUMS, columns: [], ...theirs });
    const plan = planned(official, local);
    expect(plan.refused).toEqual([]);
    const book = hostBookFromSnapshot(local);
    const before = contents(book);
    await withExcel(book, async () => {
      await new Excel.RequestContext().sync();
      const host = createExcelHost(packer, PATIENCE);
      const outcome = value(await host.apply(plan, WATCH));
      expect([outcome.stopped, outcome.skipped, stringifyRange(book.tables.items[0]!.range)]).toEqual([
        undefined,
        [],
        stringifyRange(official.tables[0]!.range),
      ]);
      expect(book.tables.items[0]!.columns.map(({ name }) => name)).toEqual(official.tables[0]!.columns.map(({ name }) => name));
      const undone = value(await host.undo(outcome, WATCH));
      expect([undone.stopped, undone.skipped]).toEqual([undefined, []]);
      expect(contents(book)).toEqual(before);
    });
    const bytes = fileOfSnapshot(local);
    const done = value(applyToFile(bytes, plan.steps));
    expect(done.skipped).toEqual([]);
    const after = await snapshotOf(done.bytes);
    expect(compare(official, after).differences).toEqual([]);
    expect(planned(official, after).steps).toEqual([]);
    const back = value(applyToFile(done.bytes, done.inverse));
    expect(back.skipped).toEqual([]);
    const restored = await snapshotOf(back.bytes);
    expect(restored.tables).toEqual((await snapshotOf(bytes)).tables);
    expect(compare(local, restored).differences).toEqual([]);
  });
});

/** The first column and others, each in its place or not. */
const columns = (others: readonly ModelColumn[]) =>
  fc
    .subarray([...others])
    .map((found) => [DEAL, ...found.filter(({ cell }) => refersTo(cell).every((name) => found.some((one) => one.name === name)))]);
const refersTo = (cell: string | number): string[] => [...String(cell).matchAll(/@(\w+)/g)].map((match) => match[1]!);
const OFFICIAL = [OWNER, YEAR, PRICE, NET, MARGIN];
const [TEAM, REGION]: readonly ModelColumn[] = [
  { name: 'Team', cell: 'ours #' },
  { name: 'Region', cell: 40 },
];

describe('columns of tables, whatever they are', () => {
  it('come, those of local stay, nothing is left that was not refused, and an undo is exact', async () => {
    const seen = { whole: 0, stayed: 0 };
    await fc.assert(
      fc.asyncProperty(
        columns(OFFICIAL),
        columns([TEAM!, PRICE, REGION!]),
        fc.subarray(ROWS, { minLength: 1 }),
        fc.boolean(),
        async (ours, theirs, rows, below) => {
          const beside = below ? { B9: 'Source' } : {};
          const official = model({ columns: ours, sums: ours.includes(NET) ? ['=SUM(Deals[Net])'] : [], beside });
          const local = model({ columns: theirs, rows, sums: [], beside });
          const { steps, refused } = planned(official, local);
          const bytes = fileOfSnapshot(local);
          const done = value(applyToFile(bytes, steps));
          expect(done.skipped).toEqual([]);
          const after = await snapshotOf(done.bytes);
          // Some pass for a column of official's that is called otherwise, and are then called as there.
          const paired = compare(official, local)
            .differences.filter((each) => !isOfLocal(each))
            .map((each) => each.local?.value);
          for (const { name } of theirs) if (!paired.includes(name)) expect(namesOf(after)).toContain(name);
          const left = compare(official, after).differences;
          if (refused.length === 0) expect(left.filter((each) => !isOfLocal(each))).toEqual([]);
          if (refused.length === 0 && left.length === 0) seen.whole++;
          if (left.some(isOfLocal)) seen.stayed++;
          // A formula that names a column by the heading it only then gets waits for the next sync.
          if (refused.length === 0) expect(planned(official, after).steps).toEqual([]);
          const back = value(applyToFile(done.bytes, done.inverse));
          expect(back.skipped).toEqual([]);
          const restored = await snapshotOf(back.bytes);
          expect(restored.tables).toEqual((await snapshotOf(bytes)).tables);
          expect(compare(local, restored).differences).toEqual([]);

          const book = hostBookFromSnapshot(local);
          const before = contents(book);
          await withExcel(book, async () => {
            await new Excel.RequestContext().sync();
            const host = createExcelHost(packer, PATIENCE);
            const outcome = value(await host.apply({ steps, refused, cells: 0, sheets: [] }, WATCH));
            expect([outcome.stopped, outcome.skipped]).toEqual([undefined, []]);
            expect(book.tables.items[0]!.columns.map(({ name }) => name)).toEqual(namesOf(after));
            expect(value(await host.undo(outcome, WATCH)).skipped).toEqual([]);
            expect(contents(book)).toEqual(before);
          });
        },
      ),
      { numRuns: 40 },
    );
    expect(seen.whole).toBeGreaterThan(3);
    expect(seen.stayed).toBeGreaterThan(3);
  });
});

describe('a column stays out of a table, with the reason', () => {
  const reasons = (official: Snapshot, local: Snapshot): string => {
    const { steps, refused } = planned(official, local);
    expect(steps.filter(({ kind }) => kind === 'resizeTable' || kind === 'insert')).toEqual([]);
    return refused.map(({ reason }) => reason).join(' ');
  };
  const wider = [DEAL, PRICE, NET];
  it.each<[string, string, Partial<TableModel>, Partial<TableModel>]>([
    ['whose heading is a number', 'no text in official', { columns: [DEAL, PRICE, { name: 5 as unknown as string, cell: 3 }] }, {}],
    ['left of it', 'left of the table Deals', { columns: [OWNER, DEAL, PRICE] }, {}],
  ])('%s', (_, reason, ours, theirs) => expect(reasons(model(ours), model(theirs))).toContain(reason));

  it('of a table that local lacks', () => {
    expect(reasons(model({ columns: wider }), { ...model({}), tables: [] })).toContain('which this sheet of your workbook does not have');
  });

  it('stays in it that only local has, with what to do', () => {
    const [official, local] = [model({}), model({ columns: [DEAL, OWNER, PRICE] })];
    const found = compare(official, local);
    const own = found.differences.filter(isOfLocal).map(({ id }) => id);
    const { steps, refused } = planSync(official, local, correspond(official, local), found, { take: 'all', deleteLocalOnly: own });
    expect([own.length, steps]).toEqual([1, []]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('right-click it in the table and choose Delete, Table Columns'),
    ]);
  });
});
