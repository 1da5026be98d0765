import fc from 'fast-check';
import type { CompareRequest } from '../../src/app/ports/ComparisonEngine';
import { fail, succeed } from '../../src/core/Result';
import { createEngine, type EngineWorker } from '../../src/worker/createEngine';
import type { Port } from '../../src/worker/messages';
import { MOST_LISTED, serve, type Tools } from '../../src/worker/serve';
import { modelsOf } from '../support/comparisonOf';
import { planOf } from '../support/fakeEngine';
import { workbook } from '../support/workbook';

const book = workbook({ A: { A1: 'Rate', B1: 0.9 } });
const quiet = () => ({ progress: () => undefined, signal: { aborted: false } });

function setUp(changes: Partial<Tools> = {}) {
  const read: string[] = [];
  const tools: Tools = {
    readFile: (_, name) => {
      read.push(name);
      return Promise.resolve(succeed(book));
    },
    readRanges: () => succeed(book),
    compare: () => succeed(modelsOf(['cause value A!B1 0.9 → 0.8']).comparison),
    plan: (_, { take }) => succeed(planOf(take)),
    ...changes,
  };
  const workers: EngineWorker[] = [];
  const engine = createEngine(() => {
    const worker = workerOf(tools);
    workers.push(worker);
    return worker;
  }, 'en-US');
  return { engine, read, workers };
}

/** A worker whose messages take the same copies as a real one's, and which says nothing any more once terminated. */
function workerOf(tools: Tools): EngineWorker {
  let ended = false;
  const inside: Port = {
    onmessage: null,
    postMessage: (message) => {
      const data: unknown = structuredClone(message);
      setTimeout(() => ended || outside.onmessage?.({ data } as MessageEvent), 0);
    },
  };
  const outside: EngineWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => {
      const data: unknown = structuredClone(message);
      setTimeout(() => ended || inside.onmessage?.({ data } as MessageEvent), 0);
    },
    terminate: () => void (ended = true),
  };
  serve(inside, tools);
  return outside;
}

const request = (key = 'k', withFile = true): CompareRequest => ({
  official: { key, file: withFile ? { name: 'official.xlsx', bytes: new Uint8Array(2) } : null },
  local: { kind: 'file', name: 'local.xlsx', bytes: new Uint8Array(2) },
  sheetPairs: [],
});

test('compares, names places by their headers, and holds the official model', async () => {
  const { engine, read } = setUp();
  const doing: string[] = [];
  const result = await engine.compare(request(), { ...quiet(), progress: (what) => doing.push(what) });
  expect(result.ok && result.value.labels.get('d1')).toBe('Rate');
  expect(result.ok && result.value.comparison.differences).toHaveLength(1);
  expect(engine.holds()).toBe('k');
  expect([...new Set(doing)]).toEqual(['Reading the official model', 'Reading your workbook', 'Comparing', 'Listing the differences']);
  await engine.compare(request('k', false), quiet());
  expect(read).toEqual(['official.xlsx', 'local.xlsx', 'local.xlsx']);
});

test('progress only grows', async () => {
  const { engine } = setUp({
    readFile: (_bytes, _name, progress) => {
      [0.2, 0.7, 1].forEach(progress);
      return Promise.resolve(succeed(book));
    },
  });
  const seen: number[] = [];
  await engine.compare(request(), { ...quiet(), progress: (_, done) => seen.push(done) });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test('every difference arrives, in order, whatever their number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 4500 }), async (count) => {
      const { comparison } = modelsOf(Array.from({ length: count }, (_, i) => `cause value A!A${i + 1} 1 → 2`));
      const { engine } = setUp({ compare: () => succeed(comparison) });
      const result = await engine.compare(request(), quiet());
      expect(result.ok && result.value.comparison).toEqual(comparison);
    }),
    { numRuns: 8 },
  );
});

test('a list past the limit loses consequences first and says how many', async () => {
  const [cause] = modelsOf(['cause value A!A1 1 → 2']).comparison.differences;
  const { comparison } = modelsOf([]);
  const differences = Array.from({ length: MOST_LISTED + 5 }, (_, i) => ({
    ...cause!,
    id: `${i}`,
    role: i === MOST_LISTED + 4 ? ('cause' as const) : ('consequence' as const),
  }));
  const { engine } = setUp({ compare: () => succeed({ ...comparison, differences }) });
  const result = await engine.compare(request(), quiet());
  if (!result.ok) throw new Error(result.failure.message);
  expect(result.value.unlisted).toBe(5);
  expect(result.value.comparison.differences[0]?.role).toBe('cause');
}, 30_000);

test('a failure of any step comes back as it is, and a thrown one as a sentence', async () => {
  const failing = setUp({ readFile: () => Promise.resolve(fail('password-protected', 'It has a password.')) });
  expect(await failing.engine.compare(request(), quiet())).toEqual(fail('password-protected', 'It has a password.'));
  expect(failing.engine.holds()).toBeNull();
  const throwing = setUp({
    compare: () => {
      throw new Error('slipped');
    },
  });
  const result = await throwing.engine.compare(request(), quiet());
  expect(!result.ok && result.failure.message).toMatch(/slipped.*Your workbook was not touched/);
});

test('cancel ends the worker even in the middle of a step; the next request starts another, which holds nothing', async () => {
  let hang = true;
  const { engine, workers } = setUp({ readFile: () => (hang ? new Promise(() => undefined) : Promise.resolve(succeed(book))) });
  const signal = { aborted: false };
  const waiting = engine.compare(request(), { progress: () => undefined, signal });
  setTimeout(() => (signal.aborted = true), 20);
  expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  hang = false;
  expect(await engine.compare(request('k', false), quiet())).toMatchObject({ ok: false, failure: { code: 'official-forgotten' } });
  expect((await engine.compare(request(), quiet())).ok).toBe(true);
  expect(workers).toHaveLength(2);
});

test('a worker that crashes is reported and replaced', async () => {
  const { engine, workers } = setUp({ readFile: () => new Promise(() => undefined) });
  const waiting = engine.compare(request(), quiet());
  workers[0]?.onerror?.({ message: '', preventDefault: () => undefined } as ErrorEvent);
  expect(await waiting).toMatchObject({ ok: false, failure: { code: 'worker-stopped' } });
  expect(engine.holds()).toBeNull();
});

test('plans over the last comparison, and refuses to without one', async () => {
  const { engine } = setUp();
  expect(await engine.plan({ take: ['d1'], remove: [] }, quiet())).toMatchObject({ ok: false, failure: { code: 'nothing-compared' } });
  await engine.compare(request(), quiet());
  expect(await engine.plan({ take: ['d1'], remove: [] }, quiet())).toEqual(succeed(planOf(['d1'])));
});
