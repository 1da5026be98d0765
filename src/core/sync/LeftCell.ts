import { shiftReferences, shiftSpan } from '../formula/shiftReferences';
import { MAX_COLUMN, MAX_ROW } from '../workbook/Address';
import { groupBy } from '../groupBy';
import { countsOn } from './countsOn';
import { groupBlocks } from './groupBlocks';
import type { CellContent, ShiftStep, SyncStep, WriteStep } from './SyncPlan';

/** A cell that a run left because it holds something else by now. */
export interface LeftCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly holds: CellContent;
  /** What it was to get. */
  readonly wanted: CellContent;
}

/**
 * Where cells that were left stand, and what they hold and were to get, once a step was done after them. Those of which that cannot be told,
 * as their lines went or their formulas look at lines that were moved, are not among them.
 */
export function carryLeft(left: readonly LeftCell[], step: SyncStep): readonly LeftCell[] {
  switch (step.kind) {
    case 'insert':
    case 'delete':
      return left.flatMap((cell) => shifted(cell, step));
    case 'move':
    case 'deleteSheet': {
      const { sheet } = step;
      return left.filter((cell) => cell.sheet !== sheet && !countsOn([asWrite(cell)], sheet));
    }
    default:
      return left;
  }
}

/** Steps that give these cells what they were to get, each only if it still holds what it held. */
export function writesOfLeft(left: readonly LeftCell[]): readonly WriteStep[] {
  return [...groupBy(left, ({ sheet }) => sheet)].flatMap(([sheet, cells]) =>
    groupBlocks(
      sheet,
      cells.map(({ row, column, holds, wanted }) => ({ row, column, before: holds, after: wanted, differences: new Set<string>() })),
    ),
  );
}

function shifted(cell: LeftCell, { kind, axis, sheet, at, count, across }: ShiftStep): readonly LeftCell[] {
  const by = kind === 'insert' ? count : -count;
  const move = ({ formula, ...rest }: CellContent): CellContent => ({
    ...rest,
    formula: formula && shiftReferences(formula, { sheetOfFormula: cell.sheet, sheet, axis, at, count: by, across }),
  });
  const moved = { ...cell, holds: move(cell.holds), wanted: move(cell.wanted) };
  const [line, other] = axis === 'row' ? [cell.row, cell.column] : [cell.column, cell.row];
  if (cell.sheet !== sheet || (across !== undefined && (other < across.first || other > across.last))) return [moved];
  const place = shiftSpan(line, line, at, by, axis === 'row' ? MAX_ROW : MAX_COLUMN);
  if (place === null) return [];
  return [axis === 'row' ? { ...moved, row: place[0] } : { ...moved, column: place[0] }];
}

function asWrite({ sheet, row, column, holds, wanted }: LeftCell): WriteStep {
  const range = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
  return { kind: 'write', sheet, range, before: [[null]], after: [[wanted, holds]], differences: [] };
}
