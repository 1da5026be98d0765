import { packer } from '../../src/adapters/storage/pack/packer';
import type { RecordServices } from '../../src/taskpane/PaneServices';
import { inMemory } from './inMemory';

/** What a workbook remembers, `texts` by namespace; receipts are `r1`, `r2` and so on, by Dana, and `later1` where there are some. */
export function fakeRecords(texts: Map<string, string> = new Map()): RecordServices {
  const receipts = texts.get('urn:tieout:ledger:1') === undefined ? 'r' : 'later';
  let last = 0;
  let name = 'Dana';
  return {
    memory: inMemory(texts),
    packer,
    author: { name: () => name, rename: (next) => void (name = next) },
    saveFile: () => undefined,
    newId: () => `${receipts}${++last}`,
  };
}
