import type { Result } from '../../core/Result';
import type { Snapshot } from '../../core/workbook/Snapshot';

/** Makes short texts of what a workbook is to remember, and what they were made of again. What cannot be read is the failure `damaged`. */
export interface Packer {
  packSnapshot(snapshot: Snapshot): string;
  unpackSnapshot(packed: string): Result<Snapshot>;
  packText(text: string): string;
  unpackText(packed: string): Result<string>;
}
