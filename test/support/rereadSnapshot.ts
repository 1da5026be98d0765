import { contentAt } from '../../src/core/sync/cellContent';
import { CellColumnsBuilder } from '../../src/core/workbook/CellColumnsBuilder';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { SnapshotBuilder } from '../../src/core/workbook/SnapshotBuilder';

/** The snapshot as if the workbook were read anew: the same content, texts and formulas numbered as they come. */
export function rereadSnapshot(snapshot: Snapshot): Snapshot {
  const builder = new SnapshotBuilder();
  const sheets = snapshot.sheets.map((sheet) => {
    const cells = new CellColumnsBuilder();
    for (let p = 0; p < sheet.cells.count; p++) {
      const { value, formula, format } = contentAt(snapshot, sheet, p);
      builder.addCell(cells, sheet.cells.row[p]!, sheet.cells.column[p]!, value, formula, format!);
    }
    return { ...sheet, cells: cells.finish() };
  });
  const { strings, formulas, formats } = builder;
  return { ...snapshot, sheets, strings: strings.texts, formulas: formulas.texts, formats: formats.texts };
}
