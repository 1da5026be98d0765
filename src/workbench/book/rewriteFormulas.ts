import type { CellAddress } from '../../core/workbook/Address';
import type { HostCell } from './HostCell';
import type { RewrittenCell } from './HostEvent';
import type { HostSheet } from './HostSheet';

/** Writes the formulas of these sheets anew, `home` being the sheet that one stands on; gives the cells whose formula is another. */
export function rewriteFormulas(
  sheets: readonly HostSheet[],
  rewrite: (formula: string, home: string, at: CellAddress) => string,
): readonly RewrittenCell[] {
  const rewritten: RewrittenCell[] = [];
  for (const sheet of sheets) {
    const changes: [number, number, HostCell][] = [];
    sheet.grid.forEach((row, column, cell) => {
      if (cell.formula === null) return;
      const formula = rewrite(cell.formula, sheet.name, { row, column });
      if (formula !== cell.formula) changes.push([row, column, { ...cell, formula, touched: 'content' }]);
    });
    for (const [row, column, cell] of changes) {
      sheet.grid.set(row, column, cell);
      rewritten.push({ sheet, row, column });
    }
  }
  return rewritten;
}
