import type { Axis } from '../align/Correspondence';
import { MAX_COLUMN, MAX_ROW, type CellRange } from '../workbook/Address';
import type { Span } from '../workbook/Snapshot';
import { findMovedRun } from './findMovedRun';

/**
 * The rows (or columns) of a local sheet once the official ones have been added and before any is deleted.
 * All numbers count from 1; 0 means "not there".
 */
export interface LineLayout {
  readonly fromOfficial: (index: number) => number;
  readonly fromLocal: (index: number) => number;
  /** Where a run of official lines comes to stand where lines moved, null when it is not one run there; left out when none did. */
  readonly officialRun?: (first: number, last: number) => Span | null;
  /** The line of the local workbook, as it is now, which corresponds to an official one. */
  readonly officialToLocal: (index: number) => number;
  /** The runs to insert, in ascending order, numbered as they stand afterwards. */
  readonly inserted: readonly Span[];
  /** The last line that either workbook uses. */
  readonly length: number;
}

/** The layout of a sheet which stands as it is in one workbook: every line keeps its number. */
export const UNCHANGED: LineLayout = {
  fromOfficial: (index) => index,
  fromLocal: (index) => index,
  officialToLocal: (index) => index,
  inserted: [],
  length: 0,
};

/**
 * Returns the lines of an axis when the given common lines are added to local: each right after the last line before it
 * on the common grid that local has, so that local's own order stays. Lines added past the last one that local uses
 * need no insertion when `blankPastEnd`: they are written into the blank lines there, as a person would.
 */
export function layOutLines(axis: Axis, added: ReadonlySet<number>, max: number, blankPastEnd: boolean): LineLayout {
  const localCount = axis.fromLocal.length - 1;
  const anchors = localBefore(axis);
  const addedBefore = new Int32Array(localCount + 1);
  for (const common of added) if (anchors[common]! < localCount) addedBefore[anchors[common]! + 1]!++;
  for (let local = 1; local <= localCount; local++) addedBefore[local]! += addedBefore[local - 1]!;

  const position = new Int32Array(axis.length + 1);
  const addedLines = new Set<number>();
  const taken = new Int32Array(localCount + 1);
  for (let common = 1; common <= axis.length; common++) {
    const local = axis.toLocal[common]!;
    if (local > 0) position[common] = local + addedBefore[local]!;
    else if (added.has(common)) {
      const anchor = anchors[common]!;
      position[common] = anchor + addedBefore[anchor]! + ++taken[anchor]!;
      addedLines.add(position[common]!);
    }
  }
  const length = localCount + added.size;
  const lastMoved = blankPastEnd ? localCount + addedBefore[localCount]! : length;
  const place = (map: Int32Array, end: number) => (index: number) => {
    // A range down to Excel's last row still ends there.
    if (index >= max) return max;
    return index < map.length ? position[map[index]!]! : Math.min(max, end + index - (map.length - 1));
  };
  const fromOfficial = place(axis.fromOfficial, length);
  return {
    fromOfficial,
    ...(axis.inOrder ? {} : { officialRun: findMovedRun(axis, position, fromOfficial) }),
    fromLocal: place(axis.fromLocal, lastMoved),
    officialToLocal: (index) =>
      index < axis.fromOfficial.length
        ? axis.toLocal[axis.fromOfficial[index]!]!
        : Math.min(max, axis.fromLocal.length + index - axis.fromOfficial.length),
    inserted: runsOf([...addedLines].filter((line) => line <= lastMoved)),
    length,
  };
}

/** For every common line (entry 0 unused) the last local line at or before it; 0 when there is none. */
export function localBefore(axis: Axis): Int32Array {
  const before = new Int32Array(axis.length + 1);
  for (let common = 1; common <= axis.length; common++) before[common] = axis.toLocal[common]! || before[common - 1]!;
  return before;
}

/** The spans that hold exactly these numbers, ascending. */
export function runsOf(numbers: readonly number[]): Span[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && number <= run.last + 1) run.last = Math.max(run.last, number);
    else runs.push({ first: number, last: number });
  }
  return runs;
}

/** The largest row or column number Excel has on an axis. */
export function maxLine(axis: 'row' | 'column'): number {
  return axis === 'row' ? MAX_ROW : MAX_COLUMN;
}

/** The first and last row, or column, of a range. */
export function spanOf(range: CellRange, axis: 'row' | 'column'): Span {
  return axis === 'row' ? { first: range.firstRow, last: range.lastRow } : { first: range.firstColumn, last: range.lastColumn };
}
