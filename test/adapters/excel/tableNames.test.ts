import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { applyToFile } from '../../../src/adapters/xlsx/applyToFile';
import { compare } from '../../../src/core/compare/compare';
import { correspond } from '../../../src/core/settle/correspond';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { describeBook } from '../../support/describeBook';
import { withExcel } from '../../support/excelSession';
import { LASTING_FAULTS, PASSING_FAULTS } from '../../support/faultKinds';
import { closeExcel, valueOf, WATCH } from '../../support/faultySync';
import { expectTakenBackOrFinished, expectWholeOrNothing } from '../../support/expectWholeOrNothing';
import { fileOfSnapshot } from '../../support/fileOfSnapshot';
import { snapshotOf } from '../../support/snapshotOf';
import { tableModel, type ModelColumn, type TableModel } from '../../support/tableModel';

const PATIENCE = { answer: 60_000, retries: [1, 1] };
const DEAL: ModelColumn = { name: 'Deal', cell: 'Deal #' };
const PRICE: ModelColumn = { name: 'Price', cell: 100 };
const NET: ModelColumn = { name: 'Net', cell: '=[@Price]*2' };
const ROWS = ['Acme', 'Bolts', 'Cranes'];

/** The model with its table called otherwise, and names of the workbook. */
function model(change: Partial<TableModel>, names: Record<string, string> = {}): Snapshot {
  const table = change.name ?? 'Deals';
  const found = tableModel({ columns: [DEAL, PRICE], rows: ROWS, sums: [`=SUM(${table}[Price])`, `=ROWS(${table})`], ...change });
  return { ...found, names: Object.entries(names).map(([name, formula]) => ({ name, formula, scope: null, comment: '', hidden: false })) };
}

function planned(official: Snapshot, local: Snapshot): SyncPlan {
  const found = compare(official, local);
  return planSync(official, local, correspond(official, local), found, { take: 'all', deleteLocalOnly: [] });
}

const contents = (book: HostBook): unknown => JSON.parse(JSON.stringify(describeBook(book)).replace(/"value":[^,}]*/g, '"value":0'));

describe('a table that official calls otherwise', () => {
  it.each<[string, Snapshot, Snapshot]>([
    ['and nothing else', model({ name: 'Bookings' }), model({})],
    [
      'and names that stand for its columns',
      model({ name: 'Bookings' }, { Prices: 'Bookings[Price]' }),
      model({}, { Prices: 'Deals[Price]' }),
    ],
    [
      'and a new formula that refers to it',
      model({ name: 'Bookings', sums: ['=SUM(Bookings[Price])*2', '=ROWS(Bookings)', '=MAX(Bookings[Price])'] }),
      model({}),
    ],
    [
      'with a column and a row more',
      model({
        name: 'Bookings',
        columns: [DEAL, PRICE, NET],
        rows: [...ROWS, 'Dredger'],
        sums: ['=SUM(Bookings[Net])', '=ROWS(Bookings)'],
      }),
      model({}),
    ],
  ])('%s: is called so, all formulas follow, and an undo calls it as before', async (_, official, local) => {
    const plan = planned(official, local);
    const book = hostBookFromSnapshot(local);
    const before = contents(book);
    await withExcel(book, async () => {
      await new Excel.RequestContext().sync();
      const host = createExcelHost(packer, PATIENCE);
      const outcome = valueOf(await host.apply(plan, WATCH));
      expect([outcome.stopped, outcome.skipped, book.tables.items[0]!.name]).toEqual([undefined, [], 'Bookings']);
      expect(JSON.stringify(contents(book))).not.toContain('Deals[');
      expect(valueOf(await host.undo(outcome, WATCH)).skipped).toEqual([]);
      expect(contents(book)).toEqual(before);
    });
    const bytes = fileOfSnapshot(local);
    const done = valueOf(applyToFile(bytes, plan.steps));
    expect(done.skipped).toEqual([]);
    const after = await snapshotOf(done.bytes);
    expect(compare(official, after).differences).toEqual([]);
    expect(planned(official, after).steps).toEqual([]);
    const back = valueOf(applyToFile(done.bytes, done.inverse));
    expect(back.skipped).toEqual([]);
    expect((await snapshotOf(back.bytes)).tables).toEqual((await snapshotOf(bytes)).tables);
    expect(compare(local, await snapshotOf(back.bytes)).differences).toEqual([]);
  });

  it.each([
    ['a defined name', model({}, { Bookings: 'Deals!$A$1' }), 'A defined name of your workbook is called Bookings'],
    [
      'another table',
      { ...model({}), tables: [...model({}).tables, { ...model({}).tables[0]!, name: 'bookings', sheet: 'Sums' }] },
      'Another table of your workbook is called Bookings',
    ],
  ])('keeps its name where %s has it', (_, local, reason) => {
    const official = { ...model({ name: 'Bookings' }), names: local.names };
    const found = compare(official, local);
    // The other table has official's name, so that it is taken for it; what is to be renamed is asked for itself.
    const { refused, steps } = planSync(
      official,
      local,
      correspond(official, local),
      { ...found, differences: [renamed(official, local)] },
      { take: 'all', deleteLocalOnly: [] },
    );
    expect(steps).toEqual([]);
    expect(refused.map((each) => each.reason)).toEqual([expect.stringContaining(reason)]);
  });
});

/** The difference of two tables that go by other names. */
function renamed(official: Snapshot, local: Snapshot) {
  const side = (snapshot: Snapshot) => ({ sheet: 'Deals', address: snapshot.tables[0]!.name, value: null, formula: null, format: null });
  return {
    id: 'table',
    kind: 'table' as const,
    role: 'cause' as const,
    cells: 1,
    causes: [],
    note: '',
    official: side(official),
    local: side(local),
  };
}

describe('a table is renamed as a whole or not at all', () => {
  afterAll(closeExcel);
  const pair = { official: model({ name: 'Bookings', sums: ['=SUM(Bookings[Price])*2', '=ROWS(Bookings)'] }), local: model({}) };

  test.each(Object.entries(PASSING_FAULTS))('when a request %s', (_, fault) => expectWholeOrNothing(pair, fault));

  test.each(Object.entries(LASTING_FAULTS))('when %s, and it is taken back or finished at the next start', (_, fault) =>
    expectTakenBackOrFinished(pair, fault),
  );
});
