import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { HttpOptions } from '../../../src/adapters/sources/http/HttpClient';
import { httpFile } from '../../../src/adapters/sources/http/httpFile';
import type { RemoteFile } from '../../../src/app/ports/RemoteFile';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const SIZE = 120;
const version = (number: number) => Buffer.alloc(SIZE, `version ${number} `);

/** A real server that fails as told, once it has told `work` a file behind it. */
async function against<T>(
  listener: RequestListener,
  work: (file: RemoteFile) => Promise<T>,
  options: Partial<HttpOptions> = {},
): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/model.xlsx`);
  try {
    return await work(httpFile(url, { wait: () => new Promise((resolve) => setTimeout(resolve, 1)), ...options }));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Sends some of a body and drops the connection. */
function cutAfter(response: ServerResponse, bytes: Buffer, sent: number): void {
  if (sent === 0) response.flushHeaders();
  else response.write(bytes.subarray(0, sent));
  setTimeout(() => response.destroy(), 3);
}

describe('a download that is cut off', () => {
  /** Answers ranges as they should be, and drops each connection after so many bytes until it has dropped enough. */
  const cutting = (cuts: readonly number[], isChanged: (request: number) => boolean, tags: boolean): RequestListener => {
    let asked = 0;
    return ({ headers }, response) => {
      const number = isChanged(asked) ? 2 : 1;
      const [bytes, tag] = [version(number), `"v${number}"`];
      const cut = cuts[asked++];
      const range = headers['if-range'] === tag ? /^bytes=(\d+)-$/.exec(headers.range ?? '') : null;
      const from = Number(range?.[1] ?? 0);
      const part = bytes.subarray(from);
      response.writeHead(range ? 206 : 200, {
        ...(tags ? { ETag: tag } : {}),
        'Content-Length': part.length,
        ...(range ? { 'Content-Range': `bytes ${from}-${SIZE - 1}/${SIZE}` } : {}),
      });
      if (cut === undefined || cut >= part.length) response.end(part);
      else cutAfter(response, part, cut);
    };
  };

  test.each(Array.from({ length: 24 }, (_, index) => index * 5))('after %i bytes goes on there and is whole', async (cut) => {
    const read = await against(
      cutting([cut], () => false, true),
      (file) => file.read(WATCH),
    );
    expect(read).toMatchObject(cut === 0 ? { ok: true } : { ok: true, value: { tag: '"v1"' } });
    expect(read.ok && read.value !== 'same' && Buffer.from(read.value.bytes).equals(version(1))).toBe(true);
  });

  test('ends as one whole version or as a failure, whatever is cut and whenever the file changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(SIZE), { maxLength: 6 }), fc.nat(7), fc.boolean(), async (cuts, changes, tags) => {
        const read = await against(
          cutting(cuts, (request) => request >= changes, tags),
          (file) => file.read(WATCH),
        );
        if (!read.ok) return read.failure.code === 'unreachable';
        if (read.value === 'same') return false;
        const bytes = Buffer.from(read.value.bytes);
        const number = [1, 2].find((one) => bytes.equals(version(one)));
        return number !== undefined && (!tags || read.value.tag === `"v${number}"`);
      }),
      { numRuns: 60 },
    );
  });

  test('begins anew where parts of it answer for another version', async () => {
    let asked = 0;
    const read = await against(
      (_, response) => {
        const first = asked++ === 0;
        const headers = first
          ? { 'Content-Length': SIZE, ETag: '"v1"' }
          : { 'Content-Length': SIZE - 40, ETag: '"v2"', 'Content-Range': `bytes 40-${SIZE - 1}/${SIZE}` };
        if (asked === 2) return void response.writeHead(206, headers).end(version(2).subarray(40));
        response.writeHead(200, { 'Content-Length': SIZE, ETag: first ? '"v1"' : '"v2"' });
        if (first) cutAfter(response, version(1), 40);
        else response.end(version(2));
      },
      (file) => file.read(WATCH),
    );
    expect(read.ok && read.value !== 'same' && Buffer.from(read.value.bytes).equals(version(2))).toBe(true);
  });

  test('is begun anew where the file was written while it was sent', async () => {
    let asked = 0;
    const read = await against(
      ({ method }, response) => {
        // The head of the first version, and a body of both.
        const torn = Buffer.concat([version(1).subarray(0, 60), version(2).subarray(60)]);
        const first = method === 'GET' && asked++ === 0;
        response.writeHead(200, { 'Content-Length': SIZE, ETag: first ? '"v1"' : '"v2"' }).end(first ? torn : version(2));
      },
      (file) => file.read(WATCH),
    );
    expect(read.ok && read.value !== 'same' && [read.value.tag, Buffer.from(read.value.bytes).equals(version(2))]).toEqual(['"v2"', true]);
  });

  test('again and again is given up with a sentence', async () => {
    const read = await against(
      cutting(Array<number>(40).fill(1), () => false, false),
      (file) => file.read(WATCH),
    );
    expect(read).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
  });
});

test('a length that is larger than what comes is never taken for whole', async () => {
  const read = await against(
    (_, response) => {
      response.writeHead(200, { 'Content-Length': SIZE + 7 });
      cutAfter(response, version(1), SIZE);
    },
    (file) => file.read(WATCH),
  );
  expect(read).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
});

test('a server that drips can be cancelled, and one that stalls is asked again', async () => {
  const drip: RequestListener = (_, response) => {
    response.writeHead(200, { 'Content-Length': SIZE });
    const timer = setInterval(() => response.write('x'), 5);
    response.on('close', () => clearInterval(timer));
  };
  const signal = { aborted: false };
  const reading = against(drip, (file) => file.read({ ...WATCH, signal }));
  setTimeout(() => (signal.aborted = true), 30);
  expect(await reading).toMatchObject({ ok: false, failure: { code: 'cancelled' } });

  let asked = 0;
  const stalls: RequestListener = ({ headers }, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, {
      ETag: '"v1"',
      'Content-Length': SIZE - from,
      ...(from > 0 ? { 'Content-Range': `bytes ${from}-${SIZE - 1}/${SIZE}` } : {}),
    });
    if (asked++ === 0) response.write(version(1).subarray(0, 50));
    else response.end(version(1).subarray(from));
  };
  const read = await against(stalls, (file) => file.read(WATCH), { idle: 50 });
  expect(read.ok && read.value !== 'same' && Buffer.from(read.value.bytes).equals(version(1))).toBe(true);
});

describe('a busy server', () => {
  const busy = (times: number, headers: Record<string, string>): RequestListener => {
    let asked = 0;
    return (_, response) => {
      if (asked++ < times) response.writeHead(429, headers).end();
      else response.writeHead(200, { ETag: '"v1"' }).end(version(1));
    };
  };

  test.each([
    ['in seconds', { 'Retry-After': '2' }, 2_000],
    // Our clock stands an hour apart from the server's.
    ['as a date, by its own clock', { 'Retry-After': 'Mon, 23 Nov 2026 10:00:04 GMT', Date: 'Mon, 23 Nov 2026 10:00:00 GMT' }, 4_000],
  ])('is asked again when it says: %s', async (_, headers, pause) => {
    const pauses: number[] = [];
    const wait = (milliseconds: number) => Promise.resolve(pauses.push(milliseconds));
    const read = await against(busy(3, headers), (file) => file.read(WATCH), { wait, now: () => Date.parse('2026-11-23T11:00:00Z') });
    expect(read.ok).toBe(true);
    expect(pauses).toEqual([pause, pause, pause]);
  });

  test('that asks for longer than anybody waits is told with its time', async () => {
    const read = await against(busy(99, { 'Retry-After': '600' }), (file) => file.read(WATCH));
    expect(read).toMatchObject({ ok: false, failure: { code: 'busy', message: expect.stringMatching(/asks to wait.*in 10 minutes\.$/) } });
  });

  test('that stays busy without an end is given up', async () => {
    const wait = () => Promise.resolve();
    const read = await against(busy(999, { 'Retry-After': '0' }), (file) => file.read(WATCH), { wait });
    expect(read).toMatchObject({ ok: false, failure: { code: 'busy' } });
  });
});

describe('a write whose answer gets lost', () => {
  /** A server without locks that keeps conditions and drops the connection at the write. */
  const losing = (isWritten: boolean): RequestListener => {
    const files = new Map([['/model.xlsx', { bytes: version(1), tag: '"v1"' }]]);
    return (request, response) => {
      const { method, url = '', headers } = request;
      const held = files.get(url);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (method === 'GET' || method === 'HEAD') {
          const body = held?.bytes;
          return response
            .writeHead(held ? 200 : 404, { ETag: held?.tag ?? '', 'Content-Length': body?.length ?? 0 })
            .end(method === 'GET' ? body : undefined);
        }
        if (method === 'DELETE') return response.writeHead(files.delete(url) ? 204 : 404).end();
        if (method !== 'PUT') return response.writeHead(405).end();
        const fits = headers['if-none-match'] === '*' ? !held : headers['if-match'] === held?.tag;
        if (!fits) return response.writeHead(412).end();
        if (url !== '/model.xlsx' || isWritten) files.set(url, { bytes: Buffer.concat(chunks), tag: '"v2"' });
        return url === '/model.xlsx' ? response.destroy() : response.writeHead(201).end();
      });
    };
  };

  test.each([
    [true, { ok: true, value: { tag: '"v2"' } }],
    [false, { ok: false, failure: { code: 'unreachable' } }],
  ])('is looked at: written %s', async (isWritten, told) => {
    expect(await against(losing(isWritten), (file) => file.write(version(2), '"v1"', WATCH))).toMatchObject(told);
  });
});

test('where a link leads on to an insecure address, nothing is taken from there', async () => {
  const fetcher = () => {
    const response = new Response('x');
    Object.defineProperty(response, 'url', { value: 'http://elsewhere.example/model.xlsx' });
    return Promise.resolve(response);
  };
  const read = await httpFile(new URL('https://models.example/model.xlsx'), { fetcher }).read(WATCH);
  expect(read).toMatchObject({ ok: false, failure: { code: 'insecure-link' } });
});
