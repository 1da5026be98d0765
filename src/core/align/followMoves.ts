import { alignLines, type LineMatch } from './alignLines';
import type { KeyedTable } from './Correspondence';
import { matchKeyed } from './matchKeyed';
import { measureMatch, type Measured } from './measureMatch';
import type { SettledLines } from './doubtfulLines';
import { moveLines } from './moveLines';
import type { Sides } from './Sides';

/** A match of both axes and how well it brings cells to their equal. */
export interface Guess extends Measured {
  readonly rows: LineMatch;
  readonly columns: LineMatch;
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
    const columns = best.columnsOff ? moved(sides, 'columns', best.columns, best.rows, []) : null;
    // Once columns are found elsewhere, rows can be told by more.
    const again = columns === null ? null : alignLines(sides.lines('rows', columns.match).lines);
    const found = [guess.rows, ...(again === null ? [] : [again])].map((rows) => followRows(sides, rows, columns ?? best.columns, guess));
    const [first, second] = found as [Guess, Guess | undefined];
    const better = second !== undefined && second.cost < first.cost ? second : first;
    if (better.cost >= best.cost && !(round === 0 && better.keyed.length > 0)) break;
    best = better;
    if (columns === null) break;
  }
  return best === guess ? null : best;
}

function followRows(sides: Sides, rows: LineMatch, columns: LineMatch, before: Guess): Guess {
  const byKey = matchKeyed(sides, rows, columns);
  const along = byKey?.rows ?? rows;
  const keyed = rows === before.rows ? withOthers(byKey?.tables ?? [], before.keyed) : (byKey?.tables ?? []);
  const settled = keyed.map(({ official, local }): SettledLines => ({ official: dataOf(official), local: dataOf(local) }));
  const match = moved(sides, 'rows', along, columns, settled) ?? along;
  if (match === before.rows && columns === before.columns) return { ...before, keyed };
  return { rows: match, columns, keyed, ...measureMatch(sides, match.match, columns.match) };
}

/** These lists, and those of before that are none of them: once matched by key, a list is not in doubt any more. */
function withOthers(tables: readonly KeyedTable[], before: readonly KeyedTable[]): readonly KeyedTable[] {
  const others = before.filter(({ official }) => !tables.some((table) => table.official.firstRow === official.firstRow));
  return tables.length === 0 ? before : [...tables, ...others].sort((a, b) => a.official.firstRow - b.official.firstRow);
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
  const { lines, worth } = sides.lines(axis, across.match);
  const match = moveLines(lines, worth, along.match, settled);
  return match === null ? null : { match, precise: along.precise };
}
