import { compareOpenWorkbook } from '../../app/compareOpenWorkbook';
import type { SheetNamePair } from '../../app/ports/ComparisonEngine';
import type { ApplyOutcome, SkippedCell } from '../../app/ports/WorkbookHost';
import type { Failure, Result } from '../../core/Result';
import { isLocalOnly } from '../../core/sync/chooseDifferences';
import type { Watch } from '../../core/Watch';
import { findDifferenceAt, parsePlace } from '../lists/findDifferenceAt';
import type { Official, PaneServices } from '../PaneServices';
import type { Strings } from '../strings';
import type { PaneEvent } from './PaneEvent';
import { reviewOf, startState, type Notice, type PaneState } from './PaneState';
import { reducePane } from './reducePane';

/** The pane without its looks: its state, and everything the user can do. */
export interface Pane {
  state(): PaneState;
  /** Milliseconds since 1970. */
  now(): number;
  subscribe(listener: () => void): () => void;
  dispatch(event: PaneEvent): void;
  chooseFile(file: File): void;
  chooseLink(link: string): void;
  compare(): void;
  /** Asks the running step to stop. */
  cancel(): void;
  /** Makes the plan of a sync of these differences. */
  plan(take: readonly string[]): void;
  /** Says which of what only local has is to be deleted. */
  chooseRemovals(remove: readonly string[]): void;
  /** Writes what the plan on show says. */
  write(): void;
  undo(): void;
  toggleHighlight(): void;
  /** Marks a difference in the list and selects its cell in the sheet. */
  goTo(id: string): void;
  /** Selects a place of the workbook such as `Summary!C4`. */
  goToPlace(place: string): void;
  /** Stops listening and takes the highlight away. */
  close(): void;
}

/** Enough that a held arrow key does not make Excel jump at every row it passes, in milliseconds. */
const SETTLE = 90;

/** A pane over these services; starts listening to the workbook and clears what an earlier pane left highlighted. */
export function createPane({ host, engine, officials, now }: PaneServices, strings: Strings): Pane {
  let official: Official | null = officials.remembered();
  let state = startState(official?.choice ?? null);
  let stop: AbortController | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function dispatch(event: PaneEvent): void {
    const next = reducePane(state, event);
    if (next === state) return;
    state = next;
    listeners.forEach((listener) => listener());
  }

  function fail(title: string, { code, message }: Failure): Notice | null {
    if (code === 'cancelled') return { tone: 'warning', ...strings.notices.cancelled, details: [] };
    return { tone: 'failure', title, message, details: [] };
  }

  /** Runs one step at a time, with progress and cancel; a thrown error ends it like a failure would. */
  async function run(work: 'comparing' | 'planning' | 'syncing' | 'undoing', step: (watch: Watch) => Promise<void>): Promise<void> {
    if (stop !== null) return;
    const running = (stop = new AbortController());
    dispatch({ type: 'workStarted', work, doing: strings.work[work] });
    try {
      await step({ signal: running.signal, progress: (doing, done) => dispatch({ type: 'workProgressed', doing, done }) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      dispatch({ type: 'workEnded', notice: { tone: 'failure', title: strings.notices.failed[work], message, details: [] } });
    } finally {
      stop = null;
    }
  }

  function choose(chosen: Official): void {
    official = chosen;
    dispatch({ type: 'officialChosen', official: chosen.choice });
    if (chosen.choice.place.kind === 'link') {
      void officials.remember(chosen.choice).then((saved) => {
        if (!saved.ok) dispatch({ type: 'noticed', notice: fail(strings.notices.failed.remember, saved.failure) });
      });
    }
    compare([]);
  }

  function compare(sheetPairs: readonly SheetNamePair[]): void {
    const chosen = official;
    if (chosen === null) return;
    void run('comparing', async (watch) => {
      const request = { key: chosen.choice.key, source: chosen.source, official: 'newest', sheetPairs } as const;
      const compared = await compareOpenWorkbook(host, engine, request, watch);
      if (!compared.ok) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.comparing, compared.failure) });
      const outcome = compared.value;
      if (outcome.kind === 'apart') return dispatch({ type: 'nothingInCommon', official: outcome.official, local: outcome.local });
      pairs = sheetPairs;
      dispatch({ type: 'compared', models: outcome.models, at: now(), notice: null });
      refreshHighlight();
    });
  }
  /** The sheets paired by hand that the comparison on show was made with. */
  let pairs: readonly SheetNamePair[] = [];

  /** After a write: compares again with the same official model. Null when that did not succeed. */
  async function verify(watch: Watch): Promise<ReadonlySet<string> | null> {
    if (official === null) return null;
    watch.progress(strings.work.verifying, 0);
    const request = { key: official.choice.key, source: official.source, official: 'same', sheetPairs: pairs } as const;
    const compared = await compareOpenWorkbook(host, engine, request, watch);
    if (!compared.ok || compared.value.kind === 'apart') return null;
    const { models } = compared.value;
    dispatch({ type: 'compared', models, at: now(), notice: null });
    refreshHighlight();
    return new Set(models.comparison.differences.map(({ id }) => id));
  }

  function plan(take: readonly string[], remove: readonly string[]): void {
    void run('planning', async (watch) => {
      const planned = await engine.plan({ take, remove }, watch);
      if (!planned.ok) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.planning, planned.failure) });
      dispatch({ type: 'planned', draft: { plan: planned.value, take, removable: removable(take), remove, stale: false } });
    });
  }

  /** Those of the differences that only local has, so that taking official's side deletes something. */
  function removable(take: readonly string[]): readonly string[] {
    const taken = new Set(take);
    const all = reviewOf(state.stage)?.models.comparison.differences ?? [];
    return all.filter((difference) => taken.has(difference.id) && isLocalOnly(difference)).map(({ id }) => id);
  }

  function write(): void {
    const { stage } = state;
    if (stage.at !== 'plan' || stage.draft.stale) return;
    const { draft, review } = stage;
    void run('syncing', async (watch) => {
      const applied = await host.apply(draft.plan, watch);
      if (!applied.ok) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.syncing, applied.failure) });
      const { stopped, skipped, inverse, cells } = applied.value;
      dispatch({ type: 'undoableChanged', outcome: inverse.length > 0 ? applied.value : null });
      const refused = new Set(draft.plan.refused.map(({ difference }) => difference));
      const kept = new Set(draft.removable.filter((id) => !draft.remove.includes(id)));
      const taken = draft.take.filter((id) => !refused.has(id) && !kept.has(id));
      const left = await verify({ ...watch, signal: { aborted: false } });
      if (left === null) {
        const message = `${strings.notices.unverified} ${strings.notices.compareAgain}`;
        return dispatch({ type: 'workEnded', notice: { tone: 'warning', title: strings.notices.failed.comparing, message, details: [] } });
      }
      const still = taken.filter((id) => left.has(id)).length;
      const details = sayLeft(skipped);
      const whole = still === 0 && details.length === 0;
      const notice: Notice = { tone: whole ? 'done' : 'warning', ...strings.notices.synced(cells, still), details };
      const failure: Notice | null = stopped
        ? { tone: 'failure', title: strings.notices.failed.syncing, message: stopped.message, details }
        : null;
      dispatch({ type: 'noticed', notice: failure ?? notice });
      dispatch({ type: 'viewShown', view: review.view });
    });
  }

  function undo(): void {
    const outcome: ApplyOutcome | null = state.undoable;
    if (outcome === null) return;
    void run('undoing', async (watch) => {
      const undone = await host.undo(outcome, watch);
      if (!undone.ok) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.undoing, undone.failure) });
      dispatch({ type: 'undoableChanged', outcome: null });
      const details = sayLeft(undone.value.skipped);
      const { stopped } = undone.value;
      const notice: Notice = stopped
        ? { tone: 'failure', title: strings.notices.failed.undoing, message: stopped.message, details }
        : { tone: details.length === 0 ? 'done' : 'warning', ...strings.notices.undone(undone.value.cells), details };
      if ((await verify({ ...watch, signal: { aborted: false } })) === null) return dispatch({ type: 'workEnded', notice });
      dispatch({ type: 'noticed', notice });
    });
  }

  function sayLeft(skipped: readonly SkippedCell[]): readonly string[] {
    return skipped.map(({ sheet, address, reason }) => strings.notices.skipped(sheet, address, reason));
  }

  function marks() {
    const differences = reviewOf(state.stage)?.models.comparison.differences ?? [];
    return differences.flatMap(({ local }) => (local === null || local.address === '' || local.sheet === '' ? [] : [local]));
  }

  async function highlight(on: boolean): Promise<void> {
    dispatch({ type: 'highlightChanged', highlight: 'changing' });
    const result: Result<null> = await (on
      ? host.highlight(marks().map(({ sheet, address }) => ({ sheet, address })))
      : host.clearHighlight());
    dispatch({ type: 'highlightChanged', highlight: on === result.ok ? 'on' : 'off' });
    if (!result.ok) dispatch({ type: 'noticed', notice: fail(strings.notices.failed.highlight, result.failure) });
  }

  function refreshHighlight(): void {
    if (state.highlight === 'on') void highlight(true);
  }

  function goTo(id: string): void {
    dispatch({ type: 'rowReached', id });
    clearTimeout(settling);
    settling = setTimeout(() => {
      const difference = reviewOf(state.stage)?.models.comparison.differences.find((each) => each.id === id);
      const place = difference?.local;
      if (place && place.sheet !== '' && parsePlace(place.address || 'A1') !== null) select(place.sheet, place.address || 'A1');
    }, SETTLE);
  }

  function select(sheet: string, address: string): void {
    void host.select(sheet, address).then((selected) => {
      if (!selected.ok) dispatch({ type: 'noticed', notice: fail(strings.notices.failed.select, selected.failure) });
    });
  }

  const stopSelect = host.onSelect((sheet, address) => {
    const review = reviewOf(state.stage);
    if (review === null) return;
    const found = findDifferenceAt(review.models.comparison, sheet, address, review.list.current);
    if (found !== null) dispatch({ type: 'rowReached', id: found.id });
  });
  const stopChange = host.onChange(({ sheet, address, own }) => {
    if (own) return;
    const range = parsePlace(address);
    const cells = range === null ? 1 : (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
    dispatch({ type: 'workbookEdited', place: `${sheet}!${address}`, cells });
  });
  void host.clearHighlight();

  return {
    state: () => state,
    now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    chooseFile: (file) => choose(officials.fromFile(file)),
    chooseLink(link) {
      const found = officials.fromLink(link);
      if (found.ok) choose(found.value);
      else dispatch({ type: 'noticed', notice: fail(strings.notices.failed.official, found.failure) });
    },
    compare: () => compare(state.stage.at === 'pairing' ? state.stage.pairs : pairs),
    cancel() {
      stop?.abort();
      dispatch({ type: 'workCancelling' });
    },
    plan: (take) => plan(take, []),
    chooseRemovals(remove) {
      if (state.stage.at !== 'plan') return;
      const { take } = state.stage.draft;
      dispatch({ type: 'removalsChosen', remove });
      void replan(take);
    },
    write,
    undo,
    toggleHighlight: () => void (state.highlight === 'changing' ? undefined : highlight(state.highlight === 'off')),
    goTo,
    goToPlace(place) {
      const at = place.lastIndexOf('!');
      if (at > 0)
        select(
          place
            .slice(0, at)
            .replace(/^'(.*)'$/, '$1')
            .replaceAll("''", "'"),
          place.slice(at + 1),
        );
    },
    close() {
      stop?.abort();
      clearTimeout(settling);
      stopSelect();
      stopChange();
      listeners.clear();
      void host.clearHighlight();
    },
  };

  /** Plans anew for the removals that are ticked now; ticks made meanwhile are planned next. */
  async function replan(take: readonly string[]): Promise<void> {
    if (stop !== null) return;
    const running = (stop = new AbortController());
    try {
      for (;;) {
        if (state.stage.at !== 'plan') return;
        const { remove, removable: all } = state.stage.draft;
        const planned = await engine.plan({ take, remove }, { signal: running.signal, progress: () => undefined });
        if (!planned.ok) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.planning, planned.failure) });
        if (state.stage.at !== 'plan' || state.stage.draft.remove !== remove) continue;
        return dispatch({ type: 'planned', draft: { plan: planned.value, take, removable: all, remove, stale: false } });
      }
    } finally {
      stop = null;
    }
  }
}
