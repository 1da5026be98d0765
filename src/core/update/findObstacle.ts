import { contentAt, sameContent } from '../sync/cellContent';
import { overlaps, type CellRange } from '../workbook/Address';
import { findCell } from '../workbook/cellAt';
import { linksInFormulas } from '../workbook/linkTarget';
import type { Snapshot, Table } from '../workbook/Snapshot';
import type { CellUpdate, SheetRange } from './CellUpdate';

/**
 * What stands in the way of taking an edit in by its cells alone, because it changes more than these cells: `sheet` it is not
 * there, `array` an array formula lies there or appears, `table` a table grows or gets another header or formula, `link` another
 * workbook is referred to, `name` a hidden name may fall out of use. Null when nothing does. Then all must be read again.
 */
export type Obstacle = 'sheet' | 'array' | 'table' | 'link' | 'name';

/** The obstacle that shows before the cells are read. */
export function findObstacle(snapshot: Snapshot, ranges: readonly SheetRange[]): Obstacle | null {
  for (const { sheet: name, range } of ranges) {
    const sheet = snapshot.sheets.find((each) => each.name === name);
    if (sheet === undefined) return 'sheet';
    if (sheet.arrays.some((array) => overlaps(array.range, range))) return 'array';
    if (snapshot.tables.some((table) => table.sheet === name && touchesEdge(table, range))) return 'table';
  }
  return null;
}

/** The obstacle that shows once they are read. */
export function findObstacleIn(snapshot: Snapshot, { edited }: CellUpdate): Obstacle | null {
  for (const { sheet: name, range, values, formulas } of edited) {
    const sheet = snapshot.sheets.find((each) => each.name === name)!;
    const tables = snapshot.tables.filter((table) => table.sheet === name && overlaps(table.range, range));
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        const position = findCell(sheet.cells, row, column);
        const before = contentAt(snapshot, sheet, position);
        const formula = formulas[row - range.firstRow]?.[column - range.firstColumn] ?? null;
        const value = values[row - range.firstRow]?.[column - range.firstColumn] ?? null;
        if (sameContent(before, { formula, value, format: null })) continue;
        const texts = [before.formula, formula].filter((text) => text !== null);
        if (texts.some((text) => linksInFormulas([text]).length > 0)) return 'link';
        if (before.formula !== null && namesHidden(snapshot, before.formula)) return 'name';
        // A formula typed into a table can become that of the whole column.
        if (texts.length > 0 && tables.some((table) => overlaps(table.range, one(row, column)))) return 'table';
      }
    }
  }
  return null;
}

/** True for an edit of a table's header or totals, or right below or beside it, where it grows. */
function touchesEdge({ range, headerRow, totalsRow }: Table, edited: CellRange): boolean {
  const grown = { ...range, lastRow: range.lastRow + 1, lastColumn: range.lastColumn + 1 };
  if (!overlaps(grown, edited)) return false;
  const inside = { ...range, firstRow: range.firstRow + (headerRow ? 1 : 0), lastRow: range.lastRow - (totalsRow ? 1 : 0) };
  const beyond = edited.lastRow > range.lastRow || edited.lastColumn > range.lastColumn;
  return beyond || edited.firstRow < inside.firstRow || edited.lastRow > inside.lastRow;
}

function namesHidden({ names }: Snapshot, formula: string): boolean {
  const text = formula.toLowerCase();
  return names.some(({ name, hidden }) => hidden && text.includes(name.toLowerCase()));
}

function one(row: number, column: number): CellRange {
  return { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
}
