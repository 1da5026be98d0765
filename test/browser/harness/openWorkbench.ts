import type { FrameLocator, Page } from 'playwright-core';
import './gridActions';

export interface WorkbenchChoice {
  /** Addresses or files of other workbooks than the samples; `none` for the official one starts without. */
  readonly local?: string | WorkbookFile;
  readonly official?: string | WorkbookFile;
  /** The catalog that whoever set up the add-in named. */
  readonly catalog?: string;
}

interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens the workbench page and waits until the grid shows the workbook and calculates; the pane starts beside it. */
export async function openWorkbench(page: Page, url: string, { local, official, catalog }: WorkbenchChoice = {}): Promise<void> {
  const address = new URL(url);
  for (const [side, choice] of Object.entries({ local, official })) {
    if (choice !== undefined) address.searchParams.set(side, await addressOf(page, address, choice));
  }
  if (catalog !== undefined) address.searchParams.set('catalog', catalog);
  await page.goto(address.href);
  await page.waitForFunction(() => (window as Partial<Window>).workbench?.ready === true);
}

/** The task pane inside the page. */
export function pane(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Tieout task pane"]');
}

/** Serves a file that exists in the test only, at an address of the page's own. */
async function addressOf(page: Page, base: URL, choice: string | WorkbookFile): Promise<string> {
  if (typeof choice === 'string') return choice;
  const address = new URL(`/test-files/${encodeURIComponent(choice.name)}`, base).href;
  await page.route(address, (route) => route.fulfill({ body: Buffer.from(choice.bytes), contentType: 'application/octet-stream' }));
  return address;
}
