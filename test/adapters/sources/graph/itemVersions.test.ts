import { diskPlace } from '../../../../src/adapters/sources/diskPlace';
import { placeOf } from '../../../../src/adapters/sources/placeOf';
import { value } from '../../../contracts/remoteFileContract';
import { graphCredentials } from '../../../support/graph/graphCredentials';
import type { Item } from '../../../support/graph/GraphDrive';
import { SITE, startGraph, type GraphServer } from '../../../support/graph/graphServer';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

let server: GraphServer;
let item: Item;
beforeAll(async () => {
  server = await startGraph();
  item = server.drive.make(server.drive.root, 'Model.xlsx', Buffer.from('first'));
  Object.assign(item, { modified: day(1), by: 'Asha' });
  for (const [bytes, date, by] of [
    ['second', 8, 'Bo'],
    ['third', 15, 'Dana'],
    ['fourth', 22, 'Dana'],
  ] as const)
    Object.assign(server.drive.replace(item, Buffer.from(bytes), null), { modified: day(date), by });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.seen.length = 0;
  server.fault = () => null;
  server.pageSize = 200;
});

const file = (more: { readonly fetcher?: typeof fetch; readonly credentials?: ReturnType<typeof graphCredentials> } = {}) =>
  placeOf(new URL(`${SITE}Model.xlsx`), { graph: server.graph, credentials: graphCredentials(server), ...more }).file;

describe('the versions that SharePoint keeps of a file', () => {
  test.each([200, 1])(
    'are listed, the newest first, with who made them; as it is now it is none of them (%i on a page)',
    async (pageSize) => {
      server.pageSize = pageSize;
      expect(value(await file().versions(WATCH))).toEqual([
        { id: '3.0', modified: day(15).toISOString(), by: 'Dana', size: 5 },
        { id: '2.0', modified: day(8).toISOString(), by: 'Bo', size: 6 },
        { id: '1.0', modified: day(1).toISOString(), by: 'Asha', size: 5 },
      ]);
    },
  );

  test('are read whole, and whoever holds the bytes is not told who asks', async () => {
    const read = value(await file().readVersion('2.0', WATCH));
    expect([text(read.bytes), read.size, read.modified]).toEqual(['second', 6, day(8).toISOString()]);
    expect(server.seen.filter(({ at }) => at === 'bytes').map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test('are read from the address that Graph gives for them, where it does', async () => {
    const fetcher: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!String(input).endsWith('/versions/1.0')) return response;
      const content = await fetch(`${String(input)}/content`, { ...init, redirect: 'manual' });
      return Response.json({ ...((await response.json()) as object), '@microsoft.graph.downloadUrl': content.headers.get('location') });
    };
    expect(text(value(await file({ fetcher }).readVersion('1.0', WATCH)).bytes)).toBe('first');
  });

  test.each(['9.0', '../../other', ''])('that are not kept are told: %j', async (id) => {
    expect(await file().readVersion(id, WATCH)).toMatchObject({ ok: false });
    expect(server.seen.every(({ path }) => path.startsWith('/v1.0/'))).toBe(true);
  });

  test('are not followed to where Graph does not answer', async () => {
    const fetcher: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!String(input).includes('/versions')) return response;
      return Response.json({ value: [], '@odata.nextLink': 'https://evil.example/v1.0/next' });
    };
    expect(await file({ fetcher }).versions(WATCH)).toMatchObject({ ok: false });
    const led: typeof fetch = async (input, init) =>
      String(input).endsWith('/versions/1.0')
        ? Response.json({ id: '1.0', '@microsoft.graph.downloadUrl': 'http://evil.example/bytes' })
        : fetch(input, init);
    expect(await file({ fetcher: led }).readVersion('1.0', WATCH)).toMatchObject({ ok: false });
  });

  test('are refused to whoever is not signed in any more', async () => {
    expect(await file({ credentials: graphCredentials(server, 0) }).versions(WATCH)).toMatchObject({ failure: { code: 'signed-out' } });
  });
});

test('other stores say that they keep none', async () => {
  const here = diskPlace('Model.xlsx').file;
  const there = placeOf(new URL('https://models.example/Model.xlsx')).file;
  for (const one of [here, there]) {
    expect(await one.versions(WATCH)).toMatchObject({ failure: { code: 'no-versions' } });
    expect(await one.readVersion('1.0', WATCH)).toMatchObject({ failure: { code: 'no-versions' } });
  }
});
