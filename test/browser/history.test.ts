import type { FrameLocator } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { openLocalFile, saveWorkbook } from './harness/workbookFiles';

const row = (at: number, label: string, cell: string) =>
  `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${label}</t></is></c><c r="B${at}">${cell}</c></row>`;
const book = (name: string, price: number, rate: number) => ({
  name,
  bytes: xlsxFile({
    sheets: {
      Model: [
        row(1, 'Price', `<v>${price}</v>`),
        row(2, 'Renewal rate', `<v>${rate}</v>`),
        row(3, 'Net revenue', `<f>B1*B2</f><v>${price * rate}</v>`),
      ].join(''),
    },
    behindSheets: '<definedNames><definedName name="Net_revenue">Model!$B$3</definedName></definedNames>',
  }),
});

describe('what a workbook remembers of its syncs', () => {
  const browser = useBrowser();
  const official = book('Official.xlsx', 1_200_000, 0.5);
  const local = book('Local.xlsx', 1_000_000, 0.25);

  async function sync(frame: FrameLocator): Promise<void> {
    await compareModels(frame);
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByRole('button', { name: /^Write \d/ }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
  }

  it('travels with the file: another day it tells of the sync, undoes it, and compares three ways by itself', async () => {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    await sync(pane(page));
    const synced = await saveWorkbook(page);
    await page.close();

    const later = await browser.newPage({ allow: /404/, width: 1000, height: 900 });
    const next = book('Next.xlsx', 1_300_000, 0.5);
    await openWorkbench(later, browser.workbenchUrl, { official: next, local });
    await openLocalFile(later, { name: 'Kept.xlsx', bytes: synced });
    const frame = pane(later);
    await frame.locator('[data-receipt="sync"]').getByText('Synced with Official').waitFor();
    await compareModels(frame);
    await frame.getByText(/both agreed on Official on/).waitFor();
    await frame.locator('[data-since="1"]').waitFor();

    await frame.getByRole('tab', { name: 'History' }).click();
    await frame.getByText(/2 cells written · 2 causes taken/).waitFor();
    await frame.getByRole('button', { name: /^Undo the sync of/ }).click();
    await frame.getByText('Sync undone').waitFor();
    await frame.getByText('Undone since').waitFor();
    const cells = () => later.evaluate(() => [1, 2].map((at) => window.workbench.book!.getCell('Model', at, 2).value));
    expect(await cells()).toEqual([1_000_000, 0.25]);
    await frame.getByRole('button', { name: /^Sync again/ }).click();
    await frame.locator('[data-receipt="sync"]').nth(1).waitFor();
    expect(await cells()).toEqual([1_200_000, 0.5]);
    await later.close();
  });

  it('leaves what somebody wrote since, says what that is and what it would get back, and undoes it too when asked to', async () => {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await sync(frame);
    const type = (value: number) =>
      page.evaluate((typed) => {
        const range = { firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 2 };
        window.workbench.book!.setCells('Model', range, [[{ formula: null, value: typed, format: null }]], 'user');
      }, value);
    const cells = () => page.evaluate(() => [1, 2].map((at) => window.workbench.book!.getCell('Model', at, 2).value));
    await type(777);
    await frame.getByRole('tab', { name: 'History' }).click();
    await frame.getByRole('button', { name: /^Undo the sync of/ }).click();
    await frame.getByText('Sync undone in part').waitFor();
    expect(await cells()).toEqual([777, 0.25]);
    const left = frame.locator('[data-left="1"]');
    await left.getByText('1 cell holds something else by now').waitFor();
    expect((await left.getByRole('listitem').innerText()).replace(/\s+/g, ' ')).toBe('Model!B1 from 777 → to 1000000');
    await shootPane(page, 320, 'left-320-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shootPane(page, 450, 'left-450-dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await shootPane(page, 320, 'left-320-contrast');
    await page.emulateMedia({ forcedColors: 'none' });

    // What was typed in the meantime is not what the user saw: it is told anew.
    await type(888);
    await left.getByRole('button', { name: 'Undo this too' }).press('Enter');
    await left.getByText('888').waitFor();
    expect(await cells()).toEqual([888, 0.25]);
    await left.getByRole('button', { name: 'Undo this too' }).press('Enter');
    await left.waitFor({ state: 'detached' });
    expect(await frame.locator('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
    await frame.getByText('Sync undone', { exact: true }).waitFor();
    expect(await cells()).toEqual([1_000_000, 0.25]);
    // One undo, which brings back all that stood there before it.
    expect(await frame.locator('[data-receipt]').count()).toBe(2);
    await frame.getByRole('button', { name: /^Sync again/ }).click();
    await frame.locator('[data-receipt="sync"]').nth(1).waitFor();
    expect(await cells()).toEqual([888, 0.5]);
    await page.close();
  });

  it('is listed in the pane, in every look', async () => {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await sync(frame);
    await frame.getByRole('tab', { name: 'History' }).click();
    await frame.getByLabel('Your name in the history').fill('Dana');
    await frame.getByRole('button', { name: /^Undo the sync of/ }).click();
    await frame.getByText('by Dana').waitFor();
    await shootPane(page, 320, 'history-320-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shootPane(page, 450, 'history-450-dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await shootPane(page, 320, 'history-320-contrast');
    await page.close();
  });
});
