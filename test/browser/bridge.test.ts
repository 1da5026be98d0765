import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { selection } from './harness/differenceList';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane, type WorkbenchChoice } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

describe('why a headline differs', () => {
  const browser = useBrowser();

  async function opened(headline: string, options: PageOptions = {}, choice: WorkbenchChoice = {}) {
    const page = await browser.newPage({ allow: /404|Dependency tree not found/, width: 1000, ...options });
    await openWorkbench(page, browser.workbenchUrl, choice);
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByRole('button', { name: `what makes ${headline} differ` }).click();
    await frame.getByRole('table', { name: `From official to yours: ${headline}` }).waitFor();
    return { page, frame };
  }

  it('opens to bars that sum to its gap; a driver leads to its causes and can be taken into a sync', async () => {
    const { frame } = await opened('ARR, closing');
    const toggle = frame.getByRole('button', { name: 'what makes ARR, closing differ' });
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    const [official] = await amounts(frame, 'official');
    const [yours] = await amounts(frame, 'yours');
    const bars = await amounts(frame, 'driver', 'other', 'unexplained');
    expect(bars.length).toBeGreaterThan(1);
    expect(Math.abs(yours! - official!)).toBeGreaterThan(1000);
    expect(bars.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(yours! - official!, 3);

    await frame.getByRole('checkbox', { name: /Sync this: .*EUR/ }).check();
    await frame.getByRole('button', { name: 'Sync 1 ticked' }).waitFor();

    await frame
      .getByRole('row', { name: /Enterprise/ })
      .getByRole('button')
      .click();
    await frame.getByText('Causes of Renewal rate used, Enterprise').waitFor();
    await eventually(() => frame.locator('[role=treeitem][data-row=difference]').count(), 1);
    expect(await frame.getByRole('treeitem').filter({ hasText: 'C28' }).count()).toBe(1);
    await frame.getByRole('button', { name: 'Show all' }).click();
    await eventually(async () => (await frame.getByRole('treeitem').count()) > 4, true);

    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Sync 1 ticked' }).click();
    await frame.getByRole('heading', { name: 'Before anything is written' }).waitFor();
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await toggle.click();
    expect(await frame.locator('[data-bridge]').count()).toBe(0);
  });

  it('shows what cannot be explained as a bar of its own, with the cells that are to blame', async () => {
    const { page, frame } = await opened(
      'Net revenue',
      {},
      { official: modelFile('Official.xlsx', 10, 110), local: modelFile('Local.xlsx', 12, 135) },
    );
    const row = frame.locator('[data-bridge=unexplained]');
    expect(await row.innerText()).toMatch(/Not explained/);
    const sum = (await amounts(frame, 'driver', 'other', 'unexplained')).reduce((total, amount) => total + amount, 0);
    const [from] = await amounts(frame, 'official');
    const [to] = await amounts(frame, 'yours');
    expect(sum).toBeCloseTo(to! - from!, 9);
    await shootPane(page, 320, 'pane-bridge-unexplained');
    await frame.getByRole('listitem').filter({ hasText: 'RAND changes whenever Excel calculates.' }).getByRole('button').click();
    await eventually(() => selection(page), 'Model!B4');
  });

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-light', 450, {}],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-contrast', 320, { forcedColors: 'active' }],
  ];

  it.each(looks)('looks right and is accessible: %s', async (look, width, options) => {
    const { page, frame } = await opened('Churned ARR', options);
    await frame.getByRole('button', { name: 'what makes Net revenue retention differ' }).click();
    await frame
      .getByRole('button', { name: /^Other \(/ })
      .first()
      .click();
    await scrollTo(page, frame);
    const tracks = await frame.locator('[data-bridge] [aria-hidden]:has(> div)').evaluateAll((all) => all.map((each) => each.clientWidth));
    expect(new Set(tracks.slice(0, 4)).size).toBe(1);
    await shootPane(page, width, `pane-bridge-${look}`);
  });
});

/** Net revenue is the base times ten, and something that nobody can calculate again. */
function modelFile(name: string, base: number, net: number) {
  const text = (address: string, words: string) => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
  const Model =
    row(1, text('A1', 'Line') + text('B1', 'FY26')) +
    row(2, text('A2', 'Base') + `<c r="B2"><v>${base}</v></c>`) +
    row(3, text('A3', 'Revenue') + `<c r="B3"><f>B2*10</f><v>${base * 10}</v></c>`) +
    row(4, text('A4', 'Chance') + `<c r="B4"><f>RAND()+B2*0</f><v>${net - base * 10}</v></c>`);
  const Summary =
    row(1, text('A1', 'Headline') + text('B1', 'FY26')) +
    row(2, text('A2', 'Net revenue') + `<c r="B2"><f>Model!B3+Model!B4</f><v>${net}</v></c>`);
  return { name, bytes: xlsxFile({ sheets: { Summary, Model } }) };
}

async function scrollTo(page: Page, frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'what makes Churned ARR differ' }).evaluate((button) => button.scrollIntoView());
  await page.waitForTimeout(100);
}

async function amounts(frame: FrameLocator, ...kinds: readonly string[]): Promise<number[]> {
  const rows = frame.locator(kinds.map((kind) => `[data-bridge=${kind}] [data-amount]`).join(', '));
  return (await rows.all()).reduce<Promise<number[]>>(
    async (read, row) => [...(await read), Number((await row.getAttribute('data-amount'))!.replaceAll(',', ''))],
    Promise.resolve([]),
  );
}
