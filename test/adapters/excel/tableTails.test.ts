import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { compare } from '../../../src/core/compare/compare';
import type { Result } from '../../../src/core/Result';
import { correspond } from '../../../src/core/settle/correspond';
import type { Deletion } from '../../../src/core/sync/indexDeletions';
import { planSync } from '../../../src/core/sync/planSync';
import type { SheetLayout } from '../../../src/core/sync/SheetLayout';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { emptiedTables } from '../../../src/core/sync/tableTails';
import { stringifyRange } from '../../../src/core/workbook/Address';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { describeBook } from '../../support/describeBook';
import { withExcel } from '../../support/excelSession';
import { inTerminal } from '../../support/fileTerminal';
import { fileOfSnapshot } from '../../support/fileOfSnapshot';
import { snapshotOf } from '../../support/snapshotOf';
import { workbook, type SheetText } from '../../support/workbook';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const PATIENCE = { answer: 60_000, retries: [1, 1] };

/** Deals with their prices in a table, and, if wanted, something that stands below it. */
function model(deals: readonly string[], { below = false, totals = false } = {}): Snapshot {
  const cells: Record<string, SheetText[string]> = { A1: 'Deal', B1: 'Price', C1: 'Net' };
  deals.forEach((deal, at) => {
    cells[`A${at + 2}`] = deal;
    cells[`B${at + 2}`] = 100 + deal.length;
    cells[`C${at + 2}`] = ['=[@Price]*2', 0];
  });
  const lastRow = deals.length + 1 + (totals ? 1 : 0);
  if (totals) cells[`A${lastRow}`] = 'Total';
  if (below) cells[`A${lastRow + 3}`] = 'Source: CRM';
  return workbook(
    { Deals: cells, Sum: { A1: ['=SUM(Deals[Price])', 0] } },
    {
      tables: [
        {
          name: 'Deals',
          sheet: 'Deals',
          range: { firstRow: 1, lastRow, firstColumn: 1, lastColumn: 3 },
          headerRow: true,
          totalsRow: totals,
          columns: ['Deal', 'Price', 'Net'].map((name) => ({ name, formula: null })),
        },
      ],
    },
  );
}

/** The sync that deletes all that only local has. */
function planned(official: Snapshot, local: Snapshot): SyncPlan {
  const found = compare(official, local);
  const rows = found.differences.filter(({ official: theirs }) => theirs === null).map(({ id }) => id);
  return planSync(official, local, correspond(official, local), found, { take: 'all', deleteLocalOnly: rows });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

const contents = (book: HostBook): unknown => JSON.parse(JSON.stringify(describeBook(book)).replace(/"value":[^,}]*/g, '"value":0'));
const tableIn = (book: HostBook): string => stringifyRange(book.tables.items[0]!.range);
const DEALS = ['Acme', 'Bolts', 'Cranes', 'Dredger', 'Eureka !'];

describe('the last rows of a table that only local has', () => {
  it.each([
    ['one', DEALS.slice(0, 4), false],
    ['two, over something else', DEALS.slice(0, 3), true],
    ['one, and one from the middle', [DEALS[0]!, DEALS[2]!, DEALS[3]!], true],
  ])('are taken out of it and go: %s; an undo puts them back', async (_, deals, below) => {
    const [official, local] = [model(deals, { below }), model(DEALS, { below })];
    const { steps, refused } = planned(official, local);
    expect(refused).toEqual([]);
    const book = hostBookFromSnapshot(local);
    const before = contents(book);
    await withExcel(book, async () => {
      await new Excel.RequestContext().sync();
      const host = createExcelHost(packer, PATIENCE);
      const outcome = value(await host.apply({ steps, refused, cells: 0, sheets: [] }, WATCH));
      expect([outcome.stopped, outcome.skipped, tableIn(book)]).toEqual([undefined, [], `A1:C${deals.length + 1}`]);
      const undone = value(await host.undo(outcome, WATCH));
      expect([undone.stopped, undone.skipped, tableIn(book)]).toEqual([undefined, [], 'A1:C6']);
      expect(contents(book)).toEqual(before);
    });
    const files: Record<string, Uint8Array> = { 'o.xlsx': fileOfSnapshot(official), 'l.xlsx': fileOfSnapshot(local) };
    expect((await inTerminal('sync o.xlsx l.xlsx --remove all --out n.xlsx', files)).status).toBe(0);
    expect((await inTerminal('compare o.xlsx n.xlsx', files)).out).toMatch(/^Ties out\nNothing differs/);
    expect((await inTerminal('undo n.xlsx --out u.xlsx', files)).status).toBe(0);
    const back = await snapshotOf(files['u.xlsx']!);
    expect(back.tables).toEqual(local.tables);
    expect(compare(local, back).differences).toEqual([]);
  });

  it('stay, with the reason, where the table has totals', () => {
    const { steps, refused } = planned(model(DEALS.slice(0, 4)), model(DEALS, { totals: true }));
    expect(refused.map(({ reason }) => reason).join(' ')).toContain('part of the table Deals');
    expect(steps.filter(({ kind }) => kind === 'resizeTable' || kind === 'delete')).toEqual([]);
  });
});

test('a table is not emptied', () => {
  const { tables } = model(DEALS.slice(0, 2));
  const layout = { name: 'deals' } as SheetLayout;
  const deletion = (line: number, difference: string): Deletion => ({ difference, layout, axis: 'row', line, across: null });
  expect(emptiedTables(tables, [deletion(2, 'first')])).toEqual([]);
  expect(emptiedTables(tables, [deletion(2, 'first'), deletion(3, 'second')]).map(({ difference }) => difference)).toEqual([
    'first',
    'second',
  ]);
  expect(emptiedTables(tables, [deletion(2, 'first'), { ...deletion(3, 'part'), across: { first: 1, last: 2 } }])).toEqual([]);
});
