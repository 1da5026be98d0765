import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { httpPlace } from '../../src/adapters/sources/httpPlace';
import { httpFile } from '../../src/adapters/sources/http/httpFile';
import { succeed } from '../../src/core/Result';
import { remoteFileContract, value } from '../contracts/remoteFileContract';
import { remotePlaceContract } from '../contracts/remotePlaceContract';
import { describeWithServer, startApache, startNginx, type WebServer } from '../support/webServers';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Starts a server for the tests of a block. */
function during(start: () => Promise<WebServer>): () => WebServer {
  let server: WebServer | null = null;
  beforeAll(async () => void (server = await start()));
  afterAll(() => server?.stop());
  return () => server!;
}

const at = (server: WebServer, name: string): URL => new URL(encodeURIComponent(name), server.url);

/** Makes the folders of a place where the server may write. */
async function folders(server: WebServer, name: string): Promise<void> {
  for (const folder of [name, `${name}/inbox`, `${name}/inbox/deeper`]) {
    mkdirSync(join(server.folder, folder));
    chmodSync(join(server.folder, folder), 0o777);
  }
}
const placeAt = (server: WebServer, folder: string) => httpPlace(new URL(`${encodeURIComponent(folder)}/catalog.json`, server.url));

describeWithServer('apache2', 'Apache httpd with mod_dav', () => {
  const server = during(startApache);
  remoteFileContract((name) => httpFile(at(server(), name)));
  remotePlaceContract(
    (name) => folders(server(), name),
    (name) => placeAt(server(), name),
  );

  test('lets in who may, and says to others whom to ask', async () => {
    const url = new URL('private/model.xlsx', server().url);
    const credentials = { authorization: () => Promise.resolve(succeed(`Basic ${btoa('asha:tie:out')}`)) };
    const mine = httpFile(url, { credentials });
    value(await mine.write(bytesOf('secret'), null, WATCH));
    expect(value(await mine.look(WATCH))).toMatchObject({ size: 6 });
    const theirs = httpFile(url);
    for (const refused of [await theirs.look(WATCH), await theirs.read(WATCH), await theirs.write(bytesOf('x'), null, WATCH)]) {
      expect(refused).toMatchObject({ ok: false, failure: { code: 'no-permission' } });
    }
  });

  test('a lock that somebody forgot is waited for, then told, and nothing is written', async () => {
    const url = at(server(), 'locked.xlsx');
    const file = httpFile(url, { wait: () => new Promise((resolve) => setTimeout(resolve, 1)) });
    const { tag } = value(await file.write(bytesOf('first'), null, WATCH));
    const body = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>';
    expect((await fetch(url, { method: 'LOCK', headers: { Timeout: 'Second-600' }, body })).status).toBe(200);
    expect(await file.write(bytesOf('second'), tag, WATCH)).toMatchObject({ ok: false, failure: { code: 'locked' } });
    expect(value(await file.look(WATCH, tag))).toBe('same');
  });
});

describeWithServer('nginx', 'nginx with DAV and locks', () => {
  const server = during(() => startNginx(true));
  remoteFileContract((name) => httpFile(at(server(), name)));
  remotePlaceContract(
    (name) => folders(server(), name),
    (name) => placeAt(server(), name),
  );
});

describeWithServer('nginx', 'nginx with DAV and no locks', () => {
  const server = during(() => startNginx(false));

  test('does not tell what is in a folder, and that is said with a way out', async () => {
    await folders(server(), 'silent');
    const listed = await placeAt(server(), 'silent').list('inbox', WATCH);
    expect(listed).toMatchObject({ ok: false, failure: { code: 'cannot-list', message: expect.stringContaining('drive') as string } });
    rmSync(join(server().folder, 'silent'), { recursive: true });
  });

  test('writes whatever the condition says, so nothing is published there, and nothing left behind', async () => {
    const url = at(server(), 'model.xlsx');
    expect((await fetch(url, { method: 'PUT', body: 'first' })).status).toBe(201);
    const careless = await fetch(url, { method: 'PUT', headers: { 'If-Match': '"never"' }, body: 'first' });
    expect(careless.ok).toBe(true);
    const file = httpFile(url);
    const now = value(await file.look(WATCH));
    if (now === 'same' || now === null) throw new Error('There is a file.');
    expect(await file.write(bytesOf('second'), now.tag, WATCH)).toMatchObject({ ok: false, failure: { code: 'unsafe-store' } });
    expect(value(await file.read(WATCH, now.tag))).toBe('same');
    expect(readdirSync(server().folder)).toEqual(['model.xlsx', 'private']);
  });
});
