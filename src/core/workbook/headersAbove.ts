import { findCell } from './cellAt';
import { ValueKind, type SheetSnapshot, type Snapshot } from './Snapshot';

/** The header of a stretch of a column: the position of its cell, and the rows that it heads. */
export interface ColumnHeader {
  readonly at: number;
  readonly row: number;
  /** The last filled row that it heads; its own row while there is none. */
  lastRow: number;
  /** Below this row it heads nothing any more, filled or not. */
  until: number;
}

/** The headers of a sheet's columns. */
export interface ColumnHeaders {
  /** By cell position; null where nothing heads the cell. */
  readonly ofCell: readonly (ColumnHeader | null)[];
  /** All headers of a column, from the top. */
  of(column: number): readonly ColumnHeader[];
}

/** A header whose block ends this many rows below it, at most, heads the block behind the gap too: headings, a blank row, then the body. */
const SHORT_HEAD = 2;
/** Cells of a row further from each other than this belong to different blocks. */
export const WIDEST_GAP = 4;
/** A row so many times as wide as the header's is laid out in another way. */
const FAR_PAST = 1.5;
/** With more texts than this on top of a run, it is a column of texts, and only the first is its header. */
const MOST_LEVELS = 4;

interface OpenColumn {
  header: ColumnHeader | null;
  row: number;
  block: number;
  /** What stood below the header so far. */
  texts: boolean;
  others: boolean;
  dates: boolean;
  /** The header-like cells that the run begins with; null once something else came. */
  levels: number[] | null;
}

/**
 * What heads each cell from above: the topmost cell of its run of filled cells when that one can be a header (of
 * several levels the one whose row tells most columns apart), else the header of the run above. A header counts behind a
 * wholly blank row only where the column below it has held the same sort of content. One pass, since cells are
 * sorted by row.
 */
export function headersAbove(snapshot: Snapshot, sheet: SheetSnapshot): ColumnHeaders {
  const { cells } = sheet;
  const ofCell: (ColumnHeader | null)[] = new Array<ColumnHeader | null>(cells.count).fill(null);
  const columns = new Map<number, OpenColumn>();
  const found = new Map<number, ColumnHeader[]>();
  const blockEnds: number[] = [];
  const likeHeaders = new Map<number, number>();
  const rowEnds = new Map<number, number>();
  const like = findLikeHeaders(snapshot, sheet);
  for (let at = 0; at < cells.count; at++) {
    const row = cells.row[at]!;
    rowEnds.set(row, cells.column[at]!);
    if (like[at] === 1) likeHeaders.set(row, (likeHeaders.get(row) ?? 0) + 1);
  }
  const distinct = distinctHeaders(sheet, like);
  let block = -1;
  /** Whether the row's stretch that the cell stands in begins below a blank cell. */
  let apart = false;

  const open = (column: number, header: ColumnHeader): ColumnHeader => {
    const known = found.get(column);
    if (known === undefined) found.set(column, [header]);
    else {
      const last = known[known.length - 1]!;
      if (last.row < header.row) last.until = Math.min(last.until, header.row - 1);
      known.push(header);
    }
    return header;
  };
  /** Whether a header-like cell behind a gap is more of what its column lists, or the first of it, rather than the next header. */
  const listed = ({ header, block: of, texts, others, dates }: OpenColumn, row: number, isText: boolean): boolean => {
    if (header === null || of !== blockEnds.length - 1) return false;
    return texts || others ? !apart && (isText ? texts : dates) : likeHeaders.get(row)! <= likeHeaders.get(header.row)!;
  };
  /** Whether the header still counts for a cell in a later block: not for one that reaches far past the header's own row. */
  const carriesOver = ({ header, block: of, texts, others }: OpenColumn, row: number, isText: boolean): boolean =>
    rowEnds.get(row)! <= rowEnds.get(header!.row)! * FAR_PAST + WIDEST_GAP &&
    ((isText ? texts : others) || (!texts && !others && blockEnds[of]! - header!.row <= SHORT_HEAD));

  for (let at = 0; at < cells.count; at++) {
    const row = cells.row[at]!;
    const column = cells.column[at]!;
    if (block < 0 || row > blockEnds[block]! + 1) blockEnds.push(row);
    block = blockEnds.length - 1;
    blockEnds[block] = row;
    const likeHeader = like[at] === 1;
    let state = columns.get(column);
    if (state === undefined)
      columns.set(column, (state = { header: null, row: -1, block, texts: false, others: false, dates: false, levels: null }));
    const newRun = state.row !== row - 1;
    if (at === 0 || cells.row[at - 1] !== row || column - cells.column[at - 1]! > WIDEST_GAP) apart = newRun;
    const text = cells.kind[at] === ValueKind.Text && cells.formula[at]! < 0;
    const header = newRun && likeHeader && !listed(state, row, text) && !isFilledDown(sheet, at);
    // Which of several levels heads the column shows when the first figure comes.
    if (!header && !text && state.levels !== null && (newRun || !likeHeader)) {
      const { levels } = state;
      const level =
        levels.length > MOST_LEVELS ? levels[0]! : levels.reduce((best, each) => (distinct(each) > distinct(best) ? each : best));
      if (level !== state.header!.at) {
        state.header = open(column, { at: level, row: cells.row[level]!, lastRow: cells.row[level]!, until: Infinity });
      }
      state.levels = null;
    }
    if (newRun && state.header !== null && state.block !== block && !carriesOver(state, row, text)) {
      state.header.until = row - 1;
      state.header = null;
    }
    if (newRun) state.levels = null;
    ofCell[at] = state.header;
    if (header) {
      state.header = open(column, { at, row, lastRow: row, until: Infinity });
      state.levels = [at];
      state.texts = state.others = state.dates = false;
    } else {
      if (likeHeader) state.levels?.push(at);
      if (text) state.texts = true;
      else state.others = true;
      if (likeHeader && !text) state.dates = true;
      if (state.header !== null) state.header.lastRow = row;
    }
    state.row = row;
    state.block = block;
  }
  return { ofCell, of: (column) => found.get(column) ?? [] };
}

/** How many columns each row's header-like cells tell apart. */
function distinctHeaders({ cells }: SheetSnapshot, like: Uint8Array): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const row = cells.row[at]!;
    let count = known.get(row);
    if (count === undefined) {
      const found = new Set<number>();
      let first = at;
      while (first > 0 && cells.row[first - 1] === row) first--;
      for (let each = first; each < cells.count && cells.row[each] === row; each++) {
        // Texts and dates of the same payload are told apart by their sign.
        if (like[each] === 1) found.add(cells.kind[each] === ValueKind.Text ? -1 - cells.payload[each]! : cells.payload[each]!);
      }
      known.set(row, (count = found.size));
    }
    return count;
  };
}

/** Whether the cell below has the same formula: results, not headings. */
function isFilledDown({ cells }: SheetSnapshot, at: number): boolean {
  const formula = cells.formula[at]!;
  if (formula < 0) return false;
  const below = findCell(cells, cells.row[at]! + 1, cells.column[at]!);
  return below >= 0 && cells.formula[below] === formula;
}

/** Whether a cell holds words. */
export function isText(snapshot: Snapshot, { cells }: SheetSnapshot, at: number): boolean {
  return cells.kind[at] === ValueKind.Text && /\p{L}/u.test(snapshot.strings[cells.payload[at]!]!);
}

/** Which cells can be headers: texts, and dates and years, unless one stands alone beside its label as an input does. */
function findLikeHeaders(snapshot: Snapshot, sheet: SheetSnapshot): Uint8Array {
  const { cells } = sheet;
  const like = new Uint8Array(cells.count);
  let texts = 0;
  let periods = 0;
  let lastPeriod = -1;
  for (let at = 0; at < cells.count; at++) {
    if (at > 0 && cells.row[at] !== cells.row[at - 1]) {
      if (periods === 1 && texts > 0) like[lastPeriod] = 0;
      texts = periods = 0;
    }
    if (isText(snapshot, sheet, at)) texts += like[at] = 1;
    else if (isPeriod(snapshot, sheet, at)) {
      periods += like[at] = 1;
      lastPeriod = at;
    }
  }
  if (periods === 1 && texts > 0) like[lastPeriod] = 0;
  return like;
}

function isPeriod(snapshot: Snapshot, { cells }: SheetSnapshot, at: number): boolean {
  if (cells.kind[at] !== ValueKind.Number) return false;
  const value = cells.payload[at]!;
  const looksLikeYear = Number.isInteger(value) && value >= 1990 && value <= 2100 && cells.format[at] === 0;
  return looksLikeYear || /[ymd]/i.test(snapshot.formats[cells.format[at]!]!.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
