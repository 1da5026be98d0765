import type { ICellData, ICommandInfo, IExecutionOptions, IObjectMatrixPrimitiveType, IRange, Nullable } from '@univerjs/core';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
import type { CellContent } from '../../core/sync/SyncPlan';
import { MAX_COLUMN, MAX_ROW, type CellRange } from '../../core/workbook/Address';
import { isCellError, isSameValue, type CellValue } from '../../core/workbook/CellValue';
import { BookRefusal } from '../book/BookRefusal';
import type { CalculatedCell, HostBook } from '../book/HostBook';
import type { HostCell } from '../book/HostCell';
import type { HostSheet } from '../book/HostSheet';
import type { BookToGrid } from './BookToGrid';
import { isNearly, resultOfGridCell, valueOfGridCell } from './gridCell';
import { filledFormula } from './filledFormula';
import { gridFormula } from './gridFormula';
import { takeGridName, type GridName } from './gridNames';

/** What Univer's reports have in common, as far as they are listened to. */
interface Report {
  readonly subUnitId?: string;
  readonly trigger?: string;
  readonly cellValue?: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
  readonly range?: IRange;
  readonly name?: string;
  readonly index?: number;
  readonly toOrder?: number;
  readonly hidden?: number;
  readonly sheet?: { readonly id: string; readonly name: string };
  readonly selections?: readonly { readonly range: IRange }[];
  readonly arrayFormulaCellData?: Readonly<Record<string, Readonly<Record<string, IObjectMatrixPrimitiveType<Nullable<ICellData>>>>>>;
}

/** With these Univer rewrites formulas because cells moved; the book does that by itself. */
const MOVING = /^sheet\.command\.(?:insert-(?:row|col|sheet)|remove-(?:row|col|sheet)|set-worksheet-name|delete-worksheet)/;

/** With these Univer puts cells in or takes some out. */
const SHIFTING = /^sheet\.command\.(insert|delete)-range-move-(right|left|down|up)$/;

/** Takes what the user does in the grid, and what Univer calculates, into the book. */
export class GridToBook {
  readonly #book: HostBook;
  readonly #workbook: FWorkbook;
  readonly #toGrid: BookToGrid;
  readonly #refused: (message: string) => void;

  constructor(book: HostBook, workbook: FWorkbook, toGrid: BookToGrid, refused: (message: string) => void) {
    this.#book = book;
    this.#workbook = workbook;
    this.#toGrid = toGrid;
    this.#refused = refused;
  }

  /** To be called for everything that Univer reports. */
  take({ id, params }: Readonly<ICommandInfo>, how?: IExecutionOptions): void {
    const report = (params ?? {}) as Report;
    if (id === 'sheet.mutation.set-range-values' && how?.['applyFormulaCalculationResult']) return this.#takeResults(report);
    if (id === 'formula.mutation.set-array-formula-data') return this.#takeSpills(report);
    if (this.#toGrid.drawing) return;
    const before = this.#toGrid.taking;
    this.#toGrid.taking = true;
    try {
      this.#takeEdit(id, report);
    } catch (error) {
      if (!(error instanceof BookRefusal)) throw error;
      // A selection changes nothing: there is nothing to take back.
      if (id !== 'sheet.operation.set-selections') this.#takeBack(report, error.message);
    } finally {
      this.#toGrid.taking = before;
    }
  }

  /**
   * To be called before Univer runs a command. True when it puts cells in or takes some out: the book then does it, all that follows
   * included, and draws it, and Univer is to leave it.
   */
  takeShift({ id, params }: Readonly<ICommandInfo>): boolean {
    const [, kind, to] = SHIFTING.exec(id) ?? [];
    if (kind === undefined || this.#toGrid.drawing) return false;
    const given = (params as { readonly range?: IRange } | undefined)?.range;
    const range = given ? bookRange(given) : this.#book.selection;
    const sheet = this.#book.activeSheet;
    setTimeout(() => {
      try {
        if (kind === 'insert') this.#book.insertCells(sheet, range, to === 'down' ? 'down' : 'right', 'user');
        else this.#book.deleteCells(sheet, range, to === 'up' ? 'up' : 'left', 'user');
      } catch (error) {
        if (!(error instanceof BookRefusal)) throw error;
        this.#refused(error.message);
      }
    }, 0);
    return true;
  }

  #takeEdit(id: string, report: Report): void {
    if (id === 'sheet.mutation.insert-sheet') return this.#takeNewSheet(report);
    if (id === 'formula.mutation.set-defined-name') {
      return report.trigger !== undefined && !MOVING.test(report.trigger)
        ? takeGridName(this.#book, report as unknown as GridName)
        : undefined;
    }
    if (id === 'formula.mutation.remove-defined-name') {
      const known = this.#book.names.items.find((name) => name.name.toLowerCase() === report.name?.toLowerCase());
      return known && this.#book.names.remove(known, 'user');
    }
    const sheet = report.subUnitId === undefined ? null : this.#toGrid.sheetOf(report.subUnitId);
    if (!sheet) return;
    const { range } = report;
    switch (id) {
      case 'sheet.mutation.set-range-values':
        return report.trigger !== undefined && !MOVING.test(report.trigger) ? this.#takeCells(sheet, report) : undefined;
      case 'sheet.mutation.set.numfmt':
      case 'sheet.mutation.remove.numfmt':
        return this.#takeFormats(sheet);
      case 'sheet.mutation.insert-row':
        return range && this.#book.insertRows(sheet, range.startRow + 1, range.endRow - range.startRow + 1, 'user');
      case 'sheet.mutation.remove-rows':
        return range && this.#book.deleteRows(sheet, range.startRow + 1, range.endRow - range.startRow + 1, 'user');
      case 'sheet.mutation.insert-col':
        return range && this.#book.insertColumns(sheet, range.startColumn + 1, range.endColumn - range.startColumn + 1, 'user');
      case 'sheet.mutation.remove-col':
        return range && this.#book.deleteColumns(sheet, range.startColumn + 1, range.endColumn - range.startColumn + 1, 'user');
      case 'sheet.mutation.move-range':
      case 'sheet.mutation.move-rows':
      case 'sheet.mutation.move-columns':
      case 'sheet.mutation.reorder-range':
        return this.#takeSheet(sheet);
      case 'sheet.mutation.remove-sheet':
        return this.#book.deleteSheet(sheet, 'user');
      case 'sheet.mutation.set-worksheet-name':
        return report.name === undefined ? undefined : this.#book.renameSheet(sheet, report.name, 'user');
      case 'sheet.mutation.set-worksheet-order':
        return report.toOrder === undefined ? undefined : this.#book.moveSheet(sheet, report.toOrder, 'user');
      case 'sheet.mutation.set-worksheet-hidden':
        return this.#book.setVisibility(sheet, report.hidden ? 'hidden' : 'visible', 'user');
      case 'sheet.operation.set-worksheet-active':
        return this.#book.activate(sheet, 'user');
      case 'sheet.operation.set-selections':
        return this.#takeSelection(sheet, report);
    }
  }

  /** Cells that now hold something else than in the book: typed, pasted, filled, cleared or undone. */
  #takeCells(sheet: HostSheet, { cellValue }: Report): void {
    forEachCell(cellValue, (row, column) => this.#takeCell(sheet, row, column));
    this.#takeFormats(sheet, cellValue);
  }

  #takeCell(sheet: HostSheet, row: number, column: number): void {
    const worksheet = this.#toGrid.worksheetOf(sheet);
    const data = worksheet
      ?.getSheet()
      .getCellMatrix()
      .getValue(row - 1, column - 1);
    const text = data?.f || data?.si ? worksheet?.getRange(row - 1, column - 1).getFormula() || null : null;
    const value = valueOfGridCell(data);
    const cell = sheet.cell(row, column);
    const at = this.#toGrid.placeOf(sheet, row, column);
    const known = cell.formula === null ? null : gridFormula(cell.formula, at);
    if (text === known && (text !== null || isSameValue(value, cell.value))) return;
    const formula = text === null ? null : filledFormula(text, at);
    const content: CellContent = { formula, value: value ?? (formula === null ? null : 0), format: null };
    const place = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
    this.#book.setCells(sheet, place, [[content]], 'user');
    // A typed `[@Quota]` is the book's to keep; the grid gets the cells it stands for.
    if (formula !== null && gridFormula(formula, at) !== text) {
      setTimeout(() => this.#toGrid.showCells(sheet, place), 0);
    }
  }

  /** After rows were moved or sorted by hand: every cell is looked at. */
  #takeSheet(sheet: HostSheet): void {
    const seen = new Set<string>();
    const matrix = this.#toGrid.worksheetOf(sheet)?.getSheet().getCellMatrix();
    const places: [number, number][] = [];
    matrix?.forValue((row, column) => void places.push([row + 1, column + 1]));
    sheet.grid.forEach((row, column) => void places.push([row, column]));
    for (const [row, column] of places) {
      const key = `${row},${column}`;
      if (seen.has(key)) continue;
      seen.add(key);
      this.#takeCell(sheet, row, column);
    }
  }

  #takeFormats(sheet: HostSheet, only?: IObjectMatrixPrimitiveType<Nullable<ICellData>>): void {
    const matrix = this.#toGrid.worksheetOf(sheet)?.getSheet().getCellMatrix();
    if (!matrix) return;
    const styles = this.#workbook.getWorkbook().getStyles();
    const visit = (row: number, column: number): void => {
      const format = styles.getStyleByCell(matrix.getValue(row - 1, column - 1))?.n?.pattern || 'General';
      if (format === sheet.cell(row, column).format) return;
      this.#book.setLook(sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }, { formats: [[format]] }, 'user');
    };
    if (only) forEachCell(only, visit);
    else matrix.forValue((row, column) => visit(row + 1, column + 1));
  }

  #takeNewSheet({ sheet, index }: Report): void {
    if (!sheet || this.#toGrid.sheetOf(sheet.id)) return;
    const added = this.#book.addSheet(sheet.name, 'user', index);
    this.#toGrid.know(added, sheet.id);
    this.#takeSheet(added);
  }

  #takeSelection(sheet: HostSheet, { selections }: Report): void {
    const range = selections?.[selections.length - 1]?.range;
    if (!range || sheet.visibility !== 'visible') return;
    const chosen = bookRange(range);
    const known = this.#book.selection;
    const same =
      sheet === this.#book.activeSheet && Object.entries(chosen).every(([key, value]) => known[key as keyof typeof chosen] === value);
    if (!same) this.#book.select(sheet, chosen, 'user');
  }

  #takeResults({ subUnitId, cellValue }: Report): void {
    const sheet = subUnitId === undefined ? null : this.#toGrid.sheetOf(subUnitId);
    if (!sheet) return;
    const results: CalculatedCell[] = [];
    const kept: { row: number; column: number }[] = [];
    forEachCell(cellValue, (row, column, data) => {
      const cell = sheet.cell(row, column);
      // No formula is blank: what it takes from a blank cell is 0.
      const value = resultOfGridCell(data) ?? 0;
      if (cell.formula === null || isNearly(cell.value, value)) return;
      if (isUnknownToUniver(cell, value)) kept.push({ row, column });
      else results.push({ row, column, value });
    });
    if (kept.length > 0) setTimeout(() => this.#toGrid.showResults(sheet, kept), 0);
    this.#book.setCalculated(sheet, results);
  }

  /** The cells which array formulas fill: Univer keeps their values apart from the cells. */
  #takeSpills({ arrayFormulaCellData }: Report): void {
    for (const [id, cells] of Object.entries(arrayFormulaCellData?.['book'] ?? {})) {
      const sheet = this.#toGrid.sheetOf(id);
      if (!sheet) continue;
      const results: CalculatedCell[] = [];
      forEachCell(cells, (row, column, data) => {
        const value = resultOfGridCell(data);
        if (!isSameValue(sheet.cell(row, column).value, value)) results.push({ row, column, value });
      });
      if (results.length > 0) this.#book.setCalculated(sheet, results);
    }
  }

  /** The book did not take it: the grid shows the book again. */
  #takeBack(report: Report, message: string): void {
    const sheet = report.subUnitId === undefined ? null : this.#toGrid.sheetOf(report.subUnitId);
    const { cellValue } = report;
    setTimeout(() => {
      if (sheet && cellValue) {
        forEachCell(cellValue, (row, column) =>
          this.#toGrid.showCells(sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }),
        );
      } else {
        const { drawing } = this.#toGrid;
        this.#toGrid.drawing = true;
        this.#workbook.undo();
        this.#toGrid.drawing = drawing;
      }
      this.#refused(message);
    }, 0);
  }
}

/** A range of Univer's as the book has it; whole rows and columns have no number for their ends there. */
function bookRange({ startRow, startColumn, endRow, endColumn }: IRange): CellRange {
  const end = (index: number, last: number): number => (Number.isNaN(index) ? last : Math.min(index + 1, last));
  return {
    firstRow: (Number.isNaN(startRow) ? 0 : startRow) + 1,
    firstColumn: (Number.isNaN(startColumn) ? 0 : startColumn) + 1,
    lastRow: end(endRow, MAX_ROW),
    lastColumn: end(endColumn, MAX_COLUMN),
  };
}

/** A `#NAME?` where the file has a value: Excel knows the function and Univer does not, so the value Excel saved is the better one. */
function isUnknownToUniver(cell: HostCell, value: CellValue): boolean {
  if (!isCellError(value) || value.error !== '#NAME?') return false;
  return cell.value !== null && !isCellError(cell.value) && !(cell.touched === 'content' && cell.value === 0);
}

/** Visits a matrix of Univer's; rows and columns counted from 1. */
function forEachCell<T>(matrix: IObjectMatrixPrimitiveType<T> | undefined, visit: (row: number, column: number, cell: T) => void): void {
  for (const [row, cells] of Object.entries(matrix ?? {})) {
    for (const [column, cell] of Object.entries(cells as Record<string, T>)) visit(Number(row) + 1, Number(column) + 1, cell);
  }
}
