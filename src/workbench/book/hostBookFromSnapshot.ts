import { toA1 } from '../../core/formula/toA1';
import { valueAt } from '../../core/workbook/cellAt';
import type { SheetSnapshot, Snapshot } from '../../core/workbook/Snapshot';
import { HostBook } from './HostBook';
import type { HostCell } from './HostCell';
import type { HostSheet } from './HostSheet';

/** A book that holds what the snapshot holds, nothing touched; the first visible sheet is active. */
export function hostBookFromSnapshot(snapshot: Snapshot): HostBook {
  const book = new HostBook(snapshot.name, snapshot.dateSystem);
  for (const from of snapshot.sheets) {
    const sheet = book.addLoadedSheet(from.name);
    fillCells(snapshot, from, sheet);
    sheet.visibility = from.visibility;
    sheet.protected = from.protected;
    sheet.arrays = from.arrays;
    sheet.merges = from.merges;
    sheet.rules = from.validations;
    from.hiddenRows.forEach((span) => sheet.hiddenRows.add(span));
    from.hiddenColumns.forEach((span) => sheet.hiddenColumns.add(span));
    for (const note of from.notes) book.notes.addLoaded({ ...note, id: book.newId(), sheet, resolved: false });
  }
  for (const name of snapshot.names) {
    const { formula, hidden, comment } = name;
    book.names.addLoaded({ name: name.name, scope: name.scope === null ? null : book.findSheet(name.scope), formula, hidden, comment });
  }
  for (const table of snapshot.tables) {
    const sheet = book.findSheet(table.sheet);
    if (sheet) book.tables.addLoaded({ ...table, id: book.newId(), sheet });
  }
  book.structureProtected = snapshot.structureProtected;
  const visible = book.sheets.find((sheet) => sheet.visibility === 'visible');
  if (visible) book.activate(visible, 'user');
  return book;
}

function fillCells(snapshot: Snapshot, from: SheetSnapshot, sheet: HostSheet): void {
  const { cells } = from;
  for (let i = 0; i < cells.count; i++) {
    const row = cells.row[i]!;
    const column = cells.column[i]!;
    const formula = cells.formula[i]!;
    const cell: HostCell = {
      formula: formula < 0 ? null : `=${toA1(snapshot.formulas[formula]!, row, column)}`,
      value: valueAt(snapshot, cells, i),
      format: snapshot.formats[cells.format[i]!] ?? 'General',
      fill: null,
      touched: 'no',
    };
    sheet.grid.set(row, column, cell);
  }
}
