import type { Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import type { ApplyOutcome } from './WorkbookHost';

/**
 * Runs the steps of a sync, or of its inverse, in the bytes of a workbook file; nothing else in it changes. With `overwrite`, cells and names
 * are written whatever they hold; lines and sheets that hold something new stay all the same. A `draft` is no workbook that anyone opens: protection
 * does not count there.
 */
export type FileEditor = (
  bytes: Uint8Array,
  steps: readonly SyncStep[],
  how?: { readonly overwrite?: boolean | undefined; readonly draft?: boolean | undefined },
) => Result<FileOutcome>;

/** What became of steps that were run in a file. */
export interface FileOutcome extends ApplyOutcome {
  /** The file's bytes; the very ones that were given when nothing was written. */
  readonly bytes: Uint8Array;
  /** True when the file carries a digital signature which no longer holds. */
  readonly signatureBroken: boolean;
}
