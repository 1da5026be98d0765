import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { fetchedFiles } from '../../../src/adapters/storage/fetchedFiles';
import { sha256 } from '../../support/sha256';

const bytesOf = (name: string, size = 10) => new TextEncoder().encode(name.padEnd(size, '.'));
const keep = async (store: ReturnType<typeof fetchedFiles>, bytes: Uint8Array, at: number) => {
  const hash = await sha256(bytes);
  await store.keepFile(hash, { bytes, at });
  return hash;
};

test('what is kept comes back, in another pane too; what is not, does not', async () => {
  const hash = await keep(fetchedFiles(sha256), bytesOf('v12'), 7);
  expect(await fetchedFiles(sha256).file(hash.toUpperCase())).toEqual({ bytes: bytesOf('v12'), at: 7 });
  expect(await fetchedFiles(sha256).file('0'.repeat(64))).toBeNull();
  await fetchedFiles(sha256).keepCatalog('https://a/c.json', { catalog: { title: 'A' }, tag: '"1"', at: 3 });
  expect(await fetchedFiles(sha256).catalog('https://a/c.json')).toEqual({ catalog: { title: 'A' }, tag: '"1"', at: 3 });
  expect(await fetchedFiles(sha256).catalog('https://b/c.json')).toBeNull();
});

test('a file that was altered where it is kept is not given out, and goes', async () => {
  const store = fetchedFiles(sha256);
  const hash = await keep(store, bytesOf('whole'), 7);
  const database = await openDB('tieout');
  await database.put('files', { sha256: hash, bytes: bytesOf('other'), at: 7 });
  expect(await store.file(hash)).toBeNull();
  expect(await database.get('files', hash)).toBeUndefined();
  await database.put('files', { sha256: hash, bytes: 'no bytes', at: 7 });
  expect(await store.file(hash)).toBeNull();
  database.close();
});

test('the ones fetched longest ago go, by number and by size; one too large for all is not kept', async () => {
  const store = fetchedFiles(sha256, { files: 3, bytes: 100 });
  const hashes: string[] = [];
  for (const at of [101, 102, 103, 104]) hashes.push(await keep(store, bytesOf(`v${at}`), at));
  const there = async () => Promise.all(hashes.map(async (hash) => ((await store.file(hash)) === null ? '-' : 'x')));
  expect(await there()).toEqual(['-', 'x', 'x', 'x']);
  hashes.push(await keep(store, bytesOf('large', 75), 105));
  expect(await there()).toEqual(['-', '-', 'x', 'x', 'x']);
  hashes.push(await keep(store, bytesOf('too large', 101), 106));
  expect(await there()).toEqual(['-', '-', 'x', 'x', 'x', '-']);
});

test('a browser that refuses to keep anything keeps nothing, and nothing fails', async () => {
  const { indexedDB: real } = globalThis;
  for (const refusing of [
    undefined,
    {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    },
  ]) {
    Object.defineProperty(globalThis, 'indexedDB', { value: refusing, configurable: true, writable: true });
    const store = fetchedFiles(sha256);
    const hash = await keep(store, bytesOf('v12'), 7);
    expect(await store.file(hash)).toBeNull();
    await store.keepCatalog('a', { catalog: {}, tag: 't', at: 1 });
    expect(await store.catalog('a')).toBeNull();
  }
  Object.defineProperty(globalThis, 'indexedDB', { value: real, configurable: true, writable: true });
});
