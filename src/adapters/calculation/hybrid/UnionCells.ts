import { commonPlace } from '../../../core/align/bands';
import type { SheetPair } from '../../../core/align/Correspondence';
import type { CellColumns, Snapshot } from '../../../core/workbook/Snapshot';
import { stepsBetween, type Steps } from '../../../core/Steps';
import { CellIndex } from '../model/CellIndex';

/** More than the columns of a common grid. */
const WIDE = 65_536;
/** Cells a step. */
const STRIDE = 8_192;

/** The cells of a sheet pair, those of either workbook, where the common grid has them, sorted by row, then column. */
export interface UnionCells {
  /** Finds cells by common row and column. */
  readonly index: CellIndex;
  /** By position in the union, where the cell is among its sheet's cells in each workbook; -1 where it is not. */
  readonly official: Int32Array;
  readonly local: Int32Array;
  /** By position in its sheet, where each cell is in the union. */
  readonly ofOfficial: Int32Array;
  readonly ofLocal: Int32Array;
}

/** Lays the cells of a sheet pair into one order. */
export function* uniteCells(pair: SheetPair, official: Snapshot, local: Snapshot): Steps<UnionCells> {
  const ours = pair.official === null ? null : official.sheets[pair.official]!.cells;
  const theirs = pair.local === null ? null : local.sheets[pair.local]!.cells;
  const a = yield* stepsBetween(0, 0.35, commonKeys(pair, 'official', ours));
  const b = yield* stepsBetween(0.35, 0.7, commonKeys(pair, 'local', theirs));
  const most = a.keys.length + b.keys.length;
  const row = new Int32Array(most);
  const column = new Uint16Array(most);
  const officialAt = new Int32Array(most).fill(-1);
  const localAt = new Int32Array(most).fill(-1);
  const ofOfficial = new Int32Array(a.keys.length);
  const ofLocal = new Int32Array(b.keys.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.keys.length || j < b.keys.length; count++) {
    if (count % STRIDE === 0) yield 0.7 + (0.3 * count) / most;
    const left = i < a.keys.length ? a.keys[i]! : Infinity;
    const right = j < b.keys.length ? b.keys[j]! : Infinity;
    const key = Math.min(left, right);
    row[count] = Math.floor(key / WIDE);
    column[count] = key % WIDE;
    if (left === key) {
      officialAt[count] = a.order[i]!;
      ofOfficial[a.order[i++]!] = count;
    }
    if (right === key) {
      localAt[count] = b.order[j]!;
      ofLocal[b.order[j++]!] = count;
    }
  }
  const index = new CellIndex({ count, row: row.subarray(0, count), column: column.subarray(0, count) });
  return { index, official: officialAt.subarray(0, count), local: localAt.subarray(0, count), ofOfficial, ofLocal };
}

/** The common places of a sheet's cells as sorted numbers, and which cell each is of. */
function* commonKeys(
  pair: SheetPair,
  side: 'official' | 'local',
  cells: CellColumns | null,
): Steps<{ readonly keys: Float64Array; readonly order: Int32Array }> {
  const count = cells?.count ?? 0;
  const keys = new Float64Array(count);
  const order = new Int32Array(count);
  let sorted = true;
  for (let at = 0; at < count; at++) {
    if (at % STRIDE === 0) yield (0.5 * at) / count;
    const place = commonPlace(pair, side, cells!.row[at]!, cells!.column[at]!);
    keys[at] = place.row * WIDE + place.column;
    order[at] = at;
    sorted &&= at === 0 || keys[at]! > keys[at - 1]!;
  }
  return sorted ? { keys, order } : yield* stepsBetween(0.5, 1, sortedByRow(keys));
}

/** Row by row, so that sorting takes no longer than there are cells, however lines moved. */
function* sortedByRow(keys: Float64Array): Steps<{ readonly keys: Float64Array; readonly order: Int32Array }> {
  const last = keys.reduce((most, key) => Math.max(most, key), 0);
  const starts = new Int32Array(Math.floor(last / WIDE) + 2);
  for (const key of keys) starts[Math.floor(key / WIDE) + 1]!++;
  for (let row = 1; row < starts.length; row++) starts[row]! += starts[row - 1]!;
  yield 0.2;
  const order = new Int32Array(keys.length);
  const next = starts.slice();
  keys.forEach((key, at) => (order[next[Math.floor(key / WIDE)]!++] = at));
  for (let row = 0, done = 0; row + 1 < starts.length; row++) {
    order.subarray(starts[row], starts[row + 1]).sort((p, q) => keys[p]! - keys[q]!);
    if (starts[row + 1]! < done + STRIDE) continue;
    done = starts[row + 1]!;
    yield 0.2 + (0.8 * done) / keys.length;
  }
  return { keys: Float64Array.from(order, (at) => keys[at]!), order };
}
