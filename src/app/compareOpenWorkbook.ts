import type { ListKey } from '../core/align/align';
import type { EqualWithin } from '../core/compare/EqualWithin';
import type { HeadlineChoice } from '../core/headlines/HeadlineChoice';
import { fail, type Result } from '../core/Result';
import type { Watch } from '../core/Watch';
import type { CompareOutcome, CompareRequest, ComparisonEngine, SheetNamePair } from './ports/ComparisonEngine';
import type { ModelSource } from './ports/ModelSource';
import type { WorkbookHost } from './ports/WorkbookHost';
import type { SheetsOfOne } from './sheetInPlace';

/** The version that a workbook comes from: in a file, or packed as the workbook remembers it. */
export type BaseToOpen = { readonly key: string } & ({ readonly source: ModelSource } | { readonly packed: string });

/** Where the official model is had from, or a packed one: what a proposal proposes; or a sheet of the open workbook, for another of it. */
export type OfficialSource = ModelSource | { readonly packed: string } | { readonly sheets: SheetsOfOne };

export interface OpenWorkbookRequest {
  /** Tells official models apart; the same key is the same model, whatever version. */
  readonly key: string;
  readonly source: OfficialSource;
  /** `newest` opens the source again; `same` compares with what the engine holds, if it still does. */
  readonly official: 'newest' | 'same';
  /** The version that the open workbook comes from; null where nobody knows. */
  readonly base: BaseToOpen | null;
  readonly sheetPairs: readonly SheetNamePair[];
  readonly keys: readonly ListKey[];
  /** What official's owner agreed are its headlines. */
  readonly headlines?: readonly string[];
  /** Members that official no longer has. */
  readonly retired?: readonly string[];
  /** The headlines the user chose. */
  readonly choice: HeadlineChoice;
  /** What counts as equal. */
  readonly within: EqualWithin;
}

/** Compares the open workbook with its official model; a failure says which of the two could not be read and why. Reads only. */
export async function compareOpenWorkbook(
  host: Pick<WorkbookHost, 'read'>,
  engine: ComparisonEngine,
  { key, source, official, base, ...how }: OpenWorkbookRequest,
  watch: Watch,
): Promise<Result<CompareOutcome>> {
  const cancelled = fail('cancelled', 'Your workbook was not touched.');
  let model: CompareRequest['official'] = { key, file: null };
  const isHeld = engine.holds() === key;
  if ('sheets' in source) model = { ...model, sheets: source.sheets };
  else if ('packed' in source) {
    if (!isHeld) model = { ...model, packed: source.packed };
  } else if (official === 'newest' || !isHeld) {
    const opened = await source.open(part(watch, 0, 0.15));
    if (watch.signal.aborted) return cancelled;
    if (!opened.ok) return opened;
    model = { key, file: opened.value };
  }
  let came: CompareRequest['base'] = base && { key: base.key, file: null };
  if (base !== null && engine.holdsBase() !== base.key) {
    if ('packed' in base) came = { key: base.key, file: null, packed: base.packed };
    else {
      const opened = await base.source.open({ signal: watch.signal, progress: () => undefined });
      if (watch.signal.aborted) return cancelled;
      if (!opened.ok) return opened;
      came = { key: base.key, file: opened.value };
    }
  }
  const local = await host.read(part(watch, 0.15, 0.3));
  if (watch.signal.aborted) return cancelled;
  if (!local.ok) return local;
  return engine.compare({ official: model, local: local.value, base: came, ...how }, part(watch, 0.3, 1));
}

/** A watch on a step whose progress fills the stretch `from`–`to` of the whole. */
function part({ progress, signal }: Watch, from: number, to: number): Watch {
  return { signal, progress: (doing, done) => progress(doing, from + (to - from) * done) };
}
