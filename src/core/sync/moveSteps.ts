import type { Snapshot } from '../workbook/Snapshot';
import type { CarriedMoves } from './carryMoves';
import { groupBlocks, type CellWrite } from './groupBlocks';
import type { SheetMoves } from './planMoves';
import type { NameContent, SyncStep } from './SyncPlan';

/** What a name stands for while its own formula is put aside. */
const ASIDE: Pick<NameContent, 'formula'> = { formula: '0' };

/**
 * Returns the steps that move lines: first the formulas are put aside of which Excel might make something else, then the lines move, and
 * then those formulas come back as they are to read.
 */
export function moveSteps(local: Snapshot, sheets: readonly SheetMoves[], { aside, names }: CarriedMoves): SyncStep[] {
  const moves = sheets.flatMap(({ row, column }) => [...row.moves, ...column.moves]);
  const differences = new Set(moves.map(({ difference }) => difference));
  const writes = (sheet: string, cells: readonly CellWrite[]): SyncStep[] =>
    groupBlocks(
      sheet,
      cells.map((cell) => ({ ...cell, differences })),
    ).map((step) => ({ ...step, aside: true }));
  const written = local.sheets.flatMap(({ name }) => {
    const cells = aside.get(name);
    return cells ? [{ before: writes(name, cells.before), after: writes(name, cells.after) }] : [];
  });
  return [
    ...names.map(({ before, after: _, ...name }): SyncStep => ({
      kind: 'setName',
      ...name,
      before,
      after: { ...before, ...ASIDE },
      aside: true,
    })),
    ...written.flatMap(({ before }) => before),
    ...moves.flatMap(({ steps }) => steps),
    ...written.flatMap(({ after }) => after),
    ...names.map(({ before, after, ...name }): SyncStep => ({
      kind: 'setName',
      ...name,
      before: { ...before, ...ASIDE },
      after,
      aside: true,
    })),
  ];
}
