import type { HostNote } from '../book/HostNotes';
import type { HostSheet } from '../book/HostSheet';
import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';
import { RangeObject, type ExcelContext } from './ExcelContext';
import { parseAddress, type Place } from './parseAddress';

/** Excel's NoteCollection of a sheet (ExcelApi 1.18): the old yellow notes, each found by its cell. */
export class ExcelNotes extends HostCollection {
  readonly typeName = 'NoteCollection';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet,
  ) {
    super();
  }
  items(): readonly HostObject[] {
    return this.#notes().map((note) => new ExcelNote(this.context, note));
  }
  GetCount(): number {
    return this.#notes().length;
  }
  GetItem(address: unknown): HostObject {
    const item = this.GetItemOrNullObject(address);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(address: unknown): HostObject | null {
    const { area } = this.#cell(address);
    const note = this.context.book.notes.at(this.sheet, area.firstRow, area.firstColumn);
    return note?.kind === 'note' ? new ExcelNote(this.context, note) : null;
  }
  GetItemAt(index: number): HostObject {
    const note = this.#notes()[index];
    if (!note) throw apiError('InvalidArgument');
    return new ExcelNote(this.context, note);
  }
  Add(address: unknown, content: string): HostObject {
    const { book } = this.context;
    const { firstRow: row, firstColumn: column } = this.#cell(address).area;
    const note: HostNote = {
      id: book.newId(),
      sheet: this.sheet,
      row,
      column,
      author: 'You',
      text: String(content),
      kind: 'note',
      resolved: false,
    };
    return new ExcelNote(this.context, book.notes.add(note, 'addin'));
  }

  #cell(address: unknown): Place {
    const place =
      address instanceof RangeObject
        ? { sheet: address.sheet, area: address.area }
        : parseAddress(this.context.book, String(address), this.sheet);
    const single = place && place.area.firstRow === place.area.lastRow && place.area.firstColumn === place.area.lastColumn;
    if (!single || place.sheet !== this.sheet) throw apiError('InvalidArgument');
    return place;
  }
  #notes(): readonly HostNote[] {
    return this.context.book.notes.items.filter((note) => note.kind === 'note' && note.sheet === this.sheet);
  }
}

/** Excel's Note. */
class ExcelNote extends HostObject {
  readonly typeName = 'Note';
  constructor(
    private readonly context: ExcelContext,
    private readonly note: HostNote,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['AuthorName', 'Content'];
  }
  get AuthorName(): string {
    return this.note.author;
  }
  get Content(): string {
    return this.note.text;
  }
  set Content(text: string) {
    this.context.book.notes.change(this.note, { text }, 'addin');
  }
  GetLocation(): HostObject {
    const { row, column } = this.note;
    return this.context.range(this.note.sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  }
  Delete(): void {
    this.context.book.notes.remove(this.note, 'addin');
  }
}
