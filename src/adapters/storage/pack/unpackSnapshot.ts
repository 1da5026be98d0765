import { fail, succeed, type Result } from '../../../core/Result';
import type { Snapshot } from '../../../core/workbook/Snapshot';
import { ByteReader } from './ByteReader';
import { CellUnpacker } from './CellUnpacker';
import { packedSnapshotSchema } from './packedSnapshotSchema';
import { unpackBytes } from './unpackBytes';
import { Unreadable } from './Unreadable';

/** What a snapshot may unpack to: ten times that of a workbook of a million cells. */
const MOST = 256 * 1024 * 1024;

/** The snapshot that `packSnapshot` packed. The failure is `damaged`, whatever the text is. */
export function unpackSnapshot(text: string): Result<Snapshot> {
  try {
    const from = new ByteReader(unpackBytes(text, MOST));
    const { sheets, ...rest } = readRest(from.block());
    const cells = new CellUnpacker(from, rest);
    const snapshot = { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, cells: cells.next() })) };
    cells.end();
    from.end();
    return succeed(snapshot);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(
      'damaged',
      'The official version that was kept in this workbook cannot be read: it is damaged. Your cells are not affected.',
    );
  }
}

function readRest(bytes: Uint8Array): ReturnType<typeof packedSnapshotSchema.parse> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Unreadable();
  }
  const parsed = packedSnapshotSchema.safeParse(json);
  if (!parsed.success) throw new Unreadable();
  return parsed.data;
}
