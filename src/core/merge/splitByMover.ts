import type { Difference, DifferenceSide } from '../compare/Difference';
import { isMoved } from '../compare/isMoved';
import { rangeOf } from '../explain/DifferenceIndex';
import { cellCount, type CellRange } from '../workbook/Address';
import { stringifyRange } from '../workbook/Address';
import { lineAddress } from '../compare/DifferenceSink';
import { aspectsOf } from './Changes';
import { whoMoved, type BothSinceBase } from './whoMoved';

/** A part of a difference that one and the same side changed since the base. */
export interface MoverPart {
  readonly difference: Difference;
  readonly by: NonNullable<Difference['since']>['by'];
}

/**
 * A difference in as few parts as one side each has changed: someone may have typed into the middle of what the other filled down. Values and
 * formulas of the parts' sides are still those of the first cell of the whole.
 */
export function splitByMover(difference: Difference, since: BothSinceBase): readonly MoverPart[] {
  const whole = (): readonly MoverPart[] => [{ difference, by: whoMoved(difference, since) }];
  if (difference.cells === 1 || isUniform(difference, since)) return whole();
  const { kind, official, local } = difference;
  const isLine = (kind === 'row' || kind === 'column') && !isMoved(difference);
  if (isLine) return /^[A-Z]+\d/.test((official ?? local)!.address) ? whole() : byLine(difference, since);
  const [ours, theirs] = [official && cellsOf(official), local && cellsOf(local)];
  if (ours === null || theirs === null || !isSameShape(ours, theirs) || cellCount(ours) !== difference.cells) return whole();
  return byCell(difference, ours, theirs, since);
}

/** True when both copies changed all of it, or nothing. */
function isUniform(difference: Difference, since: BothSinceBase): boolean {
  const aspects = aspectsOf(difference);
  return (['official', 'local'] as const).every((name) => {
    const side = difference[name];
    const range = side === null ? null : rangeOf(side);
    return range !== null && since[name].changes.share('copy', side!.sheet, range, aspects) !== 'some';
  });
}

function byLine(difference: Difference, since: BothSinceBase): readonly MoverPart[] {
  const side = (difference.official ?? difference.local)!;
  const axis = difference.kind === 'row' ? 'rows' : 'columns';
  const range = rangeOf(side)!;
  const [first, last] = axis === 'rows' ? [range.firstRow, range.lastRow] : [range.firstColumn, range.lastColumn];
  const part = (from: number, to: number): Difference => {
    const own = { ...side, address: lineAddress(axis, from, to) };
    return { ...difference, official: difference.official && own, local: difference.local && own };
  };
  const parts: { by: MoverPart['by']; first: number; last: number }[] = [];
  for (let line = first; line <= last; line++) {
    const by = whoMoved(part(line, line), since);
    const open = parts[parts.length - 1];
    if (open?.by === by) open.last = line;
    else parts.push({ by, first: line, last: line });
  }
  return parts.map(({ by, ...run }) => ({ by, difference: part(run.first, run.last) }));
}

function byCell(difference: Difference, official: CellRange, local: CellRange, since: BothSinceBase): readonly MoverPart[] {
  const rows = official.lastRow - official.firstRow + 1;
  const columns = official.lastColumn - official.firstColumn + 1;
  const part = (area: Area): Difference => ({
    ...difference,
    cells: cellCount(area),
    official: { ...difference.official!, address: addressOf(official, area) },
    local: { ...difference.local!, address: addressOf(local, area) },
  });
  const runs: (Area & { readonly by: MoverPart['by'] })[] = [];
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const by = whoMoved(part({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }), since);
      const open = runs[runs.length - 1];
      if (row > 0 && open?.by === by) open.lastRow = row;
      else runs.push({ by, firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
    }
  }
  return joinColumns(runs).map((run) => ({ by: run.by, difference: part(run) }));
}

/** Rows and columns counted from the first of a range. */
interface Area {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** Joins runs of cells that stand side by side over the same rows. */
function joinColumns<Run extends Area & { readonly by: string }>(runs: readonly Run[]): readonly Run[] {
  const last = new Map<string, Run>();
  return runs.filter((run) => {
    const key = `${run.by} ${run.firstRow} ${run.lastRow}`;
    const before = last.get(key);
    if (before?.lastColumn === run.firstColumn - 1) {
      before.lastColumn = run.lastColumn;
      return false;
    }
    last.set(key, run);
    return true;
  });
}

function addressOf({ firstRow, firstColumn }: CellRange, area: Area): string {
  return stringifyRange({
    firstRow: firstRow + area.firstRow,
    lastRow: firstRow + area.lastRow,
    firstColumn: firstColumn + area.firstColumn,
    lastColumn: firstColumn + area.lastColumn,
  });
}

function cellsOf(side: DifferenceSide): CellRange | null {
  return /^[A-Z]+\d/.test(side.address) ? rangeOf(side) : null;
}

function isSameShape(a: CellRange, b: CellRange): boolean {
  return a.lastRow - a.firstRow === b.lastRow - b.firstRow && a.lastColumn - a.firstColumn === b.lastColumn - b.firstColumn;
}
