import type { ICellData } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { quoteSheetName } from '../../core/workbook/Address';
import type { HostBook } from '../book/HostBook';
import type { HostEvent, RewrittenCell } from '../book/HostEvent';
import type { HostSheet } from '../book/HostSheet';
import { shiftCell, type LineShift } from '../book/LineShift';
import { gridContent } from './gridCell';
import { isResolved, type FormulaPlace } from './gridFormula';
import { RangeNames } from './RangeNames';
import { rangeOf } from './rangeOf';

/** Keeps the formulas in the grid those of the book when rows, sheets, tables or names change. */
export class FormulasToGrid {
  readonly #book: HostBook;
  readonly #worksheetOf: (sheet: HostSheet) => FWorksheet | null;
  readonly #draw: (action: () => void) => void;
  /** Forgotten when names may have changed. */
  #names: RangeNames | null = null;
  /** The names as they were before the first of the changes that are not in the grid yet. */
  #namesBefore: RangeNames | null = null;
  #rewritten: RewrittenCell[] = [];
  /** True when names moved without Univer moving them: what uses one is then calculated afresh. */
  #namesMoved = false;
  #writing: Promise<void> | null = null;
  #disposed = false;

  constructor(book: HostBook, worksheetOf: (sheet: HostSheet) => FWorksheet | null, draw: (action: () => void) => void) {
    this.#book = book;
    this.#worksheetOf = worksheetOf;
    this.#draw = draw;
    this.#names = new RangeNames(book.names.items);
  }

  /** Resolves when the grid has every formula as the book has it. */
  async written(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  dispose(): void {
    this.#disposed = true;
  }

  /** Where a formula stands, for `gridFormula`. */
  placeOf(sheet: HostSheet, row: number, column: number): FormulaPlace {
    this.#names ??= new RangeNames(this.#book.names.items);
    return { tables: this.#book.tables.items, names: this.#names, sheet, row, column };
  }

  /** To be told of everything that happens in the book. */
  notice(event: HostEvent): void {
    const named = event.kind === 'list' && (event.list === 'tables' || event.list === 'names');
    if (event.kind !== 'lines' && event.kind !== 'sheet' && !named) return;
    this.#namesBefore ??= this.#names;
    this.#names = null;
    if (event.kind === 'lines') this.#rewritten = moved(this.#rewritten, event.sheet, event.shift);
    if (event.kind !== 'list') this.#rewritten = this.#rewritten.concat(event.rewritten);
    // Formulas that were filled share one text in Univer, which the cells that moved no longer do.
    if (event.kind === 'lines' && event.shift.across) {
      this.#rewritten = this.#rewritten.concat(formulaCells(event.sheet));
      this.#namesMoved = true;
    }
    // Later, because Univer moves formulas by itself a moment after the lines, and at once, because many names may change together.
    this.#writing ??= new Promise((resolve) => {
      setTimeout(() => {
        this.#writing = null;
        if (!this.#disposed) this.#write();
        resolve();
      }, 0);
    });
  }

  /** Where Univer's text is not the book's, the book's counts. A sheet at a time: each write makes Univer look for what to calculate. */
  #write(): void {
    const cells = new Map<HostSheet, RewrittenCell[]>(this.#book.sheets.map((sheet) => [sheet, []]));
    for (const cell of [...this.#rewritten, ...this.#resolved()]) cells.get(cell.sheet)?.push(cell);
    const usesName = this.#namesMoved ? wordsOf(this.#book.names.items.map(({ name }) => name)) : null;
    if (usesName) for (const sheet of this.#book.sheets) cells.get(sheet)!.push(...formulaCells(sheet, usesName));
    this.#rewritten = [];
    this.#namesMoved = false;
    this.#draw(() => cells.forEach((places, sheet) => this.#showOn(sheet, places, usesName)));
  }

  /** The formulas which stand for other cells now, though they say the same, when a table, a name or another sheet's rows changed. */
  #resolved(): RewrittenCell[] {
    const before = this.#namesBefore;
    this.#namesBefore = null;
    const cells: RewrittenCell[] = [];
    for (const sheet of this.#book.sheets) {
      const place = this.placeOf(sheet, 1, 1);
      sheet.grid.forEach((row, column, { formula }) => {
        if (formula !== null && (isResolved(formula, place) || before?.mayBeIn(formula))) cells.push({ sheet, row, column });
      });
    }
    return cells;
  }

  #showOn(sheet: HostSheet, places: readonly RewrittenCell[], afresh: RegExp | null): void {
    const worksheet = this.#worksheetOf(sheet);
    const matrix = worksheet?.getSheet().getCellMatrix();
    if (!worksheet || !matrix) return;
    const values: Record<number, Record<number, ICellData>> = {};
    const bounds = { firstRow: Infinity, lastRow: 0, firstColumn: Infinity, lastColumn: 0 };
    for (const { row, column } of places) {
      const cell = sheet.cell(row, column);
      if (cell.formula === null) continue;
      const content = gridContent(cell, this.placeOf(sheet, row, column));
      const held = matrix.getValue(row - 1, column - 1);
      const text = held?.si ? worksheet.getRange(row - 1, column - 1).getFormula() : held?.f;
      if (text && content.f && asMoved(text, sheet) === asMoved(content.f, sheet) && !afresh?.test(cell.formula)) continue;
      (values[row - 1] ??= {})[column - 1] = content;
      bounds.firstRow = Math.min(row, bounds.firstRow);
      bounds.lastRow = Math.max(row, bounds.lastRow);
      bounds.firstColumn = Math.min(column, bounds.firstColumn);
      bounds.lastColumn = Math.max(column, bounds.lastColumn);
    }
    if (bounds.lastRow > 0) rangeOf(worksheet, bounds).setValues(values);
  }
}

function formulaCells(sheet: HostSheet, using?: RegExp): RewrittenCell[] {
  const cells: RewrittenCell[] = [];
  sheet.grid.forEach((row, column, { formula }) => {
    if (formula !== null && (using === undefined || using.test(formula))) cells.push({ sheet, row, column });
  });
  return cells;
}

/** What finds any of these words; null when there are none. */
function wordsOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}_.\\\\])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_.?\\\\(])`, 'iu');
}

/** Where cells stand after lines of a sheet were put in or taken out. */
function moved(cells: readonly RewrittenCell[], sheet: HostSheet, shift: LineShift): RewrittenCell[] {
  return cells.flatMap((cell) => (cell.sheet === sheet ? (shiftCell(cell, shift) ?? []) : cell));
}

/** The text as Univer leaves formulas it has moved: without the name of their own sheet, and `A1` for `A1:A1`. */
function asMoved(formula: string, { name }: HostSheet): string {
  return formula.replaceAll(`${quoteSheetName(name)}!`, '').replace(/(\$?[A-Z]{1,3}\$?\d+):\1(?!\d)/g, '$1');
}
