import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { walkTo } from './harness/differenceList';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

const ITEMS = ['Salaries', 'Rent', 'Travel', 'Hosting', 'Insurance', 'Training'];

/** Costs without a header, which would make them a list in any order; their total; and what another sheet reads of them. */
function book(name: string, items: readonly string[], taller: string) {
  const rows = items.map((item, k) => {
    const number = ITEMS.indexOf(item);
    const height = item === taller ? ' ht="40" customHeight="1"' : '';
    return `<row r="${k + 2}"${height}><c r="A${k + 2}" t="inlineStr"><is><t>${item}</t></is></c><c r="B${k + 2}"><v>${1_000 + 37 * number}</v></c><c r="C${k + 2}"><f>B${k + 2}*2</f><v>${2_000 + 74 * number}</v></c></row>`;
  });
  const total = `<row r="8"><c r="A8" t="inlineStr"><is><t>Costs in all</t></is></c><c r="B8"><f>SUM(B2:B7)</f><v>6555</v></c></row>`;
  const rent = items.indexOf('Rent') + 2;
  const summary = `<row r="1"><c r="A1"><f>Costs!C${rent}</f><v>2074</v></c></row>`;
  return { name, bytes: xlsxFile({ sheets: { Costs: [...rows, total].join(''), Summary: summary } }) };
}

const official = book('Official.xlsx', [...ITEMS.filter((item) => item !== 'Salaries'), 'Salaries'], '');
const local = book('Local.xlsx', ITEMS, 'Salaries');

describe('a row that moved', () => {
  const browser = useBrowser();

  async function compared(options: PageOptions = {}): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 1000, ...options });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await compareModels(frame);
    return { page, frame };
  }

  async function planned(page: Page, frame: FrameLocator): Promise<void> {
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('tree').focus();
    await walkTo(page, frame, /moved, in official row 7/);
    await page.keyboard.press('Space');
    await frame.getByRole('button', { name: 'Sync 1 ticked' }).click();
    await frame.getByText('Move row 2 to row 7').waitFor();
  }

  /** The labels in column A and a formula of the other sheet, in the book and as drawn. */
  function held(page: Page): Promise<string> {
    return page.evaluate(() => {
      const { book: open, grid } = window.workbench;
      const drawn = [2, 3, 4, 5, 6, 7, 8].map((row) => grid!.textAt('Costs', row, 1));
      const values = [2, 7, 8].map((row) => String(open!.getCell('Costs', row, 2).value));
      return [...drawn, ...values, open!.getCell('Costs', 8, 2).formula!, open!.getCell('Summary', 1, 1).formula!].join(' ');
    });
  }

  const BEFORE = [...ITEMS, 'Costs in all', '1000', '1185', '6555', '=SUM(B2:B7)', '=Costs!C3'].join(' ');
  const AFTER = [...ITEMS.slice(1), 'Salaries', 'Costs in all', '1037', '1000', '6555', '=SUM(B2:B7)', '=Costs!C2'].join(' ');

  it('comes to its place when it is ticked, and goes back when the sync is undone', async () => {
    const { page, frame } = await compared();
    expect(await held(page)).toBe(BEFORE);
    await planned(page, frame);
    await frame.getByText('For 1 cause, 1 sheet will change.').waitFor();
    await frame.getByRole('button', { name: 'Make 1 change' }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    await eventually(() => held(page), AFTER);
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByText('Nothing differs.').waitFor();
    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await eventually(() => held(page), BEFORE);
  });

  it.each<readonly [string, number, PageOptions]>([
    ['320-light', 320, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
  ])('looks right in the plan: %s', async (look, width, options) => {
    const { page, frame } = await compared(options);
    await planned(page, frame);
    await shootPane(page, width, `moved-plan-${look}`);
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByText('It stays where it is unless you tick it').waitFor();
    await shootPane(page, width, `moved-stays-${look}`);
  });
});
