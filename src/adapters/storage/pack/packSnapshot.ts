import type { Snapshot } from '../../../core/workbook/Snapshot';
import { ByteWriter } from './ByteWriter';
import { CellPacker } from './CellPacker';
import { packBytes } from './packBytes';

/** A snapshot as a short text, from which `unpackSnapshot` gives exactly that snapshot again. */
export function packSnapshot(snapshot: Snapshot): string {
  const cells = new CellPacker();
  const sheets = snapshot.sheets.map(({ cells: columns, ...rest }) => {
    cells.add(columns);
    return rest;
  });
  const bytes = new ByteWriter();
  bytes.block(new TextEncoder().encode(JSON.stringify({ ...snapshot, sheets })));
  cells.finish(bytes);
  return packBytes(bytes.bytes);
}
