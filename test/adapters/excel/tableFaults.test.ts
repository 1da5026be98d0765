import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { LASTING_FAULTS, PASSING_FAULTS } from '../../support/faultKinds';
import { cleanSync, closeExcel, contentsOf, inExcel, valueOf, WATCH } from '../../support/faultySync';
import { tableModel, type ModelColumn } from '../../support/tableModel';

afterAll(closeExcel);

const DEAL: ModelColumn = { name: 'Deal', cell: 'Deal #' };
const PRICE: ModelColumn = { name: 'Price', cell: 100 };
const OWNER: ModelColumn = { name: 'Owner', cell: 'me #' };
const NET: ModelColumn = { name: 'Net', cell: '=[@Price]*2' };

/** Columns come between others and behind them, a row with them, and a formula that refers to them by name. */
const pair = (): { readonly official: Snapshot; readonly local: Snapshot } => ({
  official: tableModel({ columns: [DEAL, OWNER, PRICE, NET], rows: ['Acme', 'Bolts', 'Cranes'], sums: ['=SUM(Deals[Net])'] }),
  local: tableModel({ columns: [DEAL, PRICE], rows: ['Acme', 'Bolts'], sums: ['=SUM(Deals[Price])'] }),
});

test.each(Object.entries(PASSING_FAULTS))('columns come into a table as a whole or not at all when a request %s', async (_, fault) => {
  const { open, plan, before, synced, actions } = await cleanSync(pair());
  for (const [index, count] of actions.entries()) {
    const book = open();
    await inExcel(book, async ({ faults, host, runs }) => {
      fault(faults, index + 1, count);
      const done = await host.apply(plan, WATCH);
      if (done.ok && done.value.stopped !== undefined) valueOf(await runs.takeBack(WATCH));
      const whole = done.ok && done.value.stopped === undefined;
      if (!whole) valueOf(await runs.leave());
      expect({ index, now: contentsOf(book) }).toEqual({ index, now: whole ? synced : before });
    });
  }
});

test.each(Object.entries(LASTING_FAULTS))(
  'columns that come into a table when %s are taken out, or the sync is finished, at the next start',
  async (_, fault) => {
    const { open, plan, before, synced, actions } = await cleanSync(pair());
    for (const [index, count] of actions.entries()) {
      for (const way of ['takeBack', 'finish'] as const) {
        const book = open();
        const crashed = await inExcel(book, async ({ faults, host }) => {
          fault(faults, index + 1, count);
          return host.apply(plan, WATCH);
        });
        const whole = crashed.ok && crashed.value.stopped === undefined;
        await inExcel(book, async ({ runs }) => {
          const found = valueOf(await runs.find());
          if (found === null) valueOf(await runs.leave());
          else valueOf<unknown>(await runs[way](WATCH));
          const wanted = found === null ? whole : way === 'finish';
          expect({ index, way, now: contentsOf(book) }).toEqual({ index, way, now: wanted ? synced : before });
        });
      }
    }
  },
);
