import { ContentClass, type SheetContent } from './SheetContent';
import { internHashes, type LineHashes, type LineIds } from './internHashes';
import { positionAt, type LineIndex } from './LineIndex';
import type { Lines, Sharpness } from './Lines';
import { mix } from './mix';

/** One side of a sheet pair seen along one axis; `place` gives the common index on the other axis, 0 to leave the cell out. */
export interface PlacedSide {
  readonly content: SheetContent;
  readonly index: LineIndex;
  readonly place: Int32Array;
}

/** What a cell weighs by class. */
const WEIGHT = [0.5, 1, 1] as const;
const MOVED_FORMULA = 0.7;
const SAME_SORT = 0.05;
const BLANK_SIMILARITY = 0.05;
const MARK_PLACE = 2 ** 33;
const SAMPLED_CELLS = 30_000;

/** Lines that are compared cell by cell, each cell with the one at its common place on the other axis. */
export function placedLines(official: PlacedSide, local: PlacedSide): Lines {
  const known = new Map<Sharpness, LineIds>();
  let headings: ReturnType<Lines['headings']> | undefined;
  return {
    officialCount: official.index.count,
    localCount: local.index.count,
    filled: (side, line) => {
      const { start } = side === 'official' ? official.index : local.index;
      return start[line + 1]! - start[line]!;
    },
    ids(sharpness) {
      let ids = known.get(sharpness);
      if (ids === undefined) known.set(sharpness, (ids = internHashes(hashLines(official, sharpness), hashLines(local, sharpness))));
      return ids;
    },
    headings: () => (headings ??= { official: headingsOf(official), local: headingsOf(local) }),
    similarity(officialFirst, officialLast, localFirst, localLast) {
      const counts = new Map<number, number>();
      const cells = cellsBetween(official, officialFirst, officialLast) + cellsBetween(local, localFirst, localLast);
      const sample = Math.min(1, SAMPLED_CELLS / (cells || 1)) * 2 ** 32;
      const ours = gapLines(official, officialFirst, officialLast, sample, counts);
      const theirs = gapLines(local, localFirst, localLast, sample, counts);
      weigh(ours, counts);
      weigh(theirs, counts);
      return (i, j) => similarity(ours[i - officialFirst]!, theirs[j - localFirst]!);
    },
  };
}

function hashLines({ content, index, place }: PlacedSide, sharpness: Sharpness): LineHashes {
  const first = new Int32Array(index.count + 1);
  const second = new Int32Array(index.count + 1);
  const tokens = sharpness === 'exact' ? content.exact : content.loose;
  const { start, order, cross } = index;
  for (let i = 1; i <= index.count; i++) {
    let one = 0;
    let two = 0;
    const end = start[i + 1]!;
    for (let q = start[i]!; q < end; q++) {
      const p = order === null ? q : order[q]!;
      const at = place[cross[p]!]!;
      if (at === 0 || (sharpness === 'labels' && content.contentClass[p] !== ContentClass.Label)) continue;
      const h = mix(tokens[p]!, at);
      one += h;
      two = (two + Math.imul(h | 1, 0x27d4eb2f ^ at)) | 0;
    }
    if (sharpness === 'exact') {
      for (const token of index.marks.get(i) ?? []) {
        one += token;
        two = (two + Math.imul(token | 1, 0x27d4eb2f)) | 0;
      }
    }
    first[i] = one | 0;
    second[i] = two;
  }
  return { first, second };
}

function headingsOf({ content, index }: PlacedSide): Int32Array {
  const tokens = new Int32Array(index.count + 1);
  for (let i = 1; i <= index.count; i++) {
    for (let x = index.start[i]!; x < index.start[i + 1]! && tokens[i] === 0; x++) {
      const p = positionAt(index, x);
      if (content.contentClass[p] === ContentClass.Label) tokens[i] = content.exact[p]!;
    }
  }
  return tokens;
}

interface GapLine {
  readonly place: number[];
  readonly exact: number[];
  readonly loose: number[];
  readonly contentClass: number[];
  readonly weight: number[];
  total: number;
}

function cellsBetween({ index }: PlacedSide, first: number, last: number): number {
  return index.start[last + 1]! - index.start[first]!;
}

/** Lines longer than can be looked at whole are seen at the same sample of places. */
function gapLines({ content, index, place }: PlacedSide, from: number, to: number, sample: number, counts: Map<number, number>): GapLine[] {
  const lines: GapLine[] = [];
  for (let i = from; i <= to; i++) {
    const line: GapLine = { place: [], exact: [], loose: [], contentClass: [], weight: [], total: 0 };
    for (let q = index.start[i]!; q < index.start[i + 1]!; q++) {
      const p = positionAt(index, q);
      const at = place[index.cross[p]!]!;
      if (at === 0 || mix(at, 9) >= sample) continue;
      const key = mix(content.exact[p]!, at);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      line.place.push(at);
      line.exact.push(content.exact[p]!);
      line.loose.push(content.loose[p]!);
      line.contentClass.push(content.contentClass[p]!);
      line.weight.push(key);
    }
    if (line.place.some((at, k) => k > 0 && at < line.place[k - 1]!)) sortByPlace(line);
    // A place that no cell has, behind them all; names are unique, so that equal tokens stand at equal places.
    for (const token of [...(index.marks.get(i) ?? [])].sort((a, b) => a - b)) {
      counts.set(token, 2);
      line.place.push(MARK_PLACE + token);
      line.exact.push(token);
      line.loose.push(token);
      line.contentClass.push(ContentClass.Label);
      line.weight.push(token);
    }
    lines.push(line);
  }
  return lines;
}

/** Where lines of the other axis moved, cells come in another order than their places. */
function sortByPlace(line: GapLine): void {
  const order = line.place.map((_, k) => k).sort((x, y) => line.place[x]! - line.place[y]!);
  for (const part of [line.place, line.exact, line.loose, line.contentClass, line.weight]) {
    const moved = order.map((k) => part[k]!);
    part.splice(0, part.length, ...moved);
  }
}

/**
 * A cell weighs less the more often its content stands in the same place of other lines. Along a line, all numbers and
 * all copies of one formula weigh like a few, so that a long line of them does not drown its label.
 */
function weigh(lines: readonly GapLine[], counts: Map<number, number>): void {
  for (const line of lines) {
    const along = new Map<number, number>();
    for (let c = 0; c < line.weight.length; c++) {
      if (line.contentClass[c] !== ContentClass.Label) along.set(sortOf(line, c), (along.get(sortOf(line, c)) ?? 0) + 1);
    }
    for (let c = 0; c < line.weight.length; c++) {
      const others = Math.max(1, counts.get(line.weight[c]!)! / 2);
      const copies = line.contentClass[c] === ContentClass.Label ? 1 : along.get(sortOf(line, c))!;
      line.weight[c] = WEIGHT[line.contentClass[c] as 0 | 1 | 2] / (Math.sqrt(others) * copies ** 0.25);
      line.total += line.weight[c]!;
    }
  }
}

function sortOf({ contentClass, loose }: GapLine, at: number): number {
  return contentClass[at] === ContentClass.Number ? 0 : loose[at]!;
}

function similarity(a: GapLine, b: GapLine): number {
  if (a.place.length === 0 && b.place.length === 0) return BLANK_SIMILARITY;
  let alike = 0;
  let x = 0;
  let y = 0;
  while (x < a.place.length && y < b.place.length) {
    const order = a.place[x]! - b.place[y]!;
    if (order < 0) x++;
    else if (order > 0) y++;
    else {
      alike += likeness(a, x, b, y) * (a.weight[x]! + b.weight[y]!);
      x++;
      y++;
    }
  }
  return alike / (a.total + b.total || 1);
}

/** How alike two cells are, 0 to 1: a formula that points elsewhere is much the same, another number or formula hardly. */
function likeness(a: GapLine, x: number, b: GapLine, y: number): number {
  if (a.exact[x] === b.exact[y]) return 1;
  if (a.contentClass[x] === ContentClass.Label || b.contentClass[y] === ContentClass.Label) return 0;
  const moved = a.loose[x] === b.loose[y] && a.contentClass[x] === ContentClass.Formula;
  return moved ? MOVED_FORMULA : SAME_SORT;
}
