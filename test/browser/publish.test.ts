import { catalogSchema } from '../../src/app/catalog/catalogSchema';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { CatalogServer } from '../support/catalogServer';
import { sha256 } from '../support/sha256';
import { xlsxFile } from '../support/xlsxFile';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { snapshotOf } from '../support/snapshotOf';

const row = (at: number, label: string, cell: string) =>
  `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${label}</t></is></c><c r="B${at}">${cell}</c></row>`;
const book = (price: number, rate: number, link = '') =>
  xlsxFile({
    sheets: {
      Model: [
        row(1, 'Price', `<v>${price}</v>`),
        row(2, 'Renewal rate', `<v>${rate}</v>`),
        row(3, 'Net revenue', `<f>B1*B2</f><v>${price * rate}</v>`),
        ...(link === '' ? [] : [row(5, 'Source', `<f>${link}</f><v>https://wiki.example</v>`).replace('"B5"', '"B5" t="str"')]),
      ].join(''),
    },
    behindSheets: '<definedNames><definedName name="Net_revenue">Model!$B$3</definedName></definedNames>',
  });
const current = book(1_000_000, 0.25);
const next = { name: 'Next.xlsx', bytes: book(1_200_000, 0.25, 'HYPERLINK(&quot;https://wiki.example&quot;)') };

const LOOKS = [
  ['320-light', 320, { colorScheme: 'light', forcedColors: 'none' }],
  ['450-dark', 450, { colorScheme: 'dark', forcedColors: 'none' }],
  ['320-contrast', 320, { colorScheme: 'light', forcedColors: 'active' }],
] as const;

describe('publishing from the pane', () => {
  const browser = useBrowser();
  const server = new CatalogServer();
  beforeEach(async () => {
    await server.start();
    server.writable = true;
    server.files.clear();
    const v14 = versionOf('v14', current, { by: 'Dana', at: '2026-05-02T09:00:00.000Z' });
    server.files.set(v14.workbook, current);
    server.files.set('catalog.json', catalogBytes(catalogOf(model([v14], { owner: 'Dana', headlines: ['Net_revenue'] }))));
  });
  afterEach(() => server.stop());
  const catalog = () => new URL('catalog.json', server.url).href;
  const versions = () => catalogSchema.parse(JSON.parse(new TextDecoder().decode(server.files.get('catalog.json')))).models[0]!.versions;

  it('checks the workbook, measures it, and makes it the current version for everyone', async () => {
    const page = await browser.newPage({ allow: /40[345]|412/, width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local: next, catalog: catalog() });
    const frame = pane(page);
    await frame.getByRole('button', { name: 'Compare with Revenue model FY26' }).click();
    await frame.locator('[data-verdict]').waitFor();
    await frame.getByRole('button', { name: 'More', exact: true }).click();
    await frame.getByRole('menuitem', { name: 'Publish new version…' }).click();
    await frame.getByRole('heading', { name: 'New version of Revenue model FY26' }).waitFor();
    expect(await frame.getByRole('textbox', { name: 'Version', exact: true }).inputValue()).toBe('v15');
    await frame.getByLabel('What was wrong before').fill('The price was last year’s.');
    await frame.getByLabel('What this version fixes').fill('Price of this year.');
    await frame.getByLabel('Published by').fill('Dana');
    for (const [look, width, media] of LOOKS) {
      await page.emulateMedia(media);
      await shootPane(page, width, `publish-form-${look}`);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await frame.getByRole('button', { name: 'Check and measure' }).click();
    await frame.getByText('To be put right first').waitFor();
    await frame.getByText('Net_revenue: 250000 → 300000').waitFor();
    await frame.getByText(/Price.*1,?000,?000.*1,?200,?000/).waitFor();
    const publish = frame.getByRole('button', { name: 'Publish v15' });
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    for (const [look, width, media] of LOOKS) {
      await page.emulateMedia(media);
      await shootPane(page, width, `publish-checked-${look}`);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    const tick = frame.getByRole('checkbox', { name: 'Publish although it reaches outside' });
    await tick.focus();
    await page.keyboard.press('Space');
    server.writable = false;
    await publish.click();
    await frame.getByText(/v15 was not published/).waitFor();
    expect(versions().map(({ version }) => version)).toEqual(['v14']);
    server.writable = true;
    await publish.click();
    await frame.getByRole('heading', { name: 'Revenue model FY26 v15 is published' }).waitFor();
    const [v15, v14] = versions();
    expect([v15!.version, v14!.version, v15!.by]).toEqual(['v15', 'v14', 'Dana']);
    expect(v15!.note).toEqual({
      wrong: 'The price was last year’s.',
      fixes: 'Price of this year.',
      headlines: [{ name: 'Net_revenue', before: 250_000, after: 300_000, format: 'General' }],
    });
    expect(v15!.despite).toEqual([expect.stringContaining('HYPERLINK')]);
    const stored = server.files.get(v15!.workbook)!;
    expect(await sha256(stored)).toBe(v15!.sha256);
    expect((await snapshotOf(stored)).sheets.map(({ name }) => name)).toEqual(['Model']);
    await shootPane(page, 320, 'publish-done-320-light');
    await frame.getByRole('button', { name: 'Compare with it' }).click();
    await frame.locator('[data-verdict="ties"]').waitFor();
    await page.close();
  });
});
