import type { Axis, Correspondence, KeyedTable, SheetPair } from '../align/Correspondence';
import { isMoved } from '../compare/isMoved';
import type { Difference } from '../compare/Difference';
import type { SheetSnapshot, Snapshot, Span } from '../workbook/Snapshot';
import { inOrder, placeOf, withMoved, type LineOrder } from './LineOrder';
import { maxLine } from './LineLayout';
import { parseLines } from './planLayout';
import { objectsOf, PROTECTED_SHEET, whyNotInsert, whyNotMove } from './SheetObjects';
import type { MoveStep, Refusal, ShiftStep } from './SyncPlan';

/** One block of lines brought to its place: blank lines are inserted, it is moved there, and what it leaves blank is deleted. */
interface BlockMove {
  readonly difference: string;
  /** The lines by the numbers they have in the local workbook before anything is moved. */
  readonly block: Span;
  readonly steps: readonly [ShiftStep, MoveStep, ShiftStep];
}

/** What moves on one axis of a local sheet. */
export interface AxisMoves {
  readonly moves: readonly BlockMove[];
  readonly order: LineOrder;
}

/** What moves on a local sheet, first rows, then columns. */
export interface SheetMoves {
  /** Index of the sheet in the local snapshot. */
  readonly sheet: number;
  readonly row: AxisMoves;
  readonly column: AxisMoves;
}

export interface PlannedMoves {
  readonly sheets: readonly SheetMoves[];
  readonly refused: readonly Refusal[];
}

/** Returns how the taken blocks of rows and columns are brought, one after another, to where official has them among the lines that both have. */
export function planMoves(official: Snapshot, local: Snapshot, correspondence: Correspondence, taken: readonly Difference[]): PlannedMoves {
  const refused: Refusal[] = [];
  const sheets = correspondence.sheets.flatMap((pair): SheetMoves[] => {
    if (pair.official === null || pair.local === null) return [];
    const [officialSheet, sheet] = [official.sheets[pair.official]!, local.sheets[pair.local]!];
    const ours = taken.filter((each) => isMoved(each) && each.official!.sheet === officialSheet.name);
    if (ours.length === 0) return [];
    const along = (axis: 'row' | 'column'): AxisMoves =>
      moveAlong(
        pair,
        axis,
        sheet,
        ours.filter(({ kind }) => kind === axis),
        refused,
        (block, at) => whyNot(local, sheet, pair, axis, block, at),
      );
    return [{ sheet: pair.local, row: along('row'), column: along('column') }];
  });
  return { sheets: sheets.filter(({ row, column }) => row.moves.length + column.moves.length > 0), refused };
}

function moveAlong(
  pair: SheetPair,
  axis: 'row' | 'column',
  { name: sheet }: SheetSnapshot,
  taken: readonly Difference[],
  refused: Refusal[],
  reasonAgainst: (block: Span, at: number) => string | null,
): AxisMoves {
  let order = inOrder(maxLine(axis));
  const moves: BlockMove[] = [];
  const lines = axis === 'row' ? pair.rows : pair.columns;
  const lists = axis === 'row' ? pair.keyed.filter(({ ordered }) => !ordered) : [];
  const elsewhere = new Set(pair.moves.filter(({ of }) => of === `${axis}s`).flatMap(({ official }) => numbersOf(official)));
  const inOfficialOrder = taken
    .map((difference) => ({
      id: difference.id,
      official: parseLines(difference.official!.address, axis),
      block: parseLines(difference.local!.address, axis),
    }))
    .sort((a, b) => a.official.first - b.official.first);
  for (const { id, official, block } of inOfficialOrder) {
    const neighbour = findNeighbour(lines, lists, elsewhere, official);
    const reason = neighbour === null ? 'Nothing around it is the same in both workbooks.' : reasonAgainst(block, neighbour.before);
    if (neighbour === null || reason !== null) {
      refused.push({ difference: id, reason: reason! });
      continue;
    }
    for (const line of numbersOf(official)) elsewhere.delete(line);
    const count = block.last - block.first + 1;
    const to = neighbour.behind === null ? placeOf(order, neighbour.before) : placeOf(order, neighbour.behind) + 1;
    const from = placeOf(order, block.first);
    if (to >= from && to <= from + count) continue;
    const emptied = to < from ? from + count : from;
    order = withMoved(order, block, to);
    const shift = { axis, sheet, count };
    moves.push({
      difference: id,
      block,
      steps: [
        { ...shift, kind: 'insert', at: to },
        { ...shift, kind: 'move', at: emptied, to },
        { ...shift, kind: 'delete', at: emptied },
      ],
    });
  }
  return { moves, order };
}

/** The local line behind which a block comes (null: none), and the one before which it would come where nothing has moved. */
interface Neighbour {
  readonly behind: number | null;
  readonly before: number;
}

/** The nearest line that both workbooks have and that stands where it should: before the block, else behind it. A list in any order counts as one. */
function findNeighbour(lines: Axis, lists: readonly KeyedTable[], elsewhere: ReadonlySet<number>, block: Span): Neighbour | null {
  const settledAt = (official: number, end: 'firstRow' | 'lastRow'): number => {
    const list = lists.find((each) => official > each.official.firstRow && official <= each.official.lastRow);
    if (list) return elsewhere.has(list.official.firstRow) ? 0 : list.local[end];
    return elsewhere.has(official) ? 0 : lines.toLocal[lines.fromOfficial[official]!]!;
  };
  for (let line = block.first - 1; line > 0; line--) {
    const local = settledAt(line, 'lastRow');
    if (local > 0) return { behind: local, before: local + 1 };
  }
  for (let line = block.last + 1; line < lines.fromOfficial.length; line++) {
    const local = settledAt(line, 'firstRow');
    if (local > 0) return { behind: null, before: local };
  }
  return null;
}

function whyNot(local: Snapshot, sheet: SheetSnapshot, pair: SheetPair, axis: 'row' | 'column', block: Span, at: number): string | null {
  const meets = ({ first, last }: Span): boolean => first <= block.last && last >= block.first;
  if (sheet.protected) return PROTECTED_SHEET;
  if (pair.bands.length > 0) return `On part of this sheet cells stand at other places than in official: move these ${axis}s by hand.`;
  if (
    axis === 'row' &&
    pair.keyed.some(({ ordered, local: { firstRow, lastRow } }) => !ordered && meets({ first: firstRow, last: lastRow }))
  ) {
    return 'These rows belong to a list that is matched by its key: move it by hand.';
  }
  if ((axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns).some(meets)) {
    return `Some of these ${axis}s are hidden: show them first, then sync again.`;
  }
  const { cells } = sheet;
  if (!cells[axis].some((line) => line >= block.first && line <= block.last))
    return `These ${axis}s are blank, so their place is left as it is.`;
  const objects = objectsOf(local, sheet);
  return whyNotMove(objects, axis, block) ?? whyNotInsert(objects, axis, at);
}

function numbersOf({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
