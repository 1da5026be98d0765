import { entryNamespace, entryOf, JOURNAL, JOURNAL_PLAN } from '../../app/journal/journalNamespaces';
import { toEntryText, toHeadText, type EntryPlace, type JournalHead } from '../../app/journal/journalTexts';
import { toPlanText, type RunPlan } from '../../app/journal/planTexts';
import type { Packer } from '../../app/ports/Packer';
import type { SkippedCell } from '../../app/ports/WorkbookHost';
import { toMemoryXml } from '../../core/ledger/memoryXml';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { markerAfter, markerBefore, sameMarker, type CarryingStep } from './journalMarker';
import type { Requests } from './Requests';

/** A hidden name: what it refers to goes where lines go, its comment says for which entry it was put there. */
const MARKER = '_Tieout_journal';
const ATTEMPTS_TO_END = 3;

/** What the workbook holds of a journal right now. */
export interface JournalState {
  /** The ids of the parts that say that a run is under way; more than one only after a failure. */
  readonly heads: readonly string[];
  /** The ids of the parts that say what the run is to do. */
  readonly plans: readonly string[];
  /** The ids of the parts of each entry, by its number. */
  readonly entries: ReadonlyMap<number, readonly string[]>;
  readonly marker: { readonly formula: string; readonly entry: number } | null;
}

/**
 * The journal of a run, kept in the workbook: for each part of the run what takes it back, put down in the same request as that part and
 * before it. Taken back is from the last entry down; an entry of cells that move goes in the same request in which they move back.
 */
export class RunJournal {
  #last = 0;
  #state: JournalState = { heads: [], plans: [], entries: new Map(), marker: null };
  /** How far the run has come, of which so many left cells are told by entries of earlier parts. */
  #at: EntryPlace | null = null;
  #told = 0;
  #telling = 0;
  #isTold = false;

  constructor(
    private readonly requests: Requests,
    private readonly packer: Packer,
  ) {}

  /** What was found when the workbook was looked at last. */
  get state(): JournalState {
    return this.#state;
  }

  /** Looks what the workbook holds of a journal. Throws an OfficeProblem, as all below. */
  async look(): Promise<JournalState> {
    const { parts, marker } = await this.requests.send(({ workbook }) => ({
      parts: workbook.customXmlParts.load('items/id,items/namespaceUri'),
      marker: workbook.names.getItemOrNullObject(MARKER).load('formula,comment'),
    }));
    const entries = new Map<number, readonly string[]>();
    for (const { id, namespaceUri } of parts.items) {
      const entry = entryOf(namespaceUri);
      if (entry !== null) entries.set(entry, [...(entries.get(entry) ?? []), id]);
    }
    this.#state = {
      heads: parts.items.filter(({ namespaceUri }) => namespaceUri === JOURNAL).map(({ id }) => id),
      plans: parts.items.filter(({ namespaceUri }) => namespaceUri === JOURNAL_PLAN).map(({ id }) => id),
      entries,
      marker: marker.isNullObject ? null : { formula: String(marker.formula), entry: Number(marker.comment) },
    };
    return this.#state;
  }

  /** Puts down that a run begins, and what it is to do; what is left of a journal without a head goes. */
  async begin(head: JournalHead, plan: RunPlan): Promise<void> {
    const planned = toPlanText(this.packer, plan);
    await this.requests.sendOnce(
      ({ workbook }) => {
        for (const id of partsOf(this.#state)) workbook.customXmlParts.getItem(id).delete();
        if (planned !== null) workbook.customXmlParts.add(toMemoryXml(JOURNAL_PLAN, planned));
        if (this.#state.marker === null) workbook.names.add(MARKER, '=0', '0').visible = false;
        workbook.customXmlParts.add(toMemoryXml(JOURNAL, toHeadText(head)));
      },
      async () => (await this.look(), false),
    );
  }

  /** Queues an entry, to stand before what it takes back; gives its number. */
  note(context: Excel.RequestContext, inverse: readonly SyncStep[], entry = this.nextEntry()): number {
    const text = toEntryText(this.packer, { steps: inverse, ...(this.#at === null ? {} : { at: this.#at }) });
    context.workbook.customXmlParts.add(toMemoryXml(entryNamespace(entry), text));
    this.#isTold = true;
    return entry;
  }

  /** From now on entries are of this part of the run; those before it wrote so many cells and left these. */
  enter(batch: number, cells: number, skipped: readonly SkippedCell[]): void {
    if (this.#isTold) this.#told = this.#telling;
    this.#isTold = false;
    this.#telling = skipped.length;
    this.#at = { batch, cells, skipped: skipped.slice(this.#told) };
  }

  /** Goes on with a journal that was found: further entries come behind the last one, of which this much of what was left is told. */
  goOn(told: number): void {
    this.#last = Math.max(0, ...this.#state.entries.keys());
    this.#told = told;
    this.#isTold = false;
  }

  /** Forgets what the run was to do: from now on it can only be taken back. */
  async forgetPlan(): Promise<void> {
    if ((await this.look()).plans.length > 0)
      await this.requests.sendOnce(
        ({ workbook }) => {
          for (const id of this.#state.plans) workbook.customXmlParts.getItem(id).delete();
        },
        async () => (await this.look(), false),
      );
  }

  nextEntry(): number {
    return ++this.#last;
  }

  /** Queues the marker for a step that carries cells along, to stand before that step. */
  mark(context: Excel.RequestContext, step: CarryingStep, entry: number): void {
    const marker = context.workbook.names.getItem(MARKER);
    marker.comment = '0';
    marker.formula = markerBefore(step);
    marker.comment = String(entry);
  }

  /** Queues that entries above this one are forgotten, the last one first. */
  forgetAbove(context: Excel.RequestContext, entry: number): void {
    const above = [...this.#state.entries].filter(([number]) => number > entry).sort(([a], [b]) => b - a);
    for (const [, ids] of above) for (const id of ids) context.workbook.customXmlParts.getItem(id).delete();
  }

  /** Forgets an entry of what was not done. */
  async drop(entry: number): Promise<void> {
    this.#isTold = false;
    if (this.#state.entries.has(entry))
      await this.requests.sendOnce(
        (context) => this.forget(context, entry),
        async () => (await this.look(), false),
      );
  }

  /** Queues that an entry is forgotten. */
  forget(context: Excel.RequestContext, entry: number): void {
    for (const id of this.#state.entries.get(entry) ?? []) context.workbook.customXmlParts.getItem(id).delete();
  }

  /**
   * Whether cells that a step carries stand where they are to be taken back from; null when that cannot be told, as when the line that the
   * marker was on is gone. `inverse` is the step that takes it back, and `entry` its number, the last one in the journal.
   */
  hasCarried(inverse: CarryingStep, entry: number): boolean | null {
    const { marker, entries } = this.#state;
    if (!entries.has(entry)) return false;
    if (marker === null) return null;
    // The marker is put down before the entry: that of another one means that this step was done and is not being taken back.
    if (marker.entry !== entry) return true;
    if (sameMarker(marker.formula, markerBefore(inverse))) return true;
    return sameMarker(marker.formula, markerAfter(inverse)) ? false : null;
  }

  /** Forgets the journal, its head first: what is left of it without a head says nothing. Tries again whatever the failure, as it is at the end. */
  async end(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#clear();
      } catch (error) {
        if (attempt === ATTEMPTS_TO_END) throw error;
      }
    }
  }

  async #clear(): Promise<void> {
    const found = await this.look();
    if (partsOf(found).length === 0 && found.marker === null) return;
    await this.requests.sendOnce(
      ({ workbook }) => {
        const { marker } = this.#state;
        for (const id of partsOf(this.#state)) workbook.customXmlParts.getItem(id).delete();
        if (marker !== null) workbook.names.getItem(MARKER).delete();
      },
      async () => (await this.look(), false),
    );
  }
}

/** The head first, then what it is to do: what is left without a head says nothing. */
function partsOf({ heads, plans, entries }: JournalState): readonly string[] {
  return [...heads, ...plans, ...[...entries.values()].flat()];
}
