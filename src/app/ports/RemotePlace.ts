import type { Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RemoteFile } from './RemoteFile';

/** A file in a folder, by its name, with its size in bytes. */
export interface ListedFile {
  readonly name: string;
  readonly size: number;
}

/** A file where a company keeps its files, such as a catalog, and those beside it. */
export interface RemotePlace {
  readonly file: RemoteFile;
  /** The file at an address relative to this one; a failure (`outside-catalog`) where that leads elsewhere. */
  beside(address: string): Result<RemoteFile>;
  /** The files right in a folder beside this file, in no order; failures are `no-folder`, and `cannot-list` where the store tells nobody. */
  list(folder: string, watch: Watch): Promise<Result<readonly ListedFile[]>>;
}
