import fc from 'fast-check';
import { distanceBetween } from '../../src/app/catalog/closestVersions';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { recompare } from '../../src/app/recompare';
import type { ComparedModels, CompareOutcome, CompareRequest } from '../../src/app/ports/ComparisonEngine';
import type { Explanation } from '../../src/app/Explanation';
import { correspond } from '../../src/core/settle/correspond';
import type { Comparison } from '../../src/core/compare/Comparison';
import { EXACT, type EqualWithin } from '../../src/core/compare/EqualWithin';
import { NO_CHOICE } from '../../src/core/headlines/HeadlineChoice';
import { fail, succeed, type Result } from '../../src/core/Result';
import type { Steps } from '../../src/core/Steps';
import { createEngine, type EngineWorker } from '../../src/worker/createEngine';
import type { Port } from '../../src/worker/messages';
import { MOST_LISTED } from '../../src/worker/listedDifferences';
import { serve } from '../../src/worker/serve';
import type { Tools } from '../../src/worker/Tools';
import { modelsOf } from '../support/comparisonOf';
import { packer } from '../../src/adapters/storage/pack/packer';
import { createComputedReads } from '../../src/adapters/calculation/createComputedReads';
import { planOf } from '../support/fakeEngine';
import { workbook } from '../support/workbook';

const official = workbook({ A: { A1: 'Rate', B1: 0.9 } });
const local = workbook({ A: { A1: 'Rate', B1: 0.8 } });
const quiet = () => ({ progress: () => undefined, signal: { aborted: false } });

function setUp(changes: Partial<Tools> = {}) {
  const read: string[] = [];
  const tools: Tools = {
    readFile: (_, name) => {
      read.push(name);
      return Promise.resolve(succeed(name === 'official.xlsx' ? official : local));
    },
    packer,
    computedReads: createComputedReads,
    compare: compareSnapshots,
    distance: distanceBetween,
    recompare,
    explainGaps: () => inSteps(3),
    plan: (_, { take }) => planOf(take),
    propose: () => Promise.resolve(fail('none', 'Nothing is proposed here.')),
    weighOffers: () => [],
    measureVersion: () => Promise.resolve(fail('none', 'No version is measured here.')),
    readAnswers: () => Promise.resolve(succeed([])),
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

const explained: Explanation = { drivers: [], bridges: [], unbridged: ['Net'], whole: [], fewest: null, doubts: [] };

/** An explanation in so many steps, each as long as the worker goes on without a look at what else is asked. */
function* inSteps(count: number): Steps<Explanation> {
  for (let k = 1; k <= count; k++) {
    const until = performance.now() + 45;
    while (performance.now() < until);
    yield k / count;
  }
  return explained;
}

/** The comparing step with an outcome that is laid out. */
function finding(comparison: Comparison): Partial<Tools> {
  return {
    compare: (official, local, options) => succeed({ official, local, correspondence: correspond(official, local, options), comparison }),
  };
}

function modelsIn(result: Result<CompareOutcome>): ComparedModels {
  if (!result.ok || result.value.kind !== 'compared') throw new Error(`not compared: ${JSON.stringify(result)}`);
  return result.value.models;
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
  base: null,
  sheetPairs: [],
  keys: [],
  choice: NO_CHOICE,
  within: EXACT,
});

test('compares, names places by their headers, and holds the official model', async () => {
  const { engine, read } = setUp();
  const doing: string[] = [];
  const result = await engine.compare(request(), { ...quiet(), progress: (what) => doing.push(what) });
  const { comparison, labels } = modelsIn(result);
  expect(comparison.differences).toMatchObject([{ role: 'cause', local: { address: 'B1', value: 0.8 } }]);
  expect([...labels.values()]).toEqual(['Rate']);
  expect(engine.holds()).toBe('k');
  expect([...new Set(doing)]).toEqual(['Reading both workbooks', 'Comparing', 'Listing the differences']);
  await engine.compare(request('k', false), quiet());
  expect(read).toEqual(['official.xlsx', 'local.xlsx', 'local.xlsx']);
});

test('reads both workbooks at once', async () => {
  const asked: string[] = [];
  const { engine } = setUp({
    readFile: async (_, name) => {
      asked.push(name);
      while (asked.length < 2) await new Promise(setImmediate);
      return succeed(name === 'official.xlsx' ? official : local);
    },
  });
  expect(modelsIn(await engine.compare(request(), quiet())).comparison.differences).toHaveLength(1);
  expect(asked).toEqual(['official.xlsx', 'local.xlsx']);
});

test('progress only grows', async () => {
  const { engine } = setUp({
    readFile: (_bytes, _name, progress) => {
      [0.2, 0.7, 1].forEach(progress);
      return Promise.resolve(succeed(local));
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
      const { engine } = setUp(finding(comparison));
      const result = await engine.compare(request(), quiet());
      expect(modelsIn(result).comparison).toEqual(comparison);
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
  const { engine } = setUp(finding({ ...comparison, differences }));
  const result = await engine.compare(request(), quiet());
  const models = modelsIn(result);
  expect(models.unlisted).toBe(5);
  expect(models.comparison.differences[0]?.role).toBe('cause');
}, 30_000);

test('a failure of any step comes back and says of which workbook it is, and a thrown one as a sentence', async () => {
  const locked = fail('password-protected', 'It has a password.');
  const failing = setUp({ readFile: () => Promise.resolve(locked) });
  expect(await failing.engine.compare(request(), quiet())).toEqual(fail('password-protected', 'Official model: It has a password.'));
  expect(failing.engine.holds()).toBeNull();
  let read = 0;
  const second = setUp({ readFile: () => Promise.resolve(++read === 1 ? succeed(official) : locked) });
  expect(await second.engine.compare(request(), quiet())).toEqual(fail('password-protected', 'Your workbook: It has a password.'));
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
  const { engine, workers } = setUp({ readFile: () => (hang ? new Promise(() => undefined) : Promise.resolve(succeed(local))) });
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

test('keys that were chosen reach the comparison', async () => {
  const list = (order: readonly number[]) =>
    workbook({
      Map: Object.fromEntries(
        [0, ...order].flatMap((k, r) => [
          [`A${r + 1}`, k === 0 ? 'Name' : `N${k}`],
          [`B${r + 1}`, k === 0 ? 'Quota' : 10 * k],
        ]),
      ),
    });
  const { engine } = setUp({
    readFile: (_, name) => Promise.resolve(succeed(list(name === 'official.xlsx' ? [1, 2, 3, 4, 5] : [4, 2, 5, 1, 3]))),
  });
  const { comparison } = modelsIn(await engine.compare({ ...request(), keys: [{ sheet: 'Map', columns: ['Quota'] }] }, quiet()));
  expect(comparison.sheets[0]!.keyed).toMatchObject([{ key: ['Quota'], columns: ['Name', 'Quota'], chosen: true, reordered: true }]);
});

test('plans over the last comparison, and refuses to without one', async () => {
  const { engine } = setUp();
  expect(await engine.plan({ take: ['d1'], remove: [] }, quiet())).toMatchObject({ ok: false, failure: { code: 'nothing-compared' } });
  await engine.compare(request(), quiet());
  expect(await engine.plan({ take: ['d1'], remove: [] }, quiet())).toEqual(succeed(planOf(['d1'])));
});

test('hands on whether what moved is to stay where it is, and whether notes can be changed', async () => {
  const asked: unknown[] = [];
  const { engine } = setUp({ plan: (_, { moves, notes }) => (asked.push([moves, notes]), planOf([])) });
  await engine.compare(request(), quiet());
  await engine.plan({ take: ['d1'], remove: [], moves: false }, quiet());
  await engine.plan({ take: ['d1'], remove: [], notes: false }, quiet());
  await engine.plan({ take: ['d1'], remove: [] }, quiet());
  expect(asked).toEqual([
    [false, true],
    [true, false],
    [true, true],
  ]);
});

test('what the owner agreed and is not there is told among the warnings; where none of the headlines is there, they are found', async () => {
  const totals = (rate: number) =>
    workbook({ Summary: { A1: 'Rate', B1: rate, A2: 'Net revenue', B2: ['=B1*2', rate * 2], A3: 'EMEA South' } });
  const { engine } = setUp({
    readFile: (_, name) =>
      Promise.resolve(
        succeed(
          name === 'official.xlsx' ? workbook({ Summary: { A1: 'Rate', B1: 0.9, A2: 'Net revenue', B2: ['=B1*2', 1.8] } }) : totals(0.8),
        ),
      ),
  });
  const some = modelsIn(
    await engine.compare({ ...request(), headlines: ['Net revenue', 'Margin'], retired: ['EMEA south'] }, quiet()),
  ).comparison;
  expect(some.headlines.map(({ name }) => name)).toEqual(['Net revenue']);
  expect(some.warnings).toEqual([
    "The catalog has the headline Margin, which neither workbook has. The comparison goes without it; the model's owner should take it off the catalog.",
    "Yours still has “EMEA south” (Summary!A3), which the model's owner has retired.",
  ]);
  const none = modelsIn(await engine.compare({ ...request(), headlines: ['Margin'] }, quiet())).comparison;
  expect(none.headlines.map(({ name }) => name)).toEqual(['Net revenue']);
  expect(none.warnings).toEqual([expect.stringContaining('The catalog has the headline Margin')]);
});

test('measures how far other versions are from the compared workbook, and keeps the comparison', async () => {
  const { engine } = setUp();
  const version = (name: string) => ({ name, bytes: new Uint8Array([1]) });
  expect(await engine.measure(version('official.xlsx'), {})).toMatchObject({ failure: { code: 'nothing-compared' } });
  await engine.compare(request(), quiet());
  expect(await engine.measure(version('official.xlsx'), {})).toEqual(succeed({ causes: 1, cells: 1 }));
  expect(await engine.measure(version('official.xlsx'), { tolerance: 0.5 })).toEqual(succeed({ causes: 0, cells: 0 }));
  expect(await engine.measure(version('v1.xlsx'), {})).toEqual(succeed({ causes: 0, cells: 0 }));
  expect(engine.holds()).toBe('k');
  expect(await engine.plan({ take: [], remove: [] }, quiet())).toMatchObject({ ok: true });
});

test('workbooks with no sheet in common give the names of all, and pairs make them comparable', async () => {
  const books = { official: workbook({ Summary: { B1: 1 } }), local: workbook({ Übersicht: { B1: 2 } }) };
  const { engine } = setUp({ readFile: (_, name) => Promise.resolve(succeed(name === 'official.xlsx' ? books.official : books.local)) });
  expect(await engine.compare(request(), quiet())).toEqual(succeed({ kind: 'apart', official: ['Summary'], local: ['Übersicht'] }));
  const paired = await engine.compare({ ...request(), sheetPairs: [{ official: 'Summary', local: 'Übersicht' }] }, quiet());
  expect(modelsIn(paired).comparison.sheets).toMatchObject([{ official: 'Summary', local: 'Übersicht' }]);
});

test('a local workbook read range by range is compared just so', async () => {
  const { engine } = setUp();
  const block = {
    range: { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 2 },
    values: [['Rate', 0.7]],
    formulas: [[null, null]],
    formats: [['General', 'General']],
  };
  const reading = {
    kind: 'ranges',
    manual: false,
    name: 'local.xlsx',
    sheets: [{ name: 'A', visibility: 'visible', protected: false, blocks: [block] }],
    names: [],
  } as const;
  const result = await engine.compare({ ...request(), local: reading }, quiet());
  expect(modelsIn(result).comparison.differences).toMatchObject([{ local: { address: 'B1', value: 0.7 } }]);
});

describe('formulas in words', () => {
  const models = {
    official: workbook({ A: { A1: 'Rate', B1: 0.9, A2: 'Seats', B2: 10, A3: 'Sold', B3: '=B1*B2' } }),
    local: workbook({ A: { A1: 'Rate', B1: 0.9, A2: 'Seats', B2: 10, A3: 'Sold', B3: '=B1+B2' } }),
  };
  const readFile: Tools['readFile'] = (_, name) => Promise.resolve(succeed(name === 'official.xlsx' ? models.official : models.local));

  test('are those of the last comparison, also while something else is asked', async () => {
    const { engine } = setUp({ readFile });
    expect(await engine.explain('formula:A!B3')).toMatchObject({ ok: false, failure: { code: 'nothing-compared' } });
    const [difference] = modelsIn(await engine.compare(request(), quiet())).comparison.differences;
    const [explained, planned] = await Promise.all([engine.explain(difference!.id), engine.plan({ take: [], remove: [] }, quiet())]);
    expect(planned.ok).toBe(true);
    if (!explained.ok) throw new Error(explained.failure.message);
    expect(explained.value.local?.words?.map(({ text, changed, place }) => [text, changed, place?.address ?? null])).toEqual([
      ['Rate', false, 'B1'],
      [' + ', true, null],
      ['Seats', false, 'B2'],
    ]);
    expect(await engine.explain('no such difference')).toMatchObject({ ok: false });
  });

  test('that are still to come when the worker is stopped are told so', async () => {
    const { engine } = setUp({ readFile: () => new Promise(() => undefined) });
    const signal = { aborted: false };
    const both = Promise.all([engine.compare(request(), { progress: () => undefined, signal }), engine.explain('formula:A!B3')]);
    setTimeout(() => (signal.aborted = true), 20);
    expect(await both).toMatchObject([
      { ok: false, failure: { code: 'cancelled' } },
      { ok: false, failure: { code: 'cancelled' } },
    ]);
  });
});

describe('after an edit', () => {
  const sheets = { A: { A1: 'Rate', B1: 0.9, C1: ['=B1*2', 1.8] }, B: { A1: ['=A!C1', 1.8] } } as const;
  const array = { kind: 'array', range: { firstRow: 5, lastRow: 6, firstColumn: 1, lastColumn: 1 } } as const;
  const mine = workbook(sheets, { sheets: { A: { arrays: [array] } } });
  const set = async () => {
    const { engine } = setUp({ readFile: (_, name) => Promise.resolve(succeed(name === 'official.xlsx' ? workbook(sheets) : mine)) });
    await engine.compare(request(), quiet());
    return engine;
  };
  const cell = (sheet: string, firstRow: number, firstColumn: number) => ({
    sheet,
    range: { firstRow, lastRow: firstRow, firstColumn, lastColumn: firstColumn },
  });
  const write = (row: number, value: number, result: number) => ({
    edited: [{ ...cell('A', row, 2), values: [[value]], formulas: [[null]], formats: [['General']] }],
    recalculated: [
      { ...cell('A', 1, 3), values: [[result]] },
      { ...cell('B', 1, 1), values: [[result]] },
    ],
  });

  test('says what follows, and compares again with what the cells hold', async () => {
    const engine = await set();
    expect(await engine.findDependents([cell('A', 1, 2)])).toEqual(succeed([cell('A', 1, 3), cell('B', 1, 1)]));
    const edited = await engine.update(write(1, 0.8, 1.6));
    if (!edited.ok || edited.value === null) throw new Error('not followed');
    const { comparison, labels } = edited.value;
    expect(comparison.differences.map(({ role, local }) => [role, local!.sheet, local!.address, local!.value])).toEqual([
      ['cause', 'A', 'B1', 0.8],
      ['consequence', 'A', 'C1', 1.6],
      ['consequence', 'B', 'A1', 1.6],
    ]);
    expect(labels.get(comparison.differences[0]!.id)).toBe('Rate');
    expect(await engine.explain(comparison.differences[1]!.id)).toMatchObject({ ok: true });
    const undone = await engine.update(write(1, 0.9, 1.8));
    expect(undone).toMatchObject({ ok: true, value: { comparison: { differences: [] } } });
  });

  test('says so when it reaches further than its cells, and keeps the comparison', async () => {
    const engine = await set();
    expect(await engine.findDependents([cell('A', 5, 1)])).toEqual(succeed(null));
    expect(await engine.findDependents([cell('New', 1, 1)])).toEqual(succeed(null));
    const linked = {
      edited: [{ ...cell('A', 1, 2), values: [[1]], formulas: [["='[Rates.xlsx]A'!A1"]], formats: [['General']] }],
      recalculated: [],
    };
    expect(await engine.update(linked)).toEqual(succeed(null));
    expect(await engine.update(write(1, 0.9, 1.8))).toMatchObject({ ok: true, value: { comparison: { differences: [] } } });
  });

  test('is a failure when nothing is compared', async () => {
    const { engine } = setUp();
    expect(await engine.findDependents([cell('A', 1, 2)])).toMatchObject({ ok: false, failure: { code: 'nothing-compared' } });
    expect(await engine.update(write(1, 1, 1))).toMatchObject({ ok: false, failure: { code: 'nothing-compared' } });
  });
});

describe('how a cell comes to differ', () => {
  const pair = {
    official: workbook({ A: { A1: 'Rate', B1: 0.9, C1: ['=B1*2', 1.8] } }),
    local: workbook({ A: { A1: 'Rate', B1: 0.8, C1: ['=B1*2', 1.6] } }),
  };
  const readFile: Tools['readFile'] = (_, name) => Promise.resolve(succeed(name === 'official.xlsx' ? pair.official : pair.local));

  it('is told of a difference and of a cell, also of several at once', async () => {
    const { engine } = setUp({ readFile });
    const { comparison } = modelsIn(await engine.compare(request(), quiet()));
    const { id } = comparison.differences.find(({ role }) => role === 'consequence')!;
    const [one, other] = await Promise.all([engine.trace({ difference: id }, quiet()), engine.trace({ place: 'A!A1' }, quiet())]);
    expect(one.ok && one.value.chains.map((chain) => chain.map(({ local }) => local!.address))).toEqual([['C1', 'B1']]);
    expect(other).toEqual(succeed({ of: 'A!A1', says: 'A!A1 agrees in both workbooks.', chains: [] }));
  });

  it('is answered while why the headlines differ is worked out, and not before a comparison', async () => {
    const { engine } = setUp({ readFile, explainGaps: () => inSteps(4) });
    expect(await engine.trace({ place: 'A!C1' }, quiet())).toMatchObject({ ok: false, failure: { code: 'nothing-compared' } });
    await engine.compare(request(), quiet());
    const gaps = engine.explainGaps(quiet());
    const first = await Promise.race([engine.trace({ place: 'A!C1' }, quiet()), gaps]);
    expect(first).toMatchObject({ ok: true, value: { of: 'A!C1', chains: [expect.anything()] } });
    expect(await gaps).toEqual(succeed(explained));
  });
});

describe('why the headlines differ', () => {
  it('is worked out with progress, and what is asked meanwhile is answered first', async () => {
    const { engine } = setUp({ explainGaps: () => inSteps(6) });
    await engine.compare(request(), quiet());
    const done: number[] = [];
    const order: string[] = [];
    const gaps = engine.explainGaps({ ...quiet(), progress: (_, share) => done.push(share) }).then((result) => {
      order.push('gaps');
      return result;
    });
    await engine.plan({ take: ['a'], remove: [] }, quiet()).then(() => order.push('plan'));
    expect(await gaps).toEqual(succeed(explained));
    expect(order).toEqual(['plan', 'gaps']);
    expect(done.length).toBeGreaterThan(2);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('can be cancelled and asked again, and the comparison stays in memory', async () => {
    let steps = 1000;
    let worked = 0;
    const { engine, workers } = setUp({
      *explainGaps() {
        for (const step of inSteps(steps)) {
          worked++;
          yield step;
        }
        return explained;
      },
    });
    await engine.compare(request(), quiet());
    const signal = { aborted: false };
    const waiting = engine.explainGaps({ progress: () => (signal.aborted = true), signal });
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect((await engine.plan({ take: [], remove: [] }, quiet())).ok).toBe(true);
    const before = worked;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(worked).toBe(before);
    steps = 1;
    expect(await engine.explainGaps(quiet())).toEqual(succeed(explained));
    expect([workers.length, engine.holds()]).toEqual([1, 'k']);
  });

  it('that throws is a failure, and the comparison stays in memory', async () => {
    const { engine } = setUp({
      explainGaps: () => {
        throw new Error('slipped');
      },
    });
    await engine.compare(request(), quiet());
    const result = await engine.explainGaps(quiet());
    expect(!result.ok && result.failure.message).toMatch(/slipped.*The comparison is not affected/);
    expect((await engine.plan({ take: [], remove: [] }, quiet())).ok).toBe(true);
  });

  it('is outdated by another comparison, and not there before the first', async () => {
    const { engine } = setUp({ explainGaps: () => inSteps(1000) });
    expect(await engine.explainGaps(quiet())).toMatchObject({ ok: false, failure: { code: 'nothing-compared' } });
    await engine.compare(request(), quiet());
    const waiting = engine.explainGaps(quiet());
    await engine.compare(request(), quiet());
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'outdated' } });
  });
});

test('changes the headlines without comparing anew, and keeps the choice when an edit is followed', async () => {
  const sheet = (price: number) => ({
    A: { A1: 'Line', B1: 'Q1', A2: 'Price', B2: price, A3: 'Seats', B3: 12 },
    Summary: { A1: 'Net', B1: ['=A!B2*A!B3', price * 12] as const },
  });
  let comparisons = 0;
  const { engine } = setUp({
    readFile: (_, name) => Promise.resolve(succeed(workbook(sheet(name === 'official.xlsx' ? 10 : 11)))),
    compare: (...given) => {
      comparisons++;
      return compareSnapshots(...given);
    },
  });
  modelsIn(await engine.compare(request(), quiet()));
  const added = await engine.addHeadline({ sheet: 'A', address: 'B2' });
  if (!added.ok) throw new Error(added.failure.message);
  expect(added.value.name).toBe('Price · Q1');
  expect(added.value.headlines.map(({ name, gap }) => [name, gap])).toEqual([
    ['Net', 12],
    ['Price · Q1', 1],
  ]);
  expect(await engine.addHeadline({ sheet: 'A', address: 'A2' })).toMatchObject({ ok: false, failure: { code: 'no-number' } });
  expect(comparisons).toBe(1);

  const cell = { sheet: 'A', range: { firstRow: 2, lastRow: 2, firstColumn: 2, lastColumn: 2 } };
  const updated = await engine.update({
    edited: [{ ...cell, values: [[13]], formulas: [[null]], formats: [['General']] }],
    recalculated: [],
  });
  expect(updated).toMatchObject({ ok: true, value: { choice: added.value.choice } });
  expect(updated.ok && updated.value!.comparison.headlines.map(({ name }) => name)).toEqual(['Net', 'Price · Q1']);

  const without = await engine.chooseHeadlines({ added: [], removed: ['Net'] });
  expect(without).toEqual(succeed({ headlines: [], warnings: [], choice: { added: [], removed: ['Net'] } }));
  const again = modelsIn(await engine.compare({ ...request('k', false), choice: added.value.choice }, quiet()));
  expect(again.comparison.headlines.map(({ name }) => name)).toEqual(['Net', 'Price · Q1']);
});

describe('what counts as equal', () => {
  const sheets = (price: number) =>
    workbook({ Inputs: { A1: 'Price', B1: price }, Summary: { A1: 'Net', B1: ['=Inputs!B1*2', price * 2] } });
  const near = () => setUp({ readFile: (_, name) => Promise.resolve(succeed(sheets(name === 'official.xlsx' ? 1000 : 1005))) });
  const listed = ({ comparison: { differences, headlines } }: ComparedModels) => [
    differences.map(({ local }) => `${local!.sheet}!${local!.address}`).sort(),
    headlines.map(({ ties }) => ties),
  ];

  test.each([
    ['nothing said', EXACT, ['Inputs!B1', 'Summary!B1'], [false]],
    ['all', { tolerance: 0.01, tolerances: [] }, [], [true]],
    ['one sheet', { ...EXACT, tolerances: [{ of: 'summary', tolerance: 0.01, kind: 'sheet' as const }] }, ['Inputs!B1'], [true]],
    ['all but one sheet', { tolerance: 0.01, tolerances: [{ of: 'Inputs', tolerance: 0, kind: 'sheet' as const }] }, ['Inputs!B1'], [true]],
    [
      'a headline',
      { ...EXACT, tolerances: [{ of: 'Net', tolerance: 0.01, kind: 'headline' as const }] },
      ['Inputs!B1', 'Summary!B1'],
      [true],
    ],
    [
      'no headline',
      { ...EXACT, tolerances: [{ of: 'Net', tolerance: 0.01, kind: 'sheet' as const }] },
      ['Inputs!B1', 'Summary!B1'],
      [false],
    ],
  ])('is used for %s, told with the comparison and kept when an edit is followed', async (_, within, places, ties) => {
    const { engine } = near();
    const models = modelsIn(await engine.compare({ ...request(), within }, quiet()));
    expect(listed(models)).toEqual([places, ties]);
    expect(models.within).toEqual(within);
    const range = { firstRow: 1, lastRow: 1, firstColumn: 3, lastColumn: 3 };
    const cell = { sheet: 'Summary', range, values: [[7]], formulas: [[null]], formats: [['General']] };
    const updated = await engine.update({ edited: [cell], recalculated: [] });
    if (!updated.ok || updated.value === null) throw new Error('not followed');
    expect(listed(updated.value)).toEqual([[...places, 'Summary!C:C'], ties]);
    expect(updated.value.within).toEqual(within);
  });

  test('a sheet or headline that is gone is told, and keeps nobody from comparing', async () => {
    const { engine } = near();
    const within: EqualWithin = {
      tolerance: 0.01,
      tolerances: [
        { of: 'Old plan', tolerance: 0.5, kind: 'sheet' },
        { of: 'Gross', tolerance: 0.5, kind: 'headline' },
      ],
    };
    const models = modelsIn(await engine.compare({ ...request(), within }, quiet()));
    expect([models.within, listed(models)]).toEqual([within, [[], [true]]]);
    const told = ['There is no sheet Old plan', 'There is no headline Gross'].map((text) => expect.stringContaining(text));
    expect(models.comparison.warnings).toEqual(told);
    const removed = await engine.chooseHeadlines({ added: [], removed: ['Gross'] });
    if (!removed.ok) throw new Error(removed.failure.message);
    expect(removed.value.warnings).toEqual(told.slice(0, 1));
  });

  test('holds for a plan, which says whether headlines will agree', async () => {
    const asked: unknown[] = [];
    const { engine } = setUp({
      plan(_, __, within) {
        asked.push(within);
        throw new Error('Not planned here.');
      },
    });
    const within = { tolerance: 0.01, tolerances: [] };
    await engine.compare({ ...request(), within }, quiet());
    await engine.plan({ take: [], remove: [] }, quiet());
    expect(asked).toEqual([within]);
  });

  test('holds for why headlines differ as well', async () => {
    const asked: unknown[] = [];
    const { engine } = setUp({
      explainGaps(_, __, options) {
        asked.push(options);
        return inSteps(1);
      },
    });
    const within = { tolerance: 0.01, tolerances: [] };
    await engine.compare({ ...request(), within }, quiet());
    await engine.explainGaps(quiet());
    expect(asked).toEqual([{ ...within, regrouping: { together: [], apart: [] } }]);
  });
});

test('a version that is to be published is measured with both files, and how far that is is told', async () => {
  const asked: unknown[] = [];
  const { engine } = setUp({
    measureVersion: async (version, locale, progress) => {
      asked.push([version, locale]);
      progress('Reading', 0.5);
      return succeed({ findings: [], headlines: [], changes: null, checked: { formulas: 3, unknown: 1 } });
    },
  });
  const model = { id: 'r', title: 'Revenue', owner: 'Dana', purpose: '', versions: [] };
  const file = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });
  const told: string[] = [];
  const watch = { progress: (doing: string) => void told.push(doing), signal: { aborted: false } };
  const measured = await engine.measureVersion({ model, current: file('old'), next: file('new') }, watch);
  expect(measured).toEqual(succeed({ findings: [], headlines: [], changes: null, checked: { formulas: 3, unknown: 1 } }));
  expect(asked).toEqual([[{ model, current: file('old'), next: file('new') }, 'en-US']]);
  expect(told).toEqual(['Reading']);
});

test('compares a sheet with another of the workbook, reads no official model, and follows no edits, which may move either', async () => {
  const { engine, read } = setUp({
    readFile: () =>
      Promise.resolve(succeed(workbook({ Mine: { A1: 'Rate', B1: 0.8 }, Agreed: { A1: 'Rate', B1: 0.9 }, Other: { A1: 1 } }))),
  });
  const sheets = { official: 'Agreed', local: 'Mine' };
  const asked = { ...request(), official: { key: 'sheet', file: null, sheets } };
  const { comparison } = modelsIn(await engine.compare(asked, quiet()));
  expect(comparison.differences).toMatchObject([{ official: { sheet: 'Mine', value: 0.9 }, local: { sheet: 'Mine', value: 0.8 } }]);
  expect(read).toEqual([]);
  const range = { firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 2 };
  expect(await engine.findDependents([{ sheet: 'Mine', range }])).toEqual(succeed(null));
  expect(await engine.update({ edited: [], recalculated: [] })).toEqual(succeed(null));
  const gone = await engine.compare({ ...asked, official: { ...asked.official, sheets: { official: 'Gone', local: 'Mine' } } }, quiet());
  expect(gone).toMatchObject({ failure: { code: 'unknown-sheet' } });
});
