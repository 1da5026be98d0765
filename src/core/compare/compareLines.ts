import type { CommonGrid } from '../align/CommonGrid';
import { isPastEnd, type AxisEnd } from '../align/pairEnds';
import { unmatchedRuns } from '../align/axis';
import { bandAt } from '../align/bands';
import type { Axis, Band, SheetPair } from '../align/Correspondence';
import { stringifyRange } from '../workbook/Address';
import { rowStart, valueAt } from '../workbook/cellAt';
import { ValueKind, type CellColumns, type Span } from '../workbook/Snapshot';
import { lineAddress, plainSide, sheetName, type DifferenceDraft } from './DifferenceSink';

type AxisName = 'rows' | 'columns';
type Side = 'official' | 'local';

/** The rows or columns of one side that the other side lacks, in runs; numbers count in the side that has them. */
export interface OwnLines {
  readonly axis: AxisName;
  readonly side: Side;
  readonly runs: readonly Span[];
  /** The band across which the lines go; null when they go across the whole sheet. */
  readonly band: Band | null;
}

/** All lines of a sheet pair that one side has for itself, across the whole sheet and across its bands. */
export function ownLinesOf(grid: CommonGrid, pairIndex: number): readonly OwnLines[] {
  const pair = grid.pairs[pairIndex]!;
  const ends = grid.ends[pairIndex]!;
  const cells = { official: grid.official.sheets[pair.official!]!.cells, local: grid.local.sheets[pair.local!]!.cells };
  const sides = ['official', 'local'] as const;
  return [
    ...(['rows', 'columns'] as const).flatMap((axis) => sides.map((side) => ownLines(pair, axis, side, cells[side], ends[axis]))),
    ...pair.bands.flatMap((band) => sides.map((side) => bandLines(pair, band, side, cells[side]))),
  ];
}

/** The lines that one side has for itself: inserted or deleted ones, and those typed past the other side's end. */
function ownLines(pair: SheetPair, name: AxisName, side: Side, cells: CellColumns, end: AxisEnd): OwnLines {
  const axis = pair[name];
  const from = side === 'official' ? axis.fromOfficial : axis.fromLocal;
  const other = side === 'official' ? axis.toLocal : axis.toOfficial;
  let columns: Uint8Array | null = null;
  const isUsed = (index: number): boolean => {
    if (name === 'rows') return cells.row[rowStart(cells, index)] === index;
    return (columns ??= usedColumns(cells, from.length))[index] === 1;
  };
  const runs: { first: number; last: number }[] = [];
  for (let index = 1; index < from.length; index++) {
    const common = from[index]!;
    if (other[common] !== 0 && !(isPastEnd(end, common) && isUsed(index))) continue;
    const open = runs[runs.length - 1];
    if (open !== undefined && open.last === index - 1 && from[index - 1] === common - 1) open.last = index;
    else runs.push({ first: index, last: index });
  }
  return { axis: name, side, runs, band: null };
}

function usedColumns({ column, count }: CellColumns, length: number): Uint8Array {
  const used = new Uint8Array(length);
  for (let p = 0; p < count; p++) used[column[p]!] = 1;
  return used;
}

/** The lines across a band that one side has for itself only there and that hold something. */
function bandLines(pair: SheetPair, band: Band, side: Side, cells: CellColumns): OwnLines {
  const axis = band.of === 'rows' ? 'columns' : 'rows';
  const runs: { first: number; last: number }[] = [];
  for (const { first, last } of unmatchedRuns(band.axis, side)) {
    for (let index = first; index <= last; index++) {
      const open = runs[runs.length - 1];
      // What the rest of the sheet lacks as well is a line across the whole sheet.
      if (isOwn(pair[axis], side, index)) continue;
      if (open !== undefined && open.last === index - 1 && index > first) open.last = index;
      else runs.push({ first: index, last: index });
    }
  }
  const own: OwnLines = { axis, side, runs, band };
  const content = contentOfRuns(cells, pair, own);
  return { ...own, runs: runs.filter((_, k) => content[k]!.filled > 0) };
}

function isOwn(axis: Axis, side: Side, index: number): boolean {
  const from = side === 'official' ? axis.fromOfficial : axis.fromLocal;
  const other = side === 'official' ? axis.toLocal : axis.toOfficial;
  return index < from.length && other[from[index]!] === 0;
}

/** One difference for every run of lines that only one side has. */
export function lineDifferences(grid: CommonGrid, pairIndex: number, lines: readonly OwnLines[]): DifferenceDraft[] {
  const pair = grid.pairs[pairIndex]!;
  return lines.flatMap((own) => {
    const { axis, side, runs, band } = own;
    const snapshot = side === 'official' ? grid.official : grid.local;
    const { cells } = snapshot.sheets[pair[side]!]!;
    const content = runs.length === 0 ? [] : contentOfRuns(cells, pair, own);
    return runs.map(({ first, last }, k): DifferenceDraft => {
      const { filled, label } = content[k]!;
      const value = label < 0 ? null : valueAt(snapshot, cells, label);
      const address = band === null ? lineAddress(axis, first, last) : rangeAcross(pair, band, side, { first, last });
      const one = plainSide(sheetName(grid, pairIndex, side), address, value);
      return {
        kind: axis === 'rows' ? 'row' : 'column',
        cells: Math.max(1, filled),
        official: side === 'official' ? one : null,
        local: side === 'local' ? one : null,
      };
    });
  });
}

/** One difference for every block of rows or columns that stands elsewhere in local, with both its places. */
export function moveDifferences(grid: CommonGrid, pairIndex: number): DifferenceDraft[] {
  const pair = grid.pairs[pairIndex]!;
  return pair.moves.map(({ of, official, local }): DifferenceDraft => {
    const content = (side: Side, run: Span): { filled: number; one: DifferenceDraft['official'] } => {
      const snapshot = grid[side];
      const { cells } = snapshot.sheets[pair[side]!]!;
      const [{ filled, label }] = contentOfRuns(cells, pair, { axis: of, side, runs: [run], band: null }) as [
        { filled: number; label: number },
      ];
      const value = label < 0 ? null : valueAt(snapshot, cells, label);
      return { filled, one: plainSide(sheetName(grid, pairIndex, side), lineAddress(of, run.first, run.last), value) };
    };
    const ours = content('official', official);
    const theirs = content('local', local);
    return {
      kind: of === 'rows' ? 'row' : 'column',
      cells: Math.max(1, ours.filled, theirs.filled),
      official: ours.one,
      local: theirs.one,
      note: 'moved',
    };
  });
}

/** `K12:L40`: the cells of these lines that lie in the band. */
function rangeAcross(pair: SheetPair, band: Band, side: Side, { first, last }: Span): string {
  const to = pair[band.of][side === 'official' ? 'toOfficial' : 'toLocal'];
  let begin = band.first;
  while (begin < band.last && to[begin] === 0) begin++;
  let end = band.last;
  while (end > begin && to[end] === 0) end--;
  return stringifyRange(
    band.of === 'rows'
      ? { firstRow: to[begin]!, lastRow: to[end]!, firstColumn: first, lastColumn: last }
      : { firstRow: first, lastRow: last, firstColumn: to[begin]!, lastColumn: to[end]! },
  );
}

/** True for a cell that counts with these lines: not one that a band with an axis of its own gives a partner. */
function belongsTo({ axis, side, band }: OwnLines, pair: SheetPair): (row: number, column: number) => boolean {
  const of = pair.bands[0]?.of;
  if (of === undefined || of === axis) return () => true;
  const from = pair[of][side === 'official' ? 'fromOfficial' : 'fromLocal'];
  return (row, column) => {
    const here = bandAt(pair, of, from[of === 'rows' ? row : column]!);
    if (band !== null) return here === band;
    return here === undefined || isOwn(here.axis, side, of === 'rows' ? column : row);
  };
}

/** Visits the position of every cell that stands on lines which one side has for itself, with the number of the run. */
export function visitOwnCells(cells: CellColumns, pair: SheetPair, own: OwnLines, visit: (position: number, run: number) => void): void {
  if (own.runs.length === 0) return;
  const { row, column, count } = cells;
  const belongs = belongsTo(own, pair);
  if (own.axis === 'rows') {
    // Cells stand row by row, so that a run of rows is a run of cells.
    own.runs.forEach(({ first, last }, k) => {
      for (let p = rowStart(cells, first); p < count && row[p]! <= last; p++) if (belongs(row[p]!, column[p]!)) visit(p, k);
    });
    return;
  }
  const runOf = new Int32Array(own.runs.at(-1)!.last + 1).fill(-1);
  own.runs.forEach(({ first, last }, k) => runOf.fill(k, first, last + 1));
  for (let p = 0; p < count; p++) {
    const k = runOf[column[p]!] ?? -1;
    if (k >= 0 && belongs(row[p]!, column[p]!)) visit(p, k);
  }
}

/** By run: how many cells it fills, and the position of its first text, -1 when it has none. */
function contentOfRuns(cells: CellColumns, pair: SheetPair, own: OwnLines): { filled: number; label: number }[] {
  const content = own.runs.map(() => ({ filled: 0, label: -1 }));
  visitOwnCells(cells, pair, own, (p, k) => {
    const run = content[k]!;
    run.filled++;
    if (run.label < 0 && cells.kind[p] === ValueKind.Text) run.label = p;
  });
  return content;
}

/** One difference for every run of rows or columns that are hidden in one workbook and shown in the other. */
export function hiddenDifferences(grid: CommonGrid, pair: number, axisName: AxisName): DifferenceDraft[] {
  const { official, local, rows, columns } = grid.pairs[pair]!;
  const axis = axisName === 'rows' ? rows : columns;
  const property = axisName === 'rows' ? 'hiddenRows' : 'hiddenColumns';
  const ours = grid.official.sheets[official!]![property];
  const theirs = grid.local.sheets[local!]![property];
  if (ours.length === 0 && theirs.length === 0) return [];
  const hidden = new Uint8Array(axis.length + 1);
  for (const { first, last } of ours)
    for (let i = first; i <= Math.min(last, axis.fromOfficial.length - 1); i++) hidden[axis.fromOfficial[i]!]! |= 1;
  for (const { first, last } of theirs)
    for (let i = first; i <= Math.min(last, axis.fromLocal.length - 1); i++) hidden[axis.fromLocal[i]!]! |= 2;
  const drafts: DifferenceDraft[] = [];
  for (let first = 1; first <= axis.length; first++) {
    const state = hidden[first]!;
    if ((state !== 1 && state !== 2) || axis.toOfficial[first] === 0 || axis.toLocal[first] === 0) continue;
    let last = first;
    while (
      last < axis.length &&
      hidden[last + 1] === state &&
      axis.toOfficial[last + 1] === axis.toOfficial[last]! + 1 &&
      axis.toLocal[last + 1] === axis.toLocal[last]! + 1
    ) {
      last++;
    }
    drafts.push({
      kind: 'hidden',
      cells: last - first + 1,
      official: plainSide(sheetName(grid, pair, 'official'), lineAddress(axisName, axis.toOfficial[first]!, axis.toOfficial[last]!)),
      local: plainSide(sheetName(grid, pair, 'local'), lineAddress(axisName, axis.toLocal[first]!, axis.toLocal[last]!)),
      note: state === 1 ? 'hidden in official only' : 'hidden in yours only',
    });
    first = last;
  }
  return drafts;
}
