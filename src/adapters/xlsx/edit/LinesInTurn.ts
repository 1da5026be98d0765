import { shiftInTurn } from '../../../core/formula/shiftInTurn';
import type { SheetObjects } from '../../../core/sync/SheetObjects';
import { MAX_COLUMN, MAX_ROW, parseRange, stringifyAddress, stringifyRange, type CellRange } from '../../../core/workbook/Address';
import type { EditBook, SheetEntry } from './EditBook';
import { editAround, moveLine, rangeMove, signedCount, type LineEdit, type LinesInOrOut } from './editLines';
import type { EditSheet } from './EditSheet';
import type { HeldCells } from './HeldCells';
import { moveCells, type CellMoves } from './moveCells';

/**
 * Whole lines that come and go, one edit after another: the same as `editLines` for each, but the cells are gone through once, in
 * `finish`. Until then they stand where they stood, and only what is asked here knows where they are to stand.
 */
export class LinesInTurn {
  readonly #book: EditBook;
  readonly #held: HeldCells;
  #edits: LinesInOrOut[] = [];
  /** By path of the sheet. */
  readonly #arrays = new Map<string, readonly CellRange[]>();

  constructor(book: EditBook, held: HeldCells) {
    this.#book = book;
    this.#held = held;
  }

  /** True when an edit can join: on each sheet lines go one way only, and columns that come to a table write its headers at once. */
  takes(entry: SheetEntry, { axis, across }: Pick<LinesInOrOut, 'axis' | 'across'>): boolean {
    if (across || this.#on(entry).some((edit) => edit.axis !== axis)) return false;
    return axis === 'row' || this.#book.parts.related(entry.path, 'table').length === 0;
  }

  add(entry: SheetEntry, sheet: EditSheet, edit: LinesInOrOut): void {
    const shiftRange = rangeMove(edit);
    const arrays = this.objects(entry, sheet).arrays.flatMap((array) => parseRange(shiftRange(stringifyRange(array)) ?? '') ?? []);
    this.#arrays.set(entry.path, arrays);
    this.#edits.push({ ...edit, sheet: entry.name });
    editAround(this.#book, { ...edit, sheet: entry.name });
  }

  /** The arrays, merged cells and tables of a sheet as they stand after the edits so far. */
  objects(entry: SheetEntry, sheet: EditSheet): SheetObjects {
    return this.#held.objects(entry, sheet, this.#arrays.get(entry.path));
  }

  /** The address of the first cell that holds something in lines as they are counted after the edits so far; null when all are blank. */
  firstFilled(entry: SheetEntry, sheet: EditSheet, { axis, at, count }: Pick<LinesInOrOut, 'axis' | 'at' | 'count'>): string | null {
    const edits = this.#on(entry);
    let found: { row: number; column: number } | null = null;
    for (let line = at; line < at + count;) {
      const origin = originOf(line, edits);
      let length = 1;
      while (line + length < at + count && originOf(line + length, edits) === (origin === null ? null : origin + length)) length++;
      const address = origin === null ? null : this.#held.firstFilled(entry, sheet, linesAt(axis, origin, length));
      const filled = address === null ? null : parseRange(address);
      if (filled && origin !== null) {
        const moved = line - origin;
        const cell = { row: filled.firstRow + (axis === 'row' ? moved : 0), column: filled.firstColumn + (axis === 'row' ? 0 : moved) };
        if (found === null || cell.row < found.row || (cell.row === found.row && cell.column < found.column)) found = cell;
      }
      line += length;
    }
    return found && stringifyAddress(found);
  }

  /** Moves the cells; true when there were any edits. */
  finish(): boolean {
    const edits = this.#edits;
    if (edits.length === 0) return false;
    this.#edits = [];
    this.#arrays.clear();
    const sheets = new Set(edits.map(({ sheet }) => sheet));
    const moved = new Map([...sheets].map((name) => [name, movesOf(edits.filter(({ sheet }) => sheet === name))]));
    const shifts = edits.map((edit) => ({ sheet: edit.sheet, axis: edit.axis, at: edit.at, count: signedCount(edit) }));
    moveCells(this.#book, moved, shiftInTurn(shifts));
    for (const name of sheets) this.#book.sheet(this.#book.entry(name))?.updateDimension();
    return true;
  }

  #on({ name }: SheetEntry): LinesInOrOut[] {
    return this.#edits.filter(({ sheet }) => sheet === name);
  }
}

/** All on one sheet, of one axis. */
function movesOf(edits: readonly LineEdit[]): CellMoves {
  return { shiftRanges: edits.map(rangeMove), move: (rows) => rows.move(edits[0]!.axis, edits.map(moveLine)) };
}

/** Where a line stood before the edits; null for one that they put in. */
function originOf(line: number, edits: readonly LinesInOrOut[]): number | null {
  return edits.reduceRight<number | null>((now, { kind, at, count }) => {
    if (now === null || now < at) return now;
    if (kind === 'delete') return now + count;
    return now < at + count ? null : now - count;
  }, line);
}

function linesAt(axis: 'row' | 'column', first: number, count: number): CellRange {
  const last = first + count - 1;
  return axis === 'row'
    ? { firstRow: first, lastRow: last, firstColumn: 1, lastColumn: MAX_COLUMN }
    : { firstRow: 1, lastRow: MAX_ROW, firstColumn: first, lastColumn: last };
}
