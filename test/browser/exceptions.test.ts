import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { openLocalFile, saveWorkbook } from './harness/workbookFiles';

const row = (at: number, label: string, value: number) =>
  `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${label}</t></is></c><c r="B${at}"><v>${value}</v></c></row>`;
const book = (name: string, price: number, rate: number) => ({
  name,
  bytes: xlsxFile({ sheets: { Model: [row(1, 'Price', price), row(2, 'Renewal rate', rate), row(3, 'Seats', 40)].join('') } }),
});

describe('a difference that is kept on purpose', () => {
  const browser = useBrowser();
  const official = book('Official.xlsx', 120, 0.5);

  async function compared(): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official, local: book('Local.xlsx', 100, 0.25) });
    const frame = pane(page);
    await compareModels(frame);
    return { page, frame };
  }

  async function keepPrice(
    frame: FrameLocator,
    { reviewBy = '', waitFor = '' }: { readonly reviewBy?: string; readonly waitFor?: string } = {},
  ): Promise<void> {
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByText('Price', { exact: true }).first().click();
    await frame.locator('[data-open]').first().click();
    await frame.getByRole('button', { name: 'Keep…' }).click();
    await frame.getByLabel('Reason').fill('Signed off by the CFO until the new price list');
    await frame.getByLabel('Who answers for it').fill('Dana');
    if (reviewBy !== '') await frame.getByLabel('Look at it again after').fill(reviewBy);
    await frame.getByRole('button', { name: 'Keep it' }).click();
    await (waitFor === '' ? frame.getByRole('treeitem', { name: 'Kept on purpose 1 cause' }) : frame.locator(waitFor)).waitFor();
  }

  /** The element with the focus, and the row of the list that it is at. */
  async function focused(frame: FrameLocator): Promise<readonly [string | null, string]> {
    const tree = frame.getByRole('tree');
    const role = await tree.evaluate(() => document.activeElement?.getAttribute('role') ?? null);
    const at = await tree.getAttribute('aria-activedescendant');
    return [role, at === null ? '' : await frame.locator(`#${at}`).innerText()];
  }

  it('is left by the one click, travels with the file, and is to be decided again once it is edited', async () => {
    const { page, frame } = await compared();
    await keepPrice(frame);
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByText('1 difference is kept on purpose, and still differs. 1 cause is open.').waitFor();
    await frame.getByText('1 cause in 1 cell.', { exact: false }).waitFor();
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByRole('button', { name: 'Write 1 cell' }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    const cells = () => page.evaluate(() => [1, 2].map((at) => window.workbench.book!.getCell('Model', at, 2).value));
    expect(await cells()).toEqual([100, 0.5]);

    const bytes = await saveWorkbook(page);
    await openLocalFile(page, { name: 'Kept.xlsx', bytes });
    await compareModels(frame);
    await frame.getByText('1 difference is kept on purpose, and still differs.').waitFor();
    await page.evaluate(() => {
      const content = { formula: null, value: 105, format: null };
      window.workbench.book!.setCells('Model', { firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 2 }, [[content]], 'user');
    });
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.locator('[data-kept="stale"]').waitFor();
    await frame.locator('[data-open]').first().click();
    await frame.getByText('To be decided again: yours changed since.', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Decide again' }).click();
    await eventually(() => frame.locator('[data-kept]').count(), 0);
  });

  it('can be all that is ticked, with one reason, and the one click then leaves it all', async () => {
    const { page, frame } = await compared();
    await frame.getByRole('tab', { name: /Differences/ }).click();
    const several = frame.getByRole('button', { name: 'Decide…' });
    expect(await several.getAttribute('aria-disabled')).toBe('true');
    await frame.getByRole('button', { name: 'Tick all' }).click();
    await shootPane(page, 320, 'ticked-320-light');
    await several.press('Enter');
    await frame.getByRole('menuitem', { name: 'Keep…' }).press('Enter');
    await frame.getByText('Keep 2 differences on purpose').waitFor();
    await frame.getByLabel('Reason').fill('Agreed with the board');
    await frame.getByRole('button', { name: 'Keep it' }).click();
    await frame.getByRole('treeitem', { name: 'Kept on purpose 2 causes' }).waitFor();
    expect(await several.getAttribute('aria-disabled')).toBe('true');
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByText('2 differences are kept on purpose, and still differ. No cause is left open.').waitFor();
    expect(await frame.getByRole('button', { name: 'Sync to official' }).count()).toBe(0);
  });

  it('goes below what is open into a group of its own, and is reopened from there, all by keyboard', async () => {
    const { page, frame } = await compared();
    await keepPrice(frame);
    await frame.getByRole('tab', { name: 'Differences (1)' }).waitFor();
    await frame.getByRole('treeitem', { name: 'Model 1 cause' }).waitFor();
    expect(await frame.getByText('Price', { exact: true }).count()).toBe(0);
    // The keyboard goes on with what stands where it was.
    await eventually(async () => (await focused(frame))[1].startsWith('Renewal rate'), true);
    expect((await focused(frame))[0]).toBe('tree');

    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await frame.getByText('“Signed off by the CFO until the new price list” · Dana · no review date').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('r');
    await eventually(() => frame.getByRole('treeitem', { name: 'Model 2 causes' }).count(), 1);
    expect(await frame.getByRole('treeitem', { name: /Kept on purpose/ }).count()).toBe(0);
    const [role, at] = await focused(frame);
    expect([role, at.startsWith('Price')]).toEqual(['tree', true]);
  });

  it('returns to what is open once its review date has passed, and says so', async () => {
    const { page, frame } = await compared();
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await keepPrice(frame, { reviewBy: yesterday, waitFor: '[data-kept="stale"]' });
    await frame.getByText('To be decided again: its review date has passed.').first().waitFor();
    await frame.getByRole('tab', { name: 'Differences (2)' }).waitFor();
    await shootPane(page, 320, 'overdue-320-light');
  });

  it('says so in the list, in every look', async () => {
    const { page, frame } = await compared();
    await keepPrice(frame, { reviewBy: '2999-12-31' });
    await frame.getByRole('treeitem', { name: /Kept on purpose/ }).click();
    await frame.getByRole('button', { name: 'Reopen Price' }).waitFor();
    await shootPane(page, 320, 'kept-320-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shootPane(page, 450, 'kept-450-dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await shootPane(page, 450, 'kept-450-contrast');
  });
});
