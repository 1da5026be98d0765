import type { FrameLocator } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

describe('what makes a gap, grouped by hand', () => {
  const browser = useBrowser();

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
  ];

  it.each(looks)('is shown apart, put together and grouped as before: %s', async (look, width, options) => {
    const page = await browser.newPage({ allow: /404|Dependency tree not found/, width: 1000, ...options });
    const models = { official: modelFile('Official.xlsx', [10, 20, 30], 2), local: modelFile('Local.xlsx', [11, 22, 33], 3) };
    await openWorkbench(page, browser.workbenchUrl, models);
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByRole('button', { name: 'what makes Revenue differ' }).click();
    await eventually(() => drivers(frame), 'Rate, Q1 63; Price, Q1 to Q3 15');

    await frame.getByRole('button', { name: 'Show the causes of Price, Q1 to Q3 apart' }).click();
    await eventually(() => drivers(frame), 'Rate, Q1 63; Price, Q3 7.5; Price, Q2 5; Price, Q1 2.5');
    await shootPane(page, width, `pane-apart-${look}`);

    await frame.getByRole('checkbox', { name: 'Sync this: Price, Q1', exact: true }).check();
    await frame.getByRole('checkbox', { name: 'Sync this: Rate, Q1', exact: true }).check();
    await frame.getByRole('button', { name: 'Put the 2 ticked together' }).click();
    await eventually(() => drivers(frame), 'Price, Q1 + Rate, Q1 65.5; Price, Q3 7.5; Price, Q2 5');
    await shootPane(page, width, `pane-together-${look}`);

    await frame.getByRole('button', { name: 'Group them as Tieout does' }).click();
    await eventually(() => drivers(frame), 'Rate, Q1 63; Price, Q1 to Q3 15');
  });
});

/** The drivers with their amounts, from top to bottom. */
async function drivers(frame: FrameLocator): Promise<string> {
  const rows = await frame
    .locator('[data-bridge=driver]')
    .evaluateAll((all) =>
      all.map((row) => `${row.querySelector('a, button')?.textContent} ${row.querySelector('[data-amount]')?.getAttribute('data-amount')}`),
    );
  return rows.join('; ');
}

/** Revenue is the sum of three prices, times a rate. */
function modelFile(name: string, prices: readonly number[], rate: number) {
  const text = (address: string, words: string) => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
  const Inputs =
    row(1, text('A1', 'Line') + text('B1', 'Q1') + text('C1', 'Q2') + text('D1', 'Q3')) +
    row(2, text('A2', 'Price') + prices.map((price, k) => `<c r="${'BCD'[k]}2"><v>${price}</v></c>`).join('')) +
    row(3, text('A3', 'Rate') + `<c r="B3"><v>${rate}</v></c>`);
  const revenue = prices.reduce((sum, price) => sum + price, 0) * rate;
  const Summary = row(1, text('A1', 'Revenue') + `<c r="B1"><f>SUM(Inputs!B2:D2)*Inputs!B3</f><v>${revenue}</v></c>`);
  return { name, bytes: xlsxFile({ sheets: { Summary, Inputs } }) };
}
