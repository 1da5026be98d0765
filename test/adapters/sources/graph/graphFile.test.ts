import { placeOf } from '../../../../src/adapters/sources/placeOf';
import { PART } from '../../../../src/adapters/sources/graph/uploadInParts';
import { remoteFileContract, value } from '../../../contracts/remoteFileContract';
import { remotePlaceContract } from '../../../contracts/remotePlaceContract';
import { graphCredentials } from '../../../support/graph/graphCredentials';
import { SITE, startGraph, type GraphServer } from '../../../support/graph/graphServer';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

let server: GraphServer;
beforeAll(async () => void (server = await startGraph()));
afterAll(() => server.stop());
beforeEach(() => {
  server.seen.length = 0;
  server.fault = () => null;
});

const at = (address: string, more = {}) =>
  placeOf(new URL(address, server.graph), { graph: server.graph, credentials: graphCredentials(server), wait, ...more });

describe('by a path in a drive', () => remoteFileContract((name) => at(`me/drive/root:/${encodeURIComponent(name)}`).file));
describe('by its address in SharePoint', () => remoteFileContract((name) => at(`${SITE}${encodeURIComponent(`site ${name}`)}`).file));
describe('beside a catalog', () =>
  remoteFileContract((name) => {
    server.drive.folder('Finance');
    return value(at(`${SITE}Finance/catalog.json`).beside(encodeURIComponent(name)));
  }));

describe('what is in a folder', () => {
  beforeEach(() => void (server.pageSize = 10));
  afterEach(() => void (server.pageSize = 200));
  remotePlaceContract(
    async (name) => server.drive.folder('deeper', server.drive.folder('inbox', server.drive.folder(name))),
    (name) => at(`${SITE}${encodeURIComponent(name)}/catalog.json`),
  );

  test('is not asked for where Graph would not be told who is asking', async () => {
    server.drive.folder('inbox', server.drive.folder('Led away'));
    const fetcher: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!String(input).includes('/children')) return response;
      return Response.json({ value: [], '@odata.nextLink': 'https://evil.example/v1.0/next' });
    };
    const asked = await at(`${SITE}Led%20away/catalog.json`, { fetcher }).list('inbox', WATCH);
    expect(asked).toMatchObject({ ok: false });
    expect(JSON.stringify(asked)).not.toContain('evil');
  });
});

test('a link to share with leads to the file, and beside it to its folder alone', async () => {
  const link = 'https://contoso.sharepoint.com/:u:/s/Finance/EaBcDeF?e=Ab1';
  const folder = server.drive.folder('Shared');
  server.links.set(link, server.drive.make(folder, 'catalog.json', Buffer.from('{}')));
  server.drive.make(folder, 'v1.xlsx', Buffer.from('v1'));
  server.drive.make(server.drive.root, 'secret.xlsx', Buffer.from('secret'));
  const place = at(link);
  expect(value(await place.file.read(WATCH))).toMatchObject({ bytes: bytesOf('{}') });
  expect(value(await value(place.beside('v1.xlsx')).read(WATCH))).toMatchObject({ bytes: bytesOf('v1') });
  for (const address of ['../secret.xlsx', '%2e%2e/secret.xlsx', 'https://contoso.sharepoint.com/secret.xlsx'])
    expect(place.beside(address)).toMatchObject({ failure: { code: 'outside-catalog' } });
  expect(await value(place.beside('/secret.xlsx')).read(WATCH)).toMatchObject({ failure: { code: 'not-found' } });
  const shares = server.seen.filter(({ path }) => path.includes('/shares/'));
  expect(shares).toHaveLength(1);
});

test('whether it has changed is asked in one conditional request', async () => {
  const { file } = at('me/drive/root:/asked.xlsx');
  const { tag } = value(await file.write(bytesOf('first'), null, WATCH));
  server.seen.length = 0;
  expect(value(await file.look(WATCH, tag))).toBe('same');
  expect(server.seen.map(({ method, headers }) => [method, headers['if-none-match']])).toEqual([['GET', tag]]);
});

test('another name or column is no other version, and does not keep from publishing', async () => {
  const { file } = at('me/drive/root:/touched.xlsx');
  const first = value(await file.write(bytesOf('first'), null, WATCH));
  const item = server.drive.child(server.drive.root, 'touched.xlsx')!;
  server.drive.touch(item);
  expect(value(await file.look(WATCH, first.tag))).toBe('same');
  // Once more, between the look and the write.
  server.fault = ({ method }) => {
    if (method === 'PUT' && item.version === 2) server.drive.touch(item);
    return null;
  };
  value(await file.write(bytesOf('second'), first.tag, WATCH));
  expect(item.bytes!.toString()).toBe('second');
});

test('who asks is told to Graph alone, and may write only where that is asked for', async () => {
  const { file } = at('me/drive/root:/told.xlsx');
  value(await file.write(new Uint8Array(PART + 5), null, WATCH));
  value(await file.read(WATCH));
  const bytes = server.seen.filter(({ at: where }) => where === 'bytes');
  expect(bytes.length).toBeGreaterThanOrEqual(3);
  for (const { headers } of bytes) expect(headers.authorization).toBeUndefined();
  const reading = new Set(
    server.seen.filter(({ method, at: where }) => where === 'graph' && method === 'GET').map(({ headers }) => headers.authorization),
  );
  const writing = server.seen
    .filter(({ method, at: where }) => where === 'graph' && method !== 'GET')
    .map(({ headers }) => headers.authorization);
  for (const header of writing) expect(reading.has(header)).toBe(false);
});

test.each([
  [{ status: 401, code: 'InvalidAuthenticationToken' }, 'signed-out', /does not know who you are.*Sign in/],
  [{ status: 403, code: 'accessDenied' }, 'no-permission', /does not let you read/],
  [{ status: 404, code: 'itemNotFound' }, 'not-found', /no file behind the link/],
  [{ status: 423, code: 'notAllowed' }, 'locked', /open for editing or checked out/],
  [{ status: 429, code: 'activityLimitReached' }, 'busy', /Microsoft 365 is busy/],
  [{ status: 429, code: 'activityLimitReached', headers: { 'Retry-After': '3600' } }, 'busy', /in 60 minutes/],
  [{ status: 503, code: 'serviceNotAvailable' }, 'busy', /busy/],
  [{ status: 500, code: 'generalException' }, 'server-error', /Microsoft 365 answered with error 500/],
  [{ status: 400, code: 'malwareDetected' }, 'held-back', /virus/],
])('%o is told as %s, with what was not harmed', async (fault, code, sentence) => {
  const { file } = at('me/drive/root:/refused.xlsx');
  server.fault = () => fault;
  const read = await file.read(WATCH);
  expect(read).toMatchObject({ failure: { code, message: expect.stringMatching(sentence) } });
  expect(JSON.stringify(read)).toMatch(/Your workbook was not touched/);
  expect(JSON.stringify(read)).not.toMatch(/developers|Bearer|Exception|127\.0\.0\.1/);
});

test('a file that a colleague has open, and a drive that is full, are told, and what is there stays', async () => {
  const { file } = at('me/drive/root:/open.xlsx');
  const { tag } = value(await file.write(bytesOf('first'), null, WATCH));
  const item = server.drive.child(server.drive.root, 'open.xlsx')!;
  item.isLocked = true;
  expect(await file.write(bytesOf('second'), tag, WATCH)).toMatchObject({ failure: { code: 'locked' } });
  item.isLocked = false;
  server.drive.room = 3;
  expect(await file.write(bytesOf('second, and longer'), tag, WATCH)).toMatchObject({ failure: { code: 'no-room' } });
  server.drive.room = Infinity;
  expect(value(await file.look(WATCH, tag))).toBe('same');
});

test('a folder, an empty file and a page are told', async () => {
  server.drive.folder('Folder.with.dots');
  expect(await at('me/drive/root:/Folder.with.dots').file.read(WATCH)).toMatchObject({ failure: { code: 'folder' } });
  expect(await at(`${SITE}Folder.with.dots`).file.read(WATCH)).toMatchObject({ failure: { code: 'folder' } });
  server.drive.make(server.drive.root, 'empty.xlsx', Buffer.alloc(0));
  expect(await at('me/drive/root:/empty.xlsx').file.read(WATCH)).toMatchObject({ failure: { code: 'empty-file' } });
});

test('what Graph should not answer is a failure', async () => {
  const { file } = at('me/drive/root:/odd.xlsx');
  server.fault = () => ({ status: 200 });
  expect(await file.read(WATCH)).toMatchObject({
    failure: { code: 'server-error', message: expect.stringMatching(/does not understand/) },
  });
});

test('where nobody set it up, that is what is said, and nothing is asked', async () => {
  const { file } = placeOf(new URL(`${SITE}catalog.json`));
  expect(await file.read(WATCH)).toMatchObject({
    failure: { code: 'not-registered', message: expect.stringMatching(/Ask your administrator/) },
  });
});

test('a sign-in that nobody finishes can be cancelled', async () => {
  const signal = { aborted: false };
  const credentials = { authorization: () => new Promise<never>(() => undefined) };
  const reading = placeOf(new URL(`${SITE}catalog.json`), { credentials }).file.read({ ...WATCH, signal });
  setTimeout(() => (signal.aborted = true), 20);
  expect(await reading).toMatchObject({ failure: { code: 'cancelled' } });
});
