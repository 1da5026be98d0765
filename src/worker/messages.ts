import { z } from 'zod';
import type { Explanation } from '../app/Explanation';
import type { MeasuredVersion } from '../app/catalog/measureVersion';
import { comparisonSchema } from '../app/comparisonSchema';
import type { TraceRequest } from '../app/createTracer';
import { equalWithinSchema } from '../app/equalWithinSchema';
import { headlineChoiceSchema } from '../app/headlineChoiceSchema';
import { answerSchema } from '../app/ledger/ledgerSchema';
import type { MadeProposal, Offered, ProposalHead } from '../app/propose/makeProposal';
import type { IncomingOffer } from '../app/propose/weighProposal';
import type { Offer } from '../core/propose/Proposal';
import type { CatalogModel } from '../core/catalog/Catalog';
import type { ExplainedFormulas } from '../core/compare/explainFormulas';
import type { Trace } from '../core/explain/Chain';
import type { CellUpdate, SheetRange } from '../core/update/CellUpdate';
import type { RangesReading } from '../core/workbook/Reading';
import type { SyncPlan } from '../core/sync/SyncPlan';

const id = z.number().int();
const dateSystem = z.union([z.literal(1900), z.literal(1904)]);
const file = z.object({ name: z.string(), bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array) });

/** A million cells from our own adapter: only their outline is checked. */
const ranges = z.custom<RangesReading>(
  (reading) => hasParts(reading, ['name', 'sheets', 'names']) && (reading as RangesReading).kind === 'ranges',
);

/** Blocks of cells, and what they hold, from our own adapter: only their outline is checked. */
const places = z.custom<readonly SheetRange[]>(
  (blocks) => Array.isArray(blocks) && blocks.every((block) => hasParts(block, ['sheet', 'range'])),
);
const update = z.custom<CellUpdate>((cells) => hasParts(cells, ['edited', 'recalculated']));

const traceOf: z.ZodType<TraceRequest> = z.union([z.object({ difference: z.string() }), z.object({ place: z.string() })]);

/** From our own pane: what it decided, and what a proposal file that was checked already holds. */
const offered = z.custom<readonly Offered[]>(
  (all) => Array.isArray(all) && all.every((one) => hasParts(one, ['difference', 'of', 'reason'])),
);
const proposalHead = z.custom<ProposalHead>((head) => hasParts(head, ['author', 'team', 'at', 'official']));

const listKeys = z.array(z.object({ sheet: z.string(), columns: z.array(z.string()), list: z.string().optional() }));

/** Of several drivers, the ids of their causes. */
const causes = z.array(z.array(z.string()).readonly()).readonly();

/** What the pane asks the worker; every request has an id which its replies repeat. */
export const requestSchema = z.discriminatedUnion('ask', [
  z.object({
    id,
    ask: z.literal('compare'),
    official: z.object({
      key: z.string(),
      file: file.nullable(),
      packed: z.string().exactOptional(),
      sheets: z.object({ official: z.string(), local: z.string() }).exactOptional(),
    }),
    local: z.union([file.extend({ kind: z.literal('file') }), ranges]),
    base: z.object({ key: z.string(), file: file.nullable(), packed: z.string().exactOptional() }).nullable(),
    sheetPairs: z.array(z.object({ official: z.string(), local: z.string() })),
    keys: listKeys,
    headlines: z.array(z.string()).exactOptional(),
    retired: z.array(z.string()).exactOptional(),
    choice: headlineChoiceSchema,
    within: equalWithinSchema,
    locale: z.string(),
  }),
  z.object({ id, ask: z.literal('packOfficial') }),
  z.object({ id, ask: z.literal('measure'), file, tolerance: z.number().exactOptional(), keys: listKeys }),
  z.object({
    id,
    ask: z.literal('measureVersion'),
    model: z.custom<CatalogModel>((model) => hasParts(model, ['id', 'title', 'versions'])),
    current: file.nullable(),
    next: file,
    locale: z.string(),
  }),
  z.object({ id, ask: z.literal('propose'), offered, head: proposalHead }),
  z.object({ id, ask: z.literal('weighOffers'), offers: z.custom<readonly Offer[]>((offers) => Array.isArray(offers)) }),
  z.object({ id, ask: z.literal('follow'), edited: places }),
  z.object({ id, ask: z.literal('update'), update }),
  z.object({ id, ask: z.literal('chooseHeadlines'), choice: headlineChoiceSchema }),
  z.object({ id, ask: z.literal('addHeadline'), sheet: z.string(), address: z.string() }),
  z.object({ id, ask: z.literal('explain'), difference: z.string() }),
  z.object({ id, ask: z.literal('explainGaps'), regrouping: z.object({ together: causes, apart: causes }).readonly() }),
  z.object({ id, ask: z.literal('trace'), of: traceOf }),
  /** Ends the explaining of gaps, or the tracing, that was asked for with the id `what`, without an answer. */
  z.object({ id, ask: z.literal('stop'), what: id }),
  z.object({
    id,
    ask: z.literal('plan'),
    take: z.array(z.string()),
    remove: z.array(z.string()),
    outside: z.array(z.string()),
    moves: z.boolean(),
    notes: z.boolean(),
  }),
]);

/**
 * What the worker answers: any number of `progress`, then either one `failed`, `packed`, `measured`, `versionMeasured`, `proposed`, `weighed`, `planned`, `headlined`, `explained`, `bridged`, `traced`, one `followed` (what an
 * edit may have calculated anew), one `beyond` (an edit that reaches further than its cells: the workbook must be read again), one
 * `apart` (no sheet in common, with the names of all), or pages of differences
 * (with a label each) and at last `compared`, whose own list of differences is empty.
 */
export const replySchema = z.discriminatedUnion('say', [
  z.object({ id, say: z.literal('progress'), doing: z.string(), done: z.number() }),
  z.object({ id, say: z.literal('packed'), packed: z.string(), sha256: z.string().nullable() }),
  z.object({
    id,
    say: z.literal('page'),
    differences: comparisonSchema.unwrap().shape.differences,
    labels: z.array(z.string()),
  }),
  z.object({
    id,
    say: z.literal('compared'),
    comparison: comparisonSchema,
    unlisted: z.number().int(),
    choice: headlineChoiceSchema,
    within: equalWithinSchema,
    answers: z.array(answerSchema).readonly().exactOptional(),
    dateSystems: z.object({ official: dateSystem, local: dateSystem }),
  }),
  z.object({ id, say: z.literal('apart'), official: z.array(z.string()), local: z.array(z.string()) }),
  z.object({
    id,
    say: z.literal('headlined'),
    headlines: comparisonSchema.unwrap().shape.headlines,
    warnings: z.array(z.string()),
    choice: headlineChoiceSchema,
    /** What the one that was added is called; null where none was. */
    name: z.string().nullable(),
  }),
  z.object({ id, say: z.literal('measured'), causes: z.number().int(), cells: z.number().int() }),
  z.object({
    id,
    say: z.literal('versionMeasured'),
    measured: z.custom<MeasuredVersion>((measured) => hasParts(measured, ['findings', 'headlines', 'changes', 'checked'])),
  }),
  z.object({ id, say: z.literal('proposed'), made: z.custom<MadeProposal>((made) => hasParts(made, ['proposal', 'refused'])) }),
  z.object({ id, say: z.literal('weighed'), offers: z.custom<readonly IncomingOffer[]>((offers) => Array.isArray(offers)) }),
  z.object({ id, say: z.literal('planned'), plan: z.custom<SyncPlan>((plan) => hasParts(plan, ['steps', 'refused'])) }),
  z.object({
    id,
    say: z.literal('explained'),
    formulas: z.custom<ExplainedFormulas>((formulas) => hasParts(formulas, ['official', 'local'])),
  }),
  z.object({
    id,
    say: z.literal('bridged'),
    explanation: z.custom<Explanation>((explanation) =>
      hasParts(explanation, ['drivers', 'bridges', 'unbridged', 'whole', 'fewest', 'doubts']),
    ),
  }),
  z.object({ id, say: z.literal('traced'), trace: z.custom<Trace>((trace) => hasParts(trace, ['of', 'says', 'chains'])) }),
  z.object({ id, say: z.literal('followed'), ranges: places }),
  z.object({ id, say: z.literal('beyond') }),
  z.object({ id, say: z.literal('failed'), failure: z.object({ code: z.string(), message: z.string() }) }),
]);

export type Request = z.infer<typeof requestSchema>;
export type Reply = z.infer<typeof replySchema>;

/** Either end of the line between pane and worker: what a `Worker` and a worker's own global scope have in common. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

function hasParts(value: unknown, parts: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && parts.every((part) => part in value);
}
