import { alignLines, type LineMatch } from './alignLines';
import { lineWorth } from './lineWorth';
import type { KeyedTable } from './Correspondence';
import { matchKeyed } from './matchKeyed';
import { measureMatch } from './measureMatch';
import { moveLines, type SettledLines } from './moveLines';
import { placedLines } from './placedLines';
import { placeSides } from './placeSides';
import type { Sides } from './Sides';

/** A match of both axes and how many cells it leaves without their equal. */
export interface Guess {
  readonly rows: LineMatch;
  readonly columns: LineMatch;
  readonly cost: number;
  /** Lists whose rows are matched by key. */
  readonly keyed: readonly KeyedTable[];
}

const ROUNDS = 3;

/**
 * The guess with the rows and columns followed that moved, and with the rows of lists matched by key; null when nothing
 * did and there is no such list.
 */
export function followMoves(sides: Sides, guess: Guess): Guess | null {
  let best = guess;
  for (let round = 0; round < ROUNDS; round++) {
    const columns = moved(sides, 'columns', best.columns, best.rows, []);
    // Once columns are found elsewhere, rows can be told by more.
    const again = columns === null ? null : alignLines(placedLines(...placeSides(sides, 'rows', columns.match)));
    const found = [guess.rows, ...(again === null ? [] : [again])].map((rows) =>
      followRows(sides, rows, columns ?? best.columns, rows === guess.rows ? guess.keyed : []),
    );
    const [first, second] = found as [Guess, Guess | undefined];
    const better = second !== undefined && second.cost < first.cost ? second : first;
    if (better.cost >= best.cost && !(round === 0 && better.keyed.length > 0)) break;
    best = better;
    if (columns === null) break;
  }
  return best === guess ? null : best;
}

function followRows(sides: Sides, rows: LineMatch, columns: LineMatch, before: readonly KeyedTable[]): Guess {
  const byKey = matchKeyed(sides, rows, columns);
  const along = byKey?.rows ?? rows;
  const keyed = byKey?.tables ?? before;
  const settled = keyed.map(({ official, local }): SettledLines => ({ official: dataOf(official), local: dataOf(local) }));
  const match = moved(sides, 'rows', along, columns, settled) ?? along;
  return { rows: match, columns, keyed, cost: measureMatch(sides, match.match, columns.match).cost };
}

function dataOf({ firstRow, lastRow }: KeyedTable['official']): SettledLines['official'] {
  return { first: firstRow + 1, last: lastRow };
}

function moved(
  sides: Sides,
  axis: 'rows' | 'columns',
  along: LineMatch,
  across: LineMatch,
  settled: readonly SettledLines[],
): LineMatch | null {
  const [official, local] = placeSides(sides, axis, across.match);
  const match = moveLines(placedLines(official, local), lineWorth(official, local), along.match, settled);
  return match === null ? null : { match, precise: along.precise };
}
