import type { Difference } from '../../core/compare/Difference';
import { weighAnswers } from '../../core/ledger/weighAnswers';
import { weighDecisions } from '../../core/ledger/weighDecisions';
import { AS_FOUND } from '../../core/explain/Regrouping';
import { withShift } from './lineShifts';
import type { ModelHeadlines } from '../../app/ports/ComparisonEngine';
import type { PaneEvent, WhyNews } from './PaneEvent';
import {
  reviewOf,
  startList,
  type EditedSince,
  type ListState,
  type PaneState,
  type Review,
  type ShownDriver,
  type Stage,
  type WorkbookRecords,
} from './PaneState';
import type { Work } from './Work';
import { isOfCatalog, isSameModel, reduceCatalog, type CatalogEvent } from './reduceCatalog';
import { reduceList } from './reduceList';
import { toggled } from './toggled';
import { wantWhy, type Why } from './Why';

const UNEDITED: EditedSince = { edited: new Map(), shifts: [] };

/** The state after an event. An event that makes no sense at the present stage changes nothing. */
export function reducePane(state: PaneState, event: PaneEvent): PaneState {
  if (isOfCatalog(event)) return reduceCatalog(state, event);
  switch (event.type) {
    case 'officialChosen':
      return {
        ...state,
        official: event.official,
        published: isSameModel(state.official, event.official) ? state.published && { ...state.published, opened: null } : null,
        stage: { at: 'ready' },
        notice: null,
        undoable: state.undoable,
        incoming: event.official.place.kind === 'proposal' ? state.incoming : null,
      };
    case 'proposalsOpened':
      return { ...state, incoming: { proposals: event.proposals, current: 0, offers: null, problems: event.problems } };
    case 'proposalShown':
      return { ...state, incoming: state.incoming && { ...state.incoming, current: event.at, offers: null } };
    case 'offersWeighed':
      return { ...state, incoming: state.incoming && { ...state.incoming, offers: event.offers } };
    case 'baseChosen':
      return { ...state, base: event.base };
    case 'remembered': {
      const stage = withReview(state.stage, (now) => ({ ...now, ...weighed(now.models, now.at, event.memory) }));
      return { ...state, stage, memory: event.memory };
    }
    case 'noticed':
      return { ...state, notice: event.notice };
    case 'calculationSeen':
      return event.calculation === state.calculation ? state : { ...state, calculation: event.calculation };
    case 'highlightChanged':
      return { ...state, highlight: event.highlight };
    case 'undoableChanged':
      return { ...state, undoable: event.outcome, shiftsSinceSync: [] };
    case 'workbookEdited': {
      const { place, moved } = event;
      const shiftsSinceSync = moved === null ? state.shiftsSinceSync : withShift(state.shiftsSinceSync, { place, moved });
      // Where lines came or went, the cells that were left stand elsewhere.
      return { ...state, shiftsSinceSync, left: moved === null ? state.left : null, stage: reduceStage(state, event) };
    }
    case 'leftByUndo':
      return { ...state, left: event.left };
    case 'workStarted':
    case 'compared':
    case 'planned':
      return {
        ...state,
        stage: reduceStage(state, event),
        notice: event.type === 'compared' ? event.notice : null,
        // What another sync writes, or an undo, is written over what they were left with.
        left: event.type === 'workStarted' && event.work === 'syncing' ? null : state.left,
      };
    case 'workEnded':
      return { ...state, stage: reduceStage(state, event), notice: event.notice ?? state.notice };
    default: {
      const stage = reduceStage(state, event);
      return stage === state.stage ? state : { ...state, stage };
    }
  }
}

function reduceStage({ stage, official, memory }: PaneState, event: Exclude<PaneEvent, CatalogEvent>): Stage {
  const review = reviewOf(stage);
  switch (event.type) {
    case 'choosing':
      return stage.at === 'ready' || stage.at === 'review' || stage.at === 'pairing' ? { at: 'choosing', back: review } : stage;
    case 'choosingLeft':
      return stage.at === 'choosing' && official !== null ? resting(review) : stage;
    case 'workStarted':
      return start(stage, event.work, { doing: event.doing, done: 0, cancelling: false });
    case 'workProgressed':
      return 'work' in stage ? { ...stage, work: { ...stage.work, doing: event.doing, done: event.done } } : stage;
    case 'workCancelling':
      return 'work' in stage ? { ...stage, work: { ...stage.work, cancelling: true } } : stage;
    case 'workEnded':
      return 'work' in stage ? resting(review) : stage.at === 'plan' ? { ...stage, draft: { ...stage.draft, stale: false } } : stage;
    case 'compared':
      return { at: 'review', review: renew(review, event, stage.at === 'comparing' ? stage : UNEDITED, memory) };
    case 'followed':
      return withReview(stage, (now) => ({
        ...renew(now, { models: event.models, at: now.at }, without(now, event.places), memory),
        followedAt: event.at,
      }));
    case 'nothingInCommon':
      return { at: 'pairing', official: event.official, local: event.local, pairs: [] };
    case 'sheetsPaired':
      return stage.at === 'pairing' ? { ...stage, pairs: event.pairs } : stage;
    case 'planned':
      return review && (stage.at === 'planning' || stage.at === 'plan') ? { at: 'plan', review, draft: event.draft } : stage;
    case 'removalsChosen':
      return stage.at === 'plan' ? { ...stage, draft: { ...stage.draft, remove: event.remove, stale: true } } : stage;
    case 'outsideChosen':
      return stage.at === 'plan' ? { ...stage, draft: { ...stage.draft, outside: event.outside, stale: true } } : stage;
    case 'planLeft':
      return stage.at === 'plan' ? { at: 'review', review: stage.review } : stage;
    case 'workbookEdited':
      return withReview(stage.at === 'comparing' ? including(stage, event) : stage, (now) => including(now, event));
    case 'headlinesChosen':
      return withReview(stage, (now) => (now.models === event.models ? withHeadlines(now, event.chosen) : now));
    case 'whyChanged':
      return withReview(stage, (now) => (now.models === event.models ? { ...now, why: whyAfter(now, event.why) } : now));
    case 'regrouped':
      return withReview(stage, (now) => regrouped(now, event.regrouping));
    case 'bridgeToggled':
      return withReview(stage, (now) => ({ ...now, bridges: toggled(now.bridges, event.headline) }));
    case 'driverShown':
      return withReview(stage, (now) => ({ ...now, view: 'differences', list: showDriver(now.list, event) }));
    case 'viewShown':
      return withReview(stage, (now) => ({ ...now, view: event.view }));
    case 'officialChosen':
    case 'proposalsOpened':
    case 'proposalShown':
    case 'offersWeighed':
    case 'baseChosen':
    case 'remembered':
    case 'calculationSeen':
    case 'noticed':
    case 'highlightChanged':
    case 'undoableChanged':
    case 'leftByUndo':
      return stage;
    default:
      return withReview(stage, (now) => ({ ...now, list: reduceList(now.list, event) }));
  }
}

function start(stage: Stage, work: 'comparing' | 'planning' | 'syncing' | 'undoing', first: Work): Stage {
  const review = reviewOf(stage);
  if (work === 'comparing') return { at: 'comparing', work: first, before: review, ...UNEDITED };
  if (work === 'undoing') return { at: 'undoing', work: first, review };
  if (work === 'planning') return review === null ? stage : { at: 'planning', work: first, review };
  return stage.at === 'plan' ? { at: 'syncing', work: first, review: stage.review, draft: stage.draft } : stage;
}

function resting(review: Review | null): Stage {
  return review === null ? { at: 'ready' } : { at: 'review', review };
}

/** A new comparison over an old one: what the user had folded, ticked and reached stays, as far as it is still there. */
function renew(
  old: Review | null,
  { models, at }: { models: Review['models']; at: number },
  { edited, shifts }: EditedSince,
  memory: WorkbookRecords | null,
): Review {
  const why = wantWhy(models, old?.why ?? null);
  const { decided, answered } = weighed(models, at, memory);
  if (old === null)
    return {
      models,
      at,
      followedAt: null,
      edited,
      shifts,
      view: 'tieout',
      why,
      decided,
      answered,
      regrouping: AS_FOUND,
      bridges: new Set(),
      list: startList,
    };
  const there = new Set(models.comparison.differences.map(({ id }) => id));
  const still = (ids: ReadonlySet<string>) => new Set([...ids].filter((id) => there.has(id)));
  const { list } = old;
  return {
    models,
    at,
    followedAt: null,
    edited,
    shifts,
    view: old.view,
    why,
    decided,
    answered,
    regrouping: old.regrouping,
    bridges: old.bridges,
    list: { ...list, driver: list.driver && stillShown(list.driver, there), open: still(list.open), ticked: still(list.ticked) },
  };
}

/** What was decided on differences, as it counts on the day of the comparison, and what was answered to offers. */
function weighed(
  { comparison, labels, answers = [] }: Review['models'],
  at: number,
  memory: WorkbookRecords | null,
): Pick<Review, 'decided' | 'answered'> {
  const today = new Date(at).toISOString().slice(0, 10);
  const decisions = memory?.decisions ?? [];
  const labelOf = ({ id }: Difference): string => labels.get(id) ?? '';
  const { decided } = weighDecisions(comparison, decisions, today, labelOf);
  return {
    decided: new Map(decided.map((one) => [one.difference, one])),
    answered: weighAnswers(comparison, decisions, answers, labelOf),
  };
}

/** The driver that the list is narrowed to, for as long as one of its causes is there. */
function stillShown(driver: ShownDriver, there: ReadonlySet<string>): ShownDriver | null {
  return [...driver.causes].some((id) => there.has(id)) ? driver : null;
}

/** Other drivers: why the headlines differ is worked out anew, and what was known is shown until then. */
function regrouped(review: Review, regrouping: Review['regrouping']): Review {
  return regrouping === review.regrouping ? review : { ...review, regrouping, why: wantWhy(review.models, review.why) };
}

/** The same comparison with other headlines; why those differ that were there before is known. */
function withHeadlines(review: Review, { headlines, warnings, choice }: ModelHeadlines): Review {
  const models = { ...review.models, comparison: { ...review.models.comparison, headlines, warnings }, choice };
  const { why } = review;
  const known = new Set(review.models.comparison.headlines.map(({ name }) => name));
  const isKnown = why.at === 'there' && headlines.every(({ name }) => known.has(name));
  return { ...review, models, why: isKnown ? { at: 'there', shown: { ...why.shown, models } } : wantWhy(models, why) };
}

function whyAfter({ models, why: { shown } }: Review, news: WhyNews): Why {
  switch (news.at) {
    case 'wanted':
    case 'working':
      return { ...news, shown };
    case 'there':
      return { at: 'there', shown: { models, explanation: news.explanation } };
    default:
      return { ...news, shown: null };
  }
}

function showDriver(list: ListState, { name, causes }: PaneEvent & { readonly type: 'driverShown' }): ListState {
  return { ...list, search: '', kinds: new Set(), driver: { name, causes: new Set(causes) }, current: causes[0] ?? null };
}

/** What was done since, but for edits that were followed. */
function without({ edited, shifts }: EditedSince, places: readonly string[]): EditedSince {
  return { edited: new Map([...edited].filter(([place]) => !places.includes(place))), shifts };
}

function withReview(stage: Stage, change: (review: Review) => Review): Stage {
  const review = reviewOf(stage);
  if (review === null) return stage;
  const changed = change(review);
  if (changed === review) return stage;
  if (stage.at === 'comparing') return { ...stage, before: changed };
  if (stage.at === 'choosing') return { ...stage, back: changed };
  return { ...stage, review: changed } as Stage;
}

function including<T extends EditedSince>(since: T, { place, cells, moved }: PaneEvent & { readonly type: 'workbookEdited' }): T {
  const shifts = moved === null ? since.shifts : withShift(since.shifts, { place, moved });
  return { ...since, edited: new Map(since.edited).set(place, cells), shifts };
}
