import type { Explanation } from '../../src/app/Explanation';
import type { ComparedModels } from '../../src/app/ports/ComparisonEngine';
import { fail, succeed } from '../../src/core/Result';
import { parseRange } from '../../src/core/workbook/Address';
import { createPane } from '../../src/taskpane/state/createPane';
import { reviewOf } from '../../src/taskpane/state/PaneState';
import { createStrings } from '../../src/taskpane/strings';
import { headlineOf, modelsOf } from '../support/comparisonOf';
import { fakeCatalogs } from '../support/fakeCatalogs';
import { FakeEngine } from '../support/fakeEngine';
import { FakeHost } from '../support/fakeHost';
import { FakeHeadlines } from '../support/fakeHeadlines';
import { fakeOfficials } from '../support/fakeOfficials';
import { fakeRecords } from '../support/fakeRecords';
import { FakeTolerance } from '../support/fakeTolerance';

const apart = headlineOf('Net', 'A!B9', 100, 110);
const before = modelsOf(['cause value A!A1 1 → 2', 'cause value A!A2 1 → 2'], [apart]);
const after = modelsOf(['cause value A!A1 1 → 2'], [headlineOf('Net', 'A!B9', 100, 105)]);
const tied = modelsOf(['cause value A!A1 1 → 2'], [headlineOf('Net', 'A!B9', 100, 100)]);
const explanation = (name: string): Explanation => ({ drivers: [], bridges: [], unbridged: [name], whole: [], fewest: null, doubts: [] });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const settle = () => jest.advanceTimersByTimeAsync(1000);

function setUp(models: ComparedModels, ...followed: ComparedModels[]) {
  const host = new FakeHost();
  const engine = new FakeEngine();
  engine.results = [models, models].map((each) => succeed({ kind: 'compared', models: each }));
  engine.followed = followed.map((each) => succeed(each));
  engine.dependents = [{ sheet: 'A', range: parseRange('A1:A2')! }];
  const pane = createPane(
    {
      host,
      engine,
      officials: fakeOfficials(),
      catalogs: fakeCatalogs(),
      headlines: new FakeHeadlines().services,
      tolerance: new FakeTolerance().services,
      records: fakeRecords(),
      now: () => 1,
    },
    createStrings('en-US'),
  );
  pane.compare();
  return { host, engine, pane, review: () => reviewOf(pane.state().stage)!, why: () => reviewOf(pane.state().stage)!.why };
}

test('is asked for once the comparison is on show, and then there', async () => {
  const { engine, review, why } = setUp(before);
  engine.gaps = [succeed(explanation('one'))];
  await jest.advanceTimersByTimeAsync(20);
  expect([review().models, why().at, engine.gapsAsked]).toEqual([before, 'wanted', 0]);
  await settle();
  expect(why()).toEqual({ at: 'there', shown: { models: before, explanation: explanation('one') } });
  await settle();
  expect(engine.gapsAsked).toBe(1);
});

test('is not asked for where no headline differs', async () => {
  const { engine, why } = setUp(tied);
  await settle();
  expect([why().at, engine.gapsAsked]).toEqual(['none', 0]);
});

test('tells how far it is, can be cancelled, and asked for again', async () => {
  const { engine, pane, why } = setUp(before);
  await settle();
  expect(why()).toMatchObject({ at: 'working', done: 0.5 });
  pane.cancelExplaining();
  await settle();
  expect(why().at).toBe('stopped');
  await settle();
  expect(engine.gapsAsked).toBe(1);
  engine.gaps = [succeed(explanation('again'))];
  pane.explainGaps();
  await settle();
  expect(why()).toMatchObject({ at: 'there', shown: { explanation: explanation('again') } });
});

test('a failure is one sentence, a thrown error too, and the comparison stays', async () => {
  const { engine, pane, review, why } = setUp(before);
  engine.gaps = [fail('unexpected', 'It slipped.')];
  await settle();
  expect([why(), review().models]).toEqual([{ at: 'failed', message: 'It slipped.', shown: null }, before]);
  engine.explainGaps = () => Promise.reject(new Error('broken'));
  pane.explainGaps();
  await settle();
  expect(why()).toMatchObject({ at: 'failed', message: 'broken' });
});

test('an edit has it asked for again; until then the one before is shown as such', async () => {
  const { host, engine, review, why } = setUp(before, after);
  engine.gaps = [succeed(explanation('one'))];
  await settle();
  host.edited('A', 'A2');
  await settle();
  expect(review().models).toBe(after);
  expect(why()).toMatchObject({ at: 'working', shown: { models: before, explanation: explanation('one') } });
});

test('what comes too late for its comparison is dropped', async () => {
  const { host, engine, review, why } = setUp(before, after);
  await settle();
  expect(why().at).toBe('working');
  engine.gaps = [succeed(explanation('two'))];
  host.edited('A', 'A2');
  await settle();
  expect([review().models, engine.gapsAsked]).toEqual([after, 2]);
  expect(why()).toMatchObject({ at: 'there', shown: { models: after, explanation: explanation('two') } });
});

test('a driver leads to its causes in the list; open bridges and the list stay over an edit as far as they are there', async () => {
  const { host, engine, pane, review } = setUp(before, after);
  engine.gaps = [succeed(explanation('one')), succeed(explanation('two'))];
  await settle();
  pane.dispatch({ type: 'bridgeToggled', headline: 'Net' });
  pane.dispatch({ type: 'searched', search: 'x' });
  pane.dispatch({ type: 'driverShown', name: 'Rate', causes: ['d2'] });
  expect(review()).toMatchObject({ view: 'differences', list: { search: '', driver: { name: 'Rate' }, current: 'd2' } });
  host.edited('A', 'A2');
  await settle();
  expect([...review().bridges, review().list.driver]).toEqual(['Net', null]);
});
