import type { HostNote } from '../book/HostNotes';
import type { HostSheet } from '../book/HostSheet';
import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';
import { RangeObject, type ExcelContext } from './ExcelContext';
import { parseAddress, type Place } from './parseAddress';

/** Excel's CommentCollection: threaded comments only, of the workbook (sheet null) or of a sheet. */
export class ExcelComments extends HostCollection {
  readonly typeName = 'CommentCollection';
  constructor(
    private readonly context: ExcelContext,
    private readonly sheet: HostSheet | null,
  ) {
    super();
  }
  items(): readonly HostObject[] {
    return this.#notes().map(this.context.comment);
  }
  GetCount(): number {
    return this.#notes().length;
  }
  GetItem(id: string): HostObject {
    const item = this.GetItemOrNullObject(id);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(id: string): HostObject | null {
    const note = this.#notes().find((other) => other.id === id);
    return note ? this.context.comment(note) : null;
  }
  GetItemAt(index: number): HostObject {
    const note = this.#notes()[index];
    if (!note) throw apiError('InvalidArgument');
    return this.context.comment(note);
  }
  GetItemByCell(address: unknown): HostObject {
    const { sheet, area } = this.#cell(address);
    const note = this.context.book.notes.at(sheet, area.firstRow, area.firstColumn);
    if (note?.kind !== 'comment') throw apiError('ItemNotFound');
    return this.context.comment(note);
  }
  Add(address: unknown, content: string): HostObject {
    const { book } = this.context;
    const { sheet, area } = this.#cell(address);
    const note: HostNote = {
      id: book.newId(),
      sheet,
      row: area.firstRow,
      column: area.firstColumn,
      author: 'You',
      text: String(content),
      kind: 'comment',
      resolved: false,
    };
    return this.context.comment(book.notes.add(note, 'addin'));
  }

  #cell(address: unknown): Place {
    const { book } = this.context;
    const place =
      address instanceof RangeObject
        ? { sheet: address.sheet, area: address.area }
        : parseAddress(book, String(address), this.sheet ?? book.activeSheet);
    const single = place && place.area.firstRow === place.area.lastRow && place.area.firstColumn === place.area.lastColumn;
    if (!place || !single) throw apiError('InvalidArgument');
    return place;
  }
  #notes(): readonly HostNote[] {
    return this.context.book.notes.items.filter((note) => note.kind === 'comment' && (this.sheet === null || note.sheet === this.sheet));
  }
}

/** Excel's Comment. */
export class ExcelComment extends HostObject {
  readonly typeName = 'Comment';
  constructor(
    private readonly context: ExcelContext,
    private readonly note: HostNote,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['AuthorName', 'Content', 'Id', 'Resolved'];
  }
  get Id(): string {
    return this.note.id;
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
  get Resolved(): boolean {
    return this.note.resolved;
  }
  set Resolved(resolved: boolean) {
    this.context.book.notes.change(this.note, { resolved }, 'addin');
  }
  GetLocation(): HostObject {
    const { row, column } = this.note;
    return this.context.range(this.note.sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  }
  Delete(): void {
    this.context.book.notes.remove(this.note, 'addin');
  }
}
