import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { readDownload } from './harness/readDownload';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';
import { openLocalFile, openOfficialFile, saveWorkbook, type WorkbookFile } from './harness/workbookFiles';

const row = (at: number, label: string, cell: string) =>
  `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${label}</t></is></c><c r="B${at}">${cell}</c></row>`;
const value = (number: number) => `<v>${number}</v>`;

/** A model whose net revenue is its price times its seats, less a fee. */
function book(name: string, price: number, fee: number): WorkbookFile {
  const sheets = {
    Model: [row(1, 'Price', value(price)), row(2, 'Seats', value(40)), row(3, 'Fee', value(fee))].join(''),
    Summary: row(1, 'Net revenue', `<f>Model!B1*Model!B2-Model!B3</f><v>${price * 40 - fee}</v>`),
  };
  return {
    name,
    bytes: xlsxFile({ sheets, behindSheets: '<definedNames><definedName name="Net_revenue">Summary!$B$1</definedName></definedNames>' }),
  };
}

describe('a difference that is proposed to official', () => {
  const browser = useBrowser();
  const official = book('Official.xlsx', 120, 10);
  const local = book('North.xlsx', 100, 25);

  async function opened(options: PageOptions = {}): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900, ...options });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    return { page, frame: pane(page) };
  }

  async function propose(frame: FrameLocator, label: string, reason: string): Promise<void> {
    await frame.getByRole('tab', { name: /Differences/ }).click();
    const line = frame.getByRole('treeitem').filter({ hasText: label });
    await line.locator('[data-open]').first().click();
    await frame.getByRole('button', { name: 'Propose…' }).first().click();
    await frame.getByLabel('Reason').fill(reason);
    await frame.getByLabel('Who proposes it').fill('Dana');
    await frame.getByRole('button', { name: 'Propose it' }).click();
    await line.locator('[data-kept="proposed"]').waitFor();
    await line.locator('[data-open]').first().click();
  }

  async function proposalOf(page: Page, frame: FrameLocator): Promise<Buffer> {
    await compareModels(frame);
    await propose(frame, 'Price', 'The new list is signed');
    await propose(frame, 'Fee', 'Contract of May');
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByText('2 differences are offered to official', { exact: false }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: 'Save proposal file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Proposal North 20\d\d-\d\d-\d\d\.json$/);
    await frame.getByText('Proposal saved').waitFor();
    return Buffer.from(await readDownload(download));
  }

  async function openProposals(page: Page, frame: FrameLocator, ...files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
    await frame.getByRole('button', { name: 'More' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      frame.getByRole('menuitem', { name: 'Open proposals…' }).click(),
    ]);
    await chooser.setFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/json', buffer: bytes })));
    await frame.locator('[data-offer]').first().waitFor();
  }

  it('is taken or declined in the official workbook, and the answer comes back with it', async () => {
    const { page, frame } = await opened();
    const proposal = await proposalOf(page, frame);
    // What is offered is not taken back by the one click.
    expect(await frame.getByRole('button', { name: 'Sync to official' }).count()).toBe(0);
    const mine = { name: 'North.xlsx', bytes: await saveWorkbook(page) };

    await openLocalFile(page, official);
    await openProposals(page, frame, { name: 'north.json', bytes: proposal }, { name: 'other.json', bytes: Buffer.from('{}') });
    await frame.getByText('other.json is no proposal file', { exact: false }).waitFor();
    await frame.getByRole('heading', { name: 'North', exact: true }).waitFor();
    const offer = (label: string) => frame.locator('[data-offer]').filter({ has: frame.getByText(label, { exact: true }) });
    await offer('Price').getByText('120 → 100').waitFor();
    await offer('Price').getByText('“The new list is signed” – Dana').waitFor();
    expect(await offer('Price').locator('[data-effect]').innerText()).toMatch(/Net revenue[\s\S]*4790[\s\S]*3990/);

    await frame.getByRole('button', { name: 'Take Price' }).click();
    await frame.getByRole('heading', { name: 'Before anything is written' }).waitFor();
    await frame.getByText('What it does to 1 headline').waitFor();
    await frame.getByRole('button', { name: 'Write 1 cell' }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    await offer('Price')
      .getByText(/in this workbook · taken on/)
      .waitFor();
    const cells = () => page.evaluate(() => [1, 2, 3].map((at) => window.workbench.book!.getCell('Model', at, 2).value));
    expect(await cells()).toEqual([100, 40, 10]);

    await frame.getByRole('button', { name: 'Decline… Fee' }).click();
    await frame.getByLabel('Reason').fill('Wait for June');
    await frame.getByRole('button', { name: 'Decline it' }).click();
    await frame.locator('[data-state="declined"]').waitFor();
    expect(await cells()).toEqual([100, 40, 10]);
    const next = { name: 'Official v15.xlsx', bytes: await saveWorkbook(page) };

    await openLocalFile(page, mine);
    await openOfficialFile(page, next);
    await compareModels(frame);
    await frame.getByText('Official answered 2 offers.', { exact: false }).waitFor();
    await frame.getByRole('button', { name: 'See the answers' }).click();
    await frame.locator('[data-answer="taken"]').getByText('Price').waitFor();
    await frame.locator('[data-answer="declined"]').getByText('Wait for June', { exact: false }).waitFor();
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await frame.getByRole('treeitem').filter({ hasText: 'Fee' }).locator('[data-open]').first().click();
    await frame.getByText(/Official: declined on .*: Wait for June/).waitFor();
  });

  it('can be taken back, and is then no answer any more', async () => {
    const { page, frame } = await opened();
    const proposal = await proposalOf(page, frame);
    await openLocalFile(page, official);
    await openProposals(page, frame, { name: 'north.json', bytes: proposal });
    await frame.getByRole('button', { name: 'Take all 2 that are open' }).click();
    await frame.getByRole('button', { name: 'Write 2 cells' }).click();
    await eventually(() => frame.locator('[data-state="taken"]').count(), 2);
    await frame
      .getByText(/in this workbook · taken on/)
      .first()
      .waitFor();
    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await frame.getByText('Sync undone').waitFor();
    await eventually(() => frame.locator('[data-state="open"]').count(), 2);
    await frame.getByRole('tab', { name: 'History' }).click();
    expect(await frame.locator('[data-answer]').count()).toBe(0);
  });

  it('is a conflict where the official workbook was changed to something else meanwhile', async () => {
    const { page, frame } = await opened();
    const proposal = await proposalOf(page, frame);
    await openLocalFile(page, book('Official.xlsx', 110, 10));
    await openProposals(page, frame, { name: 'north.json', bytes: proposal });
    await frame.locator('[data-state="conflict"]').getByText('changed in this workbook since, now 110').waitFor();
    await frame.getByRole('button', { name: 'Take the open one' }).waitFor();
  });

  it.each([
    ['320-light', 320, {}],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-light', 450, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
  ] as const)('is shown offer by offer, at %s', async (name, width, look) => {
    const { page, frame } = await opened(look);
    const proposal = await proposalOf(page, frame);
    await shootPane(page, width, `offered-${name}`);
    const other = JSON.parse(proposal.toString()) as { team: string; author: string };
    const south = Buffer.from(JSON.stringify({ ...other, team: 'South', author: 'Sam' }));
    await openLocalFile(page, book('Official.xlsx', 110, 10));
    await openProposals(page, frame, { name: 'north.json', bytes: proposal }, { name: 'south.json', bytes: south });
    await shootPane(page, width, `proposals-${name}`);
    await frame.getByRole('button', { name: 'Take the open one' }).click();
    await frame.getByRole('heading', { name: 'Before anything is written' }).waitFor();
    await shootPane(page, width, `proposal-plan-${name}`);
  });
});
