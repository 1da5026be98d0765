import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

/** The snapshot of a file's bytes; throws when it cannot be read. */
export async function snapshotOf(bytes: Uint8Array, name = 'Book.xlsx'): Promise<Snapshot> {
  const read = await readWorkbook(bytes, name, () => undefined);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
