import type { Page } from 'playwright-core';
import { localFile, officialFile } from '../support/generatedPair';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { useBrowser } from './harness/useBrowser';

/** Puts a file where only this browser's pages have files, and lets the next pick of a file be that: nobody can click in the browser's own window. */
async function picking(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, bytes: [...bytes] };
  await page.evaluate(async ({ name: of, bytes: content }) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(of, { create: true });
    const writing = await handle.createWritable();
    await writing.write(new Uint8Array(content));
    await writing.close();
  }, file);
  await page.addInitScript((of) => {
    const picked = async () => [await (await navigator.storage.getDirectory()).getFileHandle(of)];
    Object.assign(window, { showOpenFilePicker: picked });
  }, name);
}

describe('an official model in a file of this computer', () => {
  const browser = useBrowser();

  it('is known again when the pane is opened another time, and read as it then is', async () => {
    const page = await browser.newPage({ width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local: localFile });
    await picking(page, 'Official.xlsx', officialFile.bytes);
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local: localFile });
    const frame = pane(page);
    await frame.getByRole('button', { name: 'Pick a file…' }).click();
    await frame.locator('[data-verdict="differs"]').waitFor();

    const again = () =>
      page.locator('iframe[title="Tieout task pane"]').evaluate((iframe: HTMLIFrameElement) => iframe.contentWindow!.location.reload());
    await again();
    await frame.getByRole('heading', { name: 'Official', exact: true }).waitFor();
    await compareModels(frame);
    await frame.locator('[data-verdict="differs"]').waitFor();

    // Somebody saves the official model anew, as the local one is.
    await picking(page, 'Official.xlsx', localFile.bytes);
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.locator('[data-verdict="ties"]').waitFor();

    await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('Official.xlsx'));
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.getByText(/Official.xlsx is not where it was/).waitFor();
    await page.close();
  });
});
