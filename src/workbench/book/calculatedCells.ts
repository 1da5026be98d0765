import { toA1 } from '../../core/formula/toA1';
import { toRelative } from '../../core/formula/toRelative';
import type { CellContent } from '../../core/sync/SyncPlan';
import type { Span } from '../../core/workbook/Snapshot';
import { isBlank } from './HostCell';
import { dataRows, type HostTable } from './HostTables';

interface CalculatedColumnCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

/** What blank new rows of a table get, as Excel does: the formula that all other rows of a column have. */
export function* calculatedCells(table: HostTable, { first, last }: Span): Generator<CalculatedColumnCell> {
  const { sheet, range, columns } = table;
  const data = dataRows(table);
  if (first < data.first || last > data.last || first > last) return;
  const model = first > data.first ? first - 1 : last + 1;
  if (model > data.last) return;
  for (const [index, { formula }] of columns.entries()) {
    const column = range.firstColumn + index;
    const filled = formula === null ? null : sheet.cell(model, column).formula;
    if (filled === null) continue;
    const relative = toRelative(filled, model, column);
    for (let row = first; row <= last; row++) {
      if (!isBlank(sheet.cell(row, column))) continue;
      yield { row, column, content: { formula: `=${toA1(relative, row, column).replace(/^=/, '')}`, value: 0, format: null } };
    }
  }
}
