import { CellColumnsBuilder } from '../workbook/CellColumnsBuilder';
import { findCell } from '../workbook/cellAt';
import type { CellColumns } from '../workbook/Snapshot';

/** What a cell comes to be, as `CellColumns` holds it; kind -1 takes it away. */
export interface CellPatch {
  readonly row: number;
  readonly column: number;
  readonly kind: number;
  readonly payload: number;
  readonly formula: number;
  readonly format: number;
}

/** The cells of a sheet with some of them changed, put in or taken away; each place at most once. */
export function patchColumns(cells: CellColumns, patches: readonly CellPatch[]): CellColumns {
  const positions = patches.map(({ row, column }) => findCell(cells, row, column));
  if (patches.some(({ kind }, k) => kind < 0 || positions[k]! < 0)) return merged(cells, patches);
  const { count, row, column } = cells;
  const [kind, payload] = [cells.kind.slice(), cells.payload.slice()];
  const [formula, format] = [cells.formula.slice(), cells.format.slice()];
  patches.forEach((patch, k) => {
    const p = positions[k]!;
    kind[p] = patch.kind;
    payload[p] = patch.payload;
    formula[p] = patch.formula;
    format[p] = patch.format;
  });
  return { count, row, column, kind, payload, formula, format };
}

function merged(cells: CellColumns, patches: readonly CellPatch[]): CellColumns {
  const sorted = [...patches].sort((a, b) => a.row - b.row || a.column - b.column);
  const builder = new CellColumnsBuilder();
  let next = 0;
  const addUpTo = (row: number, column: number): void => {
    for (; next < sorted.length; next++) {
      const patch = sorted[next]!;
      if (patch.row > row || (patch.row === row && patch.column > column)) return;
      if (patch.kind >= 0) builder.add(patch.row, patch.column, patch.kind, patch.payload, patch.formula, patch.format);
    }
  };
  for (let p = 0; p < cells.count; p++) {
    const [row, column] = [cells.row[p]!, cells.column[p]!];
    const before = next;
    addUpTo(row, column);
    const replaced = next > before && sorted[next - 1]!.row === row && sorted[next - 1]!.column === column;
    if (!replaced) builder.add(row, column, cells.kind[p]!, cells.payload[p]!, cells.formula[p]!, cells.format[p]!);
  }
  addUpTo(Infinity, Infinity);
  return builder.finish();
}
