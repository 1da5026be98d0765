import {
  CanceledError,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LifecycleStages,
  type IDisposable,
  type Univer,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
import { ILayoutService, SetArrayFormulaDataMutation } from '@univerjs/preset-sheets-core';
import type { Calculator } from '../book/Calculator';
import type { HostBook } from '../book/HostBook';
import type { WrittenRange } from './Backlog';
import { BookToGrid } from './BookToGrid';
import { CalculationRuns } from './CalculationRuns';
import { createUniver } from './createUniver';
import type { FileLook } from './fileLook';
import { gridValue } from './gridCell';
import { gridData, UNIT } from './gridData';
import { showNames } from './gridNames';
import { GridToBook } from './GridToBook';
import { showMarks } from './showMarks';

/** The book on the screen: what the user does in the grid goes into the book, what happens in the book is drawn, formulas are calculated. */
export class Grid implements Calculator {
  /** Resolves when the sheet is on the screen. */
  readonly shown: Promise<void>;
  readonly #univer: Univer;
  readonly #api: FUniver;
  readonly #toGrid: BookToGrid;
  readonly #calculation: CalculationRuns;
  readonly #disposables: IDisposable[] = [];
  /** The grid that is drawn anew in place of this one. */
  #successor: Grid | null = null;
  #started: Promise<void> = Promise.resolve();
  readonly #unsubscribe: () => void;

  /**
   * `refused` is told why the book did not take an edit which was made in the grid, and that it was taken back. `drawAnew` puts
   * another grid of the same book in place of this one, which can no longer follow it.
   */
  constructor(
    container: HTMLElement,
    book: HostBook,
    options: { look: FileLook | null; dark: boolean; refused: (message: string) => void; drawAnew: () => Grid },
  ) {
    const { univer, api } = createUniver(container.id, options.dark, hasUncalculated(book));
    this.#univer = univer;
    this.#api = api;
    const injector = univer.__getInjector();
    const workbook = api.createWorkbook(gridData(book, options.look)) as FWorkbook;
    this.#calculation = new CalculationRuns(injector);
    this.#showSpills(book);
    const commands = injector.get(ICommandService);
    this.#toGrid = new BookToGrid(book, workbook, {
      commands,
      refresh: () => this.#refresh(),
      forgetUndo: () => injector.get(IUndoRedoService).clearUndoRedo(UNIT),
      drawAnew: (written) => {
        this.#successor = options.drawAnew();
        this.#successor.#calculateOnceShown(written);
      },
      showNames: () => showNames(injector, UNIT, book, (sheet) => this.#toGrid.idOf(sheet)),
    });
    const toBook = new GridToBook(book, workbook, this.#toGrid, options.refused);
    this.#disposables.push(
      commands.beforeCommandExecuted((command) => {
        if (!this.#toGrid.behind && toBook.takeShift(command)) throw new CanceledError();
      }),
      commands.onCommandExecuted((command, how) => {
        if (!this.#toGrid.behind) toBook.take(command, how);
      }),
      showMarks(univer, book),
      this.#calculation,
    );
    this.#unsubscribe = book.subscribe((event) => this.#toGrid.show(event));
    book.calculator = this;
    this.shown = new Promise((resolve) => {
      const drawn = (): void => {
        this.#toGrid.showSelection();
        resolve();
      };
      if (api.getCurrentLifecycleStage() >= LifecycleStages.Rendered) drawn();
      else {
        const waiting = api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
          if (stage < LifecycleStages.Rendered) return;
          waiting.dispose();
          drawn();
        });
      }
    });
  }

  async settle(): Promise<void> {
    await this.#toGrid.written();
    if (this.#successor) return this.#successor.settle();
    await this.#started;
    await this.#calculation.idle();
  }

  undo(): void {
    void this.#api.undo();
  }

  redo(): void {
    void this.#api.redo();
  }

  setDark(dark: boolean): void {
    this.#api.toggleDarkMode(dark);
  }

  /** The text that the grid draws in a cell, row and column counted from 1. */
  textAt(sheet: string, row: number, column: number): string {
    return (
      this.#api
        .getActiveWorkbook()
        ?.getSheetByName(sheet)
        ?.getRange(row - 1, column - 1)
        .getDisplayValue() ?? ''
    );
  }

  /** Puts the keyboard into the sheet. */
  focus(): void {
    const injector = this.#univer.__getInjector();
    injector.get(IUniverInstanceService).focusUnit(UNIT);
    injector.get(ILayoutService).focus();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#toGrid.dispose();
    this.#disposables.forEach((disposable) => disposable.dispose());
    this.#univer.dispose();
  }

  #calculateOnceShown(written: readonly WrittenRange[]): void {
    this.#started = this.shown.then(() => this.#toGrid.calculate(written));
  }

  #refresh(): void {
    this.#api.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
  }

  /** Tells Univer what the arrays of the file fill, so that it neither recalculates nor blocks them. */
  #showSpills(book: HostBook): void {
    const ranges: Record<string, Record<number, Record<number, object>>> = {};
    const values: Record<string, Record<number, Record<number, object>>> = {};
    for (const sheet of book.sheets) {
      for (const { kind, range } of sheet.arrays) {
        if (kind === 'dataTable') continue;
        const rows = (ranges[sheet.id] ??= {});
        (rows[range.firstRow - 1] ??= {})[range.firstColumn - 1] = {
          startRow: range.firstRow - 1,
          startColumn: range.firstColumn - 1,
          endRow: range.lastRow - 1,
          endColumn: range.lastColumn - 1,
        };
        const cells = (values[sheet.id] ??= {});
        sheet.grid.forEachIn(range, (row, column, cell) => {
          (cells[row - 1] ??= {})[column - 1] = gridValue(cell.value);
        });
      }
    }
    if (Object.keys(ranges).length === 0) return;
    const data = { arrayFormulaRange: { [UNIT]: ranges }, arrayFormulaCellData: { [UNIT]: values } };
    this.#univer.__getInjector().get(ICommandService).syncExecuteCommand(SetArrayFormulaDataMutation.id, data, { onlyLocal: true });
  }
}

/** True when the file holds formulas that nobody has calculated yet, as files made by programs do. */
function hasUncalculated(book: HostBook): boolean {
  let found = false;
  for (const sheet of book.sheets) {
    sheet.grid.forEach((_row, _column, { formula, value }) => {
      found ||= formula !== null && value === null;
    });
  }
  return found;
}
