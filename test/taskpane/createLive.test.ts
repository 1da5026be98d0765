import type { ComparedModels } from '../../src/app/ports/ComparisonEngine';
import { fail, succeed } from '../../src/core/Result';
import { parseRange } from '../../src/core/workbook/Address';
import { createPane } from '../../src/taskpane/state/createPane';
import { reviewOf } from '../../src/taskpane/state/PaneState';
import { createStrings } from '../../src/taskpane/strings';
import { modelsOf } from '../support/comparisonOf';
import { fakeCatalogs } from '../support/fakeCatalogs';
import { FakeEngine } from '../support/fakeEngine';
import { FakeHost } from '../support/fakeHost';
import { FakeHeadlines } from '../support/fakeHeadlines';
import { fakeOfficials } from '../support/fakeOfficials';
import { fakeRecords } from '../support/fakeRecords';
import { FakeTolerance } from '../support/fakeTolerance';

const before = modelsOf(['cause value A!A1 1 → 2', 'cause value A!A2 1 → 2']);
const after = modelsOf(['cause value A!A1 1 → 2']);
const later = modelsOf([]);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Lets everything happen that happens by itself within a second. */
const settle = () => jest.advanceTimersByTimeAsync(1000);

async function compared(...followed: ComparedModels[]) {
  const host = new FakeHost();
  const engine = new FakeEngine();
  let clock = 1000;
  engine.results = [before, before].map((models) => succeed({ kind: 'compared', models }));
  engine.followed = followed.map((models) => succeed(models));
  engine.dependents = [{ sheet: 'B', range: parseRange('C1:C9')! }];
  const pane = createPane(
    {
      host,
      engine,
      officials: fakeOfficials(),
      catalogs: fakeCatalogs(),
      headlines: new FakeHeadlines().services,
      tolerance: new FakeTolerance().services,
      records: fakeRecords(),
      now: () => clock,
    },
    createStrings('en-US'),
  );
  pane.compare();
  await settle();
  clock = 2000;
  host.done.length = 0;
  return { host, engine, pane, review: () => reviewOf(pane.state().stage)! };
}

test('an edit brings the list up to date by itself; what was opened and ticked stays', async () => {
  const { host, pane, review } = await compared(after);
  pane.dispatch({ type: 'viewShown', view: 'differences' });
  pane.dispatch({ type: 'differenceToggled', id: 'd1' });
  pane.dispatch({ type: 'ticked', ids: ['d1', 'd2'], on: true });
  pane.dispatch({ type: 'rowReached', id: 'd1' });
  host.edited('A', 'A2');
  expect(review().edited.size).toBe(1);
  await settle();
  expect(host.done).toContain('read A!A2 B!C1:C9');
  expect(review()).toMatchObject({ models: after, view: 'differences', at: 1000, followedAt: 2000 });
  expect(review().edited.size).toBe(0);
  expect([...review().list.open, ...review().list.ticked, review().list.current]).toEqual(['d1', 'd1', 'd1']);
});

test('edits at once are followed at once, those made meanwhile afterwards', async () => {
  const { host, engine, review } = await compared(after, later);
  let release = () => undefined as void;
  engine.wait = new Promise<void>((resolve) => (release = resolve));
  host.edited('A', 'A2');
  host.edited('A', 'A3');
  await settle();
  host.edited('A', 'A3');
  expect(review().models).toBe(before);
  release();
  await jest.advanceTimersByTimeAsync(0);
  expect(review().models).toBe(after);
  expect([...review().edited.keys()]).toEqual(['A!A3']);
  await settle();
  expect(review().models).toBe(later);
  expect(host.done.filter((done) => done.startsWith('read'))).toEqual(['read A!A2:A3 B!C1:C9', 'read A!A3 B!C1:C9']);
});

test('what reaches further than its cells is told as edited, until all is compared again', async () => {
  const { host, pane, engine, review } = await compared(after);
  host.edited('A', '5:5', false, 'in');
  host.edited('A', 'A2');
  await settle();
  expect(engine.updates).toEqual([]);
  expect(review().edited.size).toBe(2);
  pane.compare();
  await settle();
  host.edited('A', 'A2');
  await settle();
  expect(review()).toMatchObject({ models: after });
});

test('one that the engine cannot follow is told as edited too', async () => {
  const { host, engine, review } = await compared(after);
  engine.dependents = null;
  host.edited('A', 'A2');
  await settle();
  expect([review().models, review().edited.size]).toEqual([before, 1]);
});

test('nothing is followed while a plan is on show; afterwards it is', async () => {
  const { host, pane, engine, review } = await compared(after);
  pane.plan(['d1']);
  await settle();
  host.edited('A', 'A2');
  await settle();
  expect(engine.updates).toEqual([]);
  pane.dispatch({ type: 'planLeft' });
  await settle();
  expect(review().models).toBe(after);
});

test('while Excel is busy the edit waits for the next one', async () => {
  const { host, engine, review } = await compared(after);
  host.failures.readCells = { code: 'busy', message: 'Excel is busy.' };
  host.edited('A', 'A2');
  await settle();
  expect([review().edited.size, engine.updates.length]).toEqual([1, 0]);
  host.failures = {};
  host.edited('A', 'A9');
  await settle();
  expect(review().edited.size).toBe(0);
  expect(host.done).toContain('read A!A2 A!A9 B!C1:C9');
});

test('edits before a comparison that fails are still followed', async () => {
  const { host, pane, engine, review } = await compared(after);
  let release = () => undefined as void;
  engine.wait = new Promise<void>((resolve) => (release = resolve));
  host.edited('A', 'A2');
  await settle();
  engine.results = [fail('password', 'It has a password.')];
  pane.compare();
  await settle();
  engine.followed = [succeed(after), succeed(later)];
  release();
  await settle();
  expect(host.done.filter((done) => done.startsWith('read A'))).toEqual(['read A!A2 B!C1:C9', 'read A!A2 B!C1:C9']);
  expect([review().models, review().edited.size]).toEqual([later, 0]);
});

test('nothing is asked again of a worker that stopped', async () => {
  const { host, pane, engine, review } = await compared();
  engine.followed = [fail('worker-stopped', 'It stopped.'), succeed(after)];
  host.edited('A', 'A2');
  await settle();
  pane.dispatch({ type: 'viewShown', view: 'differences' });
  host.edited('A', 'A3');
  await settle();
  expect([review().models, review().edited.size, engine.updates.length]).toEqual([before, 2, 1]);
});

test('our own writes and a closed pane follow nothing', async () => {
  const { host, pane, engine } = await compared(after);
  host.edited('A', 'A2', true);
  await settle();
  host.edited('A', 'A2');
  pane.close();
  await settle();
  expect(engine.updates).toEqual([]);
});

describe('while Excel has not calculated', () => {
  test('an edit waits for the results that follow from it', async () => {
    const { host, pane, engine, review } = await compared(after);
    host.calculating = 'pending';
    host.edited('A', 'A2');
    await settle();
    expect([engine.updates.length, pane.state().calculation, review().edited.size]).toEqual([0, 'pending', 1]);
    expect(host.done).toEqual([]);
    // Even when Excel does not tell.
    host.calculating = 'done';
    await settle();
    expect([engine.updates.length, pane.state().calculation, review().edited.size]).toEqual([1, 'done', 0]);
    expect(review().models).toBe(after);
  });

  test('it is read as soon as Excel tells that it is done', async () => {
    const { host, review } = await compared(after);
    host.calculating = 'pending';
    host.edited('A', 'A2');
    await jest.advanceTimersByTimeAsync(50);
    host.calculated();
    await jest.advanceTimersByTimeAsync(50);
    expect(review().models).toBe(after);
  });

  test('and does so only when asked to, an edit is followed at once, and again when it was asked', async () => {
    const { host, pane, review } = await compared(after, later);
    host.calculating = 'manual';
    host.edited('A', 'A2');
    await settle();
    expect([review().models, pane.state().calculation]).toEqual([after, 'manual']);
    host.calculated();
    await settle();
    expect([review().models, pane.state().calculation]).toEqual([later, 'done']);
    expect(host.done.filter((done) => done.startsWith('read'))).toEqual(['read A!A2 B!C1:C9', 'read A!A2 B!C1:C9']);
    host.calculated();
    await settle();
    expect(host.done.filter((done) => done.startsWith('read'))).toHaveLength(2);
  });

  test('what was compared with old results says so until all is compared again', async () => {
    const { host, pane, engine } = await compared();
    host.calculating = 'manual';
    pane.compare();
    await settle();
    expect(pane.state().calculation).toBe('manual');
    host.calculated();
    await settle();
    expect(pane.state().calculation).toBe('since');
    engine.results = [succeed({ kind: 'compared', models: after })];
    pane.compare();
    await settle();
    expect(pane.state().calculation).toBe('done');
  });

  test('a comparison begun while it calculates says so though it has ended since', async () => {
    const { host, pane, engine } = await compared();
    let release = () => undefined as void;
    engine.wait = new Promise<void>((resolve) => (release = resolve));
    host.calculating = 'pending';
    pane.compare();
    await settle();
    host.calculating = 'done';
    release();
    await settle();
    expect(pane.state().calculation).toBe('since');
  });
});
