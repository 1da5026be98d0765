import { BookRefusal } from './BookRefusal';
import type { HostListener, Origin } from './HostEvent';
import type { HostSheet } from './HostSheet';
import type { JournalEntry } from './JournalEntry';
import { shiftRange, type LineShift } from './LineShift';

/** A note or a threaded comment on one cell. */
export interface HostNote {
  readonly id: string;
  readonly sheet: HostSheet;
  row: number;
  column: number;
  readonly author: string;
  text: string;
  readonly kind: 'note' | 'comment';
  resolved: boolean;
}

/** The notes and comments of the open workbook. */
export class HostNotes {
  #items: HostNote[] = [];

  constructor(
    private readonly emit: HostListener,
    private readonly journal: (entry: JournalEntry) => void,
  ) {}

  get items(): readonly HostNote[] {
    return this.#items;
  }

  at(sheet: HostSheet, row: number, column: number): HostNote | null {
    return this.#items.find((note) => note.sheet === sheet && note.row === row && note.column === column) ?? null;
  }

  add(note: HostNote, origin: Origin): HostNote {
    if (this.at(note.sheet, note.row, note.column)) throw new BookRefusal('InvalidOperation', 'The cell has a note or comment already.');
    this.#items.push(note);
    this.written(note, note.text);
    this.changed(origin);
    return note;
  }

  /** Adds a note or comment as a file has it, unannounced. */
  addLoaded(note: HostNote): void {
    this.#items.push(note);
  }

  change(note: HostNote, change: Partial<Pick<HostNote, 'text' | 'resolved'>>, origin: Origin): void {
    Object.assign(note, change);
    this.written(note, note.text);
    this.changed(origin);
  }

  remove(note: HostNote, origin: Origin): void {
    this.#items = this.#items.filter((other) => other !== note);
    this.written(note, null);
    this.changed(origin);
  }

  shift(sheet: HostSheet, shift: LineShift): void {
    this.#items = this.#items.filter((note) => {
      if (note.sheet !== sheet) return true;
      const moved = shiftRange({ firstRow: note.row, lastRow: note.row, firstColumn: note.column, lastColumn: note.column }, shift);
      if (!moved) return false;
      note.row = moved.firstRow;
      note.column = moved.firstColumn;
      return true;
    });
  }

  removeSheet(sheet: HostSheet): void {
    this.#items = this.#items.filter((note) => note.sheet !== sheet);
  }

  private written({ kind, sheet, row, column, author }: HostNote, text: string | null): void {
    if (kind === 'note')
      this.journal({ kind: 'setNote', sheet: sheet.name, cell: { row, column }, after: text === null ? null : { author, text } });
  }

  private changed(origin: Origin): void {
    this.emit({ kind: 'list', list: 'notes', origin });
  }
}
