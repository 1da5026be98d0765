import type { FrameLocator, Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (at: number, label: string, cell: string) => `<row r="${at}">${text(`A${at}`, label)}<c r="B${at}">${cell}</c></row>`;
const book = (name: string, { price = 100, rate = 0.9, churn = 40, reserve = true }) => {
  const lines: [string, string][] = [
    ['Price', `<v>${price}</v>`],
    ['Renewal rate', `<v>${rate}</v>`],
    ['Churned seats', `<v>${churn}</v>`],
    ...(reserve ? ([['Reserve', '<v>5</v>']] as [string, string][]) : []),
  ];
  const total = price * rate - churn;
  lines.push(['Net revenue', `<f>B1*B2-B3</f><v>${total}</v>`]);
  return { name, bytes: xlsxFile({ sheets: { Model: lines.map(([label, cell], at) => row(at + 1, label, cell)).join('') } }) };
};
/** Official raised the price and took the reserve out; local has another rate; both have another churn. */
const base = book('Model v13.xlsx', {});
const official = book('Official.xlsx', { price: 110, churn: 42, reserve: false });
const local = book('Local.xlsx', { rate: 0.8, churn: 45 });

describe('since the version that yours was made from', () => {
  const browser = useBrowser();

  async function comparedSince(options: PageOptions = {}): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900, ...options });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await compareModels(frame);
    await frame.getByTestId('base-file').setInputFiles({ name: base.name, mimeType: '', buffer: Buffer.from(base.bytes) });
    await frame.locator('[data-since]').waitFor();
    return { page, frame };
  }

  const movers = (frame: FrameLocator) =>
    frame.locator('[data-mover]').evaluateAll((marks) =>
      marks
        .map((mark) => mark.getAttribute('data-mover'))
        .sort()
        .join(' '),
    );

  it('says who changed what, takes official’s changes in one click and leaves yours', async () => {
    const { frame } = await comparedSince();
    await frame.getByText('Since Model v13.xlsx: 2 changed in official, 1 changed in yours, 1 changed in both, differently.').waitFor();
    await frame.getByText('yours was made from Model v13').waitFor();
    await frame.getByRole('tab', { name: /Differences/ }).click();
    await eventually(() => movers(frame), 'both local official official');
    await frame.getByRole('tab', { name: 'Tie-out' }).click();

    await frame.getByRole('button', { name: 'Decide on it' }).click();
    await eventually(() => movers(frame), 'both');
    await frame.locator('[data-open]').first().click();
    await frame.locator('[data-before]').getByText('40').waitFor();
    await frame.getByRole('button', { name: /Your changes/ }).click();
    await eventually(() => movers(frame), 'both local');

    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Take what official changed' }).click();
    expect(await frame.getByRole('checkbox', { name: /Delete .*rows? 4/ }).isChecked()).toBe(true);
    await frame.getByRole('button', { name: /^Write/ }).click();
    await eventually(() => frame.locator('[data-since]').getAttribute('data-since'), '0');
    await frame.getByText('Since Model v13.xlsx: 1 changed in yours, 1 changed in both, differently.').waitFor();
    await frame.getByText(/Official changed nothing that yours lacks/).waitFor();
  });

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-dark', 450, { colorScheme: 'dark' }],
    ['320-contrast', 320, { forcedColors: 'active' }],
  ];

  it.each(looks)('looks right and is accessible: %s', async (look, width, options) => {
    const { page, frame } = await comparedSince(options);
    await shootPane(page, width, `three-ways-${look}`);
    await frame.getByRole('button', { name: 'Decide on it' }).click();
    await frame.locator('[data-open]').first().click();
    await shootPane(page, width, `three-ways-conflict-${look}`);
  });
});
