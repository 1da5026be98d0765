import { placeOf } from '../../../../src/adapters/sources/placeOf';
import { value } from '../../../contracts/remoteFileContract';
import { catalogBytes, catalogOf, model, versionOf } from '../../../support/catalog';
import { graphCredentials } from '../../../support/graph/graphCredentials';
import { startGraph, type GraphServer } from '../../../support/graph/graphServer';
import { published, ready, wholeVersions, WATCH } from '../../../support/publication';

const CATALOGS = 4;
const ROUNDS = 50;
const first = new TextEncoder().encode('the first');
const catalog = catalogBytes(catalogOf(model([versionOf('v1', first, { workbook: 'v1.xlsx' })])));

let server: GraphServer;
beforeAll(async () => {
  server = await startGraph();
  for (let index = 0; index < CATALOGS; index++) server.drive.folder(`Models ${index}`);
});
afterAll(() => server.stop());

/** Each time with a sign-in and connections of its own. */
const place = (index = 0) =>
  placeOf(new URL(`me/drive/root:/Models%20${index}/catalog.json`, server.graph), {
    graph: server.graph,
    credentials: graphCredentials(server),
  });

test(`of two who publish at once, ${CATALOGS * ROUNDS} times, one publishes and the other is told; no version is lost or without its file`, async () => {
  for (let index = 0; index < CATALOGS; index++) {
    value(await place(index).file.write(catalog, null, WATCH));
    value(await value(place(index).beside('v1.xlsx')).write(first, null, WATCH));
    const expected = ['v1 Asha'];
    for (let round = 2; round <= ROUNDS + 1; round++) {
      const both = await Promise.all(['Asha', 'Bo'].map(async (by) => ready(place(index), `v${round}`, by)));
      const results = await Promise.all(both.map((one) => published(place(index), one)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'overtaken' } });
      expected.unshift(`v${round} ${results[0]!.ok ? 'Asha' : 'Bo'}`);
    }
    expect(await wholeVersions(place(index))).toEqual(expected);
  }
}, 60_000);

test('a publication that stops on the way leaves the version before it current', async () => {
  const before = await wholeVersions(place());
  server.fault = ({ method, path }) => (method === 'PUT' && !path.includes('.xlsx') ? { status: 423, code: 'notAllowed' } : null);
  const result = await published(place(), await ready(place(), 'v999', 'Asha'));
  expect(result).toMatchObject({
    failure: { code: 'locked', message: expect.stringMatching(/^v999 was not published, and v51 stays the current version\./) },
  });
  server.fault = () => null;
  expect(await wholeVersions(place())).toEqual(before);
});
