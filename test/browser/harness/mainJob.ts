import type { FrameLocator, Page } from 'playwright-core';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { snapshotOf } from '../../support/snapshotOf';
import { bookLines, openBookLines, unequalLines, type BookLines } from './bookLines';
import { walkAndFollow } from './differenceList';
import { pane } from './openWorkbench';
import { saveWorkbook } from './workbookFiles';

/** Enough rows of the list to see that the grid follows; each costs the time in which the grid gets there. */
const ROWS_WALKED = 15;

/**
 * The whole job on the workbench as it is open, official model known: compare, walk the differences, sync everything, save, undo.
 * Expects what must hold of any two workbooks, and returns the file saved after the sync.
 */
export async function doMainJob(page: Page): Promise<Uint8Array> {
  const frame = pane(page);
  const before = await openBookLines(page);
  await compareModels(frame);
  await frame.getByRole('tab', { name: /^Differences/ }).click();
  expect(await walkAndFollow(page, frame, ROWS_WALKED)).toBeGreaterThan(0);
  expect(unequalLines(before, await openBookLines(page))).toEqual([]);

  await frame.getByRole('tab', { name: 'Tie-out' }).click();
  await syncEverything(frame);
  const synced = await openBookLines(page);
  expect(unequalLines(before, synced)).not.toEqual([]);
  const saved = await saveWorkbook(page);
  expect(unequalLines(synced, await fileLines(saved))).toEqual([]);
  await expectNothingLeftToWrite(frame);

  await frame.getByRole('button', { name: 'Undo sync' }).click();
  await frame.getByText('Sync undone').waitFor();
  expect(unequalLines(before, await openBookLines(page))).toEqual([]);
  expect(await frame.getByRole('button', { name: 'Undo sync' }).count()).toBe(0);
  return saved;
}

/** Presses Compare and waits for the verdict. */
export async function compareModels(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Compare', exact: true }).click();
  await frame.locator('[data-verdict]').waitFor();
}

/** Syncs all causes, deletions of what only local has ticked too, and expects that nothing of it differs any more. */
async function syncEverything(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Sync to official' }).click();
  await frame.getByRole('heading', { name: 'Before anything is written' }).waitFor();
  const all = frame.getByRole('button', { name: 'Tick all' });
  if ((await all.count()) > 0) await all.click();
  else for (const box of await frame.getByRole('checkbox', { name: /^Delete/ }).all()) await box.check();
  await frame.getByRole('button', { name: /^(?:Write|Make) \d/, disabled: false }).click();
  // What became of it, whatever it is, so that a sync gone wrong shows its words and not that time ran out.
  const notice = frame.getByRole('group').filter({ hasText: /Synced|The sync stopped|Could not|Cancelled/ });
  await notice.waitFor();
  expect(await notice.innerText()).toContain('What was taken no longer differs.');
}

async function expectNothingLeftToWrite(frame: FrameLocator): Promise<void> {
  const sync = frame.getByRole('button', { name: 'Sync to official' });
  if ((await sync.count()) === 0) return;
  await sync.click();
  await frame.getByText('There is nothing to write.').waitFor();
  await frame.getByRole('button', { name: 'Cancel' }).click();
}

async function fileLines(bytes: Uint8Array): Promise<BookLines> {
  return bookLines(hostBookFromSnapshot(await snapshotOf(bytes)));
}
