import { LASTING_FAULTS, LOST_ANSWER, PASSING_FAULTS, type FaultKind } from '../../support/faultKinds';
import {
  cleanSync,
  closeExcel,
  contentsOf,
  IMPATIENCE,
  inExcel,
  valueOf,
  WATCH,
  type CleanSync,
  type Opened,
} from '../../support/faultySync';
import { revisedPair } from '../../support/revisedPair';
import { samplePair } from '../../support/samplePair';

const revisions = [1, 3, 5].map((seed) => [`revision ${seed}`, () => Promise.resolve(revisedPair(seed))] as const);
const samples = ['finance', 'sales-ops', 'product'].map((team) => [`the copy of ${team}`, () => samplePair(team)] as const);
const opened = new Map<string, Promise<CleanSync>>();

/** The sync of a pair without faults, done once. */
function clean([name, pair]: (typeof revisions | typeof samples)[number]): Promise<CleanSync> {
  const known = opened.get(name) ?? pair().then(cleanSync);
  opened.set(name, known);
  return known;
}

let runs = 0;
afterAll(() => {
  closeExcel();
  // So that nobody makes the faults fewer without noticing.
  expect(runs).toBeGreaterThan(500);
});

/** With one fault at one request: the workbook is fully synced, or fully as before and the failure says so, or it is once that is asked for again. */
async function isWhole({ open, plan, before, synced, actions }: CleanSync, fault: FaultKind, index: number): Promise<void> {
  runs++;
  const book = open();
  const patience = fault === LOST_ANSWER ? IMPATIENCE : undefined;
  const apply = async ({ faults, host }: Opened) => {
    fault(faults, index + 1, actions[index]!);
    return host.apply(plan, WATCH);
  };
  const result = await inExcel(book, apply, patience);
  const whole = result.ok && result.value.stopped === undefined;
  let told: unknown = result.ok ? result.value.skipped : result.failure.message;
  if (result.ok && result.value.stopped !== undefined) {
    expect(result.value.skipped.length).toBeGreaterThan(0);
    const back = await inExcel(book, ({ host }) => host.undo(result.value, WATCH));
    told = back.ok && back.value.skipped.length === 0 ? 'Your workbook is as it was' : back;
  }
  expect({ request: index + 1, told, now: contentsOf(book) }).toEqual({
    request: index + 1,
    told: whole ? [] : expect.stringContaining('Your workbook is as it was'),
    now: whole ? synced : before,
  });
}

/** Excel crashes at one request, and again at one of taking back, if given: at the next start the workbook comes back as it was. */
async function comesBack({ open, plan, before, synced, actions }: CleanSync, fault: FaultKind, index: number, again = 0): Promise<void> {
  runs++;
  const book = open();
  const result = await inExcel(book, async ({ faults, host }) => {
    fault(faults, index + 1, actions[index]!);
    return host.apply(plan, WATCH);
  });
  if (again > 0) {
    await inExcel(book, async ({ faults, runs: interrupted }) => {
      fault(faults, again, 7);
      await interrupted.takeBack(WATCH);
    });
  }
  await inExcel(book, async ({ runs: interrupted }) => {
    const found = valueOf(await interrupted.find());
    if (found !== null) {
      expect(found).toMatchObject({ action: 'sync', at: expect.any(String) });
      expect(valueOf(await interrupted.takeBack(WATCH)).skipped).toEqual([]);
    } else valueOf(await interrupted.leave());
    const whole = result.ok && result.value.stopped === undefined && found === null && again === 0;
    expect({ request: index + 1, again, now: contentsOf(book) }).toEqual({ request: index + 1, again, now: whole ? synced : before });
  });
}

describe.each(Object.entries(PASSING_FAULTS))('a request that %s', (_, fault) => {
  test.each(revisions)('leaves %s fully synced or fully as before', async (...pair) => {
    const sync = await clean(pair);
    for (const index of sync.actions.keys()) await isWhole(sync, fault, index);
  });
});

describe.each(Object.entries(LASTING_FAULTS))('Excel that crashes when %s', (_, fault) => {
  test.each(revisions)('has %s as it was once the sync is taken back at the next start', async (...pair) => {
    const sync = await clean(pair);
    for (const index of sync.actions.keys()) await comesBack(sync, fault, index);
  });

  test.each(revisions)('and crashes again while %s is taken back, has it as it was all the same', async (...pair) => {
    const sync = await clean(pair);
    for (let index = sync.actions.length - 4; index > 3; index -= 7) {
      for (let again = 3; again < 60; again += 5) await comesBack(sync, fault, index, again);
    }
  });
});

test.each(revisions)('a request that runs and whose answer is lost leaves %s fully synced or fully as before', async (...pair) => {
  const sync = await clean(pair);
  for (const index of sync.actions.keys()) await isWhole(sync, LOST_ANSWER, index);
});

const THEIRS = 'typed by somebody else';

/** The cells that a plan writes, as they are counted at its end. */
function written({ plan }: CleanSync): { readonly sheet: string; readonly row: number; readonly column: number }[] {
  return plan.steps.flatMap((step) =>
    step.kind === 'write' ? [{ sheet: step.sheet, row: step.range.firstRow, column: step.range.firstColumn }] : [],
  );
}

/** Lines that only one of the two has, but for the cell that somebody else typed in. */
function apart(now: readonly string[], then: readonly string[], skipped: ReadonlySet<string>): string[] {
  const [left, right] = [new Set(now), new Set(then)];
  const cellOf = (line: string) => line.split(' ')[1]!;
  const theirs = new Set(now.filter((line) => line.includes(THEIRS)).map(cellOf));
  const either = [...now.filter((line) => !right.has(line)), ...then.filter((line) => !left.has(line))];
  return either.filter((line) => !theirs.has(cellOf(line)) && !skipped.has(cellOf(line)));
}

describe.each([
  ['nothing else happens', 0],
  ['the next request fails', 1],
  ['the request after that fails', 2],
  ['a later request fails', 6],
])('somebody else types into a cell during the sync, and %s', (_, later) => {
  test.each(revisions)('%s: what they typed stays, and all else is synced, or as before, or listed', async (...pair) => {
    const sync = await clean(pair);
    const cells = written(sync);
    for (const index of sync.actions.keys()) {
      runs++;
      let typed = 0;
      const book = sync.open();
      const { sheet, row, column } = cells[index % cells.length]!;
      const result = await inExcel(book, async ({ faults, host }) => {
        const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
        const type = () => {
          // Before it is added there is nothing to type into.
          if (book.findSheet(sheet) === null) return;
          book.setCells(sheet, range, [[{ formula: null, value: THEIRS, format: null }]], 'coauthor');
          typed = 1;
        };
        faults.plan({ request: index + 1, before: () => void type() });
        if (later > 0) faults.plan({ request: index + 1 + later, error: { code: 'UnsupportedOperation', afterActions: 5 } });
        return host.apply(sync.plan, WATCH);
      });
      const stopped = result.ok && result.value.stopped !== undefined;
      let now = contentsOf(book);
      expect({ index, kept: now.filter((line) => line.includes(THEIRS)).length }).toEqual({ index, kept: typed });
      const told = new Set(result.ok ? result.value.skipped.map(({ address }) => address) : []);
      const synced = result.ok && !stopped && apart(now, sync.synced, told).length === 0;
      if (result.ok && !synced) {
        // What they typed is in the way of lines that were to come or go, which is told: once it is gone, all can be taken back.
        expect(told.size).toBeGreaterThan(0);
        for (const each of book.sheets) {
          each.grid.forEach((r, c, cell) => {
            if (cell.value === THEIRS) book.clear(each, { firstRow: r, lastRow: r, firstColumn: c, lastColumn: c }, 'contents', 'user');
          });
        }
        const back = await inExcel(book, async ({ host, runs: interrupted }) =>
          // Nothing is left to take back where only cells that they typed in stayed.
          stopped && valueOf(await interrupted.find()) === null ? null : valueOf(await host.undo(result.value, WATCH)),
        );
        for (const { address } of back?.skipped ?? []) told.add(address);
        now = contentsOf(book);
      }
      // The one cell that they typed over before it moved may be missing where they cleared it.
      expect({ index, synced, apart: apart(now, synced ? sync.synced : sync.before, told).slice(1) }).toEqual({ index, synced, apart: [] });
    }
  });
});

test.each(revisions)('sheets that are protected during the sync: %s comes back once they are not', async (...pair) => {
  const sync = await clean(pair);
  for (const index of sync.actions.keys()) {
    runs++;
    const book = sync.open();
    const protect = (on: boolean) => book.sheets.forEach((sheet) => book.setProtected(sheet, on, 'user'));
    const result = await inExcel(book, async ({ faults, host }) => {
      faults.plan({ request: index + 1, before: () => protect(true) });
      return host.apply(sync.plan, WATCH);
    });
    protect(false);
    if (result.ok && result.value.stopped) valueOf(await inExcel(book, ({ host }) => host.undo(result.value, WATCH)));
    const whole = result.ok && result.value.stopped === undefined;
    expect({ index, now: contentsOf(book) }).toEqual({ index, now: whole ? sync.synced : sync.before });
  }
});

// A run of these takes a second: each request meets one kind of failure, the next request the next kind.
test.each(samples)(
  '%s is fully synced or fully as before, whatever fails at whatever request',
  async (...pair) => {
    const sync = await clean(pair);
    const kinds = Object.values(PASSING_FAULTS);
    const crashes = Object.values(LASTING_FAULTS);
    for (const index of sync.actions.keys()) {
      await (index % 4 === 3
        ? comesBack(sync, crashes[index % crashes.length]!, index)
        : isWhole(sync, kinds[(index * 3) % kinds.length]!, index));
    }
  },
  120_000,
);
