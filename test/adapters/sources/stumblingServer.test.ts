import fc from 'fast-check';
import { httpFile } from '../../../src/adapters/sources/http/httpFile';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const before = new TextEncoder().encode('before');
const bytes = new TextEncoder().encode('what is written');

/** Where a server with locks fails: before it did what it was asked, or after. */
type Stumble = 'before' | 'after' | null;

/** Two locks as a server tells them, somebody else's first. */
const locked = (lock: string, owner: string): string =>
  ['Somebody', owner]
    .map(
      (each) =>
        `<D:activelock><D:owner xmlns:D="DAV:">${each}</D:owner><D:locktoken>\n<D:href>${each === owner ? lock : 'urn:theirs'}</D:href></D:locktoken></D:activelock>`,
    )
    .join('\n');

/** A server with locks which answers 500 to the requests of a method as told, in turn, and then no longer. */
function server(stumbles: Readonly<Record<string, readonly Stumble[]>>) {
  const asked: Record<string, number> = {};
  let there: Uint8Array = before;
  let lock: string | null = null;
  let owner = '';
  const answer = (method: string, body: Uint8Array): Response => {
    const headers = { etag: `"${there.length}"`, 'content-length': String(there.length) };
    if (method === 'LOCK' && lock !== null) return new Response('', { status: 423 });
    if (method === 'LOCK') [lock, owner] = [`urn:lock:${asked['LOCK']}`, /<owner>(.*)<\/owner>/.exec(new TextDecoder().decode(body))![1]!];
    if (method === 'PROPFIND') return new Response(lock === null ? '' : locked(lock, owner), { status: 207 });
    if (method === 'LOCK') return new Response('', { headers: { 'lock-token': `<${lock}>` } });
    if (method === 'PUT') there = body;
    if (method === 'UNLOCK') lock = null;
    if (method === 'GET') return new Response(there as BodyInit, { headers });
    return new Response(null, { status: method === 'HEAD' ? 200 : 204, headers });
  };
  const fetcher: typeof fetch = async (_, init) => {
    const method = init?.method ?? 'GET';
    const number = (asked[method] = (asked[method] ?? 0) + 1);
    const stumble = stumbles[method]?.[number - 1] ?? null;
    const failed = new Response('', { status: 500 });
    if (stumble === 'before') return failed;
    const sent = init?.body ?? '';
    const answered = answer(method, typeof sent === 'string' ? new TextEncoder().encode(sent) : new Uint8Array(sent as Uint8Array));
    return stumble === 'after' ? failed : answered;
  };
  const url = new URL('https://models.example/a.xlsx');
  return { file: httpFile(url, { fetcher, wait: () => Promise.resolve() }), there: () => there, isLocked: () => lock !== null, asked };
}

test('a write goes on where the server fails once or twice at any of its requests', async () => {
  const twice = fc.array(fc.constantFrom<Stumble>('before', 'after', null), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(twice, twice, twice, twice, twice, async (HEAD, PUT, GET, LOCK, UNLOCK) => {
      const { file, there, isLocked } = server({ HEAD, PUT, GET, LOCK, UNLOCK });
      return (await file.write(bytes, '"6"', WATCH)).ok && Buffer.from(there()).equals(bytes) && !isLocked();
    }),
  );
});

test('a write that was done although the server says that it failed is not done again', async () => {
  const { file, asked } = server({ PUT: ['after'] });
  expect(await file.write(bytes, '"6"', WATCH)).toMatchObject({ ok: true });
  expect(asked['PUT']).toBe(1);
});

test('a server that always fails at writing is told so after three writes, and what is there stays', async () => {
  const { file, there, asked } = server({ PUT: ['before', 'before', 'before', 'before'] });
  expect(await file.write(bytes, '"6"', WATCH)).toMatchObject({ failure: { code: 'server-error' } });
  expect([there(), asked['PUT']]).toEqual([before, 3]);
});

test('a lock that was given although the server says that it failed is known by its owner, and used', async () => {
  const { file, there, asked } = server({ LOCK: ['after'] });
  expect(await file.write(bytes, '"6"', WATCH)).toMatchObject({ ok: true });
  expect([there(), asked['PROPFIND']]).toEqual([bytes, 1]);
});

test('a server that always fails at reading is told so after three requests', async () => {
  const { file, asked } = server({ GET: Array<Stumble>(9).fill('before') });
  expect(await file.read(WATCH)).toMatchObject({ failure: { code: 'server-error' } });
  expect(asked['GET']).toBe(3);
});
