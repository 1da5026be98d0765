import type { Page } from 'playwright-core';
import { pane } from './openWorkbench';
import { readDownload } from './readDownload';
import './gridActions';

/** A workbook file as a user picks it. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens a file as the workbook in the grid, through the button and the file chooser; waits until it is on the screen. */
export async function openLocalFile(page: Page, file: WorkbookFile): Promise<void> {
  await chooseFile(page, '#open-local', file);
  await page.waitForFunction((name) => window.workbench.ready && window.workbench.book!.fileName === name, file.name);
}

/** Opens a file as the official model, through the button and the file chooser; waits until the pane knows it. */
export async function openOfficialFile(page: Page, file: WorkbookFile): Promise<void> {
  await chooseFile(page, '#open-official', file);
  await pane(page)
    .getByRole('heading', { name: file.name.replace(/\.[^.]*$/, ''), exact: true })
    .waitFor();
}

/** Presses Save and returns the file that the user gets. */
export async function saveWorkbook(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save' }).click()]);
  return readDownload(download);
}

async function chooseFile(page: Page, button: string, { name, bytes }: WorkbookFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator(button).click()]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}
