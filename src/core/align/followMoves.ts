import { alignLines, type LineMatch } from './alignLines';
import { lineWorth } from './lineWorth';
import { measureMatch } from './measureMatch';
import { moveLines } from './moveLines';
import { placedLines } from './placedLines';
import { placeSides } from './placeSides';
import type { Sides } from './Sides';

/** A match of both axes and how many cells it leaves without their equal. */
export interface Guess {
  readonly rows: LineMatch;
  readonly columns: LineMatch;
  readonly cost: number;
}

/** The guess with the rows and columns followed that moved; null when none did. */
export function followMoves(sides: Sides, { rows, columns, cost }: Guess): Guess | null {
  const movedColumns = moved(sides, 'columns', columns, rows);
  // Once columns are found elsewhere, rows can be told by more.
  const across = movedColumns === null ? columns : movedColumns;
  const again = movedColumns === null ? null : alignLines(placedLines(...placeSides(sides, 'rows', across.match)));
  let best: Guess | null = null;
  for (const along of again === null ? [rows] : [rows, again]) {
    const movedRows = moved(sides, 'rows', along, across) ?? along;
    const guess = { rows: movedRows, columns: across, cost: measureMatch(sides, movedRows.match, across.match).cost };
    if (guess.cost < (best?.cost ?? cost)) best = guess;
  }
  return best;
}

function moved(sides: Sides, axis: 'rows' | 'columns', along: LineMatch, across: LineMatch): LineMatch | null {
  const [official, local] = placeSides(sides, axis, across.match);
  const match = moveLines(placedLines(official, local), lineWorth(official, local), along.match);
  return match === null ? null : { match, precise: along.precise };
}
