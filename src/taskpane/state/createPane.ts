import { cellCount } from '../../core/workbook/Address';
import { catalogAddress } from '../../app/catalog/catalogAddress';
import type { Decision } from '../../core/ledger/Decision';
import { findDifferenceAt, parsePlace } from '../lists/findDifferenceAt';
import type { Official, PaneServices } from '../PaneServices';
import type { Strings } from '../strings';
import type { Pane } from './Pane';
import type { PaneEvent } from './PaneEvent';
import { reviewOf, startState } from './PaneState';
import { createCatalog } from './createCatalog';
import { createExplaining } from './createExplaining';
import { createHighlight } from './createHighlight';
import { createHeadlineSteps } from './createHeadlineSteps';
import { createIncoming } from './createIncoming';
import { createLive } from './createLive';
import { createPublishing } from './createPublishing';
import { createRecords, type KeepWish } from './createRecords';
import { createSelector } from './createSelector';
import { saveProposal } from './saveProposal';
import { createSteps } from './createSteps';
import { failureNotice } from './failureNotice';
import { reducePane } from './reducePane';

/** Enough that a held arrow key does not make Excel jump at every row it passes, in milliseconds. */
const SETTLE = 90;

/** A link that says by itself that it leads to a workbook. */
const NAMES_WORKBOOK = /\.xl[st][xmb](?:[?#]|$)/i;

/** A pane over these services; starts listening to the workbook and clears what an earlier pane left highlighted. */
export function createPane(
  { host, engine, officials, catalogs, headlines, tolerance, records: services, now }: PaneServices,
  strings: Strings,
): Pane {
  const catalog = createCatalog({
    catalogs,
    engine,
    words: strings.catalog,
    state: () => state,
    dispatch,
    choose,
    compare,
    compareSince: (base) => official !== null && steps.compareSince(official, base),
    fail: (failure) => noticeFailure(strings.notices.failed.official, failure),
  });
  let official: Official | null = catalog.remembered() ?? officials.remembered();
  let state = startState(official?.choice ?? null);
  let settling: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function dispatch(event: PaneEvent): void {
    const next = reducePane(state, event);
    if (next === state) return;
    state = next;
    listeners.forEach((listener) => listener());
    live.wake();
    explaining.wake();
    incoming.wake();
    catalog.wake();
  }

  const noticeFailure = (title: string, failure: Parameters<typeof failureNotice>[1]) =>
    dispatch({ type: 'noticed', notice: failureNotice(title, failure, strings) });
  const noticeUnkept = (failure: Parameters<typeof failureNotice>[1] | null) => {
    if (failure !== null) noticeFailure(strings.notices.failed.decide, failure);
  };
  const selector = createSelector(host, now, (failure) => noticeFailure(strings.notices.failed.select, failure));
  const live = createLive({ host, engine, now, state: () => state, dispatch });
  const explaining = createExplaining({ engine, state: () => state, dispatch });
  const records = createRecords({ records: services, engine, now, state: () => state, dispatch });
  const highlighting = createHighlight({ host, strings, state: () => state, dispatch });
  const incoming = createIncoming({
    engine,
    records,
    strings,
    now,
    author: services.author.name,
    state: () => state,
    dispatch,
    choose,
    plan: (take, moves, remove) => steps.plan(take, moves, remove),
  });
  const publishing = createPublishing({
    host,
    engine,
    author: services.author,
    now,
    words: strings.publish,
    access: catalog.access,
    state: () => state,
    dispatch,
    compareWithCurrent: () => catalog.compareWith(null),
  });
  const steps = createSteps({
    incoming,
    host,
    engine,
    headlines,
    tolerance,
    records,
    now,
    strings,
    state: () => state,
    dispatch,
    comparing: live.comparing,
    compared: () => highlighting.refresh(),
  });

  function choose(chosen: Official): void {
    official = chosen;
    dispatch({ type: 'officialChosen', official: chosen.choice });
    const { place } = chosen.choice;
    if (place.kind === 'link' || place.kind === 'catalog' || (place.kind === 'file' && place.id !== null)) {
      void officials.remember(chosen.choice).then((saved) => {
        if (!saved.ok) noticeFailure(strings.notices.failed.remember, saved.failure);
      });
    }
    steps.compare(chosen, []);
  }

  function compare(): void {
    if (official === null) return;
    if (state.stage.at === 'pairing') steps.compare(official, state.stage.pairs);
    else steps.compareAgain(official);
  }

  function decide(kind: Decision['kind'], ids: readonly string[], wish: KeepWish): void {
    const models = reviewOf(state.stage)?.models;
    const wanted = new Set(ids);
    const differences = (models?.comparison.differences ?? []).filter(({ id }) => wanted.has(id));
    const labelled = differences.map((difference) => ({ difference, label: models?.labels.get(difference.id) ?? '' }));
    if (labelled.length > 0) void records.decide(kind, labelled, wish).then(noticeUnkept);
    // What was decided on is not to go along with the next sync.
    dispatch({ type: 'ticked', ids, on: false });
    services.author.rename(wish.owner);
  }

  function goTo(id: string): void {
    dispatch({ type: 'rowReached', id });
    clearTimeout(settling);
    settling = setTimeout(() => {
      const difference = reviewOf(state.stage)?.models.comparison.differences.find((each) => each.id === id);
      const place = difference?.local;
      if (place && place.sheet !== '' && parsePlace(place.address || 'A1') !== null) selector.select(place.sheet, place.address || 'A1');
    }, SETTLE);
  }

  const stopSelect = host.onSelect((sheet, address) => {
    const review = reviewOf(state.stage);
    // Reports of our own selections come late: by then the list may be rows further.
    if (selector.isOwn(sheet, address) || review === null) return;
    const found = findDifferenceAt(review.models.comparison, sheet, address, review.list.current);
    if (found !== null) dispatch({ type: 'rowReached', id: found.id });
  });
  const stopChange = host.onChange((change) => {
    const { sheet, address, own, moved } = change;
    if (own) return;
    const range = parsePlace(address);
    const cells = range === null ? 1 : cellCount(range);
    dispatch({ type: 'workbookEdited', place: `${sheet}!${address}`, cells, moved });
    publishing.edited();
    live.changed(change);
  });
  const stopCalculated = host.onCalculated(live.calculated);
  void host.clearHighlight();
  void records.read();
  catalog.wake();
  catalog.start();

  return {
    state: () => state,
    author: services.author,
    now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    chooseFile: ({ file, handle }) => choose(officials.fromFile(file, handle)),
    chooseBase(file) {
      if (official !== null) steps.compareSince(official, file && officials.fromFile(file, null));
    },
    chooseLink(link) {
      if (catalogAddress(link.trim()) !== null) return catalog.list(link.trim());
      const found = officials.fromLink(link);
      if (!found.ok) noticeFailure(strings.notices.failed.official, found.failure);
      else if (NAMES_WORKBOOK.test(link)) choose(found.value);
      else catalog.tell(link.trim(), found.value);
    },
    chooseSheet(sheets) {
      const { official: name, local: instead } = sheets;
      const key = `sheet ${name}\n${instead}`;
      choose({
        choice: { key, title: name, version: null, publishedAt: null, place: { kind: 'sheet', name, instead } },
        source: { sheets },
        isOwn: true,
      });
    },
    async sheets() {
      const [names, active] = await Promise.all([host.sheetNames(), host.activeCell()]);
      return { names: names.ok ? names.value : [], active: active.ok ? active.value.sheet : null };
    },
    ownVersions: () => officials.ownVersions(),
    chooseOwn(version) {
      const own = officials.ownVersions();
      if (own !== null) choose(own.open(version));
    },
    compare,
    keptVersions: () => official?.kept ?? null,
    chooseKept(version) {
      const kept = official?.kept;
      if (kept !== undefined) choose(kept.open(version));
    },
    chooseKey(list, columns) {
      if (official !== null) steps.compareBy(official, list, columns);
    },
    chooseTolerance(within) {
      if (official !== null && state.stage.at === 'review') steps.compareWithin(official, within);
    },
    cancel() {
      steps.cancel();
      dispatch({ type: 'workCancelling' });
    },
    plan: steps.plan,
    chooseRemovals(remove) {
      if (state.stage.at !== 'plan') return;
      dispatch({ type: 'removalsChosen', remove });
      steps.replan();
    },
    chooseOutside(outside) {
      if (state.stage.at !== 'plan') return;
      dispatch({ type: 'outsideChosen', outside });
      steps.replan();
    },
    write: steps.write,
    undo: steps.undo,
    undoReceipt: steps.undoReceipt,
    undoLeft: steps.undoLeft,
    finished: steps.finished,
    decide,
    saveProposal: () =>
      void saveProposal({ engine, author: services.author.name, now, strings, saveFile: services.saveFile, state: () => state, dispatch }),
    incoming,
    catalog,
    publishing,
    decideAgain(id) {
      const decided = reviewOf(state.stage)?.decided.get(id);
      if (decided) void records.reopen(decided.decision.of).then(noticeUnkept);
    },
    toggleHighlight: highlighting.toggle,
    goTo,
    goToPlace(place) {
      const at = place.lastIndexOf('!');
      if (at > 0)
        selector.select(
          place
            .slice(0, at)
            .replace(/^'(.*)'$/, '$1')
            .replaceAll("''", "'"),
          place.slice(at + 1),
        );
    },
    headlines: createHeadlineSteps({ host, engine, headlines, strings, state: () => state, dispatch }),
    explainGaps() {
      const review = reviewOf(state.stage);
      if (review !== null) dispatch({ type: 'whyChanged', models: review.models, why: { at: 'wanted' } });
    },
    cancelExplaining: explaining.cancel,
    async explain(id) {
      const explained = await engine.explain(id);
      return explained.ok ? explained.value : null;
    },
    trace: (of, signal) => engine.trace(of, { progress: () => undefined, signal }),
    close() {
      steps.cancel();
      publishing.cancel();
      clearTimeout(settling);
      live.close();
      catalog.close();
      explaining.close();
      stopSelect();
      stopChange();
      stopCalculated();
      listeners.clear();
      void host.clearHighlight();
    },
  };
}
