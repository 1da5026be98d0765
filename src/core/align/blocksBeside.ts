import type { Span } from '../workbook/Snapshot';
import { alignLines, type LineMatch } from './alignLines';
import { createSides } from './createSides';
import type { BandedMatch } from './findBands';
import { followMoves, type Guess } from './followMoves';
import { isRising } from './isRising';
import { measureMatch } from './measureMatch';
import { onlyColumns } from './onlyColumns';
import { sameMatch } from './sameMatch';
import type { SheetContent } from './SheetContent';
import type { Sides } from './Sides';
import { standsAlone } from './standsAlone';

/** How a sheet pair is matched, with its bands if there are any. */
export interface FoundMatch {
  readonly guess: Guess;
  readonly banded: BandedMatch | null;
}

/** So many cells more must find their equal. */
const LEAST_GAIN = 2;

/**
 * A better match, with the rows of blocks of columns that stand side by side, a blank column between, each matched by itself: a list in
 * another order does not take along what stands beside it. One block's rows are the sheet's, the others are bands. Null when there is one
 * block only, no block's rows are in another order, or nothing is better for it.
 */
export function blocksBeside(sides: Sides, found: FoundMatch): MatchedBlocks | null {
  if (found.banded?.of === 'rows') return null;
  // Rows that do not fit can have made columns seem to be others.
  const still = sides.official.columnCount === sides.local.columnCount && !sameMatch(found.guess.columns.match, sides.inStep.columns.match);
  const tried = [found.guess.columns, ...(still ? [sides.inStep.columns] : [])].flatMap(
    (columns) => matchBlocks(sides, columns, found) ?? [],
  );
  return tried.reduce<MatchedBlocks | null>((one, other) => (one !== null && one.banded.gain >= other.banded.gain ? one : other), null);
}

interface MatchedBlocks extends FoundMatch {
  readonly banded: BandedMatch;
  /** The rows of the block that the sheet's order is that of, as if there were nothing else on the sheet. */
  readonly rows: Sides['rows'];
}

function matchBlocks(sides: Sides, columns: LineMatch, found: FoundMatch): MatchedBlocks | null {
  const blocks = pairBlocks(sides, columns);
  const alone = (block: Block): boolean => standsAlone(sides.official, block.official) && standsAlone(sides.local, block.local);
  if (blocks.length < 2 || !blocks.every(alone)) return null;
  const matched = blocks.map((block) => matchBlock(sides, columns, block, { ...found.guess, rows: rowsAt(found, block.official.first) }));
  const others = matched.filter(({ guess }) => !isRising(guess.rows.match));
  const gain = matched.reduce((sum, { guess, cost }) => sum + cost - guess.cost, 0);
  const keyed = matched.flatMap(({ guess }) => guess.keyed);
  // Whether a key is to be believed was found out with the list.
  const newKey = keyed.length > 0 && found.guess.keyed.length === 0;
  if (others.length === 0 || (gain < LEAST_GAIN && !newKey)) return null;
  // The sheet's order is that of the list with most in it.
  const main = others.reduce((one, other) => (other.cells > one.cells ? other : one));
  const beside = matched.filter(({ guess }) => !sameMatch(guess.rows.match, main.guess.rows.match));
  return {
    guess: { ...main.guess, columns, cost: found.guess.cost - gain, keyed },
    rows: main.rows,
    banded: {
      of: 'columns',
      across: main.guess.rows,
      bands: beside.map(({ block, guess, rows }) => ({
        official: [block.official.first, block.official.last],
        across: guess.rows,
        lines: rows,
      })),
      gain,
    },
  };
}

function rowsAt({ guess, banded }: FoundMatch, column: number): LineMatch {
  const band = banded?.bands.find(({ official: [first, last] }) => column >= first && column <= last);
  return band?.across ?? banded?.across ?? guess.rows;
}

interface Block {
  readonly official: Span;
  readonly local: Span;
}

/** The rows of one block, matched as if there were nothing else on the sheet; `cost` is what matching them as before costs. */
function matchBlock(sides: Sides, columns: LineMatch, block: Block, before: Pick<Guess, 'rows' | 'columns'>) {
  const official = onlyColumns(sides.official, block.official);
  const own = createSides(official, onlyColumns(sides.local, block.local));
  const within = ({ match }: LineMatch): Int32Array =>
    match.map((partner, column) => (isIn(block.official, column) && isIn(block.local, partner) ? partner : 0));
  const across: LineMatch = { ...columns, match: within(columns) };
  const inOrder = alignLines(own.lines('rows', across.match).lines);
  // Columns are matched already.
  const guess: Guess = {
    rows: inOrder,
    columns: across,
    cost: measureMatch(own, inOrder.match, across.match).cost,
    columnsOff: false,
    keyed: [],
  };
  const rowsBefore = before.rows.match.slice(0, official.rowCount + 1).map((partner) => (partner > own.local.rowCount ? 0 : partner));
  const { cost } = measureMatch(own, rowsBefore, within(before.columns));
  return { block, guess: followMoves(own, guess) ?? guess, cost, cells: official.cells.count, rows: own.rows };
}

/** Runs of columns with a blank one on either side that both workbooks have, from their first to their last matched column. */
function pairBlocks({ official, local }: Sides, { match }: LineMatch): Block[] {
  const theirs = blocksOf(local);
  const taken = new Set<Span>();
  return blocksOf(official).flatMap(({ first, last }) => {
    const columns = Array.from({ length: last - first + 1 }, (_, k) => first + k).filter((column) => (match[column] ?? 0) !== 0);
    const partners = theirs.filter((block) => columns.some((column) => isIn(block, match[column]!)));
    const [partner] = partners;
    if (partner === undefined || partners.length > 1 || taken.has(partner)) return [];
    taken.add(partner);
    return [{ official: { first: columns[0]!, last: columns[columns.length - 1]! }, local: partner }];
  });
}

function blocksOf({ columnCells }: SheetContent): Span[] {
  const blocks: { first: number; last: number }[] = [];
  columnCells.forEach((cells, column) => {
    const open = blocks[blocks.length - 1];
    if (cells === 0) return;
    if (open !== undefined && open.last === column - 1) open.last = column;
    else blocks.push({ first: column, last: column });
  });
  return blocks;
}

function isIn({ first, last }: Span, column: number): boolean {
  return column >= first && column <= last;
}
