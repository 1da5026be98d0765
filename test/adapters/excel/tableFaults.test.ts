import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { LASTING_FAULTS, PASSING_FAULTS } from '../../support/faultKinds';
import { closeExcel } from '../../support/faultySync';
import { expectTakenBackOrFinished, expectWholeOrNothing } from '../../support/expectWholeOrNothing';
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

test.each(Object.entries(PASSING_FAULTS))('columns come into a table as a whole or not at all when a request %s', (_, fault) =>
  expectWholeOrNothing(pair(), fault),
);

test.each(Object.entries(LASTING_FAULTS))(
  'columns that come into a table when %s are taken out, or the sync is finished, at the next start',
  (_, fault) => expectTakenBackOrFinished(pair(), fault),
);
