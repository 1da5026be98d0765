import { xlsxFile } from '../support/xlsxFile';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

describe('the fewest causes that bring all headlines to official', () => {
  const browser = useBrowser();

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-light', 450, {}],
  ];

  it.each(looks)('are told, ticked and planned with one click: %s', async (look, width, options) => {
    const page = await browser.newPage({ allow: /404|Dependency tree not found/, width: 1000, ...options });
    const models = { official: modelFile('Official.xlsx', 10, 20, 1), local: modelFile('Local.xlsx', 12, 25, 2) };
    await openWorkbench(page, browser.workbenchUrl, models);
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByText('2 of 3 causes bring all 2 headlines that differ to official').waitFor();
    await shootPane(page, width, `pane-fewest-${look}`);
    await frame.getByRole('button', { name: 'sync just these 2' }).click();
    await frame.getByText('After this all 2 headlines that differ agree with official.').waitFor();
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByRole('button', { name: 'Sync 2 ticked' }).waitFor();
  });
});

/** Revenue is the price times five, profit what the rent leaves of it; nothing reads the memo. */
function modelFile(name: string, price: number, rent: number, memo: number) {
  const text = (address: string, words: string) => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (number: number, label: string, cell: string) => `<row r="${number}">${text(`A${number}`, label)}${cell}</row>`;
  const Inputs = [price, rent, memo]
    .map((value, k) => row(k + 1, ['Price', 'Rent', 'Memo'][k]!, `<c r="B${k + 1}"><v>${value}</v></c>`))
    .join('');
  const Summary =
    row(1, 'Revenue', `<c r="B1"><f>Inputs!B1*5</f><v>${price * 5}</v></c>`) +
    row(2, 'Profit', `<c r="B2"><f>Inputs!B1*5-Inputs!B2</f><v>${price * 5 - rent}</v></c>`);
  return { name, bytes: xlsxFile({ sheets: { Summary, Inputs } }) };
}
