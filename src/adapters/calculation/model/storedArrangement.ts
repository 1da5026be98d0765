import { NodeValues } from './NodeValues';
import { SnapshotArrangement } from './SnapshotArrangement';
import { valueAt } from '../../../core/workbook/cellAt';
import type { Snapshot } from '../../../core/workbook/Snapshot';

/** The cells of a workbook with the values that it keeps, nothing to be calculated. */
export function storedArrangement(snapshot: Snapshot): SnapshotArrangement {
  const nodes = new NodeValues(snapshot.sheets.reduce((count, { cells }) => count + cells.count, 0));
  let next = 0;
  const nodeOf = snapshot.sheets.map(({ cells }) => {
    const own = new Int32Array(cells.count);
    for (let at = 0; at < cells.count; at++) {
      own[at] = next;
      nodes.set(next++, valueAt(snapshot, cells, at));
    }
    return own;
  });
  return new SnapshotArrangement(snapshot, nodes, nodeOf);
}
