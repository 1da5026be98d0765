import { httpFile } from '../../../src/adapters/sources/http/httpFile';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const bytes = new TextEncoder().encode('bytes');

/** A server with locks that forgets the first `lost` of them, and where somebody else writes in between if `taken`. */
function server(lost: number, taken = false) {
  let there: Uint8Array | null = null;
  let locks = 0;
  const fetcher: typeof fetch = async (_, init) => {
    const headers = { etag: `"${there?.length}"`, 'content-length': String(there?.length), 'lock-token': `<urn:lock:${locks + 1}>` };
    switch (init?.method) {
      case 'LOCK':
        locks++;
        return new Response('', { status: 200, headers });
      case 'PUT':
        if (locks <= lost) {
          if (taken) there = new Uint8Array(3);
          return new Response('', { status: 412 });
        }
        there = new Uint8Array(init.body as Uint8Array);
        return new Response('', { status: 201 });
      case 'HEAD':
        return there === null ? new Response(null, { status: 404 }) : new Response(null, { headers });
      default:
        return new Response(null, { status: 204 });
    }
  };
  return { file: httpFile(new URL('https://models.example/a.xlsx'), { fetcher }), there: () => there, locks: () => locks };
}

test('a lock that the server forgot is taken again, and the file written', async () => {
  const { file, there, locks } = server(4);
  expect(await file.write(bytes, null, WATCH)).toMatchObject({ ok: true });
  expect([there(), locks()]).toEqual([bytes, 5]);
});

test('one that forgets every lock is told, and asked no more than five times', async () => {
  const { file, there, locks } = server(Infinity);
  expect(await file.write(bytes, null, WATCH)).toMatchObject({ failure: { code: 'changed' } });
  expect([there(), locks()]).toEqual([null, 5]);
});

test('what somebody else wrote while the lock was lost stays', async () => {
  const { file, there } = server(1, true);
  expect(await file.write(bytes, null, WATCH)).toMatchObject({ failure: { code: 'changed' } });
  expect(there()).toHaveLength(3);
});
