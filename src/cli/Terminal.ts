import type { Sha256 } from '../app/catalog/fetchVersion';
import type { FileEditor } from '../app/ports/FileEditor';
import type { ModelCalculator } from '../app/ports/ModelCalculator';
import type { ResultChecker } from '../app/ports/ResultChecker';
import type { RemotePlace } from '../app/ports/RemotePlace';
import type { Packer } from '../app/ports/Packer';
import type { SnapshotReader } from '../app/ports/SnapshotReader';
import type { FileMemory } from '../app/ports/WorkbookMemory';
import type { ComputedReads } from '../core/explain/ComputedReads';
import type { Result } from '../core/Result';

/** What the commands need of the world around them. */
export interface Terminal {
  /** The file's bytes; rejects with Node's error. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Writes a file as a whole or not at all; rejects with Node's error. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Whether two paths lead to one file. */
  readonly isSameFile: (path: string, other: string) => Promise<boolean>;
  /** The file at an https address, or at the path of a catalog, and those beside it; a failure where the address cannot be used. */
  readonly openPlace: (address: string) => Result<RemotePlace>;
  readonly sha256: Sha256;
  readonly readWorkbook: SnapshotReader;
  readonly editFile: FileEditor;
  /** What a workbook file remembers. */
  readonly openMemory: (bytes: Uint8Array) => Result<FileMemory>;
  readonly packer: Packer;
  readonly calculator: ModelCalculator;
  readonly checkResults: ResultChecker;
  readonly computedReads: ComputedReads;
  /** Milliseconds. */
  readonly now: () => number;
  /** The time of the day, as an ISO time. */
  readonly clock: () => string;
  /** Who is signed in to this computer; empty when that is not known. */
  readonly user: () => string;
  /** A word that nothing else is called by, short enough to be typed. */
  readonly newId: () => string;
  /** To standard output and standard error; both resolve when the text is written. */
  readonly print: (text: string) => Promise<void>;
  readonly complain: (text: string) => Promise<void>;
  readonly colour: boolean;
}

/** Exit statuses as diff(1) has them. */
export const ExitStatus = { Same: 0, Different: 1, Failed: 2 } as const;
