import { toA1 } from '../../src/core/formula/toA1';
import { columnName } from '../../src/core/workbook/Address';
import { valueAt } from '../../src/core/workbook/cellAt';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

/**
 * A sheet's cells in one readable line each: `{ A1: '"Revenue"', B2: '=B1*2 → 24', C3: '0.12 [0%]' }`. Texts are
 * quoted; the format stands in brackets unless it is General.
 */
export function describeSheet(snapshot: Snapshot, sheet = 0): Record<string, string> {
  const described: Record<string, string> = {};
  const { cells } = snapshot.sheets[sheet]!;
  for (let at = 0; at < cells.count; at++) {
    const row = cells.row[at]!;
    const column = cells.column[at]!;
    const value = describeValue(valueAt(snapshot, cells, at));
    const formula = cells.formula[at]! < 0 ? null : `=${toA1(snapshot.formulas[cells.formula[at]!]!, row, column)}`;
    const format = snapshot.formats[cells.format[at]!]!;
    const content = formula === null ? value : value === '' ? formula : `${formula} → ${value}`;
    described[columnName(column) + row] = format === 'General' ? content : `${content} [${format}]`;
  }
  return described;
}

function describeValue(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  return typeof value === 'string' ? JSON.stringify(value) : String(value).toUpperCase();
}
