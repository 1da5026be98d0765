import { isPastEnd, type AxisEnd, type CommonGrid } from '../align/CommonGrid';
import type { Axis } from '../align/Correspondence';
import { valueAt } from '../workbook/cellAt';
import { ValueKind, type CellColumns, type Span } from '../workbook/Snapshot';
import { lineAddress, plainSide, sheetName, type DifferenceDraft } from './DifferenceSink';

type AxisName = 'rows' | 'columns';
type Side = 'official' | 'local';

/** The rows or columns of one side that the other side lacks, in runs; numbers count in the side that has them. */
export interface OwnLines {
  readonly axis: AxisName;
  readonly side: Side;
  readonly runs: readonly Span[];
}

/** The lines that one side has for itself: inserted or deleted ones, and those typed past the other side's end. */
export function ownLines(axis: Axis, name: AxisName, side: Side, cells: CellColumns, end: AxisEnd): OwnLines {
  const from = side === 'official' ? axis.fromOfficial : axis.fromLocal;
  const other = side === 'official' ? axis.toLocal : axis.toOfficial;
  const used = name === 'rows' ? null : new Uint8Array(from.length);
  if (used !== null) for (let p = 0; p < cells.count; p++) used[cells.column[p]!] = 1;
  let at = 0;
  const isUsed = (index: number): boolean => {
    if (used !== null) return used[index] === 1;
    while (at < cells.count && cells.row[at]! < index) at++;
    return at < cells.count && cells.row[at] === index;
  };
  const runs: { first: number; last: number }[] = [];
  for (let index = 1; index < from.length; index++) {
    const common = from[index]!;
    if (other[common] !== 0 && !(isPastEnd(end, common) && isUsed(index))) continue;
    const open = runs[runs.length - 1];
    if (open !== undefined && open.last === index - 1 && from[index - 1] === common - 1) open.last = index;
    else runs.push({ first: index, last: index });
  }
  return { axis: name, side, runs };
}

/** One difference for every run of lines that only one side has. */
export function lineDifferences(grid: CommonGrid, pair: number, lines: readonly OwnLines[]): DifferenceDraft[] {
  return lines.flatMap(({ axis, side, runs }) => {
    const snapshot = side === 'official' ? grid.official : grid.local;
    const { cells } = snapshot.sheets[grid.pairs[pair]![side]!]!;
    const content = runs.length === 0 ? [] : contentOfRuns(cells, axis, runs);
    return runs.map(({ first, last }, k): DifferenceDraft => {
      const { filled, label } = content[k]!;
      const value = label < 0 ? null : valueAt(snapshot, cells, label);
      const own = plainSide(sheetName(grid, pair, side), lineAddress(axis, first, last), value);
      return {
        kind: axis === 'rows' ? 'row' : 'column',
        cells: Math.max(1, filled),
        official: side === 'official' ? own : null,
        local: side === 'local' ? own : null,
      };
    });
  });
}

/** By run: how many cells it fills, and the position of its first text, -1 when it has none. */
function contentOfRuns(cells: CellColumns, axis: AxisName, runs: readonly Span[]): { filled: number; label: number }[] {
  const content = runs.map(() => ({ filled: 0, label: -1 }));
  const runOf = new Map<number, number>();
  runs.forEach(({ first, last }, k) => {
    for (let index = first; index <= last; index++) runOf.set(index, k);
  });
  const line = axis === 'rows' ? cells.row : cells.column;
  for (let p = 0; p < cells.count; p++) {
    const k = runOf.get(line[p]!);
    if (k === undefined) continue;
    const run = content[k]!;
    run.filled++;
    if (run.label < 0 && cells.kind[p] === ValueKind.Text) run.label = p;
  }
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
