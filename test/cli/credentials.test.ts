import 'fake-indexeddb/auto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDB } from 'idb';
import { zipSync } from 'fflate';
import { linkPlace } from '../../src/adapters/sources/linkPlace';
import { parseLink } from '../../src/adapters/sources/linkSource';
import { packer } from '../../src/adapters/storage/pack/packer';
import { fetchedFiles } from '../../src/adapters/storage/fetchedFiles';
import { askCatalog } from '../../src/app/catalog/askCatalog';
import { openVersion } from '../../src/app/catalog/openVersion';
import { environmentCredentials } from '../../src/cli/environmentCredentials';
import { openPlace } from '../../src/cli/openPlace';
import type { Terminal } from '../../src/cli/Terminal';
import { value } from '../contracts/remoteFileContract';
import { CatalogServer } from '../support/catalogServer';
import { inTerminal } from '../support/fileTerminal';
import { startGraph } from '../support/graph/graphServer';
import { sha256 } from '../support/sha256';
import { tracesOf } from '../support/tracesOf';
import { xlsxFile } from '../support/xlsxFile';

const USER = 'asha.kestrel';
const PASSWORD = 'Zq7-Kestrel&Øst/93+"<?';
const DONE = [
  '0 publish',
  '0 publish',
  '1 catalog',
  '1 compare',
  '1 compare',
  '0 propose',
  '0 decide',
  '0 sync',
  '0 undo',
  '0 ledger',
  '0 ledger',
  '1 inbox',
  '1 inbox',
  '2 compare',
  '2 compare',
];
/** The catalog, two versions of the model, a report and a proposal. */
const STORED = 5;
const WATCH = { progress: () => undefined, signal: { aborted: false } };
const book = (price: number): Uint8Array =>
  xlsxFile({
    sheets: {
      Summary: `<row r="1"><c r="A1" t="inlineStr"><is><t>Price</t></is></c><c r="B1"><v>${price}</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Revenue</t></is></c><c r="B2"><f>B1*2</f><v>${price * 2}</v></c></row>`,
    },
  });

/** Everything that people do with a catalog in the terminal, and then what it says when it is asked something that goes wrong. */
async function everything(catalog: string, open: Terminal['openPlace']) {
  const files: Record<string, Uint8Array> = { 'v1.xlsx': book(10), 'v2.xlsx': book(12), 'mine.xlsx': book(9) };
  const said: { line: string; status: number; text: string }[] = [];
  const run = async (...line: string[]): Promise<void> => {
    const { status, out, err } = await inTerminal(line, files, open);
    said.push({ line: line.slice(0, 2).join(' '), status, text: out + err });
  };
  const publish = (file: string, ...more: string[]) => run('publish', file, '--catalog', catalog, '--model', 'revenue', ...more);
  await publish('v1.xlsx', '--version', 'v1', '--create', '--title', 'Revenue model', '--owner', 'Asha');
  await publish('v2.xlsx', '--version', 'v2', '--wrong', 'Old', '--fixes', 'New');
  await run('catalog', catalog, 'mine.xlsx', '--closest');
  await run('compare', `${catalog}#revenue`, 'mine.xlsx', '--report', 'Sales');
  await run('compare', `${catalog}#revenue@v1`, 'mine.xlsx', '--json');
  await run('propose', `${catalog}#revenue`, 'mine.xlsx', '--take', 'value:Summary!B1', '--reason', 'Why', '--team', 'Sales', '--send');
  await run('decide', 'keep', `${catalog}#revenue`, 'mine.xlsx', '--label', 'Price', '--reason', 'Ours', '--out', 'kept.xlsx');
  await run('sync', `${catalog}#revenue`, 'mine.xlsx', '--out', 'synced.xlsx');
  await run('undo', 'synced.xlsx', '--out', 'undone.xlsx');
  await run('ledger', 'synced.xlsx', '--json');
  await run('ledger', 'synced.xlsx', '--csv');
  await run('inbox', catalog);
  await run('inbox', catalog, '--json');
  await run('compare', catalog.replace('catalog', 'gone'), 'mine.xlsx');
  await run('compare', catalog.replace(/catalog\.json$/, 'gone.xlsx'), 'mine.xlsx');
  return { files, said };
}

/** Where a secret stands among what was written, printed and asked for. */
function leaks(secrets: readonly string[], all: Readonly<Record<string, Uint8Array | string>>): readonly string[] {
  return secrets.flatMap((secret) => {
    const trace = tracesOf(secret);
    return Object.entries(all).flatMap(([name, bytes]) => {
      const found = trace(name) ?? trace(bytes);
      return found === null ? [] : [`${name}: ${found}`];
    });
  });
}

const server = new CatalogServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  server.files.clear();
  server.asked.length = 0;
  server.authorization = null;
});

const basic = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
const environment = { TIEOUT_USER: USER, TIEOUT_PASSWORD: PASSWORD };

test.each([
  ['plain', (secret: string) => secret],
  ['JSON', (secret: string) => JSON.stringify({ secret })],
  ['XML', (secret: string) => `<a>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</a>`],
  ['base64', (secret: string) => Buffer.from(`${USER}:${secret}`).toString('base64')],
  ['base64', (secret: string) => Buffer.from(`x${secret}`).toString('base64url')],
  ['URL', (secret: string) => `https://a/?k=${encodeURIComponent(secret)}`],
  [
    'plain in what is packed',
    (secret: string) =>
      `<p>${packer.packText(JSON.stringify({ by: 'Asha', header: ['x', secret.slice(0)].join(' ') }).replaceAll('\\"', '"'))}</p>`,
  ],
])('what is looked for is found: %s', (form, write) => {
  const text = write(PASSWORD);
  expect(tracesOf(PASSWORD)(text)).toBe(form);
  const inFile = tracesOf(PASSWORD)(zipSync({ 'xl/custom.xml': Buffer.from(text) }));
  expect(inFile).toBe(`${form} in xl/custom.xml`);
  expect(tracesOf('another secret')(text)).toBeNull();
});

test('a password is nowhere in what the terminal writes, prints or asks for', async () => {
  server.authorization = basic;
  const catalog = new URL('catalog.json', server.url).href;
  const { files, said } = await everything(catalog, (address) => openPlace(address, environmentCredentials(environment)));
  expect(said.map(({ line, status }) => `${status} ${line.split(' ')[0]}`)).toEqual(DONE.map((line) => line.replace('1 inbox', '2 inbox')));
  expect(server.files.size).toBe(STORED);
  expect(
    leaks([PASSWORD, `${USER}:${PASSWORD}`, basic], { ...files, ...Object.fromEntries(server.files), ...texts(said), asked: asked() }),
  ).toEqual([]);
});

test('a token is nowhere in what is written to Microsoft 365, printed, or asked for', async () => {
  const graph = await startGraph();
  try {
    graph.drive.folder('inbox', graph.drive.folder('Finance'));
    const token = graph.issue('Files.ReadWrite');
    const credentials = environmentCredentials({ TIEOUT_TOKEN: token });
    const { files, said } = await everything(new URL('me/drive/root:/Finance/catalog.json', graph.graph).href, (address) => {
      const opened = linkPlace(address, { base: 'https://localhost/', way: '', credentials, graph: graph.graph });
      return opened.ok ? { ok: true, value: opened.value.place } : opened;
    });
    expect(said.map(({ line, status }) => `${status} ${line.split(' ')[0]}`)).toEqual(DONE);
    const stored = graph.drive
      .all()
      .flatMap(({ name, bytes }) => (bytes === null ? [] : [[`stored ${name}`, new Uint8Array(bytes)] as const]));
    expect(stored.length).toBe(STORED);
    const requests = graph.seen.map(({ method, at, path, headers: { authorization, ...headers } }) =>
      JSON.stringify([method, path, headers, at === 'bytes' && authorization]),
    );
    expect(leaks([token], { ...files, ...Object.fromEntries(stored), ...texts(said), asked: requests.join('\n') })).toEqual([]);
  } finally {
    await graph.stop();
  }
});

test('who someone is stays unsaid where a server refuses them and tells what it was sent, and where it cannot be sent', async () => {
  server.authorization = 'Bearer another';
  const catalog = new URL('catalog.json', server.url).href;
  for (const wrong of [
    environment,
    { TIEOUT_TOKEN: `${PASSWORD.replace('Ø', 'O')}\ntwo lines` },
    { TIEOUT_TOKEN: PASSWORD.replace('Ø', '→') },
  ]) {
    const { files, said } = await everything(catalog, (address) => openPlace(address, environmentCredentials(wrong)));
    expect(said.filter(({ status }) => status === 2).length).toBeGreaterThan(8);
    const secrets = [PASSWORD, ...Object.values(wrong).filter((text) => text !== USER)];
    expect(leaks(secrets, { ...files, ...texts(said), asked: asked() })).toEqual([]);
  }
});

test('a server that leads on to another one does not take along who asks', async () => {
  const heard: string[] = [];
  const other = await listening((request) => void heard.push(JSON.stringify(request)));
  const first = await listening(() => undefined, `http://127.0.0.1:${(other.address() as AddressInfo).port}/v1.xlsx`);
  try {
    const place = value(
      openPlace(`http://localhost:${(first.address() as AddressInfo).port}/v1.xlsx`, environmentCredentials(environment)),
    );
    await place.file.read(WATCH);
    expect(heard.length).toBeGreaterThan(0);
    expect(leaks([PASSWORD, `${USER}:${PASSWORD}`], { heard: heard.join('\n') })).toEqual([]);
  } finally {
    for (const each of [first, other]) each.close();
  }
});

test.each([
  'https://USER:PASSWORD@models.example/catalog.json',
  'https://USER:PASSWORD@models.example:99999/catalog.json',
  'https://USER:PASSWORD@',
])('%p is neither opened nor shown, in the terminal and in the pane', async (shape) => {
  const address = shape.replace('USER', USER).replace('PASSWORD', encodeURIComponent(PASSWORD));
  expect(parseLink(address, null)).toMatchObject({ ok: false });
  const { files, said } = await everything(address, (link) => openPlace(link, environmentCredentials({})));
  said.push({
    line: 'pane',
    status: 2,
    text: JSON.stringify([parseLink(address, null), linkPlace(address, { base: 'https://pane.example/', way: '' })]),
  });
  expect(leaks([PASSWORD], { ...files, ...texts(said) })).toEqual([]);
});

test('nothing of who asks is kept on this computer with what was fetched', async () => {
  server.authorization = basic;
  const credentials = environmentCredentials(environment);
  const address = new URL('catalog.json', server.url).href;
  await everything(address, (link) => openPlace(link, credentials));
  const { place } = value(linkPlace(address, { base: 'https://pane.example/', way: '', credentials }));
  const access = { address, place, fetched: fetchedFiles(sha256), sha256, now: () => 7 };
  const known = value(await askCatalog(access, null, WATCH));
  value(await openVersion(access, known.catalog.models[0]!, null, WATCH));
  const database = await openDB('tieout');
  const kept: Record<string, Uint8Array | string> = {};
  for (const store of database.objectStoreNames) {
    for (const [index, each] of (await database.getAll(store)).entries()) {
      kept[`${store} ${index}`] = JSON.stringify(each);
      if (each.bytes instanceof Uint8Array) kept[`${store} ${index} bytes`] = each.bytes;
    }
  }
  database.close();
  expect(Object.keys(kept)).toEqual(['catalogs 0', 'files 0', 'files 0 bytes', 'sizes 0']);
  expect(leaks([PASSWORD, `${USER}:${PASSWORD}`, basic], kept)).toEqual([]);
});

function texts(said: readonly { readonly line: string; readonly text: string }[]): Record<string, string> {
  return Object.fromEntries(said.map(({ line, text }, index) => [`${index} ${line.split(' ')[0]}`, text]));
}

function asked(): string {
  return JSON.stringify(server.asked);
}

/** A server on this computer that leads on to an address, or has nothing. */
async function listening(hear: (request: unknown) => void, to: string | null = null): Promise<Server> {
  const made = createServer(({ url, headers }, response) => {
    hear([url, headers]);
    response.writeHead(to === null ? 404 : 302, to === null ? {} : { Location: to }).end();
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}
