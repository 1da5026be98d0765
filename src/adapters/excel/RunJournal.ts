import { entryNamespace, entryOf, JOURNAL } from '../../app/journal/journalNamespaces';
import { toEntryText, toHeadText, type JournalHead } from '../../app/journal/journalTexts';
import type { Packer } from '../../app/ports/Packer';
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
  #state: JournalState = { heads: [], entries: new Map(), marker: null };

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
      entries,
      marker: marker.isNullObject ? null : { formula: String(marker.formula), entry: Number(marker.comment) },
    };
    return this.#state;
  }

  /** Puts down that a run begins; what is left of a journal without a head goes. */
  async begin(head: JournalHead): Promise<void> {
    await this.requests.sendOnce(
      ({ workbook }) => {
        for (const id of [...this.#state.heads, ...[...this.#state.entries.values()].flat()]) workbook.customXmlParts.getItem(id).delete();
        if (this.#state.marker === null) workbook.names.add(MARKER, '=0', '0').visible = false;
        workbook.customXmlParts.add(toMemoryXml(JOURNAL, toHeadText(head)));
      },
      async () => (await this.look(), false),
    );
  }

  /** Queues an entry, to stand before what it takes back; gives its number. */
  note(context: Excel.RequestContext, inverse: readonly SyncStep[], entry = this.nextEntry()): number {
    context.workbook.customXmlParts.add(toMemoryXml(entryNamespace(entry), toEntryText(this.packer, inverse)));
    return entry;
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
    const isThere = ({ heads, entries, marker }: JournalState): boolean => heads.length > 0 || entries.size > 0 || marker !== null;
    if (!isThere(await this.look())) return;
    await this.requests.sendOnce(
      ({ workbook }) => {
        const { heads, entries, marker } = this.#state;
        for (const id of [...heads, ...[...entries.values()].flat()]) workbook.customXmlParts.getItem(id).delete();
        if (marker !== null) workbook.names.getItem(MARKER).delete();
      },
      async () => (await this.look(), false),
    );
  }
}
