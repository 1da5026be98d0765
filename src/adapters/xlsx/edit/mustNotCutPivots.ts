import { parseRange, type CellRange } from '../../../core/workbook/Address';
import { cutParts } from '../../../core/workbook/cutLines';
import { ReadError } from '../read/ReadError';
import type { EditBook, SheetEntry } from './EditBook';
import type { LineEdit } from './editLines';
import { attribute, childOf, rootOf } from './editXml';

/** Throws a ReadError when moving cells in only some lines, or cutting lines, would tear a PivotTable apart, which Excel refuses. */
export function mustNotCutPivots(book: EditBook, edit: LineEdit): void {
  const { sheet, axis, at, across } = edit;
  if (!across && edit.kind !== 'cut') return;
  for (const range of pivotRanges(book, book.entry(sheet))) {
    const rows = [range.firstRow, range.lastRow] as const;
    const columns = [range.firstColumn, range.lastColumn] as const;
    const [lines, others] = axis === 'row' ? [rows, columns] : [columns, rows];
    if (across) {
      const touched = lines[1] >= at && others[1] >= across.first && others[0] <= across.last;
      if (!touched || (lines[0] >= at && others[0] >= across.first && others[1] <= across.last)) continue;
    } else if (edit.kind !== 'cut' || cutParts({ first: lines[0], last: lines[1] }, edit).length === 1) continue;
    throw new ReadError(
      'pivot-in-the-way',
      `Cells on the sheet ${sheet} were moved through a part of a PivotTable, which Excel does not allow, so the workbook was not saved. ` +
        'The file is as it was. Take that change back, then save again.',
    );
  }
}

/** Where the PivotTables of a sheet stand. */
export function pivotRanges(book: EditBook, entry: SheetEntry): CellRange[] {
  return book.parts.related(entry.path, 'pivotTable').flatMap((path) => {
    const tree = book.parts.tree(path);
    const location = tree && childOf(rootOf(tree), 'location');
    return (location && parseRange(attribute(location, 'ref') ?? '')) ?? [];
  });
}
