import type { FinishedRun } from '../../app/ports/InterruptedRuns';
import type { KeyedList } from '../../app/keyedWords';
import type { SheetsOfOne } from '../../app/sheetInPlace';
import type { TraceRequest } from '../../app/createTracer';
import type { EqualWithin } from '../../core/compare/EqualWithin';
import type { ExplainedFormulas } from '../../core/compare/explainFormulas';
import type { Trace } from '../../core/explain/Chain';
import type { Decision } from '../../core/ledger/Decision';
import type { Result } from '../../core/Result';
import type { KeptVersion } from '../../app/ports/RemoteFile';
import type { Author, KeptVersions } from '../PaneServices';
import type { Picked } from '../pickOfficialFile';
import type { PaneEvent } from './PaneEvent';
import type { PaneState } from './PaneState';
import type { CatalogSteps } from './createCatalog';
import type { HeadlineSteps } from './createHeadlineSteps';
import type { Incoming } from './createIncoming';
import type { PublishSteps } from './createPublishing';
import type { KeepWish } from './createRecords';

/** The sheets of the open workbook, by name. */
export interface SheetsToChoose {
  readonly names: readonly string[];
  readonly active: string | null;
}

/** The pane without its looks: its state, and everything the user can do. */
export interface Pane {
  state(): PaneState;
  /** Who uses the pane. */
  readonly author: Author;
  /** Milliseconds since 1970. */
  now(): number;
  subscribe(listener: () => void): () => void;
  dispatch(event: PaneEvent): void;
  chooseFile(picked: Picked): void;
  /** Says which version of the official model the open workbook was made from, and compares with it; null when nobody knows. */
  chooseBase(file: File | null): void;
  chooseLink(link: string): void;
  /** Compares a sheet of the open workbook with another of it, which it is to agree with. */
  chooseSheet(sheets: SheetsOfOne): void;
  /** The sheets of the open workbook, and the one that the user is at; none where Excel does not tell. */
  sheets(): Promise<SheetsToChoose>;
  compare(): void;
  /** The versions that its store keeps of the official model by itself; null where it keeps none that are known. */
  keptVersions(): KeptVersions | null;
  /** Compares with one of them; null for the official model as it is now. */
  chooseKept(version: KeptVersion | null): void;
  /** The versions that its store keeps of the open workbook itself; null where it keeps none that are known. */
  ownVersions(): KeptVersions | null;
  /** Compares with one of them; null for the workbook as it was last saved. */
  chooseOwn(version: KeptVersion | null): void;
  /** Compares with the rows of a list matched by these columns; none to have the key found. */
  chooseKey(list: KeyedList, columns: readonly string[]): void;
  /** Compares with this counting as equal, which the workbook remembers; `usual` is what official's owner agreed in its catalog, else exactly. */
  chooseTolerance(within: EqualWithin | 'usual'): void;
  /** Asks the running step to stop. */
  cancel(): void;
  /**
   * Makes the plan of a sync of these differences; rows and columns that moved stay where they are when `moves` is false. `remove`: those of
   * them that are ticked for deletion from the start.
   */
  plan(take: readonly string[], moves?: boolean, remove?: readonly string[]): void;
  /** Says which of what only local has is to be deleted. */
  chooseRemovals(remove: readonly string[]): void;
  /** Lets the formulas of these differences fetch from, or send to, outside the workbook, and no others. */
  chooseOutside(outside: readonly string[]): void;
  /** Writes what the plan on show says. */
  write(): void;
  undo(): void;
  /** Keeps differences on purpose, or offers them to official's owner, which the workbook remembers; they are no longer ticked. */
  decide(kind: Decision['kind'], ids: readonly string[], wish: KeepWish): void;
  /** Hands what is offered over as a proposal file. */
  saveProposal(): void;
  /** Proposals of other teams, the open workbook being the official model. */
  readonly incoming: Incoming;
  /** The catalogs that official models come from. */
  readonly catalog: CatalogSteps;
  /** Publishing the open workbook as the next version of the official model. */
  readonly publishing: PublishSteps;
  /** Forgets that a difference was decided on. */
  decideAgain(id: string): void;
  /** Takes back what a receipt in the workbook tells of. */
  undoReceipt(id: string): void;
  /** Takes back too what the last undo left because it holds something else by now. */
  undoLeft(): void;
  /** Remembers a sync, or an undo, that was finished after a crash. */
  finished(run: FinishedRun): Promise<void>;
  toggleHighlight(): void;
  /** Marks a difference in the list and selects its cell in the sheet. */
  goTo(id: string): void;
  /** Selects a place of the workbook such as `Summary!C4`. */
  goToPlace(place: string): void;
  /** Which outputs are headlines. */
  readonly headlines: HeadlineSteps;
  /** Works out why the headlines differ, after it was cancelled or failed. */
  explainGaps(): void;
  cancelExplaining(): void;
  /** The formulas of a difference in cells and in words; null when they cannot be had. */
  explain(id: string): Promise<ExplainedFormulas | null>;
  /** How a difference or a cell comes to differ; `signal` ends the search for it. */
  trace(of: TraceRequest, signal: AbortSignal): Promise<Result<Trace>>;
  /** Stops listening and takes the highlight away. */
  close(): void;
}
