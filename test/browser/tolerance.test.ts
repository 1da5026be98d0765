import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (at: number, label: string, cell: string) => `<row r="${at}">${text(`A${at}`, label)}<c r="B${at}">${cell}</c></row>`;
const book = (name: string, price: number, rate: number) => ({
  name,
  bytes: xlsxFile({
    sheets: {
      Prices: row(1, 'Price', `<v>${price}</v>`) + row(2, 'Seats', '<v>10</v>'),
      'Rates for the planning round': row(1, 'Rate', `<v>${rate}</v>`) + row(2, 'Share', '<v>0.5</v>'),
      Summary: row(1, 'Net revenue', `<f>Prices!B1*Prices!B2</f><v>${price * 10}</v>`),
    },
  }),
});
/** The price is 0.5% higher, and the rate 0.05%. */
const official = book('Official.xlsx', 1000, 4000);
const local = book('Local.xlsx', 1005, 4002);

describe('what counts as equal', () => {
  const browser = useBrowser();

  async function compared(options: PageOptions = {}): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900, ...options });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await compareModels(frame);
    return { page, frame };
  }

  const change = (frame: FrameLocator) => frame.getByRole('button', { name: 'Equal within…' });
  const causes = (frame: FrameLocator) => frame.getByRole('tab', { name: /Differences/ }).innerText();
  const verdict = (frame: FrameLocator) => frame.locator('[data-verdict]').innerText();
  const inForce = (frame: FrameLocator) => frame.locator('[data-tolerance]').innerText();

  it('is chosen for all sheets and for one, said on every view, remembered, and reset', async () => {
    const { page, frame } = await compared();
    expect([await causes(frame), await verdict(frame)]).toEqual(['Differences (2)', 'Does not tie out']);
    expect(await inForce(frame)).toBe('Numbers are compared exactly.');

    await change(frame).focus();
    await page.keyboard.press('Enter');
    await eventually(() => frame.locator(':focus').getAttribute('value'), '1e-9');
    for (let times = 0; times < 4; times++) await page.keyboard.press('ArrowDown');
    expect(await frame.getByRole('radio', { name: '1%', exact: true }).isChecked()).toBe(true);
    for (let times = 0; times < 3; times++) await page.keyboard.press('Tab');
    await eventually(() => frame.locator(':focus').innerText(), 'Apply');
    await page.keyboard.press('Enter');
    await eventually(() => causes(frame), 'Differences (0)');
    expect(await verdict(frame)).toBe('Ties out');
    expect(await inForce(frame)).toBe('Within 1% counts as equal.');
    await eventually(() => frame.locator(':focus').innerText(), 'Equal within…');
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('status').getByText('Within 1% counts as equal').waitFor();
    await frame.getByRole('tab', { name: 'Tie-out' }).click();

    await change(frame).click();
    await frame.getByRole('radio', { name: 'Another percentage' }).check();
    const own = frame.getByRole('textbox', { name: 'Percent' });
    await own.fill('much');
    await frame.getByText('Type a percentage from 0 to below 100').waitFor();
    expect(await frame.getByRole('button', { name: 'Apply' }).getAttribute('aria-disabled')).toBe('true');
    await own.fill('0,2');
    await frame.getByRole('combobox', { name: 'Add a sheet or headline' }).selectOption('Prices');
    await frame.getByRole('combobox', { name: 'Equal within, on sheet Prices' }).selectOption('1%');
    await frame.getByRole('combobox', { name: 'Add a sheet or headline' }).selectOption('Rates for the planning round');
    await frame.getByRole('button', { name: 'Treat sheet Prices as all others again' }).click();
    await eventually(() => frame.locator(':focus').getAttribute('aria-label'), 'Add a sheet or headline');
    await frame.getByRole('button', { name: 'Apply' }).click();
    await eventually(() => causes(frame), 'Differences (2)');
    expect(await inForce(frame)).toBe('Within 0.2% counts as equal; on Rates for the planning round exactly.');

    await page.locator('iframe[title="Tieout task pane"]').evaluate((iframe: HTMLIFrameElement) => iframe.contentWindow!.location.reload());
    await frame.getByRole('heading', { name: 'Ready to compare' }).waitFor();
    await compareModels(frame);
    expect(await inForce(frame)).toBe('Within 0.2% counts as equal; on Rates for the planning round exactly.');
    await change(frame).click();
    expect(await own.inputValue()).toBe('0.2');
    await page.keyboard.press('Escape');
    await frame.getByRole('dialog').waitFor({ state: 'detached' });

    await frame.getByRole('button', { name: 'Reset' }).click();
    await eventually(() => inForce(frame), 'Numbers are compared exactly.');
    expect(await causes(frame)).toBe('Differences (2)');
    await eventually(() => page.evaluate(() => window.workbench.book!.settings.get('tieout.tolerance') === undefined), true);
  });

  it('is chosen for one headline, which then agrees while what makes it differ stays listed', async () => {
    const { frame } = await compared();
    await change(frame).click();
    await frame.getByRole('combobox', { name: 'Add a sheet or headline' }).selectOption('Net revenue');
    await frame.getByRole('combobox', { name: 'Equal within, for headline Net revenue' }).selectOption('1%');
    await frame.getByRole('button', { name: 'Apply' }).click();
    await eventually(() => inForce(frame), 'Counts as equal: for Net revenue within 1%; elsewhere exactly.');
    await frame.getByRole('status').getByText('Compared exactly, with 1 exception').waitFor();
    expect(await causes(frame)).toBe('Differences (2)');
    await frame
      .getByRole('row', { name: /Net revenue/ })
      .getByText('Agrees')
      .waitFor();
  });

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-light', 450, {}],
    ['320-contrast', 320, { forcedColors: 'active' }],
  ];

  it.each(looks)('looks right and is accessible: %s', async (look, width, options) => {
    const { page, frame } = await compared(options);
    await change(frame).click();
    await frame.getByRole('radio', { name: 'Another percentage' }).check();
    await frame.getByRole('textbox', { name: 'Percent' }).fill('0.2');
    await frame.getByRole('combobox', { name: 'Add a sheet or headline' }).selectOption('Rates for the planning round');
    await frame.getByRole('combobox', { name: 'Add a sheet or headline' }).selectOption('Net revenue');
    await shootPane(page, width, `tolerance-dialog-${look}`);
    await frame.getByRole('button', { name: 'Apply' }).click();
    await eventually(
      () => inForce(frame),
      'Within 0.2% counts as equal; on Rates for the planning round exactly, for Net revenue exactly.',
    );
    await shootPane(page, width, `tolerance-set-${look}`);
  });
});
