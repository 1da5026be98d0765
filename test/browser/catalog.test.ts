import type { FrameLocator, Page } from 'playwright-core';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { CatalogServer } from '../support/catalogServer';
import { xlsxFile } from '../support/xlsxFile';
import { eventually } from './harness/eventually';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { openLocalFile, saveWorkbook } from './harness/workbookFiles';

const row = (at: number, label: string, cell: string) =>
  `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${label}</t></is></c><c r="B${at}">${cell}</c></row>`;
const book = (price: number, rate: number) =>
  xlsxFile({
    sheets: {
      Model: [
        row(1, 'Price', `<v>${price}</v>`),
        row(2, 'Renewal rate', `<v>${rate}</v>`),
        row(3, 'Net revenue', `<f>B1*B2</f><v>${price * rate}</v>`),
        row(4, 'Costs', `<f>B1*0.4</f><v>${price * 0.4}</v>`),
      ].join(''),
    },
    behindSheets: '<definedNames><definedName name="Net_revenue">Model!$B$3</definedName></definedNames>',
  });
const books = { v12: book(1_000_000, 0.25), v13: book(1_000_000, 0.5), v14: book(1_200_000, 0.5) };
const local = { name: 'Local.xlsx', bytes: book(900_000, 0.2) };
const effect = (before: number, after: number) => [{ name: 'Net_revenue', before, after, format: '#,##0' }];
const versions = {
  v12: versionOf('v12', books.v12, { by: 'Dana', at: '2026-03-02T09:00:00.000Z' }),
  v13: versionOf('v13', books.v13, {
    by: 'Dana',
    at: '2026-04-02T09:00:00.000Z',
    note: { wrong: 'Renewals were those of last year.', fixes: 'Renewals of this year.', headlines: effect(250_000, 500_000) },
  }),
  v14: versionOf('v14', books.v14, {
    by: 'Asha',
    at: '2026-05-02T09:00:00.000Z',
    note: {
      wrong: 'Multi-year deals were missed, so every Q4 was too low.',
      fixes: 'Deals of several years count in each.',
      headlines: effect(500_000, 600_000),
    },
  }),
};

const LOOKS = [
  ['320-light', 320, { colorScheme: 'light', forcedColors: 'none' }],
  ['450-dark', 450, { colorScheme: 'dark', forcedColors: 'none' }],
  ['320-contrast', 320, { colorScheme: 'light', forcedColors: 'active' }],
] as const;

describe('the official model from a catalog', () => {
  const browser = useBrowser();
  const server = new CatalogServer();
  beforeEach(() => server.start());
  afterEach(() => server.stop());

  function publish(...names: readonly (keyof typeof versions)[]): void {
    for (const name of names) server.files.set(versions[name].workbook, books[name]);
    const about = { owner: 'Dana', purpose: 'What the business review argues from.', headlines: ['Net_revenue'] };
    const all = names.map((name) => versions[name]);
    server.files.set('catalog.json', catalogBytes(catalogOf(model(all, about))));
  }
  /** The same, with what its owner agreed to count as equal. */
  function agree(tolerance: number, ...names: readonly (keyof typeof versions)[]): void {
    publish(...names);
    const about = { tolerance, headlines: ['Net_revenue'] };
    const all = names.map((name) => versions[name]);
    server.files.set('catalog.json', catalogBytes(catalogOf(model(all, about))));
  }
  const catalog = () => new URL('catalog.json', server.url).href;
  const open = async (clock = false): Promise<Page> => {
    const page = await browser.newPage({ allow: /404|ERR_CONNECTION_REFUSED/, width: 1000, height: 900 });
    if (clock) await page.clock.install();
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local, catalog: catalog() });
    return page;
  };
  const write = async (frame: FrameLocator): Promise<void> => {
    await frame.getByRole('button', { name: /^Write \d/ }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
  };
  /** Looks at the pane as it is in several sizes and themes. */
  async function shoot(page: Page, name: string): Promise<void> {
    for (const [look, width, media] of LOOKS) {
      await page.emulateMedia(media);
      await shootPane(page, width, `catalog-${name}-${look}`);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  }
  const standing = (frame: FrameLocator, of: string) => frame.locator(`[data-standing="${of}"]`).waitFor();
  /** Picks the model, and makes the workbook one that is based on the version that is current now. */
  async function follow(frame: FrameLocator): Promise<void> {
    await frame.getByRole('button', { name: 'Compare with Revenue model FY26' }).click();
    await frame.locator('[data-verdict]').waitFor();
    await standing(frame, 'unknown');
    await frame.getByRole('button', { name: 'Sync to official' }).click();
    await write(frame);
    await standing(frame, '0');
  }

  it('says what was agreed to count as equal, and a reset goes back to that', async () => {
    agree(0.01, 'v12');
    const page = await open();
    const frame = pane(page);
    await frame.getByRole('button', { name: 'Compare with Revenue model FY26' }).click();
    const inForce = () => frame.locator('[data-tolerance]').innerText();
    await eventually(inForce, 'Within 1% counts as equal, as agreed in the catalog.');
    expect(await frame.getByRole('button', { name: 'Reset' }).count()).toBe(0);
    await shootPane(page, 320, 'catalog-agreed-320-light');
    await frame.getByRole('button', { name: 'Equal within…' }).click();
    await frame.getByRole('radio', { name: /^Exact/ }).check();
    await frame.getByRole('button', { name: 'Apply' }).click();
    await eventually(inForce, 'Numbers are compared exactly.');
    expect(await frame.getByRole('button', { name: 'Reset' }).getAttribute('title')).toBe(
      'Back to what is agreed in the catalog: within 1% counts as equal',
    );
    await frame.getByRole('button', { name: 'Reset' }).click();
    await eventually(inForce, 'Within 1% counts as equal, as agreed in the catalog.');
    await eventually(() => frame.locator(':focus').innerText(), 'Equal within…');
    await eventually(() => page.evaluate(() => window.workbench.book!.settings.get('tieout.tolerance') === undefined), true);
    agree(0.001, 'v12');
    await compareModels(frame);
    await eventually(inForce, 'Within 0.1% counts as equal, as agreed in the catalog.');
    await page.close();
  });

  it('is found behind a link that does not say what it leads to', async () => {
    publish('v12');
    server.files.set('share/EaBc', server.files.get('catalog.json')!);
    server.files.set(`share/${versions.v12.workbook}`, books.v12);
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 900 });
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local });
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await page.route(/EaBc/, async (route) => {
      await held;
      await route.continue();
    });
    const frame = pane(page);
    await frame.getByLabel('Link to the official model or a catalog').fill(new URL('share/EaBc', server.url).href);
    await frame.getByRole('button', { name: 'Use link' }).click();
    await frame.getByText('Opening what it leads to…').waitFor();
    await shootPane(page, 320, 'catalog-opening-320-light');
    goOn();
    await frame.getByRole('button', { name: 'Compare with Revenue model FY26' }).click();
    await frame.locator('[data-verdict]').waitFor();
    await page.close();
  });

  it('can be a workbook behind a link, with its name or without', async () => {
    for (const name of ['Official.xlsx', 'share/EaBd']) {
      server.files.set(name, books.v12);
      const page = await browser.newPage({ allow: /404/, width: 1000, height: 900 });
      await openWorkbench(page, browser.workbenchUrl, { official: 'none', local });
      const frame = pane(page);
      await frame.getByLabel('Link to the official model or a catalog').fill(new URL(name, server.url).href);
      await frame.getByRole('button', { name: 'Use link' }).click();
      await frame.locator('[data-verdict]').waitFor();
      await page.close();
    }
  });

  it('is picked, two versions behind, read about, synced, ties out, and works on with its place taken away', async () => {
    publish('v12');
    const page = await open();
    const frame = pane(page);
    await frame.getByText('What the business review argues from.').waitFor();
    await shoot(page, 'list');
    await frame.getByText(/^Owner Dana · v12 · published on Mar 2, 2026 by Dana$/).waitFor();
    await follow(frame);

    publish('v14', 'v13', 'v12');
    await compareModels(frame);
    await standing(frame, '2');
    await frame.getByText('yours is 2 versions behind').waitFor();
    await frame.getByRole('button', { name: 'What is new since v12: 2 versions' }).click();
    await frame.getByText('Net_revenue: 250,000 → 600,000').waitFor();
    await frame.getByText('Multi-year deals were missed, so every Q4 was too low.').waitFor();
    await shoot(page, 'behind');
    await frame.getByRole('button', { name: 'Take what official changed' }).click();
    await frame.getByRole('button', { name: 'What is new since v12: 2 versions' }).click();
    await frame.getByText('Renewals were those of last year.').waitFor();
    await shoot(page, 'plan');
    await write(frame);
    await frame.locator('[data-verdict="ties"]').waitFor();
    await standing(frame, '0');

    const kept = await saveWorkbook(page);
    await server.stop();
    await compareModels(frame);
    await frame
      .locator('[data-away]')
      .filter({ hasText: /This is v14 as fetched today/ })
      .waitFor();
    await frame.locator('[data-verdict="ties"]').waitFor();

    await shoot(page, 'away');

    // Another day, the place still away; the workbench saves no settings into a file, as Excel does.
    await page.evaluate(() => window.workbench.setOfficial(window.workbench.book!.settings.get('tieout.official') as never));
    await openLocalFile(page, { name: 'Kept.xlsx', bytes: kept });
    await compareModels(pane(page));
    await standing(pane(page), '0');
    await pane(page).locator('[data-away]').waitFor();
    await server.start();
    await pane(page).getByRole('button', { name: 'Try again' }).click();
    await pane(page).locator('[data-away]').waitFor({ state: 'detached' });
    await page.close();
  });

  it('finds the version that a workbook was made from, to be confirmed, and then leaves what yours changed', async () => {
    publish('v14', 'v13', 'v12');
    const page = await browser.newPage({ width: 1000, height: 900 });
    // Made from v12, with a price of its own.
    const made = { name: 'Made from v12.xlsx', bytes: book(950_000, 0.25) };
    await openWorkbench(page, browser.workbenchUrl, { official: 'none', local: made, catalog: catalog() });
    const frame = pane(page);
    await frame.getByRole('button', { name: 'Compare with Revenue model FY26' }).click();
    await standing(frame, 'unknown');
    await frame.getByRole('button', { name: 'Find out which version yours was made from' }).press('Enter');
    await frame.getByText(/^Probably v12: /).waitFor();
    expect(await frame.getByRole('radio', { checked: true }).getAttribute('value')).toBe('v12');
    await shoot(page, 'origin');
    await frame.getByRole('button', { name: 'Compare since v12' }).click();
    await frame.getByText(/yours was made from Revenue model FY26 v12/).waitFor();
    await frame.getByRole('button', { name: 'Take what official changed' }).click();
    await write(frame);
    const rate = await page.evaluate(() => window.workbench.book!.getCell('Model', 2, 2).value);
    expect(rate).toBe(0.5);
    await page.close();
  });

  it('is watched: that a version was published is told, with what it fixes, and nothing else happens', async () => {
    publish('v13', 'v12');
    const page = await open(true);
    const frame = pane(page);
    await follow(frame);
    publish('v14', 'v13', 'v12');
    await page.clock.fastForward('05:30');
    await frame.getByText('v14 was published').waitFor();
    await shoot(page, 'newer');
    await frame.getByRole('button', { name: 'See what is new' }).click();
    await frame.getByText('Deals of several years count in each.').waitFor();
    await frame.locator('[data-verdict="ties"]').waitFor();
    await frame.getByRole('button', { name: 'Compare with v14' }).click();
    await frame.locator('[data-verdict="differs"]').waitFor();
    await standing(frame, '1');
    await page.close();
  });

  it('is compared with in an earlier version on request', async () => {
    publish('v14', 'v13', 'v12');
    const page = await open();
    const frame = pane(page);
    await follow(frame);
    await frame.getByRole('button', { name: 'More' }).click();
    await frame.getByRole('menuitem', { name: 'Compare with another version…' }).click();
    await frame.getByLabel('Version', { exact: true }).selectOption('v13');
    await frame.getByText('Renewals of this year.').waitFor();
    await frame.getByRole('dialog').getByRole('button', { name: 'Compare' }).click();
    await frame.getByText(/^v13 \(not the current version, which is v14\)/).waitFor();
    await frame.locator('[data-verdict="differs"]').waitFor();
    await page.close();
  });
});
