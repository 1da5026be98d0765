import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import type { Comparison } from '../../src/core/compare/Comparison';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import type { LargeModel } from './LargeModel';

/** The two workbooks that are measured: a million cells each, of which 300,000 are formulas. */
export const MILLION: LargeModel = { rows: 50_000, content: 'various', inserted: 20, edits: 1_000 };

/** Where the two files are. */
export interface LargePair {
  readonly official: string;
  readonly local: string;
}

/** The bytes of a file. */
export function bytesOf(path: string): Uint8Array {
  return readFileSync(path);
}

/** A workbook read; throws when it cannot be. */
export async function snapshotOf(bytes: Uint8Array, name: string): Promise<Snapshot> {
  const result = await readWorkbook(bytes, name, () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** How many of the planted edits and rows were not found, and how many differences were found that are none. */
export function misses({ counts }: Comparison, { edits, inserted }: LargeModel): number {
  const formulas = Math.floor(edits / 10);
  const { formula, value, row } = counts.kinds;
  const others = Object.values(counts.kinds).reduce((sum, count) => sum + count, 0) - formula - value - row;
  return Math.abs(formula - formulas) + Math.abs(value - (edits - formulas)) + Math.abs(row - inserted) + others;
}
