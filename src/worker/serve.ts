import { addHeadline, chooseHeadlines, type WithChoice } from '../app/chooseHeadlines';
import { bothHeaders, createExplainer, type BothHeaders, type Explainer } from '../app/createExplainer';
import { createTracer, type Tracer } from '../app/createTracer';
import { BaseModel } from '../app/BaseModel';
import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import type { RecompareOptions } from '../app/recompare';
import { goneTolerances } from '../app/goneTolerances';
import { sheetInPlace, type SheetsOfOne } from '../app/sheetInPlace';
import type { HostReading } from '../app/ports/WorkbookHost';
import { AlignmentMemory } from '../core/align/AlignmentMemory';
import { CommonGrid } from '../core/align/CommonGrid';
import type { EqualWithin } from '../core/compare/EqualWithin';
import { NO_CHOICE, type HeadlineChoice } from '../core/headlines/HeadlineChoice';
import { fail, succeed, type Result } from '../core/Result';
import { findDependents } from '../core/update/findDependents';
import { findObstacle } from '../core/update/findObstacle';
import type { Watch } from '../core/Watch';
import { createLabeller } from '../core/workbook/createLabeller';
import type { Answer } from '../core/ledger/Answer';
import { refuseOutside } from '../app/propose/refuseOutside';
import type { Snapshot } from '../core/workbook/Snapshot';
import { snapshotFromRanges } from '../core/workbook/snapshotFromRanges';
import { createSlicedWork } from './createSlicedWork';
import { differenceLabels } from '../app/differenceLabels';
import { failureOf } from './failureOf';
import { listedDifferences } from './listedDifferences';
import { requestSchema, type Port, type Reply, type Request } from './messages';
import { readingProgress } from './readingProgress';
import type { Tools } from './Tools';
import { watchStep, type Step } from './watchStep';

/** The official model; without its file where it is what a proposal proposes, or a sheet of local. */
interface OfficialModel {
  readonly key: string;
  readonly snapshot: Snapshot;
  readonly bytes: Uint8Array | null;
  readonly isProposed: boolean;
  readonly sheets: SheetsOfOne | null;
  readonly answers: readonly Answer[];
}

/** Small enough that taking one page holds the pane up for a few milliseconds only. */
const PAGE = 2_000;

type CompareMessage = Extract<Request, { ask: 'compare' }>;

const NOTHING_COMPARED = 'The comparison is no longer in memory. Your workbook was not touched. Compare again';

const SILENT: Watch = { progress: () => undefined, signal: { aborted: false } };

/** Answers requests that arrive at the port, one after the other. Cancelling is done from outside, by ending the worker. */
export function serve(port: Port, tools: Tools): void {
  let official: OfficialModel | null = null;
  let base: { readonly key: string; readonly snapshot: Snapshot } | null = null;
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
    const { file, key, packed: proposed, sheets } = request.official;
    if (file !== null || proposed !== undefined || sheets !== undefined) {
      official = null;
      compared = null;
      sliced.outdate();
    } else if (official?.key !== key) {
      return fail('official-forgotten', 'The official model is no longer in memory. Your workbook was not touched. Compare again.');
    }
    if (request.base === null || request.base.file !== null || request.base.packed !== undefined) base = null;
    else if (base?.key !== request.base.key) {
      return fail('base-forgotten', 'The version yours came from is no longer in memory. Your workbook was not touched. Compare again.');
    }
    const progress = readingProgress(file === null ? ['local'] : ['official', 'local'], watch('read'));
    // Both at once: while one waits for its unpacking, which the platform does aside, the other is read.
    const { file: baseFile = null, packed } = request.base ?? {};
    const [read, local, came] = await Promise.all([
      file !== null
        ? tools.readFile(file.bytes, file.name, progress.official)
        : proposed === undefined
          ? null
          : tools.packer.unpackSnapshot(proposed),
      readLocal(request.local, progress.local),
      baseFile !== null
        ? tools.readFile(baseFile.bytes, baseFile.name, () => undefined)
        : packed === undefined
          ? null
          : tools.packer.unpackSnapshot(packed),
    ]);
    if (read?.ok === false) return fail(read.failure.code, `Official model: ${read.failure.message}`);
    if (read !== null) {
      const answers = file === null ? succeed([]) : await tools.readAnswers(file.bytes);
      const bytes = file?.bytes ?? null;
      official = { key, snapshot: read.value, bytes, isProposed: bytes === null, sheets: null, answers: answers.ok ? answers.value : [] };
    }
    if (!local.ok) return fail(local.failure.code, `Your workbook: ${local.failure.message}`);
    if (sheets !== undefined) {
      const placed = sheetInPlace(local.value, sheets);
      if (!placed.ok) return placed;
      official = { key, snapshot: placed.value, bytes: null, isProposed: false, sheets, answers: [] };
    }
    if (came?.ok === false)
      return fail(packed === undefined ? came.failure.code : 'base-unreadable', `The version yours came from: ${came.failure.message}`);
    if (came) base = { key: request.base!.key, snapshot: came.value };
    watch('compare').progress('Comparing', 0);
    const { sheetPairs, keys, headlines } = request;
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
    list(id, chosen, headers, watch);
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

  function readLocal(reading: HostReading, progress: (done: number) => void): Promise<Result<Snapshot>> {
    if (reading.kind === 'file') return tools.readFile(reading.bytes, reading.name, progress);
    return Promise.resolve(succeed(snapshotFromRanges(reading)));
  }

  const answersHeld = (): readonly Answer[] => official?.answers ?? [];

  function list(id: number, { official, local, comparison }: ComparedWorkbooks, headers: BothHeaders, { progress }: Watch): void {
    const label = differenceLabels(createLabeller(headers.official), createLabeller(headers.local));
    const { differences, ...rest } = comparison;
    const answers = answersHeld();
    const listed = listedDifferences(differences);
    for (let from = 0; from < listed.length; from += PAGE) {
      const page = listed.slice(from, from + PAGE);
      progress('Listing the differences', from / listed.length);
      say({ id, say: 'page', differences: page, labels: page.map(label) });
    }
    say({
      id,
      say: 'compared',
      comparison: { ...rest, differences: [] },
      unlisted: differences.length - listed.length,
      choice,
      within: asked!.within,
      ...(answers.length > 0 && { answers }),
      dateSystems: { official: official.dateSystem, local: local.dateSystem },
    });
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
