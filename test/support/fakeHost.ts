import type { ApplyOutcome, Calculation, HighlightMark, HostChange, WorkbookHost } from '../../src/app/ports/WorkbookHost';
import { fail, succeed, type Failure, type Result } from '../../src/core/Result';
import type { SyncPlan } from '../../src/core/sync/SyncPlan';
import type { SheetRange } from '../../src/core/update/CellUpdate';
import type { Watch } from '../../src/core/Watch';
import { stringifyRange } from '../../src/core/workbook/Address';

/** An open workbook which only remembers what was asked of it, and a test can make fail, wait or report events. */
export class FakeHost implements WorkbookHost {
  readonly done: string[] = [];
  readonly settings = new Map<string, unknown>();
  marks: readonly HighlightMark[] = [];
  /** The cell that the user is at. */
  active = { sheet: 'Summary', address: 'B2' };
  /** Set to make the next step of that name fail. */
  failures: Partial<Record<'read' | 'readCells' | 'apply' | 'undo' | 'highlight' | 'select' | 'activeCell', Failure>> = {};
  /** What a step waits for before it ends. */
  wait: Promise<unknown> = Promise.resolve();
  skipped: ApplyOutcome['skipped'] = [];
  /** What the next undos come to. */
  readonly undone: ApplyOutcome[] = [];
  private selectListeners = new Set<(sheet: string, address: string) => void>();
  /** What Excel says of its calculation. */
  calculating: Calculation = 'done';
  private calculatedListeners = new Set<() => void>();
  private changeListeners = new Set<(change: HostChange) => void>();

  async read(watch: Watch) {
    this.done.push('read');
    watch.progress('Reading your workbook', 0.5);
    await this.wait;
    return this.result('read', { kind: 'file', name: 'Finance copy.xlsx', bytes: new Uint8Array([1]) } as const);
  }

  async readCells(edited: readonly SheetRange[], recalculated: readonly SheetRange[]) {
    this.done.push(`read ${[...edited, ...recalculated].map(({ sheet, range }) => `${sheet}!${stringifyRange(range)}`).join(' ')}`);
    await this.wait;
    return this.result('readCells', { edited: [], recalculated: [] });
  }

  changesNotes() {
    return true;
  }

  async sheetNames() {
    return succeed(['Summary', 'Forecast', 'New forecast']);
  }

  calculation() {
    return Promise.resolve(succeed(this.calculating));
  }

  async apply(plan: SyncPlan, watch: Watch) {
    this.done.push(`apply ${plan.steps.length}`);
    watch.progress('Writing to your workbook', 0.5);
    await this.wait;
    const outcome: ApplyOutcome = { cells: plan.cells - this.skipped.length, skipped: this.skipped, inverse: plan.steps };
    return this.result('apply', outcome);
  }

  async undo(outcome: ApplyOutcome, watch: Watch) {
    this.done.push('undo');
    watch.progress('Taking the sync back', 0.5);
    await this.wait;
    return this.result('undo', this.undone.shift() ?? { cells: outcome.cells, skipped: [], inverse: [] });
  }

  async activeCell() {
    this.done.push('active cell');
    await this.wait;
    return this.result('activeCell', this.active);
  }

  async select(sheet: string, address: string) {
    this.done.push(`select ${sheet}!${address}`);
    await this.wait;
    return this.result('select', null);
  }

  highlight(marks: readonly HighlightMark[]) {
    this.marks = marks;
    return Promise.resolve(this.result('highlight', null));
  }

  clearHighlight() {
    this.done.push('clear highlight');
    this.marks = [];
    return Promise.resolve(succeed(null));
  }

  onSelect(listener: (sheet: string, address: string) => void) {
    this.selectListeners.add(listener);
    return () => this.selectListeners.delete(listener);
  }

  onChange(listener: (change: HostChange) => void) {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onCalculated(listener: () => void) {
    this.calculatedListeners.add(listener);
    return () => this.calculatedListeners.delete(listener);
  }

  getSetting(key: string) {
    return this.settings.get(key);
  }

  setSetting(key: string, value: unknown) {
    this.settings.set(key, value);
    return Promise.resolve(succeed(null));
  }

  /** The user selects cells in the sheet. */
  selected(sheet: string, address: string) {
    this.selectListeners.forEach((listener) => listener(sheet, address));
  }

  /** Someone edits a cell. */
  edited(sheet: string, address: string, own = false, moved: HostChange['moved'] = null, inCells = moved === null) {
    this.changeListeners.forEach((listener) => listener({ sheet, address, inCells, own, moved }));
  }

  /** Excel has calculated all there is. */
  calculated() {
    this.calculating = 'done';
    this.calculatedListeners.forEach((listener) => listener());
  }

  private result<T>(step: keyof FakeHost['failures'], value: T): Result<T> {
    const failure = this.failures[step];
    return failure ? fail(failure.code, failure.message) : succeed(value);
  }
}
