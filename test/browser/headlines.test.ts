import type { FrameLocator } from 'playwright-core';
import { eventually } from './harness/eventually';
import { selectCell } from './harness/gridActions';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

const ALLOWED = /404|Dependency tree not found/;

describe('headlines that the user chooses', () => {
  const browser = useBrowser();

  async function compared(options: PageOptions = {}) {
    const page = await browser.newPage({ allow: ALLOWED, width: 1000, ...options });
    await openWorkbench(page, browser.workbenchUrl);
    const frame = pane(page);
    await compareModels(frame);
    return { page, frame };
  }

  it('are the cell selected in the sheet, with a bridge; they are followed, remembered, removed and brought back', async () => {
    const { page, frame } = await compared();
    const before = await names(frame);
    await selectCell(page, 'Summary', 'E6');
    await frame.getByRole('button', { name: 'Add headline' }).click();
    await frame.getByText('is a headline now').waitFor();
    const name = (await names(frame)).at(-1)!;
    expect(await names(frame)).toEqual([...before, name]);
    expect(name).toMatch(/^ARR, closing · /);
    expect(await placeOf(frame, name)).toBe('Summary!E6');
    await frame.getByRole('button', { name: `what makes ${name} differ` }).click();
    await frame.getByRole('table', { name: `From official to yours: ${name}` }).waitFor();

    await selectCell(page, 'Summary', 'A6');
    await frame.getByRole('button', { name: 'Add headline' }).click();
    await frame.getByText('Summary!A6 holds a text. Select a cell that holds a number, then add it.').waitFor();

    await page.evaluate(() => window.workbench.book!.insertRows('Summary', 3, 2, 'user'));
    await frame.getByText('edited since').waitFor();
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await eventually(() => placeOf(frame, name), 'Summary!E8');
    expect(await names(frame)).toEqual([...before, name]);

    await frame.getByRole('button', { name: 'Edit', exact: true }).click();
    await frame.getByRole('button', { name: `Remove headline ${name}` }).click();
    await eventually(() => list(frame), before.join('; '));
    expect(await frame.getByText('is a headline now').count()).toBe(0);
    await frame.getByRole('button', { name: 'Remove headline Gross margin' }).click();
    await eventually(() => list(frame), before.filter((each) => each !== 'Gross margin').join('; '));
    await frame.getByRole('button', { name: 'Show 1 removed one again' }).click();
    await eventually(() => list(frame), before.join('; '));
  });

  it('are there again when the pane is opened anew', async () => {
    const { page, frame } = await compared();
    await selectCell(page, 'Summary', 'D5');
    await frame.getByRole('button', { name: 'Add headline' }).click();
    await frame.getByText('is a headline now').waitFor();
    const chosen = await names(frame);
    await eventually(() => page.evaluate(() => window.workbench.book!.settings.get('tieout.headlines') !== undefined), true);
    await page.locator('iframe[title="Tieout task pane"]').evaluate((iframe: HTMLIFrameElement) => iframe.contentWindow!.location.reload());
    await frame.getByRole('heading', { name: 'Ready to compare' }).waitFor();
    await compareModels(frame);
    expect(await names(frame)).toEqual(chosen);
  });

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-light', 450, {}],
  ];

  it.each(looks)('look right and are accessible: %s', async (look, width, options) => {
    const { page, frame } = await compared(options);
    await selectCell(page, 'Summary', 'D5');
    await frame.getByRole('button', { name: 'Add headline' }).click();
    await frame.getByText('is a headline now').waitFor();
    await frame.getByRole('button', { name: 'Edit', exact: true }).click();
    await frame.getByRole('button', { name: 'Remove headline Net revenue', exact: true }).click();
    await frame.getByRole('button', { name: 'Show 1 removed one again' }).waitFor();
    await shootPane(page, width, `pane-headlines-${look}`);
  });
});

function names(frame: FrameLocator): Promise<string[]> {
  return frame.locator('[data-headline]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-headline')!));
}

const list = async (frame: FrameLocator): Promise<string> => (await names(frame)).join('; ');

/** Where a headline stands in the workbook; null while it is not there. */
async function placeOf(frame: FrameLocator, name: string): Promise<string | null> {
  const button = frame.locator(`[data-headline="${name}"]`).getByRole('button', { name, exact: true });
  return (await button.count()) === 0 ? null : button.getAttribute('title');
}
