import type { Axis } from '../align/Correspondence';
import { MAX_COLUMN, MAX_ROW, type CellRange } from '../workbook/Address';
import type { Span } from '../workbook/Snapshot';

/**
 * The rows (or columns) of a local sheet once the official ones have been added and before any is deleted.
 * All numbers count from 1; 0 means "not there".
 */
export interface LineLayout {
  readonly fromOfficial: (index: number) => number;
  readonly fromLocal: (index: number) => number;
  /** The line of the local workbook, as it is now, which corresponds to an official one. */
  readonly officialToLocal: (index: number) => number;
  /** The runs to insert, in ascending order, numbered as they stand afterwards. */
  readonly inserted: readonly Span[];
  /** Whether a line of the layout is one which official added. */
  readonly isAdded: (line: number) => boolean;
}

/** The layout of a sheet which stands as it is in one workbook: every line keeps its number. */
export const UNCHANGED: LineLayout = {
  fromOfficial: (index) => index,
  fromLocal: (index) => index,
  officialToLocal: (index) => index,
  inserted: [],
  isAdded: () => false,
};

/**
 * Returns the lines of an axis when the given common lines are added to local. Lines added past the last one that
 * local uses need no insertion: they are written into the blank lines there, so that nothing below shifts.
 */
export function layOutLines(axis: Axis, added: ReadonlySet<number>, max: number, blankPastEnd: boolean): LineLayout {
  const position = new Int32Array(axis.length + 1);
  let lastLocal = 0;
  let length = 0;
  for (let common = 1; common <= axis.length; common++) {
    const isLocal = axis.toLocal[common]! > 0;
    if (isLocal || added.has(common)) position[common] = ++length;
    if (isLocal) lastLocal = length;
  }
  if (!blankPastEnd) lastLocal = length;
  const addedLines = new Set<number>();
  for (const common of added) addedLines.add(position[common]!);
  const runOn = (map: Int32Array, end: number) => (index: number) => {
    if (index >= max) return max;
    return index < map.length ? position[map[index]!]! : Math.min(max, end + index - (map.length - 1));
  };
  return {
    fromOfficial: runOn(axis.fromOfficial, length),
    fromLocal: runOn(axis.fromLocal, lastLocal),
    officialToLocal: (index) =>
      index < axis.fromOfficial.length
        ? axis.toLocal[axis.fromOfficial[index]!]!
        : Math.min(max, axis.fromLocal.length + index - axis.fromOfficial.length),
    inserted: runsOf([...addedLines].filter((line) => line < lastLocal || !blankPastEnd)),
    isAdded: (line) => addedLines.has(line),
  };
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
