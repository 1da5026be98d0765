import { httpPlace } from '../../../src/adapters/sources/httpPlace';
import { askCatalog, type CatalogAccess } from '../../../src/app/catalog/askCatalog';
import { openVersion } from '../../../src/app/catalog/openVersion';
import { catalogBytes, catalogOf, model, versionOf } from '../../support/catalog';
import { CatalogServer } from '../../support/catalogServer';
import { accessTo, heldFetches } from '../../support/fakeCatalogs';
import { heldPlace, type Fault, type Files } from '../../support/heldPlace';
import { WATCH } from '../../support/publication';

const bytesOf = (name: string) => new TextEncoder().encode(`the workbook of ${name}`);
const versions = (...names: readonly string[]) => names.map((name) => versionOf(name, bytesOf(name)));
const asPublished = (...names: readonly string[]): Files => ({
  'catalog.json': catalogBytes(catalogOf(model(versions(...names)))),
  ...Object.fromEntries(names.map((name) => [`revenue-${name}.xlsx`, bytesOf(name)])),
});

/** The catalog as asked for now, and its current version opened: what is had, and since when. */
async function current(access: CatalogAccess) {
  const asked = await askCatalog(access, null, WATCH);
  if (!asked.ok) return asked.failure.code;
  const opened = await openVersion(access, asked.value.catalog.models[0]!, null, WATCH);
  if (!opened.ok) return opened.failure.code;
  const { version, file, fetchedAt, away } = opened.value;
  expect(new TextDecoder().decode(file.bytes)).toBe(`the workbook of ${version.version}`);
  return `${asked.value.away?.code ?? 'asked'} at ${asked.value.at}, ${version.version} fetched at ${fetchedAt}${away === null ? '' : ` for want of another: ${away.code}`}`;
}

describe('against a server', () => {
  const server = new CatalogServer();
  const fetched = heldFetches();
  let now = 1000;
  const access = () =>
    accessTo(httpPlace(new URL('catalog.json', server.url), { wait: async () => undefined }), { fetched, now: () => now });
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  test('whether anything is new is one conditional request, also when the pane was closed meanwhile', async () => {
    for (const [path, bytes] of Object.entries(asPublished('v12'))) server.files.set(path, bytes);
    expect(await current(access())).toBe('asked at 1000, v12 fetched at 1000');
    server.asked.length = 0;
    now = 2000;
    const again = await askCatalog(access(), null, WATCH);
    expect(again).toMatchObject({ value: { at: 2000, away: null } });
    expect(server.asked).toEqual([{ method: 'GET', path: 'catalog.json', address: '/catalog.json', isConditional: true, status: 304 }]);
    server.asked.length = 0;
    now = 3000;
    expect(await askCatalog(access(), again.ok ? again.value : null, WATCH)).toMatchObject({ value: { at: 3000 } });
    expect(server.asked).toHaveLength(1);
  });

  test('a new version is fetched once, and what was fetched is not fetched again', async () => {
    for (const [path, bytes] of Object.entries(asPublished('v13', 'v12'))) server.files.set(path, bytes);
    server.asked.length = 0;
    expect(await current(access())).toBe('asked at 3000, v13 fetched at 3000');
    expect(await current(access())).toBe('asked at 3000, v13 fetched at 3000');
    expect(server.asked.filter(({ path, method }) => path !== 'catalog.json' && method === 'GET')).toHaveLength(1);
  });

  test('with the server gone, what it last said is used with its age; what was never fetched is told', async () => {
    await server.stop();
    now = 9000;
    expect(await current(access())).toBe('unreachable at 3000, v13 fetched at 3000');
    expect(await current({ ...access(), fetched: heldFetches() })).toBe('unreachable');
    await server.start();
    expect(await current(access())).toBe('asked at 9000, v13 fetched at 3000');
  });
});

const cut =
  (...names: readonly string[]): Fault =>
  (_, name) =>
    names.includes(name) ? 'before' : null;

test('where the current version’s file alone cannot be had, the newest that was fetched is used', async () => {
  const fetched = heldFetches();
  expect(await current(accessTo(heldPlace(asPublished('v12'), 'catalog.json'), { fetched }))).toMatch('v12');
  const place = heldPlace(asPublished('v14', 'v13', 'v12'), 'catalog.json', cut('revenue-v14.xlsx'));
  expect(await current(accessTo(place, { fetched, now: () => 2000 }))).toBe(
    'asked at 2000, v12 fetched at 1000 for want of another: unreachable',
  );
  expect(await current(accessTo(place))).toBe('unreachable');
});

test('an earlier version that is asked for is never another', async () => {
  const fetched = heldFetches();
  const place = heldPlace(asPublished('v14', 'v13', 'v12'), 'catalog.json', cut('revenue-v13.xlsx'));
  const access = accessTo(place, { fetched });
  await current(access);
  expect(await openVersion(access, model(versions('v14', 'v13', 'v12')), 'v13', WATCH)).toMatchObject({ failure: { code: 'unreachable' } });
  expect(await openVersion(access, model(versions('v14', 'v13', 'v12')), 'v12', WATCH)).toMatchObject({
    value: { version: { version: 'v12' } },
  });
});

test('a file that is not the one that was published is refused, whatever else was fetched', async () => {
  const fetched = heldFetches();
  await current(accessTo(heldPlace(asPublished('v12'), 'catalog.json'), { fetched }));
  const files = { ...asPublished('v13', 'v12'), 'revenue-v13.xlsx': bytesOf('v1E') };
  expect(await current(accessTo(heldPlace(files, 'catalog.json'), { fetched }))).toBe('not-as-published');
});

test('an answer is an answer: a catalog that is gone, or is none any more, is not made up for by what was fetched', async () => {
  const fetched = heldFetches();
  await current(accessTo(heldPlace(asPublished('v12'), 'catalog.json'), { fetched }));
  expect(await current(accessTo(heldPlace({}, 'catalog.json'), { fetched }))).toBe('not-found');
  expect(await current(accessTo(heldPlace({ 'catalog.json': bytesOf('x') }, 'catalog.json'), { fetched }))).toBe('no-catalog');
});

test('a kept catalog that another Tieout wrote otherwise is as if it were not kept', async () => {
  const fetched = heldFetches();
  await fetched.keepCatalog('https://models.example/catalog.json', { catalog: { schema: 'tieout.catalog/2' }, tag: 't', at: 1 });
  expect(await current(accessTo(heldPlace(asPublished('v12'), 'catalog.json'), { fetched }))).toMatch('asked');
  expect(await current(accessTo(heldPlace({}, 'catalog.json', cut('catalog.json')), { fetched: heldFetches() }))).toBe('unreachable');
});
