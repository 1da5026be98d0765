import type { Injector, IUnitRange } from '@univerjs/core';
import fc from 'fast-check';
import { CalculationRuns } from '../../../src/workbench/grid/CalculationRuns';

// Univer itself runs in browsers only; test/browser/calculation.test.ts has it calculate.
jest.mock('@univerjs/core', () => ({ ICommandService: 'commands' }));
jest.mock('@univerjs/preset-sheets-core', () => ({
  IActiveDirtyManagerService: 'dirty',
  InsertColMutation: { id: 'insert-col' },
  InsertRowMutation: { id: 'insert-row' },
  RemoveColMutation: { id: 'remove-col' },
  RemoveRowMutation: { id: 'remove-row' },
  SetFormulaCalculationNotificationMutation: { id: 'notification' },
  SetFormulaCalculationStartMutation: { id: 'start' },
  SetFormulaCalculationStopMutation: { id: 'stop' },
  SetRangeValuesMutation: { id: 'set-range-values' },
}));

const [STOPPED, SUCCEEDED, CALCULATING, COMPLETED] = [1, 3, 4, 8];

type Command = { readonly id: string; readonly params?: object };
type Listener = (command: Command, how?: object) => void;

/** What of Univer calculates, as far as it can be seen from outside: it is told to begin and to stop, and says how far it is. */
function univer() {
  const listeners = new Set<Listener>();
  const conversions = new Map<string, object>();
  const begun: IUnitRange[][] = [];
  let running = false;
  let stopped = false;
  const say = (params: object): void => execute('notification', params);
  const execute = (id: string, params: object = {}, how?: object): void => {
    if (id === 'start') {
      if (running) throw new Error('It calculates already.');
      [running, stopped] = [true, false];
      begun.push((params as { dirtyRanges: IUnitRange[] }).dirtyRanges);
    }
    if (id === 'stop') stopped = true;
    for (const listener of [...listeners]) listener({ id, params }, how);
  };
  for (const id of ['set-range-values', 'insert-col', 'remove-row']) {
    conversions.set(id, {
      getDirtyData: ({ params }: { params: { subUnitId: string; cell?: readonly [number, number] } }) => {
        if (!params.cell) return { clearDependencyTreeCache: { book: { [params.subUnitId]: '1' } } };
        const [row, column] = params.cell;
        return { dirtyRanges: [cellAt(row, column)] };
      },
    });
  }
  const services: Record<string, object> = {
    commands: {
      onCommandExecuted(listener: Listener) {
        listeners.add(listener);
        return { dispose: () => listeners.delete(listener) };
      },
      syncExecuteCommand: execute,
    },
    dirty: {
      getDirtyConversionMap: () => conversions,
      get: (id: string) => conversions.get(id),
      remove: (id: string) => conversions.delete(id),
    },
  };
  return {
    injector: { get: (name: string) => services[name] } as unknown as Injector,
    /** What each calculation was to begin from. */
    begun,
    get running() {
      return running;
    },
    get stopped() {
      return stopped;
    },
    /** What Univer would begin to calculate after by itself. */
    left: conversions,
    write: (row: number, column: number, how?: object, trigger?: string) =>
      execute('set-range-values', { subUnitId: 'sheet', cell: [row, column], trigger }, how),
    insertColumn: (at: number) =>
      execute('insert-col', { subUnitId: 'sheet', range: { startRow: 0, endRow: 99, startColumn: at, endColumn: at } }),
    /** The calculation gets to its end, or to where it looks whether it is to stop; true when it has calculated everything. */
    goOn(): boolean {
      if (!running) return false;
      const done = !stopped;
      say({ stageInfo: { stage: CALCULATING } });
      if (!done) say({ functionsExecutedState: STOPPED });
      running = false;
      say({ stageInfo: { stage: COMPLETED } });
      say({ functionsExecutedState: done ? SUCCEEDED : STOPPED });
      return done;
    },
  };
}

const cellAt = (row: number, column: number): IUnitRange => ({
  unitId: 'book',
  sheetId: 'sheet',
  range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
});

/** True once nothing is left to calculate. */
async function isIdle(runs: CalculationRuns): Promise<boolean> {
  let idle = false;
  void runs.idle().then(() => (idle = true));
  for (let i = 0; i < 5; i++) await Promise.resolve();
  return idle;
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('calculates once after changes that follow one another, from all of them', async () => {
  const engine = univer();
  const runs = new CalculationRuns(engine.injector);
  expect(await isIdle(runs)).toBe(true);
  engine.write(0, 0);
  jest.advanceTimersByTime(90);
  engine.write(1, 0);
  jest.advanceTimersByTime(90);
  expect(engine.begun).toEqual([]);
  expect(await isIdle(runs)).toBe(false);
  jest.advanceTimersByTime(10);
  expect(engine.begun).toEqual([[cellAt(0, 0), cellAt(1, 0)]]);
  expect(await isIdle(runs)).toBe(false);
  engine.goOn();
  expect(await isIdle(runs)).toBe(true);
  jest.runAllTimers();
  expect(engine.begun).toHaveLength(1);
});

test('leaves nothing for Univer to begin by itself', () => {
  const engine = univer();
  new CalculationRuns(engine.injector);
  expect([...engine.left.keys()]).toEqual([]);
});

test.each([
  ['results that are put into their cells', { onlyLocal: true }, undefined],
  ['borders and fills', undefined, 'sheet.command.set-style'],
])('does not calculate after %s', async (_, how, trigger) => {
  const engine = univer();
  const runs = new CalculationRuns(engine.injector);
  engine.write(0, 0, how, trigger);
  expect(await isIdle(runs)).toBe(true);
  jest.runAllTimers();
  expect(engine.begun).toEqual([]);
});

test('breaks a calculation off at once when something changes, and is not done before all is calculated', async () => {
  const engine = univer();
  const runs = new CalculationRuns(engine.injector);
  engine.write(0, 0);
  jest.advanceTimersByTime(100);
  engine.write(1, 0);
  expect(engine.stopped).toBe(true);
  // The page is so busy that the one that was broken off has not looked yet whether it is to stop.
  jest.advanceTimersByTime(1_000);
  expect(engine.begun).toHaveLength(1);
  engine.goOn();
  expect(await isIdle(runs)).toBe(false);
  jest.advanceTimersByTime(100);
  expect(engine.begun[1]).toEqual([cellAt(0, 0), cellAt(1, 0)]);
  expect(engine.goOn()).toBe(true);
  expect(await isIdle(runs)).toBe(true);
});

test('looks for what changed where it stands after columns were put in', () => {
  const engine = univer();
  new CalculationRuns(engine.injector);
  engine.write(0, 5);
  jest.advanceTimersByTime(100);
  engine.write(0, 6);
  engine.insertColumn(6);
  engine.insertColumn(0);
  engine.goOn();
  jest.advanceTimersByTime(100);
  expect(engine.begun[1]).toEqual([cellAt(0, 6), cellAt(0, 8)]);
});

test('does not wait for ever for a calculation that failed', async () => {
  const engine = univer();
  const runs = new CalculationRuns(engine.injector);
  engine.write(0, 0);
  jest.advanceTimersByTime(100_000);
  expect(await isIdle(runs)).toBe(false);
  jest.advanceTimersByTime(100_000);
  expect(await isIdle(runs)).toBe(true);
});

test('who waits is let go when the grid is taken away', async () => {
  const engine = univer();
  const runs = new CalculationRuns(engine.injector);
  engine.write(0, 0);
  const waited = runs.idle();
  runs.dispose();
  await waited;
  expect(await isIdle(runs)).toBe(true);
  jest.runAllTimers();
  expect(engine.begun).toEqual([]);
});

test('law: whatever happens when, all that changed is calculated from, where it stands then, before anyone is told that nothing is left', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), column: fc.nat(9) }),
    fc.record({ kind: fc.constant('insert' as const), column: fc.nat(9) }),
    fc.record({ kind: fc.constant('wait' as const), time: fc.constantFrom(30, 100, 250) }),
    fc.record({ kind: fc.constant('calculate' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const engine = univer();
      const runs = new CalculationRuns(engine.injector);
      /** The columns that changed, as they stand, and how many calculations had begun before. */
      let open: { column: number; begun: number }[] = [];
      const calculate = (): void => {
        const from = new Set(engine.begun[engine.begun.length - 1]?.map(({ range }) => range.startColumn));
        const before = engine.begun.length;
        if (engine.goOn()) open = open.filter(({ column, begun }) => begun >= before || !from.has(column));
      };
      for (const one of steps) {
        if (one.kind === 'write') {
          engine.write(0, one.column);
          open.push({ column: one.column, begun: engine.begun.length });
        } else if (one.kind === 'insert') {
          engine.insertColumn(one.column);
          open = open.map((each) => ({ ...each, column: each.column < one.column ? each.column : each.column + 1 }));
        } else if (one.kind === 'wait') jest.advanceTimersByTime(one.time);
        else calculate();
        if (await isIdle(runs)) expect(open).toEqual([]);
      }
      for (let i = 0; i < 5 && !(await isIdle(runs)); i++) {
        jest.advanceTimersByTime(100);
        calculate();
      }
      expect(await isIdle(runs)).toBe(true);
      expect(open).toEqual([]);
    }),
  );
});
