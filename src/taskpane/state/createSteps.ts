import { compareOpenWorkbook } from '../../app/compareOpenWorkbook';
import { chosenKeys, keysWith } from '../../app/keyedWords';
import type { RunRecord } from '../../app/ports/RunRecord';
import { stillKind } from '../../app/verdict';
import type { SheetNamePair } from '../../app/ports/ComparisonEngine';
import type { ListKey } from '../../core/align/align';
import type { EqualWithin } from '../../core/compare/EqualWithin';
import { NO_CHOICE } from '../../core/headlines/HeadlineChoice';
import { succeed, type Failure } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { Official, PaneServices } from '../PaneServices';
import type { Strings } from '../strings';
import { createAgreed } from './createAgreed';
import type { createIncoming } from './createIncoming';
import type { Records, Since } from './createRecords';
import { createFinishing } from './createFinishing';
import { createPlanning } from './createPlanning';
import { createUndoing } from './createUndoing';
import { failureNotice } from './failureNotice';
import type { PaneEvent } from './PaneEvent';
import type { PaneSteps } from './PaneSteps';
import { reviewOf, type Notice, type OfficialChoice, type PaneState } from './PaneState';
import { sayLeft } from './sayLeft';
import { sinceOf } from './sinceOf';
import { syncRecord, type DoneSync } from './syncRecord';
import { untilCalculated } from './untilCalculated';

export interface StepsContext extends Pick<PaneServices, 'host' | 'engine' | 'now' | 'headlines' | 'tolerance'> {
  readonly strings: Strings;
  readonly records: Records;
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Called before all of the workbook is read; what it returns, with whether it was compared then. */
  readonly comparing: () => (compared: boolean) => void;
  /** What becomes of the offers that the workbook is compared with. */
  readonly incoming: Pick<ReturnType<typeof createIncoming>, 'untaken' | 'answerTaken'>;
  /** Called when another comparison is on show. */
  readonly compared: () => void;
}

/** The pane's steps over a host and an engine; each tells the state what it does, how far it is and how it ended. */
export function createSteps({
  host,
  engine,
  headlines,
  tolerance,
  records,
  now,
  strings,
  state,
  dispatch,
  comparing,
  incoming,
  compared: refresh,
}: StepsContext): PaneSteps {
  let stop: AbortController | null = null;
  /** What the comparison on show was made with. */
  let official: Official | null = null;
  let base: Since | null = null;
  /** What the user said of the base; undefined where the workbook may say. */
  let wantedBase: Since | null | undefined;
  /** The receipt of the sync that `undo` takes back. */
  let lastReceipt: string | null = null;
  let pairs: readonly SheetNamePair[] = [];
  let keys: readonly ListKey[] = [];
  const agreed = createAgreed(tolerance);

  const fail = (title: string, failure: Failure) => failureNotice(title, failure, strings);

  /** The one in use, or before there is any, the one that the workbook remembers. */
  const choice = () => reviewOf(state().stage)?.models.choice ?? headlines.remembered();

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

  /**
   * `settled`: what the user just said to count as equal, `usual` for what is agreed by now; the workbook remembers it once the comparison is on show. `said`: the version
   * that the user says the workbook was made from, which stays the one before where the comparison fails.
   */
  function compare(
    chosen: Official,
    sheetPairs: readonly SheetNamePair[],
    wanted: readonly ListKey[] | null,
    {
      settled = null,
      said = chosen.isOwn ? null : (chosen.base ?? wantedBase),
    }: { readonly settled?: EqualWithin | 'usual' | null; readonly said?: Since | null | undefined } = {},
  ): void {
    void run('comparing', async (watch) => {
      const found = said === undefined ? await records.base() : succeed(said);
      // What the workbook remembers may be of no use; the comparison does not need it.
      let notice = found.ok ? null : fail(strings.notices.failed.base, found.failure);
      let since = found.ok && found.value?.key === base?.key ? base : found.ok ? found.value : null;
      const asked = (await chosen.ask?.(watch)) ?? null;
      if (asked?.ok === false) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.comparing, asked.failure) });
      agreed.take(asked?.value ?? null);
      const request = {
        key: chosen.choice.key,
        source: chosen.source,
        official: 'newest',
        base: since,
        sheetPairs,
        keys: wanted ?? agreed.keys(),
        ...agreed.terms(),
        choice: 'sheets' in chosen.source ? NO_CHOICE : choice(),
        within: settled === 'usual' ? agreed.usual() : (settled ?? agreed.within()),
      } as const;
      const done = comparing();
      let compared = await compareOpenWorkbook(host, engine, request, watch);
      if (!compared.ok && compared.failure.code === 'base-unreadable') {
        notice = fail(strings.notices.failed.base, compared.failure);
        since = null;
        compared = await compareOpenWorkbook(host, engine, { ...request, base: null }, watch);
      }
      done(compared.ok && compared.value.kind === 'compared');
      if (!compared.ok) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.comparing, compared.failure) });
      const outcome = compared.value;
      if (outcome.kind === 'apart') return dispatch({ type: 'nothingInCommon', official: outcome.official, local: outcome.local });
      official = chosen;
      pairs = sheetPairs;
      if (since !== base) dispatch({ type: 'baseChosen', base: since && { title: since.title, at: since.at } });
      base = since;
      if (chosen.base === undefined && !chosen.isOwn) wantedBase = notice === null ? said : null;
      // Those that could not be used are told once.
      keys = chosenKeys(outcome.models.comparison);
      dispatch({ type: 'compared', models: outcome.models, at: now(), notice });
      refresh();
      const saved = settled && (await agreed.settle(outcome.models.within));
      if (saved?.ok === false) {
        dispatch({ type: 'noticed', notice: fail(strings.notices.failed.rememberTolerance, saved.failure) });
      }
    });
  }

  /** After a write: compares again with the same official model. Null when that did not succeed. */
  async function verify(watch: Watch): Promise<ReadonlySet<string> | null> {
    if (official === null) return null;
    watch.progress(strings.work.verifying, 0);
    await untilCalculated(host, watch);
    const request = {
      key: official.choice.key,
      source: official.source,
      official: 'same',
      base,
      sheetPairs: pairs,
      keys,
      ...agreed.terms(),
      choice: choice(),
      within: reviewOf(state().stage)?.models.within ?? agreed.within(),
    } as const;
    const done = comparing();
    const compared = await compareOpenWorkbook(host, engine, request, watch);
    done(compared.ok && compared.value.kind === 'compared');
    if (!compared.ok || compared.value.kind === 'apart') return null;
    const { models } = compared.value;
    dispatch({ type: 'compared', models, at: now(), notice: null });
    refresh();
    // What new rows of a table get Excel decides by itself once its column is filled.
    return new Set(models.comparison.differences.flatMap((one) => (stillKind(one) === 'newRows' ? [] : [one.id])));
  }

  function write(): void {
    const { stage } = state();
    if (stage.at !== 'plan' || stage.draft.stale || movedSinceCompared()) return;
    const { draft, review } = stage;
    const untaken = incoming.untaken();
    void run('syncing', async (watch) => {
      const refused = new Set(draft.plan.refused.map(({ difference }) => difference));
      const kept = new Set(draft.removable.filter((id) => !draft.remove.includes(id)));
      const taken = draft.take.filter((id) => !refused.has(id) && !kept.has(id));
      const begun = { draft, taken, before: review.models.comparison.differences };
      const applied = await host.apply(draft.plan, watch, recordOf(begun));
      if (!applied.ok) return dispatch({ type: 'workEnded', notice: fail(strings.notices.failed.syncing, applied.failure) });
      const { stopped, skipped, inverse, cells } = applied.value;
      dispatch({ type: 'undoableChanged', outcome: inverse.length > 0 ? applied.value : null });
      const left = await verify({ ...watch, signal: { aborted: false } });
      const done = { ...begun, outcome: applied.value };
      const unkept =
        inverse.length === 0 ? null : ((await remember(done, left !== null)) ?? (await incoming.answerTaken(untaken, lastReceipt)));
      if (left === null) {
        const message = `${strings.notices.unverified} ${strings.notices.compareAgain}`;
        return dispatch({ type: 'workEnded', notice: { tone: 'warning', title: strings.notices.failed.comparing, message, details: [] } });
      }
      const still = taken.filter((id) => left.has(id)).length;
      const details = [...sayLeft(skipped, strings), ...(unkept === null ? [] : [strings.notices.notRemembered(unkept.message)])];
      const whole = still === 0 && details.length === 0;
      const notice: Notice = { tone: whole ? 'done' : 'warning', ...strings.notices.synced(cells, still), details };
      const failure: Notice | null = stopped
        ? { tone: 'failure', title: strings.notices.failed.syncing, message: stopped.message, details }
        : null;
      dispatch({ type: 'noticed', notice: failure ?? notice });
      dispatch({ type: 'viewShown', view: review.view });
    });
  }

  /** Makes the workbook remember a sync; the failure where it cannot. One that was not verified leaves the base as it is. */
  async function remember(done: Omit<DoneSync, 'official' | 'left' | 'hasBase'>, isVerified: boolean): Promise<Failure | null> {
    if (official === null) return null;
    const left = isVerified ? (reviewOf(state().stage)?.models.comparison.differences ?? null) : null;
    const { ran, agreed } = syncRecord({ ...done, official: choiceNow(official), left, hasBase: base !== null });
    // What is taken of a proposal leaves official what it is: it comes from no other version. Neither does what is the workbook's own.
    const isVersion = official.base === undefined && !official.isOwn;
    const synced = await records.synced(ran, agreed && isVersion);
    lastReceipt = synced.ok ? synced.value : null;
    // From now on the workbook says itself what it was made from.
    if (synced.ok && agreed && isVersion) wantedBase = undefined;
    return synced.ok ? null : synced.failure;
  }

  /** What is to be remembered of a sync that is about to run, should it be finished after a crash. */
  function recordOf(begun: Pick<DoneSync, 'draft' | 'taken' | 'before'>): RunRecord | null {
    if (official === null) return null;
    const outcome = { cells: 0, skipped: [], inverse: [] };
    const { ran } = syncRecord({ ...begun, outcome, official: choiceNow(official), left: null, hasBase: base !== null });
    const { cells: _, ...receipt } = ran.receipt;
    return { kind: 'sync', receipt };
  }

  /** With the version that was opened, where it comes from a catalog. */
  function choiceNow({ choice: chosen }: Official): OfficialChoice {
    const { official: now } = state();
    return now?.key === chosen.key ? now : chosen;
  }

  const { plan, replan, movedSinceCompared } = createPlanning({
    host,
    engine,
    strings,
    state,
    dispatch,
    going: () => stop,
    setGoing: (running) => void (stop = running),
    run,
  });
  const undoing = createUndoing({ host, records, strings, state, dispatch, run, verify });

  return {
    compare: (chosen, sheetPairs) => compare(chosen, sheetPairs, null),
    compareAgain: (again) => compare(again, pairs, official === null ? null : keys),
    compareBy(again, list, columns) {
      const review = reviewOf(state().stage);
      if (review !== null) compare(again, pairs, keysWith(review.models.comparison, list, columns));
    },
    compareWithin: (again, settled) => compare(again, pairs, keys, { settled }),
    compareSince: (again, since) => compare(again, pairs, keys, { said: since && sinceOf(since) }),
    plan,
    replan: () => void replan(),
    write,
    undo: () => undoing.undo(lastReceipt),
    undoReceipt: undoing.undoReceipt,
    undoLeft: undoing.undoLeft,
    finished: createFinishing({ records, strings, dispatch, synced: (receipt) => void (lastReceipt = receipt) }),
    cancel: () => stop?.abort(),
  };
}
