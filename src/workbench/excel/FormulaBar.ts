import { markIntersections, spilledOperands, unmarkIntersections } from '../../core/formula/markIntersections';
import { findReferences } from '../../core/formula/findReferences';
import { oneValueNames } from '../../core/formula/oneValueNames';
import type { CellContent } from '../../core/sync/SyncPlan';
import { isInside, MAX_COLUMN, MAX_ROW, type CellRange } from '../../core/workbook/Address';
import type { ArrayFormula } from '../../core/workbook/Snapshot';
import type { HostBook } from '../book/HostBook';
import { isBlank } from '../book/HostCell';
import type { HostSheet } from '../book/HostSheet';

/** What becomes of a formula that is entered. */
interface Entered {
  readonly content: Pick<CellContent, 'formula'> & Partial<Pick<CellContent, 'value'>>;
  /** The cells it fills when it is a dynamic array. */
  readonly spill: ArrayFormula | null;
}

/**
 * The formula bar of Excel with dynamic arrays, which is what `Range.formulas` gives and takes: formulas of files are shown with `@` where
 * they take one value; what is entered with every such `@` is stored as files have it, and anything else is a dynamic array.
 */
export class FormulaBar {
  readonly #isOneValue: ReturnType<typeof oneValueNames>;

  constructor(private readonly book: HostBook) {
    this.#isOneValue = oneValueNames(book.names.items.map(({ name, scope, formula }) => ({ name, scope: scope?.name ?? null, formula })));
  }

  /** The formula of a cell as the bar shows it. */
  shown(formula: string, sheet: HostSheet, row: number, column: number): string {
    if (sheet.arrays.some(({ range }) => isInside(range, { row, column }))) return formula;
    return markIntersections(formula, this.#isOneValue(sheet.name));
  }

  /** What a cell holds after a formula was entered in it. */
  entered(formula: string, sheet: HostSheet, row: number, column: number): Entered {
    const plain = unmarkIntersections(formula, this.#isOneValue(sheet.name));
    if (plain !== null) return { content: { formula: plain }, spill: null };
    const cell: CellRange = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
    const { rows, columns } = this.#sizeOf(formula, sheet);
    const filled = { ...cell, lastRow: row + rows - 1, lastColumn: column + columns - 1 };
    if (hasRoom(sheet, filled)) return { content: { formula }, spill: { range: filled, kind: 'spill' } };
    return { content: { formula, value: { error: '#SPILL!' } }, spill: { range: cell, kind: 'spill' } };
  }

  /** How many rows and columns a dynamic array fills, as far as the ranges it speaks of say. */
  #sizeOf(formula: string, sheet: HostSheet): { readonly rows: number; readonly columns: number } {
    const sizes = spilledOperands(formula, this.#isOneValue(sheet.name)).map((text) => {
      const name = text.slice(text.lastIndexOf('!') + 1);
      const named = this.book.names.find(name, sheet) ?? this.book.names.find(name, null);
      const reference = findReferences(named?.formula ?? text)[0];
      if (reference?.join !== ':') return { rows: 1, columns: 1 };
      const { kind, first, last } = reference;
      return {
        rows: kind === 'columns' ? MAX_ROW : Math.abs(last.row - first.row) + 1,
        columns: kind === 'rows' ? MAX_COLUMN : Math.abs(last.column - first.column) + 1,
      };
    });
    return { rows: Math.max(1, ...sizes.map(({ rows }) => rows)), columns: Math.max(1, ...sizes.map(({ columns }) => columns)) };
  }
}

function hasRoom(sheet: HostSheet, range: CellRange): boolean {
  if (range.lastRow > MAX_ROW || range.lastColumn > MAX_COLUMN) return false;
  let free = true;
  sheet.grid.forEachIn(range, (row, column, cell) => {
    if (!isBlank(cell) && (row !== range.firstRow || column !== range.firstColumn)) free = false;
  });
  return free;
}
