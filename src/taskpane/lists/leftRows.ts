import type { CellContent, WriteStep } from '../../core/sync/SyncPlan';
import { stringifyAddress } from '../../core/workbook/Address';

/** A cell that an undo left: what it holds, and what it would get back. */
export interface LeftRow {
  readonly sheet: string;
  readonly address: string;
  readonly now: CellContent;
  readonly back: CellContent;
}

/** The cells that these steps write, one by one, in their order. */
export function leftRows(steps: readonly WriteStep[]): readonly LeftRow[] {
  return steps.flatMap(({ sheet, range, before, after }) =>
    after.flatMap((row, i) =>
      row.flatMap((back, j) => {
        const now = before[i]?.[j];
        const place = { row: range.firstRow + i, column: range.firstColumn + j };
        return back && now ? [{ sheet, address: stringifyAddress(place), now, back }] : [];
      }),
    ),
  );
}
