import type { Decision } from '../../src/core/ledger/Decision';
import type { Receipt } from '../../src/core/ledger/Receipt';

/** A decision to keep the renewal rate of a cell, with what a test cares for. */
export function decision(change: Partial<Decision> = {}, of: Partial<Decision['of']> = {}): Decision {
  return {
    kind: 'exception',
    reason: 'Signed off with the region',
    owner: 'Asha',
    at: '2026-11-02T09:00:00.000Z',
    reviewBy: '2027-01-31',
    ...change,
    of: {
      kind: 'value',
      label: 'Renewal rate · Q2',
      official: { sheet: 'Drivers', address: 'C5', content: '0.9' },
      local: { sheet: 'Drivers', address: 'C6', content: '0.88' },
      cells: 1,
      ...of,
    },
  };
}

/** The receipt of a sync, with what a test cares for. */
export function receipt(change: Partial<Receipt> = {}): Receipt {
  return {
    id: 'r1',
    at: '2026-11-03T10:00:00.000Z',
    by: 'Asha',
    action: 'sync',
    official: { name: 'Revenue model', version: 'v14', sha256: 'ab12' },
    cells: 42,
    taken: 7,
    kept: 2,
    refused: 1,
    headlines: [{ name: 'Net revenue', format: '#,##0.0', before: 1200.5, after: 1320, official: 1320 }],
    undoneBy: null,
    undoable: false,
    ...change,
  };
}
