import type { Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';

/** What a file is like now. Its tag changes whenever its bytes do; the size is in bytes, `modified` an ISO time, both null when not known. */
export interface FileState {
  readonly tag: string;
  readonly size: number | null;
  readonly modified: string | null;
}

export interface FileRead extends FileState {
  readonly bytes: Uint8Array;
}

/** An earlier version of a file that its store keeps by itself; `modified` is an ISO time, the size in bytes, all but the id null when not known. */
export interface KeptVersion {
  readonly id: string;
  readonly modified: string | null;
  readonly by: string | null;
  readonly size: number | null;
}

/** A file where a company keeps its files. Failures say what happened, what was not harmed and what to do. */
export interface RemoteFile {
  readonly name: string;
  /** What the file is like, without its bytes: one small request. `same` when its tag is still `known`; null when there is no file. */
  look(watch: Watch, known?: string): Promise<Result<'same' | FileState | null>>;
  /** The whole file, or a failure: never a part of it, nor parts of two versions. `same` when its tag is still `known`. */
  read(watch: Watch, known?: string): Promise<Result<'same' | FileRead>>;
  /** What the store keeps of it by itself, the newest first, the file as it is now not among them; `no-versions` where it keeps none. */
  versions(watch: Watch): Promise<Result<readonly KeptVersion[]>>;
  /** One of these versions, whole. */
  readVersion(id: string, watch: Watch): Promise<Result<FileRead>>;
  /**
   * Writes the whole file if it is still as `expected`, its tag, or null where there must be none yet. Of several that write at once one
   * succeeds, and the others fail with code `changed`. A store which cannot promise that refuses with code `unsafe-store`.
   */
  write(bytes: Uint8Array, expected: string | null, watch: Watch): Promise<Result<FileState>>;
}
