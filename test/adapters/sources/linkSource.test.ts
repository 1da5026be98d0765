import { fileSource } from '../../../src/adapters/sources/fileSource';
import { linkSource, parseLink } from '../../../src/adapters/sources/linkSource';

const watch = () => ({ progress: () => undefined, signal: { aborted: false } });
const url = new URL('https://models.example/files/Revenue%20model%20FY26.xlsx?v=14');
const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
const answer = (body: BodyInit | null, init: ResponseInit = {}) =>
  linkSource(url, { fetcher: () => Promise.resolve(new Response(body, init)), mostBytes: 1000, wait, idle: 1000 });

test('gives the bytes under the name in the link', async () => {
  const result = await answer(new Uint8Array([1, 2, 3])).open(watch());
  expect(result).toEqual({ ok: true, value: { name: 'Revenue model FY26.xlsx', bytes: new Uint8Array([1, 2, 3]) } });
});

test.each([
  ['no-permission', answer('', { status: 403 })],
  ['not-found', answer('', { status: 404 })],
  ['server-error', answer('', { status: 503 })],
  ['web-page', answer('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })],
  ['too-large', answer('x', { headers: { 'content-length': '1001' } })],
  ['too-large', answer(new Uint8Array(1001))],
  ['empty-file', answer('')],
  ['unreachable', linkSource(url, { fetcher: () => Promise.reject(new TypeError('Failed to fetch')) })],
])('%s is said in a sentence, with what was not harmed', async (code, source) => {
  const result = await source.open(watch());
  expect(result).toMatchObject({ ok: false, failure: { code } });
  expect(!result.ok && result.failure.message).toMatch(/(Your workbook was not touched|Check the link)/);
});

test('cancelling stops the download', async () => {
  const signal = { aborted: false };
  const source = linkSource(url, {
    fetcher: (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
  });
  const waiting = source.open({ progress: () => undefined, signal });
  signal.aborted = true;
  expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
});

test.each([
  ['https://models.example/a.xlsx', 'https://models.example/a.xlsx'],
  ['  /assets/official.xlsx ', 'https://pane.example/assets/official.xlsx'],
  ['http://localhost:3000/a.xlsx', 'http://localhost:3000/a.xlsx'],
  ['blob:https://pane.example/1-2-3', 'blob:https://pane.example/1-2-3'],
])('%p leads to %p', (link, href) => {
  const parsed = parseLink(link, 'https://pane.example/pane.html');
  expect(parsed.ok && parsed.value.href).toBe(href);
});

test.each([
  ['', 'no-link'],
  ['http://models.example/a.xlsx', 'insecure-link'],
  ['javascript:alert(1)', 'insecure-link'],
  ['blob:https://elsewhere.example/1-2-3', 'insecure-link'],
  ['https://', 'bad-link'],
])('%p is refused: %s', (link, code) => expect(parseLink(link, 'https://pane.example/')).toMatchObject({ ok: false, failure: { code } }));

test('a link that has to be whole is taken as it is, and nothing else is', () => {
  const parsed = parseLink(' https://models.example/a b.xlsx', null);
  expect(parsed.ok && parsed.value.href).toBe('https://models.example/a%20b.xlsx');
  expect(parseLink('a.xlsx', null)).toMatchObject({ ok: false, failure: { code: 'bad-link' } });
  expect(parseLink('http://models.example/a.xlsx', null)).toMatchObject({ ok: false, failure: { code: 'insecure-link' } });
});

test('a file that is empty, too large or gone is refused', async () => {
  const file = (size: number, read: () => Promise<ArrayBuffer>) => fileSource({ name: 'a.xlsx', size, arrayBuffer: read }).open(watch());
  const bytes = () => Promise.resolve(new ArrayBuffer(4));
  expect(await file(4, bytes)).toMatchObject({ ok: true, value: { name: 'a.xlsx' } });
  expect(await file(0, bytes)).toMatchObject({ ok: false, failure: { code: 'empty-file' } });
  expect(await file(1e9, bytes)).toMatchObject({ ok: false, failure: { code: 'too-large' } });
  expect(await file(4, () => Promise.reject(new Error('gone')))).toMatchObject({ ok: false, failure: { code: 'file-unreadable' } });
});
