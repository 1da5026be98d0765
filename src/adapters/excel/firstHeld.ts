import { groupBy } from '../../core/groupBy';
import { sameContent } from '../../core/sync/cellContent';
import { groupBlocks } from '../../core/sync/groupBlocks';
import type { CellContent, SyncStep, WriteStep } from '../../core/sync/SyncPlan';
import { stringifyAddress } from '../../core/workbook/Address';

/** What a cell held before a run wrote it. */
export interface HeldCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly held: CellContent;
  readonly written: CellContent;
  /** Whether somebody else wrote it in the very moment, and was given back what they wrote. */
  readonly isTheirs: boolean;
}

/** What the cells held that these entries of one part of a run, in their order, are about, by `cellKey`. */
export function firstHeld(entries: readonly { readonly steps: readonly SyncStep[] }[]): Map<string, HeldCell> {
  const found = new Map<string, HeldCell>();
  for (const { sheet, row, column, before: written, after: held } of cellsOf(entries.flatMap(({ steps }) => steps))) {
    const key = cellKey(sheet, row, column);
    const known = found.get(key);
    if (known === undefined) found.set(key, { sheet, row, column, held, written, isTheirs: false });
    else if (!sameContent(held, known.held) && !sameContent(held, written)) found.set(key, { ...known, isTheirs: true });
  }
  return found;
}

/** The steps that give these cells back what they held, a format only where one was written. */
export function inverseOfHeld(cells: readonly HeldCell[]): readonly WriteStep[] {
  return [...groupBy(cells, ({ sheet }) => sheet)].flatMap(([sheet, all]) =>
    groupBlocks(
      sheet,
      all.map(({ row, column, held, written }) => ({
        row,
        column,
        before: written,
        after: written.format === null ? { ...held, format: null } : held,
        differences: new Set<string>(),
      })),
    ),
  );
}

/** What tells the cells of a workbook apart: `Sheet!B3`. */
export function cellKey(sheet: string, row: number, column: number): string {
  return `${sheet}!${stringifyAddress({ row, column })}`;
}

interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** The cells that these steps write, each with what it is to hold before and after. */
export function cellsOf(steps: readonly SyncStep[]): readonly Cell[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'write') return [];
    const { sheet, range } = step;
    return step.after.flatMap((line, i) =>
      line.flatMap((after, j): readonly Cell[] => {
        const before = step.before[i]?.[j];
        return after && before ? [{ sheet, row: range.firstRow + i, column: range.firstColumn + j, before, after }] : [];
      }),
    );
  });
}
