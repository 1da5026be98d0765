import type { CatalogAccess } from '../app/catalog/askCatalog';
import type { OfficialSource } from '../app/compareOpenWorkbook';
import type { FileHandle, PickedFile } from '../app/ports/FileHandle';
import type { ComparisonEngine } from '../app/ports/ComparisonEngine';
import type { Packer } from '../app/ports/Packer';
import type { KeptVersion } from '../app/ports/RemoteFile';
import type { WorkbookHost } from '../app/ports/WorkbookHost';
import type { WorkbookMemory } from '../app/ports/WorkbookMemory';
import type { CatalogModel } from '../core/catalog/Catalog';
import type { EqualWithin } from '../core/compare/EqualWithin';
import type { HeadlineChoice } from '../core/headlines/HeadlineChoice';
import type { Result } from '../core/Result';
import type { Watch } from '../core/Watch';
import type { BaseChoice, OfficialChoice } from './state/PaneState';

/** What the pane needs from the world; `main.tsx` provides it. */
export interface PaneServices {
  readonly host: WorkbookHost;
  readonly engine: ComparisonEngine;
  readonly officials: Officials;
  readonly catalogs: Catalogs;
  /** The headlines that the user chose. */
  readonly headlines: Remembered<HeadlineChoice>;
  /** What the user counts as equal. */
  readonly tolerance: {
    /** Null where the user set nothing, so that what is usual holds. */
    remembered(): EqualWithin | null;
    /** Nothing is remembered of what is usual. */
    remember(within: EqualWithin, usual: EqualWithin): Promise<Result<null>>;
  };
  /** What the workbook remembers of its syncs. */
  readonly records: RecordServices;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What it takes to remember syncs in the workbook, and to hand over what it offers. */
export interface RecordServices {
  readonly memory: WorkbookMemory;
  readonly packer: Packer;
  readonly author: Author;
  readonly newId: () => string;
  /** Hands a file over to the user. */
  readonly saveFile: (name: string, text: string) => void;
}

/** Who uses the pane, as receipts call them; Office does not tell. */
export interface Author {
  /** Empty until it was said. */
  name(): string;
  rename(name: string): void;
}

/** An official model and where to read it. */
export interface Official {
  readonly choice: OfficialChoice;
  readonly source: OfficialSource;
  /** Set where it is a part of the open workbook or an earlier version of it, and no version of what all are to agree with. */
  readonly isOwn?: true;
  /** Where its store keeps earlier versions of it by itself. */
  readonly kept?: KeptVersions;
  /** Where it comes from a catalog: asks that anew and gives what it says of the model, which comparisons go by. */
  readonly ask?: (watch: Watch) => Promise<Result<CatalogModel>>;
  /** Official as it was, where this is what a proposal proposes. */
  readonly base?: BaseChoice & { readonly key: string; readonly packed: string };
}

/** The versions that a store keeps of an official workbook by itself. */
export interface KeptVersions {
  list(watch: Watch): Promise<Result<readonly KeptVersion[]>>;
  /** One of these as the official model; null for the workbook as it is now. */
  open(version: KeptVersion | null): Official;
}

/** What the user of the open workbook settled, as the workbook remembers it. */
interface Remembered<Settled> {
  remembered(): Settled;
  remember(settled: Settled): Promise<Result<null>>;
}

/** Where the catalogs of official models are. */
export interface Catalogs {
  /** The address of the one that whoever set up the add-in named; null where they named none. */
  readonly named: string | null;
  /** The model of a catalog that the open workbook remembers; null when there is none. */
  remembered(): CatalogEntry | null;
  open(address: string): Result<CatalogAccess>;
  readonly wakes: Wakes;
}

/** When to ask whether anything is new. */
export interface Wakes {
  /** Does something after so many milliseconds; what is returned calls it off. */
  after(milliseconds: number, work: () => void): () => void;
  /** Whether the pane can be seen. */
  isVisible(): boolean;
  /** Called when it can be seen again; what is returned ends that. */
  onVisible(listener: () => void): () => void;
}

/** A model of the catalog at an address. */
export interface CatalogEntry {
  readonly address: string;
  readonly id: string;
  readonly title: string;
}

export interface Officials {
  /** The one that the open workbook remembers; null when there is none. */
  remembered(): Official | null;
  /** `handle`: what lets it be read again on another day; null where the browser has nothing of the kind. */
  fromFile(file: PickedFile, handle: FileHandle | null): Official;
  fromLink(link: string): Result<Official>;
  /** The versions that its store keeps of the open workbook itself; null where it is on no store that does. */
  ownVersions(): KeptVersions | null;
  /** Makes the workbook remember one from a link or a catalog, or, where it remembers none of these, a file that can be read again. */
  remember(choice: OfficialChoice): Promise<Result<null>>;
}
