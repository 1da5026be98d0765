import type { FrameLocator, Page } from 'playwright-core';
import { localFile, officialFile } from '../support/generatedPair';
import { openBookLines, unequalLines } from './harness/bookLines';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';
import { saveWorkbook } from './harness/workbookFiles';

describe('a sync during which Excel crashes', () => {
  const browser = useBrowser();

  /** Syncs everything; Excel does nothing more from its `request`th request on. */
  async function crashed(request: number, options: PageOptions = {}) {
    const page = await browser.newPage({ ...options });
    await openWorkbench(page, browser.workbenchUrl, { local: localFile, official: officialFile });
    const before = await openBookLines(page);
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByRole('button', { name: /^Write \d/ }).waitFor();
    await page.evaluate((at) => {
      const faults = window.workbench.faults!;
      faults.plan({ request: at, before: () => void (faults.down = true) });
    }, request);
    await frame.getByRole('button', { name: /^Write \d/ }).click();
    await page.waitForFunction(() => window.workbench.faults!.down);
    // The pane is gone with Excel, so that nobody takes back anything.
    const iframe = page.locator('iframe[title="Tieout task pane"]');
    const address = await iframe.evaluate((element: HTMLIFrameElement) => {
      const { href } = element.contentWindow!.location;
      element.contentWindow!.location.replace('about:blank');
      return href;
    });
    await page.waitForTimeout(300);
    await page.evaluate(() => window.workbench.faults!.clear());
    const start = () => iframe.evaluate((element: HTMLIFrameElement, to) => element.contentWindow!.location.replace(to), address);
    return { page, before, start };
  }

  const told = (frame: FrameLocator) => frame.getByText(/^A sync on .* was interrupted$/);
  const journalOf = (page: Page) =>
    page.evaluate(() => window.workbench.book!.xmlParts.items.filter(({ xml }) => xml.includes('urn:tieout:journal')).length);

  it.each([14, 22])('is told at the next start, at which nothing happens by itself, and taken back (request %i)', async (request) => {
    const { page, before, start } = await crashed(request);
    expect(unequalLines(before, await openBookLines(page))).not.toEqual([]);
    expect(await journalOf(page)).toBeGreaterThan(1);
    await start();
    const frame = pane(page);
    await told(frame).waitFor();
    await frame.getByText(/\d+ of \d+ cells had been written\./).waitFor();
    expect(unequalLines(before, await openBookLines(page))).not.toEqual([]);
    for (const width of [320, 450]) await shootPane(page, width, `interrupted-${request}-${width}`);
    await frame.getByRole('button', { name: 'Undo it' }).click();
    await frame.getByText('Interrupted sync undone').waitFor();
    expect(unequalLines(before, await openBookLines(page))).toEqual([]);
    expect(await journalOf(page)).toBe(0);
  });

  it('is finished just as planned, remembered, and can be undone like any other', async () => {
    const { page, before, start } = await crashed(18);
    await start();
    const frame = pane(page);
    await told(frame).waitFor();
    await frame.getByRole('button', { name: 'Finish it' }).press('Enter');
    await frame.getByText('Interrupted sync finished').waitFor();
    await told(frame).waitFor({ state: 'detached' });
    expect(await journalOf(page)).toBe(0);
    const finished = await openBookLines(page);
    expect(await frame.locator('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
    await shootPane(page, 320, 'finished-320');

    await frame.getByRole('button', { name: /^Undo the sync of/ }).click();
    await frame.getByText('Sync undone', { exact: true }).waitFor();
    expect(unequalLines(before, await openBookLines(page))).toEqual([]);
    await compareModels(frame);
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByRole('button', { name: /^Write \d/ }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    expect(unequalLines(finished, await openBookLines(page))).toEqual([]);
    await frame.getByRole('tab', { name: 'History' }).click();
    // That of the undisturbed sync is the first, the finished one's the last.
    const counts = await frame.locator('[data-receipt="sync"]').evaluateAll((cards) => cards.map((card) => card.children[2]!.textContent));
    expect(counts[0]).toBe(counts[1]);
  });

  it('is told when the file that was saved in between is opened, and taken back there', async () => {
    const { page, before } = await crashed(20);
    const bytes = await saveWorkbook(page);
    const other = await browser.newPage();
    await openWorkbench(other, browser.workbenchUrl, { local: { name: localFile.name, bytes }, official: officialFile });
    const frame = pane(other);
    await told(frame).waitFor();
    await frame.getByRole('button', { name: 'Undo it' }).click();
    await frame.getByText('Interrupted sync undone').waitFor();
    expect(unequalLines(before, await openBookLines(other))).toEqual([]);
    expect(await journalOf(other)).toBe(0);
  });

  it('is left as it is when the user says so, and the next sync goes through', async () => {
    const { page, start } = await crashed(20);
    await start();
    const frame = pane(page);
    await told(frame).waitFor();
    const stands = await openBookLines(page);
    await frame.getByRole('button', { name: 'Leave it as it is' }).click();
    await told(frame).waitFor({ state: 'detached' });
    expect(await journalOf(page)).toBe(0);
    expect(unequalLines(stands, await openBookLines(page)).filter((line) => !line.startsWith('name !_Tieout_journal'))).toEqual([]);
  });
});
