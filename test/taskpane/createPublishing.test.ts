import type { MeasuredVersion } from '../../src/app/catalog/measureVersion';
import { fail, succeed } from '../../src/core/Result';
import type { HostReading } from '../../src/app/ports/WorkbookHost';
import { createPublishing } from '../../src/taskpane/state/createPublishing';
import type { PaneEvent } from '../../src/taskpane/state/PaneEvent';
import { startState } from '../../src/taskpane/state/PaneState';
import { reducePane } from '../../src/taskpane/state/reducePane';
import { createStrings } from '../../src/taskpane/strings';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { accessTo } from '../support/fakeCatalogs';
import { FakeEngine } from '../support/fakeEngine';
import { heldPlace, type Fault, type Files } from '../support/heldPlace';
import { wholeVersions } from '../support/publication';

const bytesOf = (name: string) => new TextEncoder().encode(`the workbook of ${name}`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const words = createStrings('en-US').publish;
const ADDRESS = 'https://models.example/catalog.json';

const fine: MeasuredVersion = { findings: [], headlines: [], changes: null, checked: { formulas: 1, unknown: 0 } };
const stale: MeasuredVersion = { ...fine, findings: [{ about: 'results', sentence: 'B1 is old.' }] };

function setUp(measured: MeasuredVersion = fine, fault: Fault = () => null) {
  const v14 = versionOf('v14', bytesOf('v14'));
  const published = model([v14]);
  const files: Files = { 'catalog.json': catalogBytes(catalogOf(published)), [v14.workbook]: bytesOf('v14') };
  const place = heldPlace(files, 'catalog.json', fault);
  const choice = { key: `${ADDRESS}#revenue`, title: published.title, version: 'v14', publishedAt: null };
  let state = startState({ ...choice, place: { kind: 'catalog', name: ADDRESS, model: published.id } });
  const dispatch = (event: PaneEvent) => void (state = reducePane(state, event));
  dispatch({ type: 'published', address: ADDRESS, news: { model: published, askedAt: 1, away: false } });
  const engine = new FakeEngine();
  engine.versions = [succeed(measured), succeed(measured)];
  const names: string[] = [];
  let reading: HostReading = { kind: 'file', name: 'Next.xlsx', bytes: bytesOf('v15') };
  let cleared = 0;
  let compared = 0;
  const steps = createPublishing({
    host: { read: async () => succeed(reading), clearHighlight: async () => (cleared++, succeed(null)) },
    engine,
    author: { name: () => 'Dana', rename: (name) => void names.push(name) },
    now: () => Date.parse('2026-06-01T08:00:00Z'),
    words,
    access: () => succeed(accessTo(place, { address: ADDRESS })),
    state: () => state,
    dispatch,
    compareWithCurrent: () => compared++,
  });
  const at = () => state.publishing?.step.at;
  /** Until nothing is being checked or written any more, however busy the computer is. */
  const settle = async () => {
    await pause(10);
    while (at() === 'checking' || at() === 'writing') await pause(5);
  };
  const check = () => {
    steps.start();
    steps.describe({ version: ' v15 ', wrong: 'Too low.', fixes: 'Right now.', by: 'Dana' });
    steps.check();
  };
  return {
    steps,
    engine,
    place,
    dispatch,
    names,
    at,
    step: () => state.publishing!.step,
    settle,
    publishing: () => state.publishing,
    read: (next: HostReading) => (reading = next),
    cleared: () => cleared,
    compared: () => compared,
    check,
    /** Checks a version that is described. */
    async checked() {
      check();
      await settle();
    },
  };
}

test('a version is asked for, checked, published and compared with', async () => {
  const pane = setUp();
  pane.steps.start();
  expect(pane.publishing()!.draft).toEqual({ version: 'v15', wrong: '', fixes: '', by: 'Dana' });
  await pane.checked();
  expect(pane.at()).toBe('checked');
  expect(pane.engine.measuredVersions[0]).toMatchObject({ current: { bytes: bytesOf('v14') }, next: { bytes: bytesOf('v15') } });
  pane.steps.publish();
  await pane.settle();
  expect(pane.step()).toEqual({ at: 'published', title: 'v15' });
  expect(await wholeVersions(pane.place)).toEqual(['v15 Dana', expect.stringContaining('v14') as string]);
  expect([pane.names, pane.compared()]).toEqual([['Dana'], 0]);
  pane.steps.leave();
  expect([pane.publishing(), pane.compared()]).toEqual([null, 1]);
});

test('what is wrong with it keeps it from being published until its owner agrees', async () => {
  const pane = setUp(stale);
  await pane.checked();
  pane.steps.allow(['results']);
  pane.steps.publish();
  await pane.settle();
  expect(pane.at()).toBe('published');
  expect(
    new TextDecoder().decode(
      ((await pane.place.file.read({ progress: () => undefined, signal: { aborted: false } })) as never as { value: { bytes: Uint8Array } })
        .value.bytes,
    ),
  ).toContain('B1 is old.');
});

test('what was edited after the check has to be checked again', async () => {
  const pane = setUp();
  await pane.checked();
  pane.steps.edited();
  expect(pane.step()).toEqual({ at: 'asking', problem: words.edited });
  pane.steps.publish();
  await pane.settle();
  expect(await wholeVersions(pane.place)).toHaveLength(1);
});

test('an edit does not take back what was asked or published', async () => {
  const pane = setUp();
  pane.steps.start();
  pane.steps.edited();
  expect(pane.step()).toEqual({ at: 'asking', problem: null });
  pane.steps.leave();
  pane.steps.edited();
  expect(pane.publishing()).toBeNull();
});

test('marks of Tieout go before the workbook is read', async () => {
  const pane = setUp();
  await pane.checked();
  expect(pane.cleared()).toBe(0);
  pane.dispatch({ type: 'highlightChanged', highlight: 'on' });
  await pane.checked();
  expect(pane.cleared()).toBe(1);
});

test('a workbook that Excel does not hand over as a file cannot be published from here', async () => {
  const pane = setUp();
  pane.read({ kind: 'ranges' } as HostReading);
  await pane.checked();
  expect(pane.step()).toEqual({ at: 'asking', problem: words.noFile });
});

test('the very file that is current, and what cannot be measured, are told in words', async () => {
  const pane = setUp();
  pane.read({ kind: 'file', name: 'Same.xlsx', bytes: bytesOf('v14') });
  await pane.checked();
  expect(pane.step()).toMatchObject({ at: 'asking', problem: expect.stringContaining('This very file is') as string });
  pane.read({ kind: 'file', name: 'Next.xlsx', bytes: bytesOf('v15') });
  pane.engine.versions = [fail('bad-file', 'Next.xlsx: It is no workbook.')];
  await pane.checked();
  expect(pane.step()).toEqual({ at: 'asking', problem: 'Next.xlsx: It is no workbook.' });
});

test('a cancelled check says so and writes nothing', async () => {
  const pane = setUp();
  let go = () => undefined as void;
  pane.engine.wait = new Promise<void>((resolve) => (go = resolve));
  pane.check();
  await pause(20);
  expect(pane.at()).toBe('checking');
  pane.steps.cancel();
  go();
  await pane.settle();
  expect(pane.step()).toEqual({ at: 'asking', problem: words.cancelled });
});

test('a name that is taken, and a place that cannot be written, leave it checked and the old version current', async () => {
  let isBroken = false;
  const pane = setUp(fine, (doing) => (isBroken && doing === 'write' ? 'before' : null));
  await pane.checked();
  pane.steps.describe({ version: 'V14', wrong: 'a', fixes: 'b', by: '' });
  pane.steps.publish();
  await pane.settle();
  expect(pane.step()).toMatchObject({ at: 'checked', problem: expect.stringContaining('has a version v14 already') as string });
  isBroken = true;
  pane.steps.describe({ version: 'v15', wrong: 'a', fixes: 'b', by: '' });
  pane.steps.publish();
  await pane.settle();
  expect(pane.step()).toMatchObject({ at: 'checked', problem: expect.stringContaining('v15 was not published') as string });
  expect(await wholeVersions(pane.place)).toHaveLength(1);
  isBroken = false;
  pane.steps.publish();
  await pane.settle();
  expect(pane.at()).toBe('published');
});
