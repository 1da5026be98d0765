import type { CatalogAccess } from '../../src/app/catalog/askCatalog';
import type { ComparedModels } from '../../src/app/ports/ComparisonEngine';
import { EXACT, type EqualWithin } from '../../src/core/compare/EqualWithin';
import { succeed } from '../../src/core/Result';
import type { CatalogEntry } from '../../src/taskpane/PaneServices';
import type { OfficialChoice } from '../../src/taskpane/state/PaneState';
import { createPane } from '../../src/taskpane/state/createPane';
import { usualNow } from '../../src/taskpane/state/usualNow';
import { createStrings } from '../../src/taskpane/strings';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { modelsOf } from '../support/comparisonOf';
import { accessTo, FakeWakes, fakeCatalogs, heldFetches } from '../support/fakeCatalogs';
import { FakeEngine } from '../support/fakeEngine';
import { FakeHeadlines } from '../support/fakeHeadlines';
import { FakeHost } from '../support/fakeHost';
import { fakeOfficials } from '../support/fakeOfficials';
import { fakeRecords } from '../support/fakeRecords';
import { FakeTolerance } from '../support/fakeTolerance';
import { heldPlace, type Files } from '../support/heldPlace';

const bytesOf = (name: string) => new TextEncoder().encode(`the workbook of ${name}`);
const publish = (files: Files, names: readonly string[], change: Parameters<typeof model>[1] = {}) => {
  const versions = names.map((name) => versionOf(name, bytesOf(name)));
  files['catalog.json'] = catalogBytes(catalogOf(model(versions, change)));
  for (const name of names) files[`revenue-${name}.xlsx`] = bytesOf(name);
};
const settle = () => new Promise((resolve) => setTimeout(resolve, 100));
const apart = modelsOf(['cause value A!A1 1 → 2']);
const ADDRESS = 'https://models.example/catalog.json';

function setUp({
  names = ['v14', 'v13', 'v12'],
  change = {} as Parameters<typeof model>[1],
  named = false,
  address = ADDRESS,
  remembered = null as CatalogEntry | null,
  results = [apart, apart, apart] as ComparedModels[],
} = {}) {
  const files: Files = {};
  publish(files, names, change);
  let away = false;
  let asked = 0;
  const fetched = heldFetches();
  const access: CatalogAccess = accessTo(
    heldPlace(files, 'catalog.json', (_, name) => {
      if (name === 'catalog.json') asked++;
      return away ? 'before' : null;
    }),
    { fetched, address },
  );
  const wakes = new FakeWakes();
  const engine = new FakeEngine();
  engine.results = results.map((models) => succeed({ kind: 'compared', models }));
  const tolerance = new FakeTolerance();
  const kept: OfficialChoice[] = [];
  const texts = new Map<string, string>();
  const pane = createPane(
    {
      host: new FakeHost(),
      engine,
      now: () => 1000,
      records: fakeRecords(texts),
      headlines: new FakeHeadlines().services,
      tolerance: tolerance.services,
      catalogs: fakeCatalogs(access, named, remembered, wakes),
      officials: {
        ...fakeOfficials(),
        remembered: () => null,
        remember: async (choice) => {
          kept.push(choice);
          return succeed(null);
        },
      },
    },
    createStrings('en-US'),
  );
  return { pane, engine, tolerance, kept, files, fetched, wakes, asked: () => asked, take: (gone: boolean) => (away = gone) };
}

test('a pasted link of a catalog lists its models, and picking one compares with its current version', async () => {
  const { pane, engine, kept } = setUp();
  pane.chooseLink(ADDRESS);
  await settle();
  expect(pane.state().listing).toMatchObject({ at: 'there', away: false, catalog: { title: 'Acme Finance' } });
  expect(pane.state().stage.at).toBe('choosing');
  pane.catalog.pick('revenue');
  await settle();
  expect(engine.asked).toEqual([`compare ${ADDRESS}#revenue`]);
  expect(kept.map(({ title, place }) => ({ title, place }))).toEqual([
    { title: 'Revenue model FY26', place: { kind: 'catalog', name: ADDRESS, model: 'revenue' } },
  ]);
  expect(pane.state()).toMatchObject({
    stage: { at: 'review' },
    official: { version: 'v14', publishedAt: '2026-11-03T10:00:00.000Z' },
    published: { away: false, opened: { version: { version: 'v14' }, away: false } },
  });
});

describe('a link that does not say what it leads to', () => {
  const SHARED = 'https://contoso.sharepoint.com/:u:/s/Finance/EaBc?e=x1';

  test('lists the models of a catalog, and goes straight to the one that it names', async () => {
    const { pane, engine, kept } = setUp({ address: SHARED });
    pane.chooseLink(` ${SHARED}`);
    expect(pane.state().listing).toEqual({ at: 'opening', address: SHARED });
    await settle();
    expect(pane.state()).toMatchObject({ stage: { at: 'choosing' }, listing: { at: 'there', address: SHARED } });
    expect([engine.asked, kept]).toEqual([[], []]);
    pane.catalog.pick('revenue');
    await settle();
    expect(kept.map(({ place }) => place)).toEqual([{ kind: 'catalog', name: SHARED, model: 'revenue' }]);
    pane.chooseLink(`${SHARED}#revenue@v13`);
    await settle();
    expect(engine.asked).toEqual([`compare ${SHARED}#revenue`, `compare ${SHARED}#revenue@v13`]);
  });

  test('compares with a workbook, which is fetched once', async () => {
    const { pane, engine, files, asked } = setUp({ address: SHARED });
    files['catalog.json'] = new Uint8Array([0x50, 0x4b, 3, 4]);
    pane.chooseLink(SHARED);
    await settle();
    expect([engine.asked, asked()]).toEqual([['compare k'], 1]);
    expect(pane.state()).toMatchObject({ stage: { at: 'review' }, listing: null });
  });

  test('says why where it cannot be opened, and leaves what was listed before', async () => {
    const { pane, engine, kept, take } = setUp({ address: SHARED });
    pane.chooseLink(SHARED);
    await settle();
    take(true);
    pane.chooseLink(SHARED);
    await settle();
    expect(pane.state()).toMatchObject({
      listing: { at: 'there' },
      notice: { message: expect.stringMatching(/connection broke off/) as string },
    });
    expect([engine.asked, kept]).toEqual([[], []]);
  });
});

test('a link that names a model and a version goes straight to it; one that names none of them says which there are', async () => {
  const { pane, engine } = setUp();
  pane.chooseLink(`${ADDRESS}#costs`);
  await settle();
  expect(pane.state().listing).toMatchObject({
    at: 'failed',
    message: 'Acme Finance lists no model costs. It has revenue (Revenue model FY26).',
  });
  pane.chooseLink(`${ADDRESS}#revenue@v13`);
  await settle();
  expect(engine.asked).toEqual([`compare ${ADDRESS}#revenue@v13`]);
  expect(pane.state().official?.version).toBe('v13');
});

test('the catalog that is named for the add-in is listed by itself', async () => {
  const { pane } = setUp({ named: true });
  await settle();
  expect(pane.state().listing).toMatchObject({ at: 'there', address: ADDRESS });
});

test('one that cannot be read says why and is not asked again by itself', async () => {
  const { pane, take, files } = setUp({ names: ['v14'] });
  take(true);
  pane.chooseLink(ADDRESS);
  await settle();
  expect(pane.state().listing).toMatchObject({ at: 'failed', message: expect.stringMatching(/connection broke off/) as string });
  take(false);
  files['catalog.json'] = bytesOf('nothing');
  pane.catalog.list(ADDRESS);
  await settle();
  expect(pane.state().listing).toMatchObject({ at: 'failed', message: expect.stringMatching(/is no catalog/) as string });
});

test('versions are measured against the workbook on request, and one of them is what it is compared since', async () => {
  const { pane, engine } = setUp();
  await expect(pane.catalog.closest({ progress: () => undefined, signal: { aborted: false } })).rejects.toThrow('none of a catalog');
  pane.chooseLink(`${ADDRESS}#revenue`);
  await settle();
  engine.distances.set('revenue-v12.xlsx', { causes: 1, cells: 2 }).set('revenue-v13.xlsx', { causes: 4, cells: 9 });
  const doing: string[] = [];
  const closest = await pane.catalog.closest({ progress: (what) => doing.push(what), signal: { aborted: false } });
  expect(closest).toMatchObject({
    value: [
      { version: { version: 'v12' }, distance: { causes: 1, cells: 2 } },
      { version: { version: 'v13' } },
      { version: { version: 'v14' }, distance: null, why: 'No distance was laid out.' },
    ],
  });
  expect(doing).toEqual(['Comparing with v14', 'Comparing with v13', 'Comparing with v12']);
  pane.catalog.compareSince('v12');
  await settle();
  expect(engine.asked.at(-1)).toBe(`compare ${ADDRESS}#revenue since ${ADDRESS}#revenue@v12`);
  expect(pane.state()).toMatchObject({ base: { title: 'Revenue model FY26 v12' }, official: { version: 'v14' } });
});

describe('what its owner agreed', () => {
  const change = {
    headlines: ['Net revenue'],
    keys: [{ sheet: 'Data', columns: ['Id'] }],
    tolerance: 0.01,
    tolerances: [{ of: 'Net revenue', tolerance: 0.001 }],
  };
  const usual: EqualWithin = { tolerance: 0.01, tolerances: [{ of: 'Net revenue', tolerance: 0.001, kind: 'headline' }] };

  test('is how it is compared, unless the user settled something else', async () => {
    const { pane, engine, tolerance } = setUp({ change });
    pane.chooseLink(`${ADDRESS}#revenue`);
    await settle();
    expect(engine.asked).toEqual([`compare ${ADDRESS}#revenue Data!Id`]);
    expect(engine.headlines).toEqual([['Net revenue']]);
    expect(engine.within).toEqual([usual]);
    const own = { tolerance: 0.05, tolerances: [] };
    engine.results = [succeed({ kind: 'compared', models: { ...apart, within: own } })];
    pane.chooseTolerance(own);
    await settle();
    expect(tolerance.kept).toEqual(own);
    expect(engine.within[1]).toEqual(own);
  });

  test('is what a reset goes back to, and follows the catalog from then on; exact is a choice of its own', async () => {
    const { pane, engine, tolerance, files } = setUp({ change });
    pane.chooseLink(`${ADDRESS}#revenue`);
    await settle();
    expect(usualNow(pane.state())).toEqual(usual);
    const choose = async (within: EqualWithin | 'usual', compared: EqualWithin) => {
      engine.results = [succeed({ kind: 'compared', models: { ...apart, within: compared } })];
      pane.chooseTolerance(within);
      await settle();
      return [engine.within.at(-1), tolerance.kept];
    };
    expect(await choose(EXACT, EXACT)).toEqual([EXACT, EXACT]);
    expect(await choose('usual', usual)).toEqual([usual, null]);
    const later = { tolerance: 0.02, tolerances: [] };
    publish(files, ['v15', 'v14'], { tolerance: 0.02 });
    engine.results = [succeed({ kind: 'compared', models: { ...apart, within: later } })];
    pane.compare();
    await settle();
    expect([engine.within.at(-1), usualNow(pane.state())]).toEqual([later, later]);
  });

  test('follows the catalog: a later comparison goes by what is agreed then', async () => {
    const { pane, engine, files } = setUp({ change });
    pane.chooseLink(`${ADDRESS}#revenue`);
    await settle();
    publish(files, ['v15', 'v14'], { tolerance: 0.02 });
    pane.compare();
    await settle();
    expect(engine.within[1]).toEqual({ tolerance: 0.02, tolerances: [] });
    expect(engine.headlines[1]).toBeUndefined();
    expect(pane.state().official?.version).toBe('v15');
  });
});

test('the workbook remembers the model: another day one click compares with the version that is current then', async () => {
  const { pane, engine, fetched } = setUp({ remembered: { address: ADDRESS, id: 'revenue', title: 'Revenue model' } });
  expect(pane.state()).toMatchObject({ stage: { at: 'ready' }, official: { title: 'Revenue model', version: null } });
  pane.compare();
  await settle();
  expect(engine.asked).toEqual([`compare ${ADDRESS}#revenue`]);
  expect(pane.state().official).toMatchObject({ title: 'Revenue model FY26', version: 'v14' });
  expect(fetched.files.size).toBe(1);
});

test('with the place away, the version that was fetched last is compared with, and that is known', async () => {
  const { pane, take } = setUp();
  pane.chooseLink(`${ADDRESS}#revenue`);
  await settle();
  take(true);
  pane.compare();
  await settle();
  expect(pane.state()).toMatchObject({ stage: { at: 'review' }, notice: null, published: { away: true, askedAt: 1000 } });
  take(false);
  pane.compare();
  await settle();
  expect(pane.state().published).toMatchObject({ away: false });
});

test('a model that the catalog lists no more, and a file that was replaced, are refused in a sentence and nothing is compared', async () => {
  const { pane, engine, files } = setUp();
  pane.chooseLink(`${ADDRESS}#revenue`);
  await settle();
  publish(files, ['v15', 'v14']);
  files['revenue-v15.xlsx'] = bytesOf('v1S');
  pane.compare();
  await settle();
  expect(pane.state().notice?.message).toMatch(/^The file of version v15 is not the one that was published/);
  files['catalog.json'] = catalogBytes(catalogOf(model([versionOf('v1', bytesOf('v1'))], { id: 'costs', title: 'Costs' })));
  pane.compare();
  await settle();
  expect(pane.state().notice?.message).toBe('Acme Finance lists no model revenue. It has costs.');
  expect(engine.asked).toHaveLength(1);
});

test('another version is compared with on request, and the current one again', async () => {
  const { pane, engine } = setUp();
  pane.chooseLink(`${ADDRESS}#revenue`);
  await settle();
  pane.catalog.compareWith('v12');
  await settle();
  expect(pane.state()).toMatchObject({ official: { version: 'v12' }, published: { opened: { version: { version: 'v12' } } } });
  pane.catalog.compareWith(null);
  await settle();
  expect(engine.asked).toEqual(['', '@v12', ''].map((version) => `compare ${ADDRESS}#revenue${version}`));
  expect(pane.state().official?.version).toBe('v14');
});

describe('whether anything is new', () => {
  const MINUTES = 60_000;

  test('is asked every five minutes, and told without anything being done', async () => {
    const { pane, engine, files, wakes } = setUp();
    expect(wakes.waiting).toEqual([]);
    pane.chooseLink(`${ADDRESS}#revenue`);
    await settle();
    expect(wakes.pass()).toBe(5 * MINUTES);
    await settle();
    const before = pane.state();
    publish(files, ['v15', 'v14', 'v13', 'v12']);
    expect(wakes.pass()).toBe(5 * MINUTES);
    await settle();
    expect(pane.state()).toMatchObject({
      official: { version: 'v14' },
      published: { model: { versions: [{ version: 'v15' }, {}, {}, {}] }, opened: { version: { version: 'v14' } } },
    });
    expect(pane.state().stage).toBe(before.stage);
    expect(engine.asked).toHaveLength(1);
    expect(wakes.waiting).toHaveLength(1);
  });

  test('is asked ever more seldom where nobody answers, which is not told, and as before once someone does', async () => {
    const { pane, wakes, take } = setUp();
    pane.chooseLink(`${ADDRESS}#revenue`);
    await settle();
    take(true);
    const waits: (number | null)[] = [];
    for (let times = 0; times < 6; times++) {
      waits.push(wakes.pass());
      await settle();
    }
    expect(waits).toEqual([5, 10, 20, 40, 60, 60].map((minutes) => minutes * MINUTES));
    expect(pane.state().published).toMatchObject({ away: false });
    take(false);
    wakes.pass();
    await settle();
    expect(wakes.pass()).toBe(5 * MINUTES);
  });

  test('is not asked while nobody sees the pane, and at once when someone does again', async () => {
    const { pane, wakes, asked } = setUp();
    pane.chooseLink(`${ADDRESS}#revenue`);
    await settle();
    const before = asked();
    wakes.show(false);
    wakes.pass();
    await settle();
    expect([asked(), wakes.waiting.length]).toEqual([before, 0]);
    wakes.show(true);
    await settle();
    expect([asked(), wakes.waiting.length]).toEqual([before + 1, 1]);
    pane.close();
    expect(wakes.waiting).toEqual([]);
  });

  test('is asked at the start only of a catalog that is named or was read here before: a workbook may come from anyone', async () => {
    const remembered = { address: ADDRESS, id: 'revenue', title: 'Revenue model' };
    const stranger = setUp({ remembered });
    await settle();
    expect([stranger.asked(), stranger.pane.state().published]).toEqual([0, null]);
    const named = setUp({ remembered, named: true });
    await settle();
    expect([named.asked(), named.pane.state().published?.model.versions.length]).toEqual([1, 3]);
    expect(named.engine.asked).toEqual([]);
  });
});
