import type { Result } from '../../core/Result';
import type { Snapshot } from '../../core/workbook/Snapshot';

/** Reads a workbook file's bytes into a snapshot; bad input is a failure with a sentence for the user. */
export type SnapshotReader = (bytes: Uint8Array, name: string, progress: (done: number) => void) => Promise<Result<Snapshot>>;
