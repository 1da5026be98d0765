import fc from 'fast-check';
import { PART } from '../../../../src/adapters/sources/graph/uploadInParts';
import { placeOf } from '../../../../src/adapters/sources/placeOf';
import type { RemoteFile } from '../../../../src/app/ports/RemoteFile';
import { value } from '../../../contracts/remoteFileContract';
import { graphCredentials } from '../../../support/graph/graphCredentials';
import { startGraph, type GraphServer } from '../../../support/graph/graphServer';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const SIZE = 120;
const version = (number: number) => Buffer.alloc(SIZE, `version ${number} `);
const large = Buffer.alloc(PART + 7, 'large ');
const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

let server: GraphServer;
let names = 0;
let name = '';
beforeAll(async () => void (server = await startGraph()));
afterAll(() => server.stop());
beforeEach(fresh);

/** A name at which there is nothing, and no faults. */
function fresh(): void {
  server.fault = () => null;
  server.sessions.expire();
  name = `model ${++names}.xlsx`;
}

const file = (more = {}): RemoteFile =>
  placeOf(new URL(`me/drive/root:/${encodeURIComponent(name)}`, server.graph), {
    graph: server.graph,
    credentials: graphCredentials(server),
    wait,
    ...more,
  }).file;
const there = () => server.drive.child(server.drive.root, name);
const stands = (bytes: Buffer) => there()!.bytes!.equals(bytes);
const make = (bytes: Buffer) => server.drive.make(server.drive.root, name, bytes);
const tag = () => server.drive.cTag(there()!);

type Asked = Parameters<GraphServer['fault']>[0];
type Fault = ReturnType<GraphServer['fault']>;

/** Faults for the requests that `which` picks, one after the other. */
function faults(which: (seen: Asked) => boolean, ...list: readonly Fault[]): void {
  let at = 0;
  server.fault = (seen) => (which(seen) ? (list[at++] ?? null) : null);
}

const fetching = ({ at, method }: Asked) => at === 'bytes' && method === 'GET';
const parts = ({ at, method }: Asked) => at === 'bytes' && method === 'PUT';
const putting = ({ at, method }: Asked) => at === 'graph' && method === 'PUT';
const any = () => true;

describe('a read', () => {
  test.each(Array.from({ length: 24 }, (_, index) => index * 5))('that is cut after %i bytes is whole all the same', async (cut) => {
    make(version(1));
    faults(fetching, { cut });
    const read = value(await file().read(WATCH));
    expect(read !== 'same' && [read.tag, version(1).equals(read.bytes)]).toEqual([tag(), true]);
  });

  test('ends as one whole version under its tag or as a failure, whatever is cut and whenever the file changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(SIZE), { maxLength: 5 }), fc.nat(8), fc.boolean(), async (cuts, changes, again) => {
        fresh();
        const item = make(version(1));
        const tags = [server.drive.cTag(item)];
        let asked = 0;
        let fetched = 0;
        server.fault = (seen) => {
          if (asked === changes || (again && asked === changes + 3))
            tags.push(server.drive.cTag(server.drive.replace(item, version(tags.length + 1), null)));
          asked++;
          const cut = fetching(seen) ? cuts[fetched++] : undefined;
          return cut === undefined ? null : { cut };
        };
        const read = await file().read(WATCH);
        if (!read.ok) return ['unreachable', 'not-whole'].includes(read.failure.code);
        if (read.value === 'same') return false;
        const { bytes, tag: told } = read.value;
        return version(tags.indexOf(told) + 1).equals(bytes);
      }),
      { numRuns: 60 },
    );
  });

  test('of which the bytes are fewer than was told is never taken for whole', async () => {
    make(version(1));
    faults(fetching, { shorter: 7 });
    expect(value(await file().read(WATCH))).toMatchObject({ size: SIZE });
    faults(fetching, ...Array<Fault>(9).fill({ shorter: 7 }));
    expect(await file().read(WATCH)).toMatchObject({ failure: { code: 'not-whole' } });
  });

  test('whose address for the bytes has run out asks for another', async () => {
    make(version(1));
    faults(fetching, { status: 401 }, { status: 403 }, { status: 404 });
    expect((await file().read(WATCH)).ok).toBe(true);
    faults(fetching, ...Array<Fault>(9).fill({ status: 403 }));
    expect(await file().read(WATCH)).toMatchObject({ failure: { code: 'no-permission' } });
  });

  test('that drips can be cancelled', async () => {
    make(version(1));
    faults(fetching, { drip: 10 });
    const signal = { aborted: false };
    const reading = file().read({ ...WATCH, signal });
    setTimeout(() => (signal.aborted = true), 60);
    expect(await reading).toMatchObject({ failure: { code: 'cancelled' } });
  });
});

describe('a storm of refusals', () => {
  const pausing = () => {
    const pauses: number[] = [];
    return { pauses, wait: (milliseconds: number) => Promise.resolve(pauses.push(milliseconds)) };
  };

  test('is waited out as the server asks, also between parts', async () => {
    const { pauses, wait: pause } = pausing();
    faults(any, ...Array.from({ length: 9 }, () => ({ status: 429, headers: { 'Retry-After': '1' } })));
    value(await file({ wait: pause }).write(large, null, WATCH));
    expect(stands(large)).toBe(true);
    expect(pauses).toEqual(Array(9).fill(1000));
    faults(parts, { status: 503, headers: { 'Retry-After': '2' } });
    fresh();
    faults(parts, { status: 503, headers: { 'Retry-After': '2' } }, { status: 509, headers: { 'Retry-After': '3' } });
    value(await file({ wait: pause }).write(large, null, WATCH));
    expect(pauses.slice(9)).toEqual([2000, 3000]);
  });

  test('is told by its own clock, however wrong ours is', async () => {
    const { pauses, wait: pause } = pausing();
    make(version(1));
    const headers = { Date: 'Mon, 23 Nov 2026 10:00:00 GMT', 'Retry-After': 'Mon, 23 Nov 2026 10:00:04 GMT' };
    faults(any, { status: 429, headers });
    value(await file({ wait: pause, now: () => Date.parse('2031-01-01') }).read(WATCH));
    expect(pauses).toEqual([4000]);
  });

  test('without an end is given up, and what is there stays', async () => {
    make(version(1));
    const known = tag();
    server.fault = () => ({ status: 429, headers: { 'Retry-After': '5' } });
    expect(await file({ wait: () => Promise.resolve() }).write(version(2), known, WATCH)).toMatchObject({ failure: { code: 'busy' } });
    expect(stands(version(1))).toBe(true);
  });
});

describe('a sign-in that runs out', () => {
  test('after every request is renewed each time, in the middle of a file too', async () => {
    const credentials = graphCredentials(server, 1);
    value(await file({ credentials }).write(large, null, WATCH));
    value(await file({ credentials }).write(version(2), tag(), WATCH));
    const read = value(await file({ credentials }).read(WATCH));
    expect(read !== 'same' && version(2).equals(read.bytes)).toBe(true);
  });

  test('and cannot be renewed is told, and what is there stays', async () => {
    make(version(1));
    const known = tag();
    const credentials = graphCredentials(server, 0);
    expect(await file({ credentials }).write(version(2), known, WATCH)).toMatchObject({ failure: { code: 'signed-out' } });
    expect(stands(version(1))).toBe(true);
  });
});

describe('a new file in parts', () => {
  test.each<[string, Fault[]]>([
    ['got lost before it was there', ['drop']],
    ['got lost, or its answer, again and again', ['lose', 'drop', 'lose', 'drop']],
    ['the server failed at', [{ status: 500 }, { status: 502 }, { status: 504 }]],
  ])('goes on where the session says, when a part %s', async (_, list) => {
    faults(parts, ...list);
    expect(value(await file().write(large, null, WATCH))).toMatchObject({ size: large.length });
    expect(stands(large)).toBe(true);
  });

  test('whose last answer got lost is found where it stands', async () => {
    faults(parts, null, 'lose');
    expect(value(await file().write(large, null, WATCH))).toMatchObject({ tag: tag() });
  });

  test('whose session is lost begins anew, and is given up when every session is', async () => {
    let lost = 0;
    server.fault = (seen) => {
      if (parts(seen) && seen.headers['content-range']!.startsWith(`bytes ${PART}-`) && lost++ < 2) server.sessions.expire();
      return null;
    };
    value(await file().write(large, null, WATCH));
    expect([lost, stands(large)]).toEqual([3, true]);
    fresh();
    lost = -99;
    server.fault = (seen) => {
      if (parts(seen)) server.sessions.expire();
      return null;
    };
    expect(await file().write(large, null, WATCH)).toMatchObject({ failure: { code: 'unreachable' } });
    expect(there()).toBeNull();
  });

  test('does not stand in for one that came there meanwhile', async () => {
    server.fault = (seen) => {
      if (parts(seen) && there() === null) make(version(1));
      return null;
    };
    expect(await file().write(large, null, WATCH)).toMatchObject({ failure: { code: 'changed' } });
    expect(stands(version(1))).toBe(true);
    expect(server.sessions.count).toBe(0);
  });

  test('that is cancelled leaves nothing there, and no session', async () => {
    const signal = { aborted: false };
    server.fault = (seen) => {
      if (parts(seen)) signal.aborted = true;
      return parts(seen) ? { status: 503, headers: { 'Retry-After': '20' } } : null;
    };
    const written = await file({ wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref()) }).write(large, null, {
      ...WATCH,
      signal,
    });
    expect(written).toMatchObject({ failure: { code: 'cancelled' } });
    expect([there(), server.sessions.count]).toEqual([null, 0]);
  });
});

describe('a write', () => {
  test.each([
    ['of a new file', null],
    ['of another version', 1],
  ])('%s whose answer got lost is found where it stands', async (_, before) => {
    if (before !== null) make(version(before));
    const known = before === null ? null : tag();
    faults(putting, 'lose');
    expect(value(await file().write(version(2), known, WATCH))).toEqual(expect.objectContaining({ tag: tag(), size: SIZE }));
    expect(stands(version(2))).toBe(true);
  });

  test('that never arrives leaves what is there', async () => {
    make(version(1));
    faults(putting, ...Array<Fault>(9).fill('drop'));
    expect(await file().write(version(2), tag(), WATCH)).toMatchObject({ failure: { code: 'unreachable' } });
    expect(stands(version(1))).toBe(true);
  });

  test('of a file that went, or was replaced, between the look and the write is told', async () => {
    make(version(1));
    const known = tag();
    server.fault = (seen) => {
      if (putting(seen) && there()!.content === 1) server.drive.replace(there()!, version(3), null);
      return null;
    };
    expect(await file().write(version(2), known, WATCH)).toMatchObject({ failure: { code: 'changed' } });
    expect(stands(version(3))).toBe(true);
    const later = tag();
    server.fault = (seen) => {
      if (putting(seen)) server.drive.remove(there()!);
      return null;
    };
    expect(await file().write(version(2), later, WATCH)).toMatchObject({ failure: { code: 'changed' } });
    expect(there()).toBeNull();
  });

  test('that is stored otherwise than it was sent is told', async () => {
    const { describe: as } = server.drive;
    server.drive.describe = (item) => ({ ...as.call(server.drive, item), size: (item.bytes?.length ?? 0) + 900 });
    try {
      expect(await file().write(version(1), null, WATCH)).toMatchObject({ failure: { code: 'not-stored' } });
    } finally {
      server.drive.describe = as;
    }
  });

  test('leaves the old version or the new one, whole, whatever goes wrong, and says which where it succeeded', async () => {
    const fault = fc.constantFrom<Fault>(
      null,
      null,
      null,
      'drop',
      'lose',
      { status: 500 },
      { status: 503 },
      { cut: 40 },
      { status: 401 },
      { status: 412 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 14 }), fc.boolean(), fc.boolean(), async (list, isNew, inParts) => {
        fresh();
        if (!isNew) make(version(1));
        const known = isNew ? null : tag();
        const next = inParts ? large : version(2);
        faults(any, ...list);
        const written = await file().write(next, known, WATCH);
        const now = there()?.bytes ?? null;
        const isOld = isNew ? now === null : now !== null && now.equals(version(1));
        const isNext = now !== null && now.equals(next);
        return written.ok ? isNext && written.value.tag === tag() : isOld || isNext;
      }),
      { numRuns: 60 },
    );
  });
});
