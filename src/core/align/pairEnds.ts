import type { CellColumns, Snapshot } from '../workbook/Snapshot';
import { toCommon } from './axis';
import { bandAt } from './bands';
import type { Axis, SheetPair } from './Correspondence';

/** Common indexes: up to `both` both sides have content, up to `either` at least one has. */
export interface AxisEnd {
  readonly both: number;
  readonly either: number;
}

export interface PairEnds {
  readonly rows: AxisEnd;
  readonly columns: AxisEnd;
}

/** True for a row or column that only one side has because it was added past the other's end. */
export function isPastEnd({ both, either }: AxisEnd, common: number): boolean {
  return common > both && common <= either;
}

/** How far both sides of a sheet pair, and at least one, have content outside of bands; null when only one side has the sheet. */
export function pairEnds(official: Snapshot, local: Snapshot, pair: SheetPair): PairEnds | null {
  if (pair.official === null || pair.local === null) return null;
  const ours = official.sheets[pair.official]!.cells;
  const theirs = local.sheets[pair.local]!.cells;
  const columns = endOf(pair, 'columns', ours, theirs);
  // What a blank sheet lacks is its rows; told as columns too, every cell would be there twice.
  const blank = ours.count === 0 || theirs.count === 0;
  return { rows: endOf(pair, 'rows', ours, theirs), columns: blank ? { both: columns.either, either: columns.either } : columns };
}

function endOf(pair: SheetPair, name: 'rows' | 'columns', official: CellColumns, local: CellColumns): AxisEnd {
  const one = lastCommon(pair[name], 'official', lastUsed(pair, 'official', official, name));
  const other = lastCommon(pair[name], 'local', lastUsed(pair, 'local', local, name));
  return { both: Math.min(one, other), either: Math.max(one, other) };
}

/** The highest common index of a side's lines up to one, which is that line's own unless lines moved. */
function lastCommon(axis: Axis, side: 'official' | 'local', last: number): number {
  if (axis.inOrder) return toCommon(axis, side, last);
  return (side === 'official' ? axis.fromOfficial : axis.fromLocal).subarray(0, last + 1).reduce((one, other) => Math.max(one, other), 0);
}

/** The last row or column of a sheet that holds anything; 0 when it is blank. Bands with an axis of their own do not count. */
function lastUsed(pair: SheetPair, side: 'official' | 'local', { row, column, count }: CellColumns, name: 'rows' | 'columns'): number {
  const of = pair.bands[0]?.of;
  if (name === 'rows' && of !== 'columns') return count === 0 ? 0 : row[count - 1]!;
  const aside = of === undefined || of === name ? null : pair[of][side === 'official' ? 'fromOfficial' : 'fromLocal'];
  const line = name === 'rows' ? row : column;
  const other = name === 'rows' ? column : row;
  let last = 0;
  for (let p = 0; p < count; p++) {
    if (line[p]! > last && (aside === null || bandAt(pair, of!, aside[other[p]!]!) === undefined)) last = line[p]!;
  }
  return last;
}
