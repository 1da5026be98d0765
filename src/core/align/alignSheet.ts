import { alignLines, type LineMatch } from './alignLines';
import { makeAxis } from './axis';
import { createSides } from './createSides';
import { bagLines } from './bagLines';
import { blocksBeside } from './blocksBeside';
import type { Axis, Band, KeyedTable, Move } from './Correspondence';
import { extendEnd } from './extendEnd';
import { followMoves, type Guess } from './followMoves';
import { findBands, type BandedMatch } from './findBands';
import { linesAmiss } from './linesAmiss';
import { isStill, measureMatch } from './measureMatch';
import { matchKeyed } from './matchKeyed';
import { movesOf } from './movesOf';
import { cellsOfLine } from './LineIndex';
import { sameMatch } from './sameMatch';
import type { Sides } from './Sides';
import { seemsShuffled } from './seemsShuffled';
import { swapAligned } from './swapAligned';
import { writtenOrder } from './writtenOrder';
import type { SheetContent } from './SheetContent';

/** Both axes of one sheet pair. */
export interface AlignedSheet {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly bands: readonly Band[];
  readonly moves: readonly Move[];
  readonly keyed: readonly KeyedTable[];
  readonly precise: boolean;
}

/** A guess this good is taken without trying another: the share of cells that do not find their equal. */
const GOOD_ENOUGH = 0.02;
/** On sheets of fewer cells every guess is cheap, and only one that is nearly right is taken at once. */
const LARGE = 20_000;
const NEARLY_EQUAL = 0.005;
const ROUNDS = 3;

/**
 * Aligns the rows and columns of two sheets. Each axis is aligned given the other, in turn; the first guess is that
 * the columns are the same, then that the rows are, then what the shorter axis holds irrespective of order along it.
 * The guess that leaves the fewest cells without their equal wins; where cells rather than whole lines moved, bands of
 * the sheet are then laid out in a way of their own, unless only whole lines are asked for.
 */
export function alignSheet(official: SheetContent, local: SheetContent, wholeLines = false): AlignedSheet {
  // Aligned in an order that the contents decide, so that the answer is the same from both sides.
  return writtenOrder(local, official) < 0
    ? swapAligned(alignInOrder(local, official, wholeLines))
    : alignInOrder(official, local, wholeLines);
}

function alignInOrder(official: SheetContent, local: SheetContent, wholeLines: boolean): AlignedSheet {
  const sides = createSides(official, local);
  const total = official.cells.count + local.cells.count;
  let best: Guess | null = seemsShuffled(sides.lines('rows', sides.inStep.columns.match).lines.ids('exact')) ? byKey(sides) : null;
  for (const start of ['columns', 'rows', 'bag'] as const) {
    if (best !== null && best.cost <= WORTH_TAKING * total && best.keyed.length > 0) break;
    const guess = refine(sides, start);
    if (best === null || guess.cost < best.cost) best = guess;
    if (best.cost <= (total > LARGE ? GOOD_ENOUGH : NEARLY_EQUAL) * total) break;
  }
  const asked = official.keys.length > 0 || local.keys.length > 0;
  const moved = best!.cost < FEW_MOVED && !asked ? null : followMoves(sides, best!);
  const banded = wholeLines || best!.cost < FEW || best!.keyed.length > 0 ? null : bandsOf(sides, best!.rows, best!.columns);
  // A cost counts cells of both sides, what bands gain is counted once.
  const follows = moved !== null && (banded === null || asked || best!.cost - moved.cost >= 2 * banded.gain);
  const found = follows ? { guess: moved, banded: null } : { guess: best!, banded };
  const beside = wholeLines || found.guess.cost < FEW_MOVED ? null : blocksBeside(sides, found);
  return beside === null
    ? laidOut(sides, found.guess, found.banded)
    : laidOut({ ...sides, rows: beside.rows }, beside.guess, beside.banded);
}

function laidOut(sides: Sides, { rows, columns, keyed }: Guess, banded: BandedMatch | null): AlignedSheet {
  const axisOf = (of: 'rows' | 'columns', match: Int32Array, lines = sides[of]): Axis => makeAxis(...extendEnd(match, lines));
  const aligned = {
    rows: axisOf('rows', banded?.of === 'columns' ? banded.across.match : rows.match),
    columns: axisOf('columns', banded?.of === 'rows' ? banded.across.match : columns.match),
  };
  return {
    ...aligned,
    bands: (banded?.bands ?? []).map(({ official: [first, last], across, lines }): Band => {
      const { of } = banded!;
      const { fromOfficial } = aligned[of];
      const axis = axisOf(of === 'rows' ? 'columns' : 'rows', across.match, lines);
      return { of, first: fromOfficial[first]!, last: fromOfficial[last]!, axis };
    }),
    moves: (['rows', 'columns'] as const).flatMap((of) => movesOf(of, aligned[of], keyed, (line) => cellsOfLine(sides[of][0], line))),
    keyed,
    precise: rows.precise && columns.precise,
  };
}

/** Fewer cells without their equal than this are edits, not lines that moved. */
const FEW_MOVED = 2;
/** Fewer cells without their equal than this are edits, not cells that moved. */
const FEW = 8;

function bandsOf(sides: Sides, rows: LineMatch, columns: LineMatch): BandedMatch | null {
  const amiss = linesAmiss(sides, rows.match, columns.match);
  const ofRows = amiss.rows ? findBands(sides, 'rows', rows, columns) : null;
  const ofColumns = amiss.columns ? findBands(sides, 'columns', columns, rows) : null;
  return ofColumns !== null && (ofRows === null || ofColumns.gain > ofRows.gain) ? ofColumns : ofRows;
}

/** A list in quite another order that leaves no more than this share of cells without their equal need not be aligned in order. */
const WORTH_TAKING = 0.5;

/** The guess that columns are the same and the rows of lists are told by key alone; null when there is no such list. */
function byKey(sides: Sides): Guess | null {
  const { columns } = sides.inStep;
  const none = { match: new Int32Array(sides.rows[0].count + 1), precise: true };
  const keyed = matchKeyed(sides, none, columns);
  if (keyed === null) return null;
  const { rows } = keyed;
  // What stands above and below the lists is taken in step.
  for (let i = 1; i <= Math.min(sides.rows[0].count, sides.rows[1].count); i++) {
    if (keyed.tables.some(({ official, local }) => i > Math.min(official.firstRow, local.firstRow))) break;
    rows.match[i] = i;
  }
  return { rows, columns, ...measureMatch(sides, rows.match, columns.match), keyed: keyed.tables };
}

function refine(sides: Sides, start: 'columns' | 'rows' | 'bag'): Guess {
  const { official, local } = sides;
  const rowsAreFew = Math.max(official.rowCount, local.rowCount) < Math.max(official.columnCount, local.columnCount);
  const first = start === 'bag' ? (rowsAreFew ? 'rows' : 'columns') : start;
  const second = first === 'rows' ? 'columns' : 'rows';
  let along = start === 'bag' ? alignLines(bagLines(official, sides[first][0], local, sides[first][1])) : sides.inStep[first];
  let best: Guess | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const across = alignAcross(sides, second, along);
    // Columns taken as they stand and found equal nearly all the way down need not be aligned.
    if (start === 'columns' && round === 0 && isStill(along.match, local.columnCount)) {
      const measured = measureMatch(sides, across.match, along.match);
      if (!measured.columnsOff) return { rows: across, columns: along, ...measured, keyed: [] };
    }
    const again = alignAcross(sides, first, across);
    const rows = first === 'rows' ? again : across;
    const columns = first === 'rows' ? across : again;
    const guess = { rows, columns, ...measureMatch(sides, rows.match, columns.match), keyed: [] };
    if (best === null || guess.cost < best.cost) best = guess;
    if (sameMatch(along.match, again.match)) break;
    along = again;
  }
  return best!;
}

/** Aligns one axis given the other. */
function alignAcross(sides: Sides, axis: 'rows' | 'columns', other: LineMatch): LineMatch {
  return alignLines(sides.lines(axis, other.match).lines);
}
