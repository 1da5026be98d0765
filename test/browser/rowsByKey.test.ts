import type { FrameLocator, Page } from 'playwright-core';
import { columnName } from '../../src/core/workbook/Address';
import { xlsxFile } from '../support/xlsxFile';
import { current, selection, walkTo } from './harness/differenceList';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

type Row = readonly (string | number)[];

const HEADER = ['Territory', 'Owner', 'Region', 'Segment and what it sells, as agreed in the planning round', 'Quota'];
const territories = (order: readonly number[], quota = 0): Row[] => [
  HEADER,
  ...order.map((k): Row => [
    `Territory ${k}`,
    `Owner ${k % 3}`,
    `Region ${k % 2}`,
    `Segment ${k % 4}`,
    1000 + k * k + (k === 4 ? quota : 0),
  ]),
];
/** Ten columns of texts that stand in this order. */
const codes = (order: readonly number[]): Row[] => [
  order.map((k) => `Code system ${k}`),
  ...Array.from({ length: 12 }, (_, r) => order.map((k) => `Code ${k}-${r}`)),
];
const INORDER = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const book = (name: string, sheets: Readonly<Record<string, readonly Row[]>>) => ({
  name,
  bytes: xlsxFile({ sheets: Object.fromEntries(Object.entries(sheets).map(([sheet, rows]) => [sheet, rows.map(rowXml).join('')])) }),
});
const official = book('Official.xlsx', { Map: territories(INORDER), Codes: codes(INORDER) });
const local = book('Local.xlsx', { Map: territories([6, 3, 9, 0, 4, 1, 8, 5, 2, 7], 500), Codes: codes([7, 2, 9, 0, 5, 8, 3, 6, 1, 4]) });

describe('rows matched by key', () => {
  const browser = useBrowser();

  async function compared(options: PageOptions = {}): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 1000, ...options });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await compareModels(frame);
    return { page, frame };
  }

  const byTerritory = 'Map: rows matched by Territory, in another order.';

  it('are told, matched by other columns with the keyboard alone, and by what is found again', async () => {
    const { page, frame } = await compared();
    await frame.getByText(byTerritory).waitFor();
    const change = frame.getByRole('button', { name: 'Change key of Map…' });
    await change.focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('dialog', { name: 'Match rows of Map' }).waitFor();
    await eventually(() => frame.locator(':focus').getAttribute('value'), 'found');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await frame.getByRole('radio', { name: 'these columns' }).isChecked()).toBe(true);
    await frame.getByRole('checkbox', { name: 'Region' }).focus();
    await page.keyboard.press('Space');
    await frame.getByRole('dialog').getByRole('button', { name: 'Compare' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByText('Map: rows matched by Owner and Region, as you chose, in another order.').waitFor();
    await frame.getByText('16 rows share their key with another; matched by what else they hold.').waitFor();
    await eventually(() => frame.locator(':focus').innerText(), 'Change key…');

    // The choice stays for the next comparison.
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.getByRole('status').first().waitFor();
    await eventually(() => frame.getByText('as you chose').count(), 1);

    await change.click();
    expect(await frame.getByRole('checkbox', { name: 'Owner' }).isChecked()).toBe(true);
    await frame.getByRole('radio', { name: 'what Tieout finds by itself' }).check();
    await frame.getByRole('dialog').getByRole('button', { name: 'Compare' }).click();
    await frame.getByText(byTerritory).waitFor();
    expect(await frame.getByText('as you chose').count()).toBe(0);
  });

  it('and columns that moved are one line, which opens, leads to the columns, and stays where it is in a sync', async () => {
    const { page, frame } = await compared();
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('tree').focus();
    await walkTo(page, frame, /7 columns moved/);
    expect(await current(frame).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const words = await current(frame).innerText();
    expect(words).toMatch(/Code system \d[^]*moved, in official column [A-J]/);
    const column = /column ([A-J])/.exec(words)![1]!;
    await eventually(() => selection(page), `Codes!${column}1:${column}1048576`);
    await page.keyboard.press('ArrowRight');
    await frame.getByText('Only its place differs, which moves no number.').waitFor();

    await frame.getByRole('button', { name: 'More' }).click();
    await frame.getByRole('menuitemcheckbox').click();
    await eventually(() => highlighted(page, 'Codes'), 7);
    await frame.getByRole('tree').focus();

    // Folded away, the row is at its fold.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await current(frame).innerText()).toMatch(/7 columns moved/);

    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByText('It stays where it is unless you tick it under Differences: its place moves no number.').waitFor();
    await frame.getByText(/Codes, column [A-J] \(Code system \d\) and 2 more$/).waitFor();
    await frame.getByRole('button', { name: 'Write 1 cell' }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    await eventually(() => frame.locator('[data-verdict]').innerText(), 'Ties out');
  });

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-light', 450, {}],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-contrast', 320, { forcedColors: 'active' }],
  ];

  it.each(looks)('look right and are accessible: %s', async (look, width, options) => {
    const { page, frame } = await compared(options);
    await shootPane(page, width, `keys-overview-${look}`);
    await frame.getByRole('button', { name: 'Change key of Map…' }).click();
    await frame.getByRole('checkbox', { name: 'Owner' }).check();
    await shootPane(page, width, `keys-dialog-${look}`);
    await page.keyboard.press('Escape');
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('tree').focus();
    await walkTo(page, frame, /7 columns moved/);
    await shootPane(page, width, `keys-folded-${look}`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await shootPane(page, width, `keys-open-${look}`);
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByText('It stays where it is unless you tick it').waitFor();
    await shootPane(page, width, `keys-plan-${look}`);
  });
});

/** How many columns of a sheet are highlighted. */
function highlighted(page: Page, name: string): Promise<number> {
  return page.evaluate((wanted) => {
    const { conditionalFormats } = window.workbench.book!.sheets.find((sheet) => sheet.name === wanted)!;
    return conditionalFormats
      .flatMap(({ ranges }) => ranges)
      .reduce((sum, { firstColumn, lastColumn }) => sum + lastColumn - firstColumn + 1, 0);
  }, name);
}

function rowXml(cells: Row, at: number): string {
  const inside = cells.map((cell, column) => {
    const place = `${columnName(column + 1)}${at + 1}`;
    return typeof cell === 'number' ? `<c r="${place}"><v>${cell}</v></c>` : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${at + 1}">${inside.join('')}</row>`;
}
