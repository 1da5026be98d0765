import { contentOf } from '../../src/core/sync/cellContent';
import { agreedSheet } from '../support/agreedSheet';
import { snapshotOf } from '../support/snapshotOf';
import { typeInCell } from './harness/gridActions';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { saveWorkbook } from './harness/workbookFiles';

const book = { name: 'Plan.xlsx', bytes: agreedSheet() };

const LOOKS = [
  ['320-light', 320, { colorScheme: 'light', forcedColors: 'none' }],
  ['450-dark', 450, { colorScheme: 'dark', forcedColors: 'none' }],
  ['320-contrast', 320, { colorScheme: 'light', forcedColors: 'active' }],
] as const;

describe('two sheets of the open workbook', () => {
  const browser = useBrowser();

  it('are compared and synced, what reads them follows, and an undo brings all back', async () => {
    const page = await browser.newPage({ width: 1000, height: 1100 });
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local: book });
    const frame = pane(page);
    await frame.getByRole('heading', { name: 'From this workbook' }).waitFor();
    expect(await frame.getByRole('combobox', { name: 'Your sheet' }).inputValue()).toBe('Forecast');
    expect(await frame.getByRole('combobox', { name: 'Should agree with' }).inputValue()).toBe('Agreed');
    for (const [look, width, media] of LOOKS) {
      await page.emulateMedia(media);
      await shootPane(page, width, `sheets-choose-${look}`);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await frame.getByRole('button', { name: 'Compare sheets' }).focus();
    await page.keyboard.press('Enter');
    await frame.locator('[data-verdict="differs"]').waitFor();
    await frame.getByRole('heading', { name: 'Agreed', exact: true }).waitFor();
    await frame.getByText('In this workbook · compared with Forecast').waitFor();
    await frame.getByText('Forecast total').first().waitFor();
    expect(await frame.getByRole('button', { name: 'Add headline' }).count()).toBe(0);
    for (const [look, width, media] of LOOKS) {
      await page.emulateMedia(media);
      await shootPane(page, width, `sheets-compared-${look}`);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });

    // Whatever is edited, the sheet that is to be agreed with may show something else: the comparison says that it is older.
    await typeInCell(page, 'Agreed', 'B2', '120');
    await frame.getByText(/edited since/).waitFor();
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame
      .getByText(/edited since/)
      .first()
      .waitFor({ state: 'detached' });

    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByRole('button', { name: /^Write \d+ cells$/ }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    const values = async () => {
      const saved = await snapshotOf(await saveWorkbook(page));
      const held = (sheet: number, row: number, column: number) => contentOf(saved, saved.sheets[sheet]!, row, column);
      return [held(0, 2, 2), held(0, 3, 1), held(0, 5, 2), held(2, 1, 2), held(2, 2, 2)].map(({ formula, value }) => formula ?? value);
    };
    expect(await values()).toEqual([120, 'Training', '=SUM(B2:B4)', '=Forecast!B5*1000', '=Forecast_total*2']);
    await frame.locator('[data-verdict="ties"]').waitFor();
    await shootPane(page, 320, 'sheets-synced-320-light');

    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await frame.getByText('Sync undone').waitFor();
    expect(await values()).toEqual([100, 'Support', null, '=Forecast!B4*1000', '=Forecast_total*2']);
    await page.close();
  });

  it('of which one reads the other are refused with the reason', async () => {
    const page = await browser.newPage({ width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local: book });
    const frame = pane(page);
    await frame.getByRole('combobox', { name: 'Should agree with' }).selectOption('Summary');
    await frame.getByRole('button', { name: 'Compare sheets' }).click();
    await frame.getByText(/Summary has formulas that read Forecast/).waitFor();
    await shootPane(page, 320, 'sheets-refused-320-light');
    await page.close();
  });
});
