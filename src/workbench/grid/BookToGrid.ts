import type { ICellData, ICommandService, IObjectMatrixPrimitiveType } from '@univerjs/core';
import { SetRangeValuesMutation, type FWorkbook, type FWorksheet } from '@univerjs/preset-sheets-core';
import type { CellRange } from '../../core/workbook/Address';
import type { HostBook } from '../book/HostBook';
import type { HostEvent } from '../book/HostEvent';
import type { HostSheet } from '../book/HostSheet';
import { movingCells, type LineShift } from '../book/LineShift';
import { Backlog, type WrittenRange } from './Backlog';
import { gridContent, gridValue } from './gridCell';
import { makeRoom } from './makeRoom';
import { rangeOf } from './rangeOf';
import { scrollTo } from './scrollTo';
import { showFormats } from './showFormats';
import { showHidden } from './showHidden';
import { showSheet } from './showSheet';
import { showShift } from './showShift';
import { FormulasToGrid } from './FormulasToGrid';
import type { FormulaPlace } from './gridFormula';
import { isSpilled, UNIT } from './gridData';

/**
 * Univer looks at every formula, and at all rows between what each refers to, for every line put in or taken out: larger sheets are drawn
 * anew, once. So is one in which lines are cut and pasted, of which Univer and Excel make different things.
 */
const MOST_CELLS_FOLLOWED = 100_000;
const SCROLL_DELAY = 40;
/** More than the columns of a sheet. */
const WIDE = 20_000;

/** Draws in the grid what happens in the book. */
export class BookToGrid {
  /** True while the grid is being changed from here: what Univer then reports did not come from the user. */
  drawing = false;
  /** True while the book is being changed by the user's hand in the grid: the grid has it already. */
  taking = false;
  readonly #book: HostBook;
  readonly #workbook: FWorkbook;
  #scrolling: ReturnType<typeof setTimeout> | undefined;
  readonly #commands: ICommandService;
  readonly #refresh: () => void;
  readonly #showNames: () => void;
  readonly #forgetUndo: () => void;
  /** Univer's ids; only sheets the user makes in the grid have one that differs from the book's. */
  readonly #ids = new Map<HostSheet, string>();
  readonly #formulas: FormulasToGrid;
  readonly #drawAnew: (written: readonly WrittenRange[]) => void;
  #backlog: Backlog | null = null;

  constructor(
    book: HostBook,
    workbook: FWorkbook,
    also: {
      readonly commands: ICommandService;
      readonly refresh: () => void;
      readonly showNames: () => void;
      readonly forgetUndo: () => void;
      /** Called instead of following what would take Univer minutes. */
      readonly drawAnew: (written: readonly WrittenRange[]) => void;
    },
  ) {
    this.#book = book;
    this.#workbook = workbook;
    this.#commands = also.commands;
    this.#refresh = also.refresh;
    this.#showNames = also.showNames;
    this.#forgetUndo = also.forgetUndo;
    this.#drawAnew = also.drawAnew;
    this.#formulas = new FormulasToGrid(
      book,
      (sheet) => this.worksheetOf(sheet),
      (action) => this.#draw(action),
    );
  }

  /** True when the grid no longer follows the book: it is about to be drawn anew, and what Univer reports is of the past. */
  get behind(): boolean {
    return this.#backlog !== null;
  }

  /** The book's sheet of one of Univer's ids. */
  sheetOf(id: string): HostSheet | null {
    return this.#book.sheets.find((sheet) => this.idOf(sheet) === id) ?? null;
  }

  idOf(sheet: HostSheet): string {
    return this.#ids.get(sheet) ?? sheet.id;
  }

  /** Where a formula stands, for `gridFormula`. */
  placeOf(sheet: HostSheet, row: number, column: number): FormulaPlace {
    return this.#formulas.placeOf(sheet, row, column);
  }

  /** Says that the user made this sheet in the grid. */
  know(sheet: HostSheet, id: string): void {
    this.#ids.set(sheet, id);
  }

  worksheetOf(sheet: HostSheet): FWorksheet | null {
    return this.#workbook.getSheetBySheetId(this.idOf(sheet));
  }

  /** Resolves when the grid has every formula as the book has it. */
  async written(): Promise<void> {
    if (this.#backlog) return this.#backlog.drawNow();
    await this.#formulas.written();
  }

  /** Nothing is drawn any more. */
  dispose(): void {
    clearTimeout(this.#scrolling);
    this.#formulas.dispose();
    this.#backlog?.dispose();
  }

  /** Draws one event. */
  show(event: HostEvent): void {
    const slow = event.kind === 'lines' && (event.shift.kind === 'cut' || event.sheet.grid.size > MOST_CELLS_FOLLOWED);
    if (slow && event.origin !== 'user' && !this.taking) this.#backlog ??= new Backlog(this.#drawAnew);
    if (this.#backlog) return this.#backlog.notice(event);
    this.#formulas.notice(event);
    switch (event.kind) {
      case 'cells':
        return this.taking ? undefined : this.showCells(event.sheet, event.range);
      case 'lines':
        return this.taking ? undefined : this.#draw(() => this.#showLines(event.sheet, event.shift));
      case 'sheet':
        return this.taking
          ? undefined
          : this.#draw(() => showSheet(this.#workbook, this.worksheetOf(event.sheet), event, this.#book.sheets));
      case 'look':
        if (event.what === 'format' && !this.taking)
          this.#onSheet(event.sheet, (worksheet) => showFormats(this.#workbook, worksheet, event.sheet));
        if (event.what === 'hidden') this.#onSheet(event.sheet, (worksheet) => showHidden(worksheet, event.sheet));
        return this.#refresh();
      case 'list':
        return event.list === 'names' && !this.taking ? this.#draw(this.#showNames) : undefined;
      case 'activated':
      case 'selected':
        return this.taking ? undefined : this.showSelection();
      case 'calculated':
        return undefined;
    }
  }

  /** Draws the content and the formats of a range as the book has them. */
  showCells(sheet: HostSheet, range: CellRange): void {
    const worksheet = this.worksheetOf(sheet);
    if (!worksheet) return;
    this.#draw(() => {
      makeRoom(worksheet, range);
      const bounded = {
        ...range,
        lastRow: Math.min(range.lastRow, worksheet.getMaxRows()),
        lastColumn: Math.min(range.lastColumn, worksheet.getMaxColumns()),
      };
      const values: IObjectMatrixPrimitiveType<ICellData> = {};
      for (let row = bounded.firstRow; row <= bounded.lastRow; row++) {
        const cells: Record<number, ICellData> = (values[row - 1] = {});
        for (let column = bounded.firstColumn; column <= bounded.lastColumn; column++) {
          const cell = sheet.cell(row, column);
          cells[column - 1] = {
            ...this.#contentAt(sheet, row, column),
            ...(cell.format !== 'General' && { s: { n: { pattern: cell.format } } }),
          };
        }
      }
      rangeOf(worksheet, bounded).setValues(values);
      showFormats(this.#workbook, worksheet, sheet, bounded);
    });
  }

  /** Draws results that the book kept against Univer's; nothing is calculated from it. */
  showResults(sheet: HostSheet, places: readonly { readonly row: number; readonly column: number }[]): void {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const { row, column } of places) (cellValue[row - 1] ??= {})[column - 1] = gridValue(sheet.cell(row, column).value);
    const params = { unitId: UNIT, subUnitId: this.idOf(sheet), cellValue };
    this.#draw(() => this.#commands.syncExecuteCommand(SetRangeValuesMutation.id, params, { onlyLocal: true }));
  }

  /** Has Univer calculate what was written, what grew with lines that were put in or taken out, and what follows from it. */
  calculate(written: readonly WrittenRange[]): void {
    for (const sheet of this.#book.sheets) {
      const places = new Set<number>();
      for (const { sheet: of, range } of written)
        if (of === sheet) sheet.grid.forEachIn(range, (row, column) => places.add(row * WIDE + column));
      sheet.grid.forEach((row, column, { formula }) => {
        if (formula !== null && /:|#REF!/.test(formula)) places.add(row * WIDE + column);
      });
      this.#write(sheet, places);
    }
  }

  #write(sheet: HostSheet, places: ReadonlySet<number>): void {
    const worksheet = this.worksheetOf(sheet);
    if (!worksheet || places.size === 0) return;
    const values: Record<number, Record<number, ICellData>> = {};
    const bounds = { firstRow: Infinity, lastRow: 0, firstColumn: Infinity, lastColumn: 0 };
    for (const place of places) {
      const [row, column] = [Math.floor(place / WIDE), place % WIDE];
      (values[row - 1] ??= {})[column - 1] = this.#contentAt(sheet, row, column);
      bounds.firstRow = Math.min(row, bounds.firstRow);
      bounds.lastRow = Math.max(row, bounds.lastRow);
      bounds.firstColumn = Math.min(column, bounds.firstColumn);
      bounds.lastColumn = Math.max(column, bounds.lastColumn);
    }
    this.#draw(() => rangeOf(worksheet, bounds).setValues(values));
  }

  /** Goes to the book's active sheet and selection, and scrolls it into view. */
  showSelection(): void {
    const sheet = this.#book.activeSheet;
    const worksheet = this.worksheetOf(sheet);
    if (!worksheet) return;
    const range = this.#book.selection;
    this.#draw(() => {
      if (this.#workbook.getActiveSheet().getSheetId() !== this.idOf(sheet)) this.#workbook.setActiveSheet(worksheet);
      const { firstRow, firstColumn } = range;
      const last = {
        lastRow: Math.min(range.lastRow, worksheet.getMaxRows()),
        lastColumn: Math.min(range.lastColumn, worksheet.getMaxColumns()),
      };
      if (firstRow > last.lastRow || firstColumn > last.lastColumn)
        makeRoom(worksheet, { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn });
      rangeOf(worksheet, {
        firstRow,
        firstColumn,
        lastRow: Math.max(firstRow, last.lastRow),
        lastColumn: Math.max(firstColumn, last.lastColumn),
      }).activate();
    });
    // Univer scrolls a moment later than it is told: where the sheet stands is known when that is done.
    clearTimeout(this.#scrolling);
    this.#scrolling = setTimeout(() => scrollTo(worksheet, range), SCROLL_DELAY);
  }

  #showLines(sheet: HostSheet, shift: LineShift): void {
    const worksheet = this.worksheetOf(sheet);
    if (!worksheet) return;
    if (shift.across) return this.#showCellShift(worksheet, sheet, shift);
    const { kind, axis, at, count } = shift;
    const lines = axis === 'row' ? worksheet.getMaxRows() : worksheet.getMaxColumns();
    if (at > lines) return;
    if (kind === 'insert') {
      if (axis === 'row') worksheet.insertRows(at - 1, count);
      else worksheet.insertColumns(at - 1, count);
      showFormats(this.#workbook, worksheet, sheet);
    } else {
      const there = Math.min(count, lines - at + 1);
      if (axis === 'row') worksheet.deleteRows(at - 1, there);
      else worksheet.deleteColumns(at - 1, there);
    }
  }

  #showCellShift(worksheet: FWorksheet, sheet: HostSheet, shift: LineShift): void {
    const { endRow, endColumn } = worksheet.getSheet().getCellMatrix().getDataRange();
    const used = sheet.grid.usedRange();
    const room = { row: 0, column: 0, [shift.axis]: shift.count };
    const moving = movingCells(shift);
    const lastRow = Math.min(moving.lastRow, Math.max(endRow + 1, used?.lastRow ?? 0) + room.row);
    const lastColumn = Math.min(moving.lastColumn, Math.max(endColumn + 1, used?.lastColumn ?? 0) + room.column);
    if (lastRow >= moving.firstRow && lastColumn >= moving.firstColumn) {
      const region = { ...moving, lastRow, lastColumn };
      makeRoom(worksheet, region);
      showShift(worksheet, shift, region, (row, column) => this.#contentAt(sheet, row, column));
      showFormats(this.#workbook, worksheet, sheet, region);
    }
    this.#showNames();
    // What was done before would be undone where it no longer stands, and so would formulas that are still to be written.
    this.#forgetUndo();
    void this.written().then(() => this.#forgetUndo());
  }

  #contentAt(sheet: HostSheet, row: number, column: number): ICellData {
    const spilled = sheet.arrays.length > 0 && isSpilled(sheet, row, column);
    return gridContent(spilled ? { formula: null, value: null } : sheet.cell(row, column), this.placeOf(sheet, row, column));
  }

  #onSheet(sheet: HostSheet, action: (worksheet: FWorksheet) => void): void {
    const worksheet = this.worksheetOf(sheet);
    if (worksheet) this.#draw(() => action(worksheet));
  }

  #draw(action: () => void): void {
    const before = this.drawing;
    this.drawing = true;
    try {
      action();
    } finally {
      this.drawing = before;
    }
  }
}
