import type { Difference } from '../core/compare/Difference';
import { isMoved } from '../core/compare/isMoved';
import { columnNumber } from '../core/workbook/Address';

/** Fewer runs of rows or columns that moved are told one by one. */
const LEAST_FOLDED = 4;

/** Rows, or columns, of one sheet that moved, told as one. */
export interface FoldedMoves {
  readonly kind: 'row' | 'column';
  readonly moves: readonly Difference[];
  /** How many rows or columns they are. */
  readonly lines: number;
}

/** The differences in order, with the rows and the columns that moved folded into one where they are many; those stand last, as they move no number. */
export function foldMoves(differences: readonly Difference[]): (Difference | FoldedMoves)[] {
  const folded = (['row', 'column'] as const).flatMap((kind) => {
    const moves = differences.filter((each) => each.kind === kind && isMoved(each));
    return moves.length < LEAST_FOLDED
      ? []
      : [{ kind, moves, lines: moves.reduce((sum, { official }) => sum + linesIn(official!.address), 0) }];
  });
  return [...differences.filter((each) => !(isMoved(each) && folded.some(({ kind }) => kind === each.kind))), ...folded];
}

/** How many rows `5:7`, or columns `C:D`, are. */
function linesIn(address: string): number {
  const [first, last] = address.split(':').map((end) => (/^\d/.test(end) ? Number(end) : columnNumber(end))) as [number, number];
  return last - first + 1;
}
