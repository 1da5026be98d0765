import { packer } from '../../../src/adapters/storage/pack/packer';
import { addReceipt } from '../../../src/app/ledger/addReceipt';
import { undoNamespace } from '../../../src/app/ledger/namespaces';
import { readInverse } from '../../../src/app/ledger/readInverse';
import { readLedger } from '../../../src/app/ledger/readLedger';
import { rememberForced } from '../../../src/app/ledger/rememberForced';
import { rememberUndo } from '../../../src/app/ledger/rememberUndo';
import { inMemory } from '../../support/inMemory';
import { receipt } from '../../support/ledger';
import { write } from '../../support/steps';

const first = write('Drivers', 'C5', [[0.9]], [[0.88]]);
const second = write('Drivers', 'C6', [[2]], [[1]]);
const skipped = (address: string) => ({ sheet: 'Drivers', address, reason: 'It holds something else.' });

/** A sync that was undone but for two cells. */
async function undoneInPart() {
  const memory = inMemory();
  const sync = receipt({ id: 'r1' });
  await addReceipt(memory, packer, sync, [first, second]);
  await rememberUndo(
    memory,
    packer,
    sync,
    { cells: 40, skipped: [skipped('C5'), skipped('C6')], inverse: [second] },
    { ...sync, id: 'r2' },
  );
  const undo = async () => {
    const ledger = await readLedger(memory);
    return ledger.ok ? ledger.value.receipts.find(({ id }) => id === 'r2') : null;
  };
  return { memory, undo };
}

test('the rest of an undo counts as a part of it, and the headlines are what they were once nothing is left', async () => {
  const { memory, undo } = await undoneInPart();
  expect(await undo()).toMatchObject({ cells: 40, refused: 2, headlines: [{ before: 1320, after: null }] });
  await rememberForced(memory, packer, 'r2', { cells: 1, skipped: [skipped('C6')], inverse: [first] });
  expect(await undo()).toMatchObject({ cells: 41, refused: 1, headlines: [{ before: 1320, after: null }] });
  await rememberForced(memory, packer, 'r2', { cells: 1, skipped: [], inverse: [second] });
  expect(await undo()).toMatchObject({ cells: 42, refused: 0, undoable: true, headlines: [{ before: 1320, after: 1200.5 }] });
  expect(await readInverse(memory, packer, 'r2')).toEqual({ ok: true, value: [second, first, second] });
});

test('an undo whose steps are not kept counts it all the same and stays one that cannot be taken back', async () => {
  const memory = inMemory();
  await addReceipt(memory, packer, receipt({ id: 'r2', action: 'undo', refused: 1 }), null);
  const remembered = await rememberForced(memory, packer, 'r2', { cells: 1, skipped: [], inverse: [first] });
  expect(remembered).toMatchObject({ ok: true, value: { receipts: [{ cells: 43, refused: 0, undoable: false }] } });
  expect((await readInverse(memory, packer, 'r2')).ok).toBe(false);
});

test('one that nobody remembers, or whose steps are gone, is a failure and changes nothing', async () => {
  const { memory, undo } = await undoneInPart();
  const forced = { cells: 2, skipped: [], inverse: [first] };
  expect(await rememberForced(memory, packer, 'r9', forced)).toMatchObject({ failure: { code: 'no-undo' } });
  await memory.remove(undoNamespace('r2'));
  expect(await rememberForced(memory, packer, 'r2', forced)).toMatchObject({ failure: { code: 'no-undo' } });
  expect(await undo()).toMatchObject({ cells: 40, refused: 2 });
});
