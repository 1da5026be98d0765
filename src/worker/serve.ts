import { addHeadline, chooseHeadlines, type WithChoice } from '../app/chooseHeadlines';
import { bothHeaders, createExplainer, type BothHeaders, type Explainer } from '../app/createExplainer';
import { createTracer, type Tracer } from '../app/createTracer';
import { BaseModel } from '../app/BaseModel';
import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import type { RecompareOptions } from '../app/recompare';
import { goneTolerances } from '../app/goneTolerances';
import { AlignmentMemory } from '../core/align/AlignmentMemory';
import { CommonGrid } from '../core/align/CommonGrid';
import type { EqualWithin } from '../core/compare/EqualWithin';
import { NO_CHOICE, type HeadlineChoice } from '../core/headlines/HeadlineChoice';
import { fail, succeed, type Result } from '../core/Result';
import { findDependents } from '../core/update/findDependents';
import { findObstacle } from '../core/update/findObstacle';
import type { Watch } from '../core/Watch';
import { refuseOutside } from '../app/propose/refuseOutside';
import type { Snapshot } from '../core/workbook/Snapshot';
import { createSlicedWork } from './createSlicedWork';
import { failureOf } from './failureOf';
import { requestSchema, type Port, type Reply, type Request } from './messages';
import { keepHeld, readModels, type HeldModels } from './readModels';
import { tellComparison } from './tellComparison';
import type { Tools } from './Tools';
import { watchStep, type Step } from './watchStep';

type CompareMessage = Extract<Request, { ask: 'compare' }>;

const NOTHING_COMPARED = 'The comparison is no longer in memory. Your workbook was not touched. Compare again';

const SILENT: Watch = { progress: () => undefined, signal: { aborted: false } };

/** Answers requests that arrive at the port, one after the other. Cancelling is done from outside, by ending the worker. */
export function serve(port: Port, tools: Tools): void {
  let { official, base }: HeldModels = { official: null, base: null };
  /** The comparison with the headlines that were found; `compared` has those that the user chose. */
  let found: ComparedWorkbooks | null = null;
  let compared: ComparedWorkbooks | null = null;
  let choice: HeadlineChoice = NO_CHOICE;
  let headers: BothHeaders | null = null;
  let explainer: Explainer | null = null;
  let tracer: Tracer | null = null;
  /** How the comparison was asked for, and its locale, for making it again after an edit. */
  let asked: { readonly options: RecompareOptions; readonly within: EqualWithin; readonly locale: string } | null = null;
  let line: Promise<void> = Promise.resolve();

  const say = (reply: Reply) => port.postMessage(reply);
  const sliced = createSlicedWork(say);

  port.onmessage = ({ data }) => {
    const request = requestSchema.parse(data);
    if (request.ask === 'stop') return sliced.stop(request.what);
    line = line
      .then(async () => {
        const result = await answer(request);
        if (!result.ok) say({ id: request.id, say: 'failed', failure: result.failure });
      })
      .catch((error: unknown) => say({ id: request.id, say: 'failed', failure: failureOf(error) }));
  };

  function answer(request: Exclude<Request, { ask: 'stop' }>): Promise<Result<unknown>> | Result<unknown> {
    switch (request.ask) {
      case 'compare':
        return compare(request);
      case 'packOfficial':
        return pack(request.id);
      case 'measure':
        return measure(request);
      case 'measureVersion':
        return measureVersion(request);
      case 'propose':
        return propose(request);
      case 'weighOffers':
        return weigh(request);
      case 'plan':
        return plan(request);
      case 'follow':
        return follow(request);
      case 'update':
        return update(request);
      case 'chooseHeadlines':
        return choose(request.id, request.choice, null);
      case 'addHeadline':
        return add(request);
      case 'explain':
        return explain(request);
      case 'explainGaps':
        return explainGaps(request);
      case 'trace':
        return trace(request);
    }
  }

  function pack(id: number): Result<unknown> {
    if (official === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const { snapshot } = official;
    say({ id, say: 'packed', packed: tools.packer.packSnapshot(snapshot), sha256: snapshot.sha256 });
    return succeed(null);
  }

  /** How much lies between another version and the compared workbook; the comparison stays. */
  async function measure({ id, file, keys, tolerance }: Extract<Request, { ask: 'measure' }>): Promise<Result<unknown>> {
    if (compared === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const { local } = compared;
    const version = await tools.readFile(file.bytes, file.name, () => undefined);
    const distance = version.ok ? tools.distance(version.value, local, { keys, ...(tolerance !== undefined && { tolerance }) }) : version;
    if (distance.ok) say({ id, say: 'measured', ...distance.value });
    return distance;
  }

  async function measureVersion({
    id,
    locale,
    model,
    current,
    next,
  }: Extract<Request, { ask: 'measureVersion' }>): Promise<Result<unknown>> {
    const measured = await tools.measureVersion({ model, current, next }, locale, (doing, done) =>
      say({ id, say: 'progress', doing, done }),
    );
    if (measured.ok) say({ id, say: 'versionMeasured', measured: measured.value });
    return measured;
  }

  async function compare(request: CompareMessage): Promise<Result<unknown>> {
    const watch = (step: Step) => watchStep(request.id, step, say);
    const held = keepHeld(request, { official, base });
    if (!held.ok) return held;
    if (held.value.official === null) {
      compared = null;
      sliced.outdate();
    }
    ({ official, base } = held.value);
    const read = await readModels(request, held.value, tools, watch('read'));
    if (!read.ok) return read;
    const { local } = read.value;
    ({ official, base } = read.value);
    if (!local.ok) return local;
    watch('compare').progress('Comparing', 0);
    const {
      sheetPairs,
      keys,
      headlines,
      official: { sheets },
    } = request;
    const { computedReads } = tools;
    const options = {
      ...request.within,
      ...(base !== null && { base: new BaseModel(base.snapshot) }),
      ...(headlines !== undefined && { headlines }),
      agreed: { headlines: headlines ?? [], tolerances: [], keys, retired: request.retired ?? [] },
      sheetPairs,
      keys,
      ...(sheets !== undefined && { onlySheet: sheets.local }),
      computedReads,
      now: () => performance.now(),
      memory: new AlignmentMemory(),
    };
    const result = tools.compare(official!.snapshot, local.value, options);
    if (!result.ok && result.failure.code === 'no-common-sheet') {
      say({ id: request.id, say: 'apart', official: sheetNames(official!.snapshot), local: sheetNames(local.value) });
      return succeed(null);
    }
    if (!result.ok) return result;
    asked = { options, within: request.within, locale: request.locale };
    choice = request.choice;
    show(request.id, result.value, request.locale, watch('list'));
    return result;
  }

  async function propose({ id, offered, head }: Extract<Request, { ask: 'propose' }>): Promise<Result<unknown>> {
    if (compared === null || asked === null || official?.bytes == null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const whose = { ...head, official: { ...head.official, sha256: official.snapshot.sha256 } };
    const made = await tools.propose(compared, official.bytes, { offered, head: whose }, asked.locale, asked.options);
    if (made.ok) say({ id, say: 'proposed', made: made.value });
    return made;
  }

  function weigh({ id, offers }: Extract<Request, { ask: 'weighOffers' }>): Result<unknown> {
    const { base: was } = asked?.options ?? {};
    if (compared === null || asked === null || was === undefined) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    say({ id, say: 'weighed', offers: tools.weighOffers(compared, offers, { ...asked.options, base: was }) });
    return succeed(null);
  }

  /** Which cells may have another value after an edit. */
  function follow({ id, edited }: Extract<Request, { ask: 'follow' }>): Result<unknown> {
    if (compared === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const { official: model, local, correspondence } = compared;
    if (mayMoveOfficial() || findObstacle(local, edited) !== null) say({ id, say: 'beyond' });
    else say({ id, say: 'followed', ranges: findDependents(new CommonGrid(model, local, correspondence.sheets), edited) });
    return succeed(null);
  }

  /** An edit of local may change what its sheets show that others are to agree with. */
  const mayMoveOfficial = (): boolean => official !== null && official.sheets !== null;

  function update({ id, update }: Extract<Request, { ask: 'update' }>): Result<unknown> {
    if (compared === null || asked === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const { edited } = update;
    const result =
      !mayMoveOfficial() && findObstacle(compared.local, edited) === null ? tools.recompare(compared, update, asked.options) : null;
    if (result === null) say({ id, say: 'beyond' });
    else if (result.ok) show(id, result.value, asked.locale, SILENT);
    return result ?? succeed(null);
  }

  /** Only begins it: what is asked meanwhile need not wait. */
  function explainGaps({ id, regrouping }: Extract<Request, { ask: 'explainGaps' }>): Result<unknown> {
    if (compared === null || asked === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const [both, { locale, within }] = [compared, asked];
    sliced.start(id, () => tools.explainGaps(both, locale, { ...within, regrouping }), {
      doing: 'Working out why',
      done: (explanation) => ({ id, say: 'bridged', explanation }),
    });
    return succeed(null);
  }

  /** Only begins it, as `explainGaps` does. */
  function trace({ id, of }: Extract<Request, { ask: 'trace' }>): Result<unknown> {
    if (tracer === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const follow = tracer;
    sliced.start(id, () => follow(of), { doing: 'Following it', done: (found) => ({ id, say: 'traced', trace: found }) });
    return succeed(null);
  }

  function show(id: number, next: ComparedWorkbooks, locale: string, watch: Watch): void {
    found = next;
    headers = bothHeaders(next, locale);
    explainer = createExplainer(next, locale, headers);
    const chosen = take(chooseHeadlines(next, choice, asked!.options), headers);
    const told = { compared: chosen, headers, answers: official?.answers ?? [], choice, within: asked!.within };
    tellComparison(id, told, say, watch);
  }

  /** Makes the comparison with these headlines the one that is asked about. */
  function take(chosen: WithChoice, both: BothHeaders): ComparedWorkbooks {
    choice = chosen.choice;
    const { comparison } = chosen.compared;
    // On one sheet alone it cannot be told what is gone.
    const gone = mayMoveOfficial() ? [] : goneTolerances(asked!.within, comparison, choice);
    const warnings = [...comparison.warnings, ...gone];
    compared = { ...chosen.compared, comparison: { ...comparison, warnings } };
    sliced.outdate();
    tracer = createTracer(compared, asked!.locale, tools.computedReads, both);
    return compared;
  }

  /** Other headlines, of which only they are told anew. */
  function choose(id: number, wanted: HeadlineChoice, name: string | null): Result<unknown> {
    if (found === null || headers === null || asked === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const { comparison } = take(chooseHeadlines(found, wanted, asked.options), headers);
    const { headlines, warnings } = comparison;
    say({ id, say: 'headlined', headlines, warnings: [...warnings], choice, name });
    return succeed(null);
  }

  function add({ id, sheet, address }: Extract<Request, { ask: 'addHeadline' }>): Result<unknown> {
    if (found === null || compared === null) return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    const added = addHeadline(found, { compared, choice }, { sheet, address });
    return added.ok ? choose(id, added.value.choice, added.value.name) : added;
  }

  function explain({ id, difference }: Extract<Request, { ask: 'explain' }>): Result<unknown> {
    const found = compared?.comparison.differences.find((each) => each.id === difference);
    if (explainer === null || found === undefined) {
      return fail('nothing-compared', `${NOTHING_COMPARED}.`);
    }
    const formulas = explainer(found);
    say({ id, say: 'explained', formulas });
    return succeed(formulas);
  }

  function plan(request: Extract<Request, { ask: 'plan' }>): Result<unknown> {
    if (compared === null || asked === null) {
      return fail('nothing-compared', `${NOTHING_COMPARED}, then sync.`);
    }
    const isProposed = official?.isProposed === true;
    const planned = tools.plan(compared, request, asked.within, isProposed);
    const outside = isProposed ? refuseOutside(planned.steps) : null;
    if (outside !== null) return outside;
    say({ id: request.id, say: 'planned', plan: planned });
    return succeed(planned);
  }
}

function sheetNames({ sheets }: Snapshot): string[] {
  return sheets.map(({ name }) => name);
}
