import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { current, selection, walkTo } from './harness/differenceList';
import { eventually } from './harness/eventually';
import { cellOf, selectCell, settled, typeInCell } from './harness/gridActions';
import { openWorkbench, pane, type WorkbenchChoice } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

const text = (address: string, words: string) => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const file = (name: string, sheets: Readonly<Record<string, string>>) => ({ name, bytes: xlsxFile({ sheets, formats: ['0.0%'] }) });

const head = row(1, text('A1', 'Driver') + text('B1', 'Q1'));
const official = file('Official.xlsx', {
  Model:
    head +
    row(2, text('A2', 'Renewal rate') + '<c r="B2" s="1"><v>0.9</v></c>') +
    row(3, text('A3', 'Base') + '<c r="B3"><v>1000</v></c>') +
    row(4, text('A4', 'Renewals') + '<c r="B4"><f>B2*B3</f><v>900</v></c>') +
    row(5, text('A5', 'Double') + '<c r="B5"><f>B4*2</f><v>1800</v></c>'),
});
/** The rate changed, the product pasted over by a value, and a row of its own at the end. */
const local = file('Local.xlsx', {
  Model:
    head +
    row(2, text('A2', 'Renewal rate') + '<c r="B2" s="1"><v>0.8</v></c>') +
    row(3, text('A3', 'Base') + '<c r="B3"><v>1000</v></c>') +
    row(4, text('A4', 'Renewals') + '<c r="B4"><v>850</v></c>') +
    row(5, text('A5', 'Double') + '<c r="B5"><f>B4*2</f><v>1700</v></c>') +
    row(6, text('A6', 'Reserve') + '<c r="B6"><v>5</v></c>'),
});
const elsewhere = file('Elsewhere.xlsx', { Zusammenfassung: row(1, text('A1', 'Ganz anders')) });

describe('the task pane', () => {
  const browser = useBrowser();

  async function open(choice: WorkbenchChoice, options: PageOptions = {}) {
    const page = await browser.newPage({ allow: /404/, width: 1000, ...options });
    await openWorkbench(page, browser.workbenchUrl, choice);
    return { page, frame: pane(page) };
  }

  async function compared(choice: WorkbenchChoice, options: PageOptions = {}) {
    const opened = await open(choice, options);
    await opened.frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await opened.frame.locator('[data-verdict]').waitFor();
    return opened;
  }

  it('says a changed formula in words too, marks what changed in both forms, and its parts lead to their cells', async () => {
    const added = file('Local.xlsx', {
      Model:
        head +
        row(2, text('A2', 'Renewal rate') + '<c r="B2" s="1"><v>0.9</v></c>') +
        row(3, text('A3', 'Base') + '<c r="B3"><v>1000</v></c>') +
        row(4, text('A4', 'Renewals') + '<c r="B4"><f>B2*B3+B3</f><v>1900</v></c>') +
        row(5, text('A5', 'Double') + '<c r="B5"><f>B4*2</f><v>3800</v></c>'),
    });
    const { page, frame } = await compared({ official, local: added });
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('tree').focus();
    await walkTo(page, frame, /Renewals · Q1/);
    await page.keyboard.press('ArrowRight');
    const words = async () => (await frame.locator('[data-form="words"]').allInnerTexts()).join(' | ');
    await eventually(words, 'Renewal rate × Base | Renewal rate × Base + Base');
    await eventually(async () => (await frame.locator('[data-form="words"] mark').allInnerTexts()).join('').trim(), '+ Base');
    await eventually(async () => (await frame.locator('code mark').allInnerTexts()).join(''), '+B3');
    await eventually(() => selection(page), 'Model!B4');
    await frame.getByRole('button', { name: 'Renewal rate', exact: true }).click();
    await eventually(() => selection(page), 'Model!B2');
  });

  it('does the whole job: compare, walk, filter, highlight, sync, undo', async () => {
    const { page, frame } = await compared({ official, local });
    expect(await frame.locator('[data-verdict]').innerText()).toBe('Does not tie out');
    const before = await modelCells(page);

    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('tree').focus();
    await walkTo(page, frame, /Renewal rate · Q1[^]*90\.0%\s*→\s*80\.0%/);
    await eventually(() => selection(page), 'Model!B2');
    await walkTo(page, frame, /Renewals · Q1/);
    await eventually(() => selection(page), 'Model!B4');
    await page.keyboard.press('ArrowRight');
    expect(await frame.locator('code').first().innerText()).toContain('B2*B3');
    await eventually(() => frame.locator('[data-form="words"]').first().innerText(), 'Renewal rate × Base');

    await selectCell(page, 'Model', 'B2');
    await eventually(() => current(frame).innerText(), /Renewal rate/);

    await frame.getByRole('button', { name: /Assumptions/ }).click();
    await frame.getByText('Renewals · Q1').waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: /Assumptions/ }).click();
    await frame.getByRole('tree').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('renewals');
    await eventually(() => frame.getByText('Renewal rate · Q1').count(), 0);
    await frame.getByRole('searchbox').fill('');

    await switchHighlight(frame);
    await eventually(() => marked(page), true);
    await page.screenshot({ path: 'test-output/pane-highlight.png' });
    await switchHighlight(frame);
    await eventually(() => marked(page), false);

    await frame.getByRole('tree').focus();
    await walkTo(page, frame, /Renewal rate/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await frame.getByRole('button', { name: 'Write 1 cell' }).waitFor();
    await eventually(() => frame.locator(':focus').innerText(), 'Cancel');
    expect(await modelCells(page)).toEqual(before);
    await frame.getByRole('button', { name: 'Write 1 cell' }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    expect(await cellOf(page, 'Model', 'B2')).toMatchObject({ formula: null, value: 0.9 });
    expect(await cellOf(page, 'Model', 'B4')).toMatchObject({ formula: null, value: 850 });

    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await frame.getByText('Sync undone').waitFor();
    expect(await modelCells(page)).toEqual(before);
  });

  it('syncs everything, deletes what only local has only when ticked, and then ties out', async () => {
    const { page, frame } = await compared({ official, local });
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    const box = frame.getByRole('checkbox', { name: /Delete .*Reserve/ });
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await frame.getByRole('button', { name: /^Write \d|^Make \d/, disabled: false }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    await eventually(() => frame.locator('[data-verdict]').innerText(), 'Ties out');
    expect(await cellOf(page, 'Model', 'B4')).toMatchObject({ formula: '=B2*B3', value: 900 });
    expect(await cellOf(page, 'Model', 'B6')).toMatchObject({ formula: null, value: null });
  });

  it('tells of an edit that it cannot follow, until all is compared again', async () => {
    const { page, frame } = await compared({ official, local });
    await page.evaluate(() => window.workbench.book!.insertRows('Model', 3, 1, 'user'));
    await eventually(() => frame.getByRole('status').first().innerText(), /Edited since/);
    await typeInCell(page, 'Model', 'B2', '0.9');
    await eventually(() => frame.getByRole('status').first().innerText(), /Edited since/);
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await eventually(async () => /edited since/i.test(await frame.getByRole('status').first().innerText()), false);
  });

  it('offers to pair sheets by hand when none are in common', async () => {
    const { frame } = await open({ official: elsewhere, local });
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.getByRole('combobox', { name: /Zusammenfassung/ }).selectOption('Model');
    await frame.getByRole('button', { name: 'Compare these' }).click();
    await frame.locator('[data-verdict]').waitFor();
  });

  it('says what happened when the official model is gone, and a picked file helps', async () => {
    const { frame } = await open({ official: '/nowhere.xlsx', local });
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.getByText(/no file behind the link.*Your workbook was not touched/).waitFor();
    await frame.getByRole('button', { name: 'Choose another official model…' }).click();
    await frame
      .getByTestId('official-file')
      .setInputFiles({ name: official.name, mimeType: 'application/octet-stream', buffer: Buffer.from(official.bytes) });
    await frame.locator('[data-verdict]').waitFor();
  });

  it('can be cancelled while it fetches, and compared again', async () => {
    const { page, frame } = await open({ official, local });
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/Official\.xlsx/, async (route) => {
      await held;
      await route.fallback();
    });
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByText('Your workbook was not touched.').waitFor();
    release();
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.locator('[data-verdict]').waitFor();
  });

  it('says what is to be known about the comparison when asked', async () => {
    const twice = file('Twice.xlsx', { Model: head + row(2, text('A2', 'Renewal rate') + text('A2', 'Renewals')) });
    const { frame } = await compared({ official: twice, local });
    const sentence = frame.getByText('Official: On “Model” 1 cell stands twice in the file; the last one counts.');
    const note = frame.getByRole('button', { name: '1 thing to know about this comparison' });
    await note.waitFor();
    expect(await sentence.count()).toBe(0);
    await note.click();
    await sentence.waitFor();
    await note.click();
    await sentence.waitFor({ state: 'detached' });
  });

  it('follows a change of light and dark at once and keeps what it shows', async () => {
    const { page, frame } = await compared({ official, local });
    const background = () => frame.locator('[data-stage]').evaluate((element) => getComputedStyle(element).backgroundColor);
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => (await background()) !== light, true);
    expect(await frame.locator('[data-verdict]').innerText()).toBe('Does not tie out');
    await page.emulateMedia({ colorScheme: 'light' });
    await eventually(background, light);
    expect(await frame.locator('[data-verdict]').innerText()).toBe('Does not tie out');

    await page.locator('#theme').selectOption('dark');
    await eventually(async () => (await background()) !== light, true);
    expect(await frame.locator('[data-verdict]').innerText()).toBe('Does not tie out');
    await page.locator('#theme').selectOption('system');
    await eventually(background, light);
    await page.locator('#theme').selectOption('light');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await frame.locator('[data-verdict]').innerText()).toBe('Does not tie out');
    expect(await background()).toBe(light);
  });

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-light', 450, {}],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-contrast', 320, { forcedColors: 'active' }],
  ];

  it.each(looks)('looks right and is accessible in every state: %s', async (look, width, options) => {
    const shoot = (page: Page, name: string) => shootPane(page, width, `pane-${name}-${look}`);
    const first = await open({ official: 'none', local }, options);
    await first.frame.getByRole('heading', { name: 'Choose the official model' }).waitFor();
    await shoot(first.page, 'first-run');
    await first.page.context().close();

    const { page, frame } = await open({}, options);
    await frame.getByRole('button', { name: 'Compare', exact: true }).waitFor();
    await shoot(page, 'ready');
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.locator('[data-verdict]').waitFor();
    await shoot(page, 'tie-out');
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('tree').focus();
    await shoot(page, 'differences');
    await walkTo(page, frame, /Formula/);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await frame.locator('mark').first().waitFor();
    await shoot(page, 'difference-open');
    await page.keyboard.press('Control+Enter');
    await frame.getByRole('button', { name: /^Write/ }).waitFor();
    await shoot(page, 'plan');
    await frame.getByRole('button', { name: /^Write/ }).click();
    await frame.getByRole('button', { name: 'Undo sync' }).first().waitFor();
    await shoot(page, 'synced');
  });
});

async function switchHighlight(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'More' }).click();
  await frame.getByRole('menuitemcheckbox').click();
}

function marked(page: Page): Promise<boolean> {
  return page.evaluate(() => window.workbench.book!.sheets.some((sheet) => sheet.conditionalFormats.length > 0));
}

/** Everything the sheet Model holds in the corner that the test's workbooks fill. */
async function modelCells(page: Page): Promise<unknown> {
  await settled(page);
  return page.evaluate(() =>
    [1, 2, 3, 4, 5, 6, 7].map((row) =>
      [1, 2, 3].map((column) => {
        const { formula, value, format } = window.workbench.book!.getCell('Model', row, column);
        return [formula, value, format];
      }),
    ),
  );
}
