import { keyedLists } from '../../src/app/keyedWords';
import type { ComparedModels } from '../../src/app/ports/ComparisonEngine';
import type { EqualWithin } from '../../src/core/compare/EqualWithin';
import { fail, succeed } from '../../src/core/Result';
import type { Official } from '../../src/taskpane/PaneServices';
import { createPane } from '../../src/taskpane/state/createPane';
import { reviewOf } from '../../src/taskpane/state/PaneState';
import { createStrings } from '../../src/taskpane/strings';
import { packer } from '../../src/adapters/storage/pack/packer';
import { readInverse } from '../../src/app/ledger/readInverse';
import { modelsOf } from '../support/comparisonOf';
import { fakeCatalogs } from '../support/fakeCatalogs';
import { FakeEngine } from '../support/fakeEngine';
import { FakeHeadlines } from '../support/fakeHeadlines';
import { fakeRecords } from '../support/fakeRecords';
import { FakeHost } from '../support/fakeHost';
import { FakeTolerance } from '../support/fakeTolerance';
import { inMemory } from '../support/inMemory';
import { write } from '../support/steps';

const lines = ['cause value A!A1 1 → 2', 'cause row A!5:5 - → _', 'consequence value A!B1 1 → 2'];
const apart = modelsOf(lines);
const same = modelsOf([]);

function setUp({ known = true, results = [apart] as ComparedModels[], texts = new Map<string, string>() } = {}) {
  const host = new FakeHost();
  const engine = new FakeEngine();
  engine.results = results.map((models) => succeed({ kind: 'compared', models }));
  const opened: string[] = [];
  const official = (title: string, kind: 'link' | 'file'): Official => ({
    choice: {
      key: title,
      title,
      version: null,
      publishedAt: null,
      place: kind === 'file' ? { kind, name: title, id: null } : { kind, name: title },
    },
    source: {
      open: () => {
        opened.push(title);
        return Promise.resolve(succeed({ name: `${title}.xlsx`, bytes: new Uint8Array(1) }));
      },
    },
  });
  const remembered: string[] = [];
  const headlines = new FakeHeadlines();
  const tolerance = new FakeTolerance();
  const pane = createPane(
    {
      host,
      engine,
      now: () => 1000,
      records: fakeRecords(texts),
      headlines: headlines.services,
      tolerance: tolerance.services,
      catalogs: fakeCatalogs(),
      officials: {
        remembered: () => (known ? official('model', 'link') : null),
        fromFile: (file) => official(file.name, 'file'),
        fromLink: (link) => (link.startsWith('https') ? succeed(official(link, 'link')) : fail('bad-link', 'No link.')),
        ownVersions: () => null,
        remember: ({ title }) => {
          remembered.push(title);
          return Promise.resolve(succeed(null));
        },
      },
    },
    createStrings('en-US'),
  );
  return {
    host,
    engine,
    headlines,
    tolerance,
    pane,
    opened,
    remembered,
    stage: () => pane.state().stage,
    notice: () => pane.state().notice,
  };
}

/** Lets everything that waits for nothing but promises run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('with no official model known it asks for one, and a picked file is compared at once', async () => {
  const { pane, stage, opened, remembered } = setUp({ known: false });
  expect(stage().at).toBe('choosing');
  pane.chooseFile({ file: new File(['x'], 'picked'), handle: null });
  await settle();
  expect(stage().at).toBe('review');
  expect(opened).toEqual(['picked']);
  expect(remembered).toEqual([]);
});

test('a link is remembered in the workbook; one that is none is refused and nothing else changes', async () => {
  const { pane, stage, notice, remembered } = setUp({ known: false });
  pane.chooseLink('nonsense');
  expect(stage().at).toBe('choosing');
  expect(notice()?.message).toBe('No link.');
  pane.chooseLink('https://models/fy26');
  await settle();
  expect(stage().at).toBe('review');
  expect(remembered).toEqual(['https://models/fy26']);
});

test('a failed comparison says why and leaves the pane ready', async () => {
  const { pane, engine, stage, notice } = setUp();
  engine.results = [fail('password', 'It has a password.')];
  pane.compare();
  await settle();
  expect(stage().at).toBe('ready');
  expect(notice()).toMatchObject({ tone: 'failure', message: 'It has a password.' });
});

test('a thrown error ends a step like a failure', async () => {
  const { pane, engine, stage, notice } = setUp();
  engine.compare = () => Promise.reject(new Error('broken'));
  pane.compare();
  await settle();
  expect([stage().at, notice()?.message]).toEqual(['ready', 'broken']);
});

test('cancelling a comparison brings back the one before', async () => {
  const { pane, engine, stage, notice } = setUp({ results: [apart, same] });
  pane.compare();
  await settle();
  let release = () => undefined as void;
  engine.wait = new Promise<void>((resolve) => (release = resolve));
  pane.compare();
  await settle();
  expect(stage()).toMatchObject({ at: 'comparing', before: { models: apart }, work: { doing: 'Comparing' } });
  pane.cancel();
  release();
  await settle();
  expect(stage()).toMatchObject({ at: 'review', review: { models: apart } });
  expect(notice()?.title).toBe('Cancelled');
});

test('edits are counted once a cell, those made while comparing too, and our own never', async () => {
  const { pane, host, engine } = setUp({ results: [apart, apart] });
  const edited = () => [...(reviewOf(pane.state().stage)?.edited.values() ?? [])].reduce((sum, cells) => sum + cells, 0);
  pane.compare();
  await settle();
  host.edited('A', 'B2');
  host.edited('A', 'B2');
  host.edited('A', 'B3');
  host.edited('A', 'B4', true);
  expect(edited()).toBe(2);
  host.edited('A', 'D1:E3');
  expect(edited()).toBe(8);
  let release = () => undefined as void;
  engine.wait = new Promise<void>((resolve) => (release = resolve));
  pane.compare();
  await settle();
  host.edited('A', 'C9');
  release();
  await settle();
  expect(edited()).toBe(1);
});

test('sheets paired by hand go into the next comparison', async () => {
  const { pane, engine, stage } = setUp();
  engine.results.unshift(succeed({ kind: 'apart', official: ['Summary'], local: ['Übersicht'] }));
  pane.compare();
  await settle();
  expect(stage()).toMatchObject({ at: 'pairing', official: ['Summary'], local: ['Übersicht'] });
  pane.dispatch({ type: 'sheetsPaired', pairs: [{ official: 'Summary', local: 'Übersicht' }] });
  pane.compare();
  await settle();
  expect(engine.asked).toEqual(['compare model', 'compare model Summary=Übersicht']);
  expect(stage().at).toBe('review');
});

test('a sync is planned, written, checked against the same official model, and can be undone', async () => {
  const { pane, host, engine, stage, notice, opened } = setUp({ results: [apart, same, apart] });
  pane.compare();
  await settle();
  pane.plan(['d1', 'd2']);
  await settle();
  expect(stage()).toMatchObject({ at: 'plan', draft: { removable: ['d2'], remove: [] } });
  expect(host.done.filter((each) => each.startsWith('apply'))).toEqual([]);
  pane.chooseRemovals(['d2']);
  await settle();
  expect(engine.planned.at(-1)).toEqual({ take: ['d1', 'd2'], remove: ['d2'], outside: [], moves: true });
  pane.write();
  await settle();
  expect(stage()).toMatchObject({ at: 'review', review: { models: same } });
  expect(notice()).toMatchObject({ tone: 'done', message: '2 cells written. What was taken no longer differs.' });
  expect(opened).toEqual(['model']);
  expect(engine.asked.slice(-2)).toEqual(['compare model held', 'pack official']);
  pane.undo();
  await settle();
  expect(stage()).toMatchObject({ at: 'review', review: { models: apart } });
  expect(pane.state().undoable).toBeNull();
  expect(host.done).toContain('undo');
});

test('nothing is planned or written when lines moved since the comparison, unless they moved back', async () => {
  const { pane, host, engine, stage, notice } = setUp({ results: [apart, apart] });
  pane.compare();
  await settle();
  host.edited('A', '5:6', false, 'in');
  pane.plan(['d1']);
  await settle();
  expect(stage().at).toBe('review');
  expect(notice()?.message).toMatch(/inserted or deleted since the comparison.*Nothing was changed\. Compare again\./);
  expect(engine.planned).toEqual([]);
  host.edited('A', '5:6', false, 'out');
  pane.plan(['d1']);
  await settle();
  expect(stage().at).toBe('plan');
  host.edited('A', 'C:C', false, 'out');
  pane.write();
  await settle();
  expect(stage().at).toBe('review');
  expect(host.done.filter((each) => each.startsWith('apply'))).toEqual([]);
  pane.compare();
  await settle();
  host.edited('A', 'B2');
  pane.plan(['d1']);
  await settle();
  expect(stage().at).toBe('plan');
});

test('lines that move while comparing may have moved after they were read', async () => {
  const { pane, host, engine, stage } = setUp();
  let release = () => undefined as void;
  engine.wait = new Promise<void>((resolve) => (release = resolve));
  pane.compare();
  await settle();
  host.edited('A', '5:6', false, 'in');
  release();
  await settle();
  pane.plan(['d1']);
  await settle();
  expect(stage().at).toBe('review');
});

test('a sync is not undone where lines moved since, and is once they moved back', async () => {
  const { pane, host, notice } = setUp({ results: [apart, apart, apart] });
  host.edited('A', '9:9', false, 'in');
  pane.compare();
  await settle();
  pane.plan(['d1']);
  await settle();
  pane.write();
  await settle();
  host.edited('A', '5:6', false, 'out');
  pane.undo();
  await settle();
  expect(notice()?.message).toMatch(/inserted or deleted since the sync.*Nothing was changed\./);
  expect(host.done).not.toContain('undo');
  host.edited('A', '5:6', false, 'in');
  pane.undo();
  await settle();
  expect(host.done).toContain('undo');
});

test('deleting is offered only for what a sync can delete', async () => {
  const { pane, stage } = setUp({ results: [modelsOf(['cause row A!5:5 - → _', 'cause external A!B2 - → Mine'])] });
  pane.compare();
  await settle();
  pane.plan(['d1', 'd2']);
  await settle();
  expect(stage()).toMatchObject({ at: 'plan', draft: { removable: ['d1'] } });
});

test('what still differs after a sync, and what was left alone, is said', async () => {
  const { pane, host, notice } = setUp({ results: [apart, apart] });
  host.skipped = [{ sheet: 'A', address: 'A1', reason: 'It was edited meanwhile.' }];
  pane.compare();
  await settle();
  pane.plan(['d1']);
  await settle();
  pane.write();
  await settle();
  expect(notice()).toMatchObject({
    tone: 'warning',
    title: 'Synced in part',
    details: ['A, A1: It was edited meanwhile.'],
  });
});

test('a sync that fails says so, offers no undo and shows the comparison again', async () => {
  const { pane, host, stage, notice } = setUp();
  pane.compare();
  await settle();
  pane.plan(['d1']);
  await settle();
  host.failures = { apply: { code: 'protected', message: 'The sheet is protected.' } };
  pane.write();
  await settle();
  expect(stage().at).toBe('review');
  expect(notice()).toMatchObject({ tone: 'failure', message: 'The sheet is protected.' });
  expect(pane.state().undoable).toBeNull();
});

test('going to a difference selects its cell, once for a run of arrow keys; selecting a cell marks its difference', async () => {
  jest.useFakeTimers();
  const { pane, host } = setUp();
  pane.compare();
  await jest.advanceTimersByTimeAsync(10);
  pane.goTo('d1');
  pane.goTo('d3');
  await jest.advanceTimersByTimeAsync(500);
  expect(host.done.filter((each) => each.startsWith('select'))).toEqual(['select A!B1']);
  host.selected('A', 'A1');
  expect(reviewOf(pane.state().stage)?.list.current).toBe('d1');
  host.selected('A', 'Z99');
  expect(reviewOf(pane.state().stage)?.list.current).toBe('d1');
  jest.useRealTimers();
});

test('what Excel reports of our own selections, however late, never moves the list back', async () => {
  jest.useFakeTimers();
  const { pane, host } = setUp();
  pane.compare();
  await jest.advanceTimersByTimeAsync(10);
  const current = () => reviewOf(pane.state().stage)?.list.current;
  pane.goTo('d1');
  await jest.advanceTimersByTimeAsync(500);
  pane.goTo('d2');
  await jest.advanceTimersByTimeAsync(500);
  pane.goTo('d3');
  host.selected('A', 'A1');
  expect(current()).toBe('d3');
  host.selected('A', '$A$5:$XFD$5');
  await jest.advanceTimersByTimeAsync(500);
  host.selected('A', 'B1');
  expect(current()).toBe('d3');
  host.selected('A', 'A1');
  expect(current()).toBe('d1');
  jest.useRealTimers();
});

test('while Excel is slow to select, only the last place asked for is selected next', async () => {
  jest.useFakeTimers();
  const { pane, host } = setUp();
  pane.compare();
  await jest.advanceTimersByTimeAsync(10);
  let release = () => undefined as void;
  host.wait = new Promise<void>((resolve) => (release = resolve));
  for (const id of ['d1', 'd2', 'd3']) {
    pane.goTo(id);
    await jest.advanceTimersByTimeAsync(500);
  }
  const selects = () => host.done.filter((each) => each.startsWith('select'));
  expect(selects()).toEqual(['select A!A1']);
  release();
  await jest.advanceTimersByTimeAsync(10);
  expect(selects()).toEqual(['select A!A1', 'select A!B1']);
  jest.useRealTimers();
});

test('the highlight covers what local has, follows a new comparison, and is gone at start and when the pane closes', async () => {
  const { pane, host } = setUp({ results: [apart, same] });
  expect(host.done).toEqual(['clear highlight']);
  pane.compare();
  await settle();
  pane.toggleHighlight();
  await settle();
  expect(host.marks.map(({ address }) => address)).toEqual(['A1', '5:5', 'B1']);
  pane.compare();
  await settle();
  expect(host.marks).toEqual([]);
  expect(pane.state().highlight).toBe('on');
  pane.close();
  expect(host.done.filter((each) => each === 'clear highlight')).toHaveLength(2);
});

describe('keys of lists', () => {
  /** A comparison of two lists on the sheets Map and Prices, matched by these columns; chosen ones begin with `!`. */
  const matched = (...keys: readonly string[]): ComparedModels => ({
    ...apart,
    comparison: {
      ...apart.comparison,
      sheets: keys.map((key, k) => ({
        official: ['Map', 'Prices'][k]!,
        local: ['Karte', 'Preise'][k]!,
        status: 'changed',
        moved: false,
        visibility: { official: 'visible', local: 'visible' },
        rowsAdded: [],
        rowsRemoved: [],
        columnsAdded: [],
        columnsRemoved: [],
        rowsMoved: [],
        keyed: [
          {
            official: 'A1:C9',
            local: 'A1:C9',
            columns: ['Code', 'Name', 'Region'],
            key: key.replace('!', '').split('+'),
            chosen: key.startsWith('!'),
            reordered: true,
            duplicates: 0,
          },
        ],
      })),
    },
  });

  test('a chosen one is compared by, stays for later comparisons and other lists, and goes when it is to be found again', async () => {
    const { pane, engine } = setUp({
      results: [
        matched('Code', 'Code'),
        matched('!Name+Region', 'Code'),
        matched('!Name+Region', '!Name'),
        matched('!Name+Region', '!Name'),
        matched('Code', '!Name'),
      ],
    });
    const lists = () => keyedLists(reviewOf(pane.state().stage)!.models.comparison);
    pane.compare();
    await settle();
    pane.chooseKey(lists()[0]!, ['Name', 'Region']);
    await settle();
    pane.chooseKey(lists()[1]!, ['Name']);
    await settle();
    pane.compare();
    await settle();
    pane.chooseKey(lists()[0]!, []);
    await settle();
    expect(engine.asked).toEqual([
      'compare model',
      'compare model Map!Name+Region',
      'compare model Prices!Name Map!Name+Region',
      'compare model Map!Name+Region Prices!Name',
      'compare model Prices!Name',
    ]);
  });

  test('one that could not be used is not asked for again, and another official model begins without', async () => {
    const { pane, engine } = setUp({ results: [matched('Code'), matched('Code'), matched('!Name'), matched('Code')] });
    const list = () => keyedLists(reviewOf(pane.state().stage)!.models.comparison)[0]!;
    pane.compare();
    await settle();
    pane.chooseKey(list(), ['Region']);
    await settle();
    pane.chooseKey(list(), ['Name']);
    await settle();
    pane.chooseFile({ file: new File(['x'], 'other'), handle: null });
    await settle();
    expect(engine.asked).toEqual(['compare model', 'compare model Map!Region', 'compare model Map!Name', 'compare other']);
  });
});

describe('what counts as equal', () => {
  const exact = { tolerance: 1e-9, tolerances: [] };
  const within: EqualWithin = { tolerance: 0.01, tolerances: [{ of: 'A', tolerance: 0, kind: 'sheet' }] };
  const compared = { ...same, within };

  test('is what the workbook remembers; another one compares anew, is remembered and holds for later comparisons', async () => {
    const { pane, engine, tolerance } = setUp({ results: [apart, compared, compared, apart] });
    tolerance.kept = { tolerance: 0.001, tolerances: [] };
    pane.compare();
    await settle();
    pane.chooseTolerance(within);
    await settle();
    expect(tolerance.kept).toEqual(within);
    pane.compare();
    await settle();
    pane.chooseTolerance(exact);
    await settle();
    expect(tolerance.kept).toBeNull();
    expect(engine.within).toEqual([{ tolerance: 0.001, tolerances: [] }, within, within, exact]);
  });

  test('holds for the check of a sync too', async () => {
    const { pane, engine } = setUp({ results: [{ ...apart, within }, compared] });
    pane.compare();
    await settle();
    pane.plan(['d1']);
    await settle();
    pane.write();
    await settle();
    expect(engine.within).toEqual([exact, within]);
  });

  test('stays as it was where the comparison fails', async () => {
    const { pane, engine, tolerance, stage } = setUp();
    pane.compare();
    await settle();
    engine.results = [fail('password', 'It has a password.')];
    pane.chooseTolerance(within);
    await settle();
    expect(stage()).toMatchObject({ at: 'review', review: { models: { within: exact } } });
    expect(tolerance.kept).toBeNull();
  });

  test('a workbook that cannot remember it says so', async () => {
    const { pane, tolerance, notice } = setUp({ results: [apart, compared] });
    pane.compare();
    await settle();
    tolerance.result = fail('read-only', 'The workbook is read-only.');
    pane.chooseTolerance(within);
    await settle();
    expect(notice()).toMatchObject({ tone: 'failure', title: 'What counts as equal was not saved', message: 'The workbook is read-only.' });
  });
});

describe('the version that the workbook was made from', () => {
  test('goes into every comparison from then on, and is shown once it is compared with; forgotten it is gone', async () => {
    const { pane, engine } = setUp({ results: [apart, apart, apart, apart, same] });
    pane.compare();
    await settle();
    pane.chooseBase(new File(['x'], 'v13'));
    expect(pane.state().base).toBe(null);
    await settle();
    expect(pane.state().base).toEqual({ title: 'v13', at: null });
    pane.compare();
    await settle();
    pane.plan(['d1']);
    await settle();
    pane.write();
    await settle();
    pane.chooseBase(null);
    await settle();
    expect(pane.state().base).toBe(null);
    expect(engine.asked).toEqual([
      'compare model',
      'compare model since v13',
      'compare model since v13 held',
      'compare model held since v13 held',
      'compare model',
    ]);
  });

  test('stays as it was where the comparison fails', async () => {
    const { pane, engine, notice } = setUp({ results: [apart] });
    pane.compare();
    await settle();
    engine.results = [fail('password', 'It has a password.'), succeed({ kind: 'compared', models: apart })];
    pane.chooseBase(new File(['x'], 'locked'));
    await settle();
    expect(pane.state().base).toBe(null);
    expect(notice()).toMatchObject({ tone: 'failure', message: 'It has a password.' });
    pane.compare();
    await settle();
    expect(engine.asked.at(-1)).toBe('compare model');
  });

  test('a plan may begin with what is to be deleted', async () => {
    const { pane, engine, stage } = setUp();
    pane.compare();
    await settle();
    pane.plan(['d1', 'd2'], false, ['d2']);
    await settle();
    expect(engine.planned).toEqual([{ take: ['d1', 'd2'], remove: ['d2'], moves: false }]);
    expect(stage()).toMatchObject({ at: 'plan', draft: { remove: ['d2'] } });
  });
});

describe('what the workbook remembers of syncs', () => {
  const syncAll = async (pane: ReturnType<typeof setUp>['pane']) => {
    pane.compare();
    await settle();
    pane.plan(['d1', 'd2'], true, ['d2']);
    await settle();
    pane.write();
    await settle();
  };
  const receipts = ({ pane }: ReturnType<typeof setUp>) =>
    pane.state().memory?.receipts.map(({ id, action, by, undoneBy, undoable }) => ({ id, action, by, undoneBy, undoable }));

  test('is a receipt of each, which can be undone on another day, and official as the base of comparisons to come', async () => {
    const texts = new Map<string, string>();
    const first = setUp({ results: [apart, same, same], texts });
    await syncAll(first.pane);
    expect(receipts(first)).toEqual([{ id: 'r1', action: 'sync', by: 'Dana', undoneBy: null, undoable: true }]);
    expect(first.pane.state().memory).toMatchObject({ base: { title: 'model', sha256: 'ab' }, problem: null });
    first.pane.compare();
    await settle();
    expect(first.engine.asked.at(-1)).toBe('compare model since remembered 1970-01-01T00:00:01.000Z packed');
    expect(first.pane.state().base).toEqual({ title: 'model', at: '1970-01-01T00:00:01.000Z' });

    const later = setUp({ results: [apart], texts });
    await settle();
    expect(receipts(later)).toHaveLength(1);
    later.pane.undoReceipt('r1');
    await settle();
    expect(later.host.done).toContain('undo');
    expect(receipts(later)).toMatchObject([
      { id: 'r1', undoneBy: 'later1', undoable: false },
      { id: 'later1', action: 'undo' },
    ]);
    expect(later.pane.state().memory?.base).toBeNull();
  });

  test('is the same for a sync that is undone right away', async () => {
    const done = setUp({ results: [apart, same, apart] });
    await syncAll(done.pane);
    done.pane.undo();
    await settle();
    expect(receipts(done)).toMatchObject([
      { id: 'r1', action: 'sync', undoneBy: 'r2', undoable: false },
      { id: 'r2', action: 'undo', undoneBy: null },
    ]);
    expect(done.pane.state().memory?.base).toBeNull();
  });

  describe('where cells hold something else by the time of the undo', () => {
    const changed = [{ sheet: 'Drivers', address: 'C5', reason: 'It holds something else.' }];
    const step = write('Drivers', 'C5', [[0.9]], [[0.88]]);
    const back = write('Drivers', 'C5', [[0.88]], [[0.9]]);
    const other = write('Drivers', 'C6', [[1]], [[2]]);
    const part = { cells: 1, skipped: changed, inverse: [other], left: [step] };
    const forced = { cells: 1, skipped: [], inverse: [back] };

    test('what is undone too when asked to becomes part of the same undo, which brings all of it back', async () => {
      const texts = new Map<string, string>();
      const done = setUp({ results: [apart, same, apart, apart], texts });
      await syncAll(done.pane);
      done.host.undone.push(part, forced);
      done.pane.undo();
      await settle();
      expect(done.pane.state()).toMatchObject({ left: { of: { undo: 'r2' }, steps: [step] }, notice: { tone: 'warning', details: [] } });
      expect(done.pane.state().memory?.receipts[1]).toMatchObject({ cells: 1, refused: 1 });

      done.pane.undoLeft();
      await settle();
      expect(done.pane.state()).toMatchObject({ left: null, notice: { tone: 'done' } });
      const [, undo, ...more] = done.pane.state().memory!.receipts;
      expect(more).toEqual([]);
      expect(undo).toMatchObject({ cells: 2, refused: 0, undoable: true });
      expect(await readInverse(inMemory(texts), packer, 'r2')).toEqual({ ok: true, value: [back, other] });
    });

    test('where nothing at all was undone the sync is not remembered as undone, until it is', async () => {
      const done = setUp({ results: [apart, same, same, apart] });
      await syncAll(done.pane);
      done.host.undone.push({ ...part, cells: 0, inverse: [] }, forced);
      done.pane.undo();
      await settle();
      expect(receipts(done)).toMatchObject([{ id: 'r1', undoneBy: null, undoable: true }]);
      expect(done.pane.state().undoable).not.toBeNull();
      done.pane.undoLeft();
      await settle();
      expect(receipts(done)).toMatchObject([
        { id: 'r1', undoneBy: 'r2' },
        { id: 'r2', action: 'undo', undoable: true },
      ]);
      expect(done.pane.state().undoable).toBeNull();
    });

    test('it is no longer offered once lines came or went', async () => {
      const done = setUp({ results: [apart, same, apart] });
      await syncAll(done.pane);
      done.host.undone.push(part);
      done.pane.undo();
      await settle();
      done.host.edited('Drivers', '3:3', false, 'in');
      expect(done.pane.state().left).toBeNull();
    });
  });

  test('does not take official for the base while something of it is still to come', async () => {
    const some = setUp({ results: [apart, apart] });
    some.pane.compare();
    await settle();
    some.pane.plan(['d2'], true, ['d2']);
    await settle();
    some.pane.write();
    await settle();
    expect(receipts(some)).toHaveLength(1);
    expect(some.pane.state().memory?.base).toBeNull();
    expect(some.engine.asked).not.toContain('pack official');
  });

  test('cannot be written: the sync is done all the same, and it is said', async () => {
    const texts = new Map([['urn:tieout:ledger:1', 'damaged']]);
    const { pane, notice } = setUp({ results: [apart, same], texts });
    await syncAll(pane);
    expect(notice()).toMatchObject({
      tone: 'warning',
      title: 'Synced',
      details: [expect.stringMatching(/history does not tell of it: The decisions/)],
    });
    expect(pane.state().memory?.problem).toMatch(/cannot be read/);
    expect(texts.get('urn:tieout:ledger:1')).toBe('damaged');
  });

  test('is of no use: the comparison goes on without', async () => {
    const texts = new Map<string, string>();
    const first = setUp({ results: [apart, same], texts });
    await syncAll(first.pane);
    const { pane, engine, notice, stage } = setUp({ texts });
    engine.results.unshift(fail('base-unreadable', 'The version yours came from: it is damaged.'));
    pane.compare();
    await settle();
    await settle();
    expect(stage()).toMatchObject({ at: 'review', review: { models: apart } });
    expect(engine.asked.at(-1)).toBe('compare model');
    expect(notice()).toMatchObject({ title: 'Compared without the version yours came from' });
  });

  test('was written by a newer version: it is left alone, and the comparison goes on without', async () => {
    const texts = new Map([['urn:tieout:base:1', JSON.stringify({ schema: 'tieout.base/9' })]]);
    const { pane, engine, notice } = setUp({ texts });
    pane.compare();
    await settle();
    expect(engine.asked).toEqual(['compare model']);
    expect(notice()).toMatchObject({
      title: 'Compared without the version yours came from',
      message: expect.stringMatching(/newer version/),
    });
  });
});

describe('a difference that is kept on purpose', () => {
  const wish = { reason: 'Signed off', owner: 'Asha', reviewBy: null };
  const decided = ({ pane }: ReturnType<typeof setUp>) => {
    const { stage } = pane.state();
    return stage.at === 'review'
      ? [...stage.review.decided.values()].map(({ difference, state, why }) => [difference, state, ...why])
      : stage.at;
  };

  test('is so in this comparison and later ones, until it is decided again', async () => {
    const texts = new Map<string, string>();
    const now = setUp({ texts });
    now.pane.compare();
    await settle();
    now.pane.decide('exception', ['d1'], wish);
    await settle();
    expect(decided(now)).toEqual([['d1', 'settled']]);
    const later = setUp({ texts });
    later.pane.compare();
    await settle();
    expect(decided(later)).toEqual([['d1', 'settled']]);
    later.pane.decideAgain('d1');
    await settle();
    expect(decided(later)).toEqual([]);
    expect(texts.size).toBe(0);
  });

  test('is to be decided again once its day has passed, or what it was about changed', async () => {
    const texts = new Map<string, string>();
    const now = setUp({ texts });
    now.pane.compare();
    await settle();
    now.pane.decide('exception', ['d1'], { ...wish, reviewBy: '1969-12-31' });
    await settle();
    expect(decided(now)).toEqual([['d1', 'stale', 'date']]);
    now.pane.decide('exception', ['d1'], wish);
    await settle();
    const { comparison } = apart;
    const differences = comparison.differences.map((one) => (one.id === 'd1' ? { ...one, local: { ...one.local!, value: 99 } } : one));
    const changed = { ...apart, comparison: { ...comparison, differences } };
    const later = setUp({ texts, results: [changed] });
    later.pane.compare();
    await settle();
    expect(decided(later)).toEqual([['d1', 'stale', 'local']]);
  });

  test('that cannot be remembered is not kept, and it is said', async () => {
    const texts = new Map([['urn:tieout:ledger:1', 'damaged']]);
    const now = setUp({ texts });
    now.pane.compare();
    await settle();
    now.pane.decide('exception', ['d1'], wish);
    await settle();
    expect(decided(now)).toEqual([]);
    expect(now.notice()).toMatchObject({ tone: 'failure', title: 'The decision was not saved' });
  });
});
