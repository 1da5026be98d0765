import type { FrameLocator, Page } from 'playwright-core';
import { localFile, officialFile } from '../support/generatedPair';
import { openBookLines, unequalLines } from './harness/bookLines';
import { eventually } from './harness/eventually';
import { cellOf } from './harness/gridActions';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { useBrowser } from './harness/useBrowser';

describe('a sync that meets trouble', () => {
  const browser = useBrowser();

  /** Opens the two small workbooks, compares them and shows the plan of a sync of everything, nothing written yet. */
  async function planned() {
    const page = await browser.newPage();
    await openWorkbench(page, browser.workbenchUrl, { local: localFile, official: officialFile });
    const before = await openBookLines(page);
    const frame = pane(page);
    await compareModels(frame);
    await plan(frame);
    return { page, frame, before };
  }

  async function plan(frame: FrameLocator): Promise<void> {
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await writeButton(frame).waitFor();
  }

  const writeButton = (frame: FrameLocator) => frame.getByRole('button', { name: /^Write \d/ });
  const changes = async (page: Page, before: Awaited<ReturnType<typeof openBookLines>>) => unequalLines(before, await openBookLines(page));

  it('leaves the workbook alone when a sheet has been protected meanwhile, says so, and syncs once it is not', async () => {
    const { page, frame, before } = await planned();
    const protect = (on: boolean) => page.evaluate((now) => window.workbench.book!.setProtected('Model', now, 'user'), on);
    await protect(true);
    await writeButton(frame).click();
    await frame.getByText('The sheet Model is protected. Nothing was changed. Unprotect it under Review, then retry.').waitFor();
    expect(await changes(page, before)).toEqual([]);
    expect(await frame.getByRole('button', { name: 'Undo sync' }).count()).toBe(0);
    await protect(false);
    await plan(frame);
    await writeButton(frame).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
  });

  it('leaves a cell that somebody else has edited meanwhile, names it, and writes the others', async () => {
    const { page, frame, before } = await planned();
    await page.evaluate(() => {
      const rate = { firstRow: 2, firstColumn: 2, lastRow: 2, lastColumn: 2 };
      window.workbench.book!.setCells('Model', rate, [[{ formula: null, value: 0.85, format: null }]], 'coauthor');
    });
    await frame.getByText('1 cell edited since').waitFor();
    await writeButton(frame).click();
    await frame.getByText('Synced in part').waitFor();
    await frame
      .getByText('Model, B2: It no longer holds what it held when the workbooks were compared, so it was left as it is.')
      .waitFor();
    expect(await cellOf(page, 'Model', 'B2')).toMatchObject({ formula: null, value: 0.85 });
    expect(await cellOf(page, 'Model', 'B5')).toMatchObject({ formula: '=B2*B4*Uplift' });
    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await frame.getByText('Sync undone').waitFor();
    expect(await changes(page, before)).toEqual(['Model!R2C2: 0.8 [0.0] became 0.85 [0.0]']);
  });

  it('writes nothing where rows were inserted meanwhile, nor undoes there, and does both once they are gone', async () => {
    const { page, frame, before } = await planned();
    const insert = () => page.evaluate(() => window.workbench.book!.insertRows('Model', 3, 1, 'user'));
    const takeBack = () => page.evaluate(() => window.workbench.book!.deleteRows('Model', 3, 1, 'user'));
    await insert();
    await frame.getByText(/edited since/i).waitFor();
    await writeButton(frame).click();
    await frame.getByText(/inserted or deleted since the comparison/).waitFor();
    expect(await frame.getByRole('button', { name: 'Undo sync' }).count()).toBe(0);
    await takeBack();
    expect(await changes(page, before)).toEqual([]);
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.getByText(/edited since/i).waitFor({ state: 'detached' });
    await plan(frame);
    await writeButton(frame).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    await insert();
    await frame.getByText(/edited since/i).waitFor();
    // A click on a busy machine may come while the button is drawn anew, and be lost.
    await eventually(async () => {
      await frame
        .getByRole('button', { name: 'Undo sync' })
        .click({ timeout: 2000 })
        .catch(() => undefined);
      return frame.getByText(/inserted or deleted since the sync/).isVisible();
    }, true);
    await takeBack();
    await eventually(async () => {
      // Until the pane has heard of it the button says the same again; then the button goes.
      await frame
        .getByRole('button', { name: 'Undo sync' })
        .click({ timeout: 2000 })
        .catch(() => undefined);
      return frame.getByText('Sync undone').isVisible();
    }, true);
    expect(await changes(page, before)).toEqual([]);
  });

  it('writes nothing while a cell is being edited, says what to press, and syncs after it', async () => {
    const { page, frame, before } = await planned();
    const edit = (on: boolean) => page.evaluate((now) => void (window.workbench.faults!.cellEditMode = now), on);
    await edit(true);
    await writeButton(frame).click();
    await frame.getByText('Excel is in cell-edit mode. Press Enter or Esc in the sheet, then retry.').waitFor();
    expect(await changes(page, before)).toEqual([]);
    await edit(false);
    await plan(frame);
    await writeButton(frame).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
  });

  it('takes back what is written when the user cancels half-way', async () => {
    const { page, frame, before } = await planned();
    const slow = (delay: number) => page.evaluate((now) => void (window.workbench.faults!.delay = now), delay);
    await slow(1000);
    await writeButton(frame).click();
    await page.waitForFunction(() => window.workbench.book!.findSheet('Fees') !== null);
    await frame.getByRole('button', { name: 'Cancel' }).first().click();
    await frame.getByRole('button', { name: 'Cancelling…' }).waitFor();
    await slow(0);
    await frame.getByText('Your workbook is as it was.').waitFor();
    expect(await changes(page, before)).toEqual([]);
    expect(await frame.getByRole('button', { name: 'Undo sync' }).count()).toBe(0);
    await plan(frame);
  });
});
