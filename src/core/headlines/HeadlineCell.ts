import { commonPlace, ownPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import { quoteSheetName, stringifyAddress } from '../workbook/Address';
import { findCell } from '../workbook/cellAt';
import { ValueKind, type Snapshot } from '../workbook/Snapshot';

/** A cell of either snapshot; position -1 when it is blank. */
export interface HeadlineCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly position: number;
}

/** Where a headline stands in both workbooks; null where that workbook does not have it. */
export interface HeadlinePlace {
  readonly name: string;
  readonly official: HeadlineCell | null;
  readonly local: HeadlineCell | null;
}

/** The cell of the other workbook that lies on this one in the common grid; null where that workbook has no such place. */
export function partnerOf(grid: CommonGrid, from: 'official' | 'local', { sheet, row, column }: HeadlineCell): HeadlineCell | null {
  const to = from === 'official' ? 'local' : 'official';
  const pair = grid.pairs[(from === 'official' ? grid.officialPair : grid.localPair)[sheet]!]!;
  const index = pair[to];
  if (index === null) return null;
  const common = commonPlace(pair, from, row, column);
  const own = ownPlace(pair, to, common.row, common.column);
  if (own.row === 0 || own.column === 0) return null;
  return { sheet: index, row: own.row, column: own.column, position: findCell(grid[to].sheets[index]!.cells, own.row, own.column) };
}

/** True for a formula that gives a number. */
export function isCalculatedNumber(snapshot: Snapshot, { sheet, position }: HeadlineCell): boolean {
  const { cells } = snapshot.sheets[sheet]!;
  return position >= 0 && cells.formula[position]! >= 0 && cells.kind[position] === ValueKind.Number;
}

/** The address of a cell with its sheet, `Summary!C4`. */
export function addressOf(snapshot: Snapshot, { sheet, row, column }: HeadlineCell): string {
  return `${quoteSheetName(snapshot.sheets[sheet]!.name)}!${stringifyAddress({ row, column })}`;
}

/** True for one and the same cell of one workbook. */
export function isSameCell(one: HeadlineCell | null, other: HeadlineCell | null): boolean {
  return one !== null && other !== null && one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
