import type { Distance } from '../app/catalog/closestVersions';
import type { MeasuredVersion } from '../app/catalog/measureVersion';
import type { WorkbookFile } from '../app/compareWorkbooks';
import type { Explanation } from '../app/Explanation';
import type { ComparedModels, CompareOutcome, ComparisonEngine, ModelHeadlines, PackedOfficial } from '../app/ports/ComparisonEngine';
import type { MadeProposal } from '../app/propose/makeProposal';
import type { IncomingOffer } from '../app/propose/weighProposal';
import type { ListKey } from '../core/align/align';
import type { Difference } from '../core/compare/Difference';
import type { ExplainedFormulas } from '../core/compare/explainFormulas';
import type { Trace } from '../core/explain/Chain';
import { AS_FOUND } from '../core/explain/Regrouping';
import { succeed, type Failure, type Result } from '../core/Result';
import type { SheetRange } from '../core/update/CellUpdate';
import type { SyncPlan } from '../core/sync/SyncPlan';
import type { Watch } from '../core/Watch';
import { replySchema, type Port, type Reply, type Request } from './messages';

/** A worker as the engine needs it; a `Worker` fits. */
export interface EngineWorker extends Port {
  terminate(): void;
  onerror: ((event: ErrorEvent) => unknown) | null;
}

/** How a request that is not answered yet takes its replies, and its end. */
interface Waiting {
  readonly take: (reply: Reply) => void;
  readonly fail: (failure: Failure) => void;
}

const UNWATCHED: Watch = { progress: () => undefined, signal: { aborted: false } };

type WithoutId<Message> = Message extends Request ? Omit<Message, 'id'> : never;

const CANCELLED: Failure = { code: 'cancelled', message: 'Your workbook was not touched.' };

/** How often an aborted signal is looked for, in milliseconds. */
const LOOK_FOR_CANCEL = 50;

/**
 * The engine behind a worker which `start` starts. Cancelling ends the worker, whatever it was at, and the next request
 * starts a new one, which then holds nothing. Requests are answered in turn.
 */
export function createEngine(start: () => EngineWorker, locale: string): ComparisonEngine {
  let worker: EngineWorker | null = null;
  /** What is being waited for, by the id of its request. */
  const waiting = new Map<number, Waiting>();
  let held: string | null = null;
  let heldBase: string | null = null;
  let last = 0;

  /** Ends the worker and whatever it was at. */
  function stop(failure: Failure): void {
    worker?.terminate();
    worker = null;
    held = heldBase = null;
    const left = [...waiting.values()];
    waiting.clear();
    for (const each of left) each.fail(failure);
  }

  function listen(running: EngineWorker): EngineWorker {
    running.onerror = (event) => {
      event.preventDefault?.();
      const reason = event.message || 'it may have run out of memory';
      stop({
        code: 'worker-stopped',
        message: `The comparison stopped unexpectedly (${reason}). Your workbook was not touched. Compare again.`,
      });
    };
    running.onmessage = ({ data }) => {
      const reply = replySchema.parse(data);
      waiting.get(reply.id)?.take(reply);
    };
    return running;
  }

  /**
   * Posts a request; `take` looks at each reply that is not a failure or progress until it returns a result. `gently` cancels it without
   * an end to the worker.
   */
  function ask<T>(
    request: WithoutId<Request>,
    watch: Watch,
    take: (reply: Reply) => Result<T> | null,
    transfer: Transferable[] = [],
    gently = false,
  ): Promise<Result<T>> {
    const id = ++last;
    const running = (worker ??= listen(start()));
    return new Promise((resolve) => {
      const settle = (result: Result<T>) => {
        clearInterval(looking);
        waiting.delete(id);
        resolve(result);
      };
      const looking = setInterval(() => {
        if (!watch.signal.aborted) return;
        if (!gently) return stop(CANCELLED);
        running.postMessage({ ask: 'stop', id: ++last, what: id } satisfies Request);
        settle({ ok: false, failure: CANCELLED });
      }, LOOK_FOR_CANCEL);
      waiting.set(id, {
        fail: (failure) => settle({ ok: false, failure }),
        take: (reply) => {
          if (reply.say === 'progress') watch.progress(reply.doing, reply.done);
          else if (reply.say === 'failed') settle({ ok: false, failure: reply.failure });
          else {
            const result = take(reply);
            if (result !== null) settle(result);
          }
        },
      });
      running.postMessage({ ...request, id }, transfer);
    });
  }

  return {
    holds: () => held,
    holdsBase: () => heldBase,

    async compare({ official, local, base, sheetPairs, keys, headlines, retired, choice, within }, watch) {
      const listed = collectPages();
      const buffers = [official.file?.bytes.buffer, base?.file?.bytes.buffer, local.kind === 'file' ? local.bytes.buffer : null];
      if (official.file !== null || official.packed !== undefined || official.sheets !== undefined) held = null;
      if (base === null || base.file !== null || base.packed !== undefined) heldBase = null;
      const result = await ask<CompareOutcome>(
        {
          ask: 'compare',
          official,
          local,
          base,
          sheetPairs: [...sheetPairs],
          keys: keys.map(copyKey),
          ...(headlines !== undefined && { headlines: [...headlines] }),
          ...(retired !== undefined && { retired: [...retired] }),
          choice,
          within,
          locale,
        },
        watch,
        (reply) => {
          if (reply.say === 'apart') return succeed({ kind: 'apart', official: reply.official, local: reply.local });
          const models = listed(reply);
          return models && succeed({ kind: 'compared', models });
        },
        buffers.filter((buffer) => buffer instanceof ArrayBuffer),
      );
      if (result.ok) [held, heldBase] = [official.key, base?.key ?? null];
      return result;
    },

    packOfficial: () =>
      ask<PackedOfficial>({ ask: 'packOfficial' }, UNWATCHED, (reply) =>
        reply.say === 'packed' ? succeed({ packed: reply.packed, sha256: reply.sha256 }) : null,
      ),

    measure: ({ name, bytes }, { tolerance, keys = [] }) =>
      ask<Distance>(
        { ask: 'measure', file: { name, bytes }, keys: keys.map(copyKey), ...(tolerance !== undefined && { tolerance }) },
        UNWATCHED,
        (reply) => (reply.say === 'measured' ? succeed({ causes: reply.causes, cells: reply.cells }) : null),
      ),

    measureVersion: ({ model, current, next }, watch) =>
      ask<MeasuredVersion>(
        { ask: 'measureVersion', model, current: current && copyFile(current), next: copyFile(next), locale },
        watch,
        (reply) => (reply.say === 'versionMeasured' ? succeed(reply.measured) : null),
      ),

    propose: (offered, head, watch) =>
      ask<MadeProposal>({ ask: 'propose', offered, head }, watch, (reply) => (reply.say === 'proposed' ? succeed(reply.made) : null)),

    weighOffers: (offers) =>
      ask<readonly IncomingOffer[]>({ ask: 'weighOffers', offers }, UNWATCHED, (reply) =>
        reply.say === 'weighed' ? succeed(reply.offers) : null,
      ),

    findDependents: (edited) =>
      ask<readonly SheetRange[] | null>({ ask: 'follow', edited }, UNWATCHED, (reply) =>
        reply.say === 'beyond' ? succeed(null) : reply.say === 'followed' ? succeed(reply.ranges) : null,
      ),

    update(update) {
      const listed = collectPages();
      return ask<ComparedModels | null>({ ask: 'update', update }, UNWATCHED, (reply) => {
        if (reply.say === 'beyond') return succeed(null);
        const models = listed(reply);
        return models && succeed(models);
      });
    },

    chooseHeadlines: (choice) => ask<ModelHeadlines>({ ask: 'chooseHeadlines', choice }, UNWATCHED, headlinesOf),

    addHeadline: ({ sheet, address }) =>
      ask<ModelHeadlines & { readonly name: string }>({ ask: 'addHeadline', sheet, address }, UNWATCHED, (reply) => {
        const chosen = headlinesOf(reply);
        return chosen?.ok && reply.say === 'headlined' ? succeed({ ...chosen.value, name: reply.name ?? '' }) : null;
      }),

    plan: ({ take, remove, outside = [], moves = true, notes = true }, watch) =>
      ask<SyncPlan>({ ask: 'plan', take: [...take], remove: [...remove], outside: [...outside], moves, notes }, watch, (reply) =>
        reply.say === 'planned' ? succeed(reply.plan) : null,
      ),

    explain: (difference) =>
      ask<ExplainedFormulas>({ ask: 'explain', difference }, UNWATCHED, (reply) =>
        reply.say === 'explained' ? succeed(reply.formulas) : null,
      ),

    trace: (of, watch) =>
      ask<Trace>({ ask: 'trace', of }, watch, (reply) => (reply.say === 'traced' ? succeed(reply.trace) : null), [], true),

    explainGaps: (watch, { together, apart } = AS_FOUND) =>
      ask<Explanation>(
        { ask: 'explainGaps', regrouping: { together, apart } },
        watch,
        (reply) => (reply.say === 'bridged' ? succeed(reply.explanation) : null),
        [],
        true,
      ),
  };
}

/** Without what else an object has that a worker could not be sent. */
function copyFile({ name, bytes }: WorkbookFile): WorkbookFile {
  return { name, bytes };
}

function copyKey({ sheet, columns, list }: ListKey): { sheet: string; columns: string[]; list?: string } {
  return { sheet, columns: [...columns], ...(list !== undefined && { list }) };
}

function headlinesOf(reply: Reply): Result<ModelHeadlines> | null {
  if (reply.say !== 'headlined') return null;
  const { headlines, warnings, choice } = reply;
  return succeed({ headlines, warnings, choice });
}

/** Collects the pages of a comparison; gives the whole with its last reply, null before. */
function collectPages(): (reply: Reply) => ComparedModels | null {
  const differences: Difference[] = [];
  const labels = new Map<string, string>();
  return (reply) => {
    if (reply.say === 'page') {
      reply.differences.forEach((difference, i) => {
        differences.push(difference);
        if (reply.labels[i]) labels.set(difference.id, reply.labels[i]);
      });
    }
    if (reply.say !== 'compared') return null;
    const { comparison, unlisted, choice, within, dateSystems, answers } = reply;
    const models = { comparison: { ...comparison, differences }, unlisted, labels, choice, within, dateSystems };
    return answers === undefined ? models : { ...models, answers };
  };
}
