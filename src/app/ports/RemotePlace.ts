import type { Result } from '../../core/Result';
import type { RemoteFile } from './RemoteFile';

/** A file where a company keeps its files, such as a catalog, and those beside it. */
export interface RemotePlace {
  readonly file: RemoteFile;
  /** The file at an address relative to this one; a failure (`outside-catalog`) where that leads elsewhere. */
  beside(address: string): Result<RemoteFile>;
}
