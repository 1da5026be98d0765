import type { Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';

/** A workbook file in memory. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where an official model can be had from: a picked file, a link. */
export interface ModelSource {
  /** The file as it is now; a failure says what happened and what to do. */
  open(watch: Watch): Promise<Result<ModelFile>>;
}
