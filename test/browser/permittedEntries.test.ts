import { stringifyRange } from '../../src/core/workbook/Address';
import { snapshotOf } from '../support/snapshotOf';
import { xlsxFile } from '../support/xlsxFile';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { saveWorkbook } from './harness/workbookFiles';

/** A list of deals whose regions have to be members of a list. */
function book(name: string, members: string, price: number) {
  const row = (at: number, deal: string, region: string, amount: number) =>
    `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${deal}</t></is></c><c r="B${at}" t="inlineStr"><is><t>${region}</t></is></c><c r="C${at}"><v>${amount}</v></c></row>`;
  const rule =
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="Region" prompt="Pick one" ' +
    `sqref="B2:B200"><formula1>"${members}"</formula1></dataValidation></dataValidations>`;
  const cells = [row(2, 'Acme', 'North', price), row(3, 'Brig', 'South', 700), row(4, 'Core', 'North', 300)].join('');
  return { name, bytes: xlsxFile({ sheets: { Deals: `<sheetData>${cells}</sheetData>${rule}` } }) };
}

describe('the entries that cells permit', () => {
  const browser = useBrowser();
  const official = book('Official.xlsx', 'North,South,East', 1_200);
  const local = book('Local.xlsx', 'North,South,Legacy', 1_100);

  /** Where the saved workbook permits what, and with which prompt. */
  const saved = async (page: Parameters<typeof saveWorkbook>[0]) =>
    (await snapshotOf(await saveWorkbook(page))).sheets[0]!.validations.map(
      ({ ranges, formula1, manner }) => `${ranges.map(stringifyRange).join(' ')} ${formula1} ${manner?.prompt.message ?? ''}`,
    );

  it.each([
    { paneWidth: 320, colorScheme: 'light' as const },
    { paneWidth: 450, colorScheme: 'dark' as const },
  ])('are synced and taken back with all else, at $paneWidth px', async ({ paneWidth, colorScheme }) => {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900, colorScheme });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await frame.getByText('Permitted entries').waitFor();
    await frame.getByText('B2:B200').waitFor();
    await shootPane(page, paneWidth, `permitted-entries-${paneWidth}-${colorScheme}`);
    await frame.getByRole('button', { name: /^(?:Write|Make) \d/ }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    expect(await saved(page)).toEqual(['B2:B200 "North,South,East" Pick one']);
    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await frame.getByText('Sync undone').waitFor();
    expect(await saved(page)).toEqual(['B2:B200 "North,South,Legacy" Pick one']);
    await page.close();
  });
});
