import type { WriteStep } from '../../../src/core/sync/SyncPlan';
import { stringifyRange } from '../../../src/core/workbook/Address';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import type { RunRecord } from '../../../src/app/ports/RunRecord';
import { LASTING_FAULTS, type FaultKind } from '../../support/faultKinds';
import { cleanSync, closeExcel, contentsOf, inExcel, valueOf, WATCH, type CleanSync } from '../../support/faultySync';
import { receipt } from '../../support/ledger';
import { revisedPair } from '../../support/revisedPair';

const { official, taken, kept, refused, headlines } = receipt();
const RECORD: RunRecord = { kind: 'sync', receipt: { official, taken, kept, refused, headlines } };

let finished = 0;
afterAll(() => {
  closeExcel();
  expect(finished).toBeGreaterThan(100);
});

/**
 * Excel crashes at one request of a sync, and at one of finishing it, if given: at the next start finishing it comes to what an undisturbed sync
 * comes to, cells counted and undo included.
 */
async function finishes(
  { open, plan, before, synced, actions, outcome }: CleanSync,
  fault: FaultKind,
  index: number,
  again = 0,
): Promise<void> {
  const book = open();
  const crashed = await inExcel(book, async ({ faults, host }) => {
    fault(faults, index + 1, actions[index]!);
    return host.apply(plan, WATCH, RECORD);
  });
  const whole = crashed.ok && crashed.value.stopped === undefined;
  if (again > 0) {
    await inExcel(book, async ({ faults, runs }) => {
      fault(faults, again, 7);
      await runs.finish(WATCH);
    });
  }
  await inExcel(book, async ({ runs, host }) => {
    const found = valueOf(await runs.find());
    if (found === null) {
      valueOf(await runs.leave());
      expect({ index, again, now: contentsOf(book) }).toEqual({ index, again, now: whole || again > 0 ? synced : before });
      return;
    }
    expect(found).toMatchObject({ action: 'sync', finish: 'possible' });
    const run = valueOf(await runs.finish(WATCH));
    finished++;
    expect({ index, again, now: contentsOf(book) }).toEqual({ index, again, now: synced });
    expect(run.record).toEqual(RECORD);
    expect({ index, again, cells: run.outcome.cells, skipped: run.outcome.skipped }).toEqual({
      index,
      again,
      cells: outcome.cells,
      skipped: [],
    });
    expect(valueOf(await runs.find())).toBeNull();
    expect(valueOf(await host.undo(run.outcome, WATCH)).skipped).toEqual([]);
    expect({ index, again, now: contentsOf(book) }).toEqual({ index, again, now: before });
  });
}

const crashes = Object.entries(LASTING_FAULTS);

test.each(crashes.flatMap(([name, fault], at) => [[1, 6], [3], [5]][at]!.map((seed) => [name, seed, fault] as const)))(
  'Excel that crashes when %s: revision %i is as an undisturbed sync leaves it once that is finished at the next start',
  async (_, seed, fault) => {
    const sync = await cleanSync(revisedPair(seed));
    for (const index of sync.actions.keys()) await finishes(sync, fault, index);
  },
);

test.each(crashes)('Excel that crashes when %s, and again while the sync is finished: it is finished all the same', async (_, fault) => {
  const sync = await cleanSync(revisedPair(1));
  for (let index = 6; index < sync.actions.length; index += 9)
    for (let again = 5; again < 40; again += 6) await finishes(sync, fault, index, again);
});

/** A sync of revision 6, of many parts, that broke off when it had sent this share of its requests. */
async function brokenOff(share: number) {
  const sync = await cleanSync(revisedPair(6));
  const request = Math.floor(sync.actions.length * share);
  const book = sync.open();
  await inExcel(book, async ({ faults, host }) => {
    faults.plan({ request, before: () => void (faults.down = true) });
    await host.apply(sync.plan, WATCH, RECORD);
  });
  return { ...sync, book };
}

const partsOf = (book: HostBook, what: string) => book.xmlParts.items.filter(({ xml }) => xml.includes(`"urn:tieout:${what}`));

test('what somebody wrote between crash and finishing stays theirs and is listed, and all else is synced', async () => {
  const { book, synced, plan } = await brokenOff(0.6);
  const last = plan.steps.findLast((step) => step.kind === 'write' && step.after[0]![0]?.value != null) as WriteStep;
  const range = { ...last.range, lastRow: last.range.firstRow, lastColumn: last.range.firstColumn };
  book.setCells(last.sheet, range, [[{ formula: null, value: 'theirs', format: null }]], 'user');
  await inExcel(book, async ({ runs }) => {
    const { outcome } = valueOf(await runs.finish(WATCH));
    const address = stringifyRange(range).split(':')[0];
    expect(outcome.skipped).toEqual([{ sheet: last.sheet, address, reason: expect.stringContaining('no longer holds') }]);
    const apart = contentsOf(book).filter((line) => !synced.includes(line));
    expect(apart).toEqual([expect.stringContaining('theirs')]);
  });
});

test('where it cannot be told whether lines were moved it is only undone, and says so', async () => {
  let undecided = 0;
  for (let share = 0.1; share < 0.6; share += 0.05) {
    const { book } = await brokenOff(share);
    const entries = partsOf(book, 'journal:1:').length;
    // Somebody deletes the lines that the marker was on.
    const marker = book.names.find('_Tieout_journal', null);
    if (entries === 0 || marker === null) continue;
    marker.formula = '#REF!';
    await inExcel(book, async ({ runs }) => {
      const before = contentsOf(book);
      if (valueOf(await runs.find())?.finish !== 'undecided') return;
      undecided++;
      expect(await runs.finish(WATCH)).toMatchObject({ ok: false, failure: { code: 'undecided' } });
      expect(contentsOf(book)).toEqual(before);
    });
  }
  expect(undecided).toBeGreaterThan(0);
});

test('a journal without a plan, as older versions leave it, can be taken back and not finished', async () => {
  const { book, before } = await brokenOff(0.8);
  for (const part of partsOf(book, 'journal-plan')) book.xmlParts.remove(part, 'user');
  await inExcel(book, async ({ runs }) => {
    expect(valueOf(await runs.find())).toMatchObject({ finish: 'unplanned' });
    expect(await runs.finish(WATCH)).toMatchObject({ ok: false, failure: { code: 'no-plan' } });
    expect(valueOf(await runs.takeBack(WATCH)).skipped).toEqual([]);
    expect(contentsOf(book)).toEqual(before);
  });
});

test('what is being taken back cannot be finished any more', async () => {
  const { book, before } = await brokenOff(0.8);
  await inExcel(book, async ({ faults, runs }) => {
    faults.plan({ request: 30, before: () => void (faults.down = true) });
    expect((await runs.takeBack(WATCH)).ok).toBe(false);
  });
  await inExcel(book, async ({ runs }) => {
    expect(valueOf(await runs.find())).toMatchObject({ finish: 'unplanned' });
    expect(valueOf(await runs.takeBack(WATCH)).skipped).toEqual([]);
    expect(contentsOf(book)).toEqual(before);
  });
});

test('an undo that broke off is finished too', async () => {
  const { open, plan, before } = await cleanSync(revisedPair(5));
  const book = open();
  const outcome = await inExcel(book, async ({ host }) => valueOf(await host.apply(plan, WATCH)));
  await inExcel(book, async ({ faults, host }) => {
    faults.plan({ request: 14, before: () => void (faults.down = true) });
    await host.undo(outcome, WATCH, { kind: 'undo', of: 'r1' });
  });
  await inExcel(book, async ({ runs }) => {
    expect(valueOf(await runs.find())).toMatchObject({ action: 'undo', finish: 'possible' });
    expect(valueOf(await runs.finish(WATCH)).record).toEqual({ kind: 'undo', of: 'r1' });
    expect(contentsOf(book)).toEqual(before);
  });
});
