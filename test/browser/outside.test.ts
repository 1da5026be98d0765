import { snapshotOf } from '../support/snapshotOf';
import { xlsxFile } from '../support/xlsxFile';
import { contentOf } from '../../src/core/sync/cellContent';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { saveWorkbook } from './harness/workbookFiles';

/** A rate that is fetched, a link to a ticket and one to a place in the workbook. */
function book(name: string, rate: string, link: string, home: string) {
  const label = (at: number, words: string) => `<c r="A${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (at: number, words: string, formula: string) =>
    `<row r="${at}">${label(at, words)}<c r="B${at}"><f>${formula.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</f><v>1</v></c></row>`;
  const cells = [row(1, 'Rate', rate), row(2, 'Ticket', link), row(3, 'Home', home), row(4, 'Revenue', 'B1*100')].join('');
  return { name, bytes: xlsxFile({ sheets: { Model: `<sheetData>${cells}</sheetData>` } }) };
}

describe('formulas of official that reach outside', () => {
  const browser = useBrowser();
  const official = book(
    'Official.xlsx',
    'VALUE(_xlfn.WEBSERVICE("https://rates.example/eur"))',
    'HYPERLINK("https://tickets.example/9","Ticket")',
    'HYPERLINK("#Model!A1","Top")',
  );
  const local = book('Local.xlsx', '1.1+0', '"none"&""', '"Top"&""');

  const formulas = async (page: Parameters<typeof saveWorkbook>[0]) => {
    const saved = await snapshotOf(await saveWorkbook(page));
    return [1, 2, 3].map((row) => contentOf(saved, saved.sheets[0]!, row, 2).formula);
  };

  it.each([
    { paneWidth: 320, colorScheme: 'light' as const },
    { paneWidth: 450, colorScheme: 'dark' as const },
  ])('come only with a tick of their own, at $paneWidth px', async ({ paneWidth, colorScheme }) => {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900, colorScheme });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByRole('heading', { name: 'Reaching outside your workbook: 2 formulas' }).waitFor();
    await frame.getByText('=VALUE(WEBSERVICE("https://rates.example/eur"))').first().waitFor();
    await shootPane(page, paneWidth, `outside-${paneWidth}-${colorScheme}`);
    const tick = frame.getByRole('checkbox', { name: /Take .*Ticket/ });
    await tick.focus();
    await page.keyboard.press('Space');
    await frame.getByRole('button', { name: 'Write 2 cells' }).waitFor();
    await shootPane(page, paneWidth, `outside-ticked-${paneWidth}-${colorScheme}`);
    await frame.getByRole('button', { name: 'Write 2 cells' }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    expect(await formulas(page)).toEqual(['=1.1+0', '=HYPERLINK("https://tickets.example/9","Ticket")', '=HYPERLINK("#Model!A1","Top")']);
    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await frame.getByText('Sync undone').waitFor();
    expect(await formulas(page)).toEqual(['=1.1+0', '="none"&""', '="Top"&""']);
    await page.close();
  });
});
