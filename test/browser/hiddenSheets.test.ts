import { xlsxFile } from '../support/xlsxFile';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser, type PageOptions } from './harness/useBrowser';

const LONG = 'Assumptions of the Q3 replan';

const book = (name: string, value: number, attributes: Readonly<Record<string, string>>) => ({
  name,
  bytes: xlsxFile({
    sheets: Object.fromEntries(['Model', LONG, 'Rates'].map((sheet) => [sheet, `<row r="1"><c r="A1"><v>${value}</v></c></row>`])),
    sheetAttributes: attributes,
  }),
});
const official = book('Official.xlsx', 1, { Rates: 'state="hidden"' });
const local = book('Local.xlsx', 2, { [LONG]: 'state="veryHidden"', Rates: 'state="hidden"' });

describe('sheets that are hidden', () => {
  const browser = useBrowser();

  const looks: readonly [string, number, PageOptions][] = [
    ['320-light', 320, {}],
    ['450-light', 450, {}],
    ['320-dark', 320, { colorScheme: 'dark' }],
    ['450-dark', 450, { colorScheme: 'dark' }],
  ];

  it.each(looks)('are marked over their differences, which looks right: %s', async (look, width, options) => {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 1000, ...options });
    await openWorkbench(page, browser.workbenchUrl, { official, local });
    const frame = pane(page);
    await frame.getByRole('button', { name: 'Compare', exact: true }).click();
    await frame.locator('[data-verdict]').waitFor();
    await frame.getByRole('tab', { name: /^Differences/ }).click();
    const headings = frame.locator('[data-row=heading]');
    await headings.first().waitFor();
    const texts = (await headings.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(texts).toEqual([
      expect.stringMatching(/^Model 1 cause/),
      expect.stringMatching(`^${LONG} \\(very hidden in yours\\) \\d`),
      expect.stringMatching(/^Rates \(hidden\) 1 cause/),
    ]);
    await shootPane(page, width, `hidden-sheets-${look}`);
  });
});
