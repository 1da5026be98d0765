import { httpFile } from '../../src/adapters/sources/http/httpFile';
import { httpPlace } from '../../src/adapters/sources/httpPlace';
import { readFile } from '../../src/app/catalog/readFile';
import { environmentCredentials } from '../../src/cli/environmentCredentials';
import { value } from '../contracts/remoteFileContract';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { published, ready, wholeVersions, WATCH } from '../support/publication';
import { describeWithServer, startApache, startNginx, type WebServer } from '../support/webServers';

const ROUNDS = 200;
const first = new TextEncoder().encode('the first');
const catalog = catalogBytes(
  catalogOf(
    model([versionOf('v1', first, { workbook: 'v1.xlsx' })]),
    model([versionOf('v1', first, { workbook: 'v1.xlsx' })], { id: 'costs' }),
  ),
);

describeWithServer('apache2', 'publishing to Apache httpd', () => {
  let server: WebServer;
  beforeAll(async () => void (server = await startApache()));
  afterAll(() => server.stop());

  test('a lock that was given, and a write that was done, though the answer says that the server failed, are found again', async () => {
    const failing = new Set(['LOCK', 'PUT', 'UNLOCK']);
    const fetcher: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      return failing.delete(init?.method ?? '') ? new Response('', { status: 500 }) : answer;
    };
    const url = new URL('stumbled.xlsx', server.url);
    value(await httpFile(url, { fetcher }).write(first, null, WATCH));
    expect([...failing]).toEqual([]);
    // Nothing keeps the next one from writing.
    const { tag } = value(await readFile(httpFile(url), WATCH));
    value(await httpFile(url).write(catalog, tag, WATCH));
    expect(value(await readFile(httpFile(url), WATCH)).bytes).toEqual(catalog);
  });

  test(
    `of two who publish at once, ${ROUNDS} times, one publishes and the other is told; no version is lost or without its file`,
    async () => {
      // Each with a connection of its own, and behind a password.
      const environment = { TIEOUT_USER: 'asha', TIEOUT_PASSWORD: 'tie:out', TIEOUT_ORIGIN: server.url.origin };
      const place = () => httpPlace(new URL('private/catalog.json', server.url), { credentials: environmentCredentials(environment) });
      value(await place().file.write(catalog, null, WATCH));
      value(await value(place().beside('v1.xlsx')).write(first, null, WATCH));
      const expected = ['v1 Asha'];
      for (let round = 2; round <= ROUNDS + 1; round++) {
        const both = await Promise.all(['Asha', 'Bo'].map(async (by) => ready(place(), `v${round}`, by)));
        const results = await Promise.all(both.map((one) => published(place(), one)));
        expect({ round, results }).toMatchObject({ results: expect.arrayContaining([expect.objectContaining({ ok: true })]) as unknown });
        expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'overtaken' } });
        expected.unshift(`v${round} ${results[0]!.ok ? 'Asha' : 'Bo'}`);
      }
      expect(await wholeVersions(place())).toEqual(expected);
      expect(await wholeVersions(place(), 'costs')).toEqual(['v1 Asha']);
    },
    10 * 60_000,
  );
});

describeWithServer('nginx', 'publishing to nginx that keeps no conditions', () => {
  let server: WebServer;
  beforeAll(async () => void (server = await startNginx(false)));
  afterAll(() => server.stop());

  test('is refused with a sentence, and what is there stays', async () => {
    const place = httpPlace(new URL('catalog.json', server.url));
    for (const [name, body] of [
      ['catalog.json', catalog],
      ['v1.xlsx', first],
    ] as const)
      expect((await fetch(new URL(name, server.url), { method: 'PUT', body: body as BodyInit })).status).toBe(201);
    const result = await published(place, await ready(place, 'v2', 'Asha'));
    expect(result).toMatchObject({
      failure: { code: 'unsafe-store', message: expect.stringMatching(/^v2 was not published, and v1 stays the current version\. /) },
    });
    expect(await wholeVersions(place)).toEqual(['v1 Asha']);
  });
});
