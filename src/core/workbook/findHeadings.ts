import { rowStart } from './cellAt';
import { isText } from './headersAbove';
import type { SheetSnapshot, Snapshot } from './Snapshot';

/** The position of the heading of the block that a cell stands in, with the row's label at `label`; -1 where there is none for certain. */
export type Headings = (row: number, column: number, label: number) => number;

/** A heading is no sentence. */
const LONGEST = 60;

/**
 * The headings of a sheet's blocks of filled rows: texts alone in the first row of one, over the labels of its rows or right of them, fewer
 * than stand in the row below, where the headers are. The first row of the sheet is its title, which heads no block in particular.
 */
export function findHeadings(snapshot: Snapshot, sheet: SheetSnapshot): Headings {
  const { cells } = sheet;
  const starts: number[] = [];
  for (let at = 0; at < cells.count; at++) {
    const row = cells.row[at]!;
    if (at === 0 || row > cells.row[at - 1]! + 1) starts.push(row);
  }
  const positionsIn = (row: number): readonly number[] => {
    const found: number[] = [];
    for (let at = rowStart(cells, row); at < cells.count && cells.row[at] === row; at++) found.push(at);
    return found;
  };
  const isHeading = (at: number): boolean =>
    isText(snapshot, sheet, at) && cells.formula[at]! < 0 && snapshot.strings[cells.payload[at]!]!.length <= LONGEST;
  return (row, column, label) => {
    const start = starts.findLast((each) => each <= row);
    if (label < 0 || start === undefined || start === starts[0] || start === row) return -1;
    const first = positionsIn(start);
    if (!first.every(isHeading) || (first.length > 1 && first.length * 2 > positionsIn(start + 1).length)) return -1;
    const above = first.findLast((at) => cells.column[at]! <= column);
    return above !== undefined && cells.column[above]! >= cells.column[label]! ? above : -1;
  };
}
