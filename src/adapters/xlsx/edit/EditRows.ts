import { columnName, columnNumber, type CellRange } from '../../../core/workbook/Address';

/** One cell of a worksheet part as it is written there. */
export interface WrittenCell {
  column: number;
  /** The start tag's attributes but `r`, each with a space in front. */
  attributes: string;
  /** All between the tags. */
  inner: string;
}

interface WrittenRow {
  row: number;
  /** The start tag's attributes but `r`, each with a space in front. */
  attributes: string;
  /** The row as it stands in the part; null once something in it changed. */
  text: string | null;
  /** Null until somebody asks. */
  cells: WrittenCell[] | null;
}

const ATTRIBUTES = /(?:[^>"'/]|"[^"]*"|'[^']*'|\/(?!>))*\/?>/y;
const SLASH = 47;
const REFERENCE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const SPANS = /\sspans\s*=\s*(?:"[^"]*"|'[^']*')/;

/**
 * The rows of a worksheet's `sheetData`, taken apart no further than an edit needs: untouched rows print as they came.
 * Rows and cells without `r` get the place that their order gives them.
 */
export class EditRows {
  #rows: WrittenRow[] = [];
  readonly #prefix: string;
  readonly #before: string;

  /** `data` is the text between the `sheetData` tags; `prefix` is `x:` in a part that writes `<x:row>`. */
  constructor(data: string, prefix: string) {
    this.#prefix = prefix;
    const open = `<${prefix}row`;
    const close = `</${prefix}row>`;
    const first = data.indexOf(open);
    this.#before = first < 0 ? data : data.slice(0, first);
    let last = 0;
    for (let at = first; at >= 0;) {
      const { written, closed, inside } = startTag(data, at + open.length);
      const next = data.indexOf(open, closed ? inside : data.indexOf(close, inside));
      const { reference, rest } = splitReference(written);
      const row = reference === null ? last + 1 : Number(reference);
      // White space behind the row goes with it.
      this.#rows.push({ row, attributes: rest, text: data.slice(at, next < 0 ? undefined : next), cells: null });
      last = row;
      at = next;
    }
  }

  /** The cell as written, or undefined; reading does not touch the row. */
  find(row: number, column: number): WrittenCell | undefined {
    const written = this.#rows[this.#position(row)];
    return written?.row === row ? this.#cells(written).find((cell) => cell.column === column) : undefined;
  }

  /** The cell as written, made when there is none; its row counts as touched. */
  touch(row: number, column: number): WrittenCell {
    const at = this.#position(row);
    let written = this.#rows[at];
    if (written?.row !== row) this.#rows.splice(at, 0, (written = { row, attributes: '', text: null, cells: [] }));
    const cells = this.#cells(written);
    this.#forget(written);
    const next = cells.findIndex((cell) => cell.column >= column);
    const found = next < 0 ? undefined : cells[next];
    if (found?.column === column) return found;
    const made: WrittenCell = { column, attributes: '', inner: '' };
    cells.splice(next < 0 ? cells.length : next, 0, made);
    return made;
  }

  /** A row's own attributes, such as its style; empty when it is not there. */
  rowAttributes(row: number): string {
    const written = this.#rows[this.#position(row)];
    return written?.row === row ? written.attributes : '';
  }

  /** Gives a row, made when there is none, other attributes of its own. */
  changeRow(row: number, change: (attributes: string) => string): void {
    const at = this.#position(row);
    let written = this.#rows[at];
    if (written?.row !== row) this.#rows.splice(at, 0, (written = { row, attributes: '', text: null, cells: [] }));
    this.#cells(written);
    written.text = null;
    written.attributes = change(written.attributes);
  }

  /** Visits all cells that `wanted` may concern (it sees the row's text); `change` answers true when it changed the cell. */
  forEach(wanted: (text: string) => boolean, change: (row: number, cell: WrittenCell) => boolean): void {
    for (const written of this.#rows) {
      if (written.text !== null && !wanted(written.text)) continue;
      let changed = false;
      for (const cell of this.#cells(written)) changed = change(written.row, cell) || changed;
      if (changed) this.#forget(written);
    }
  }

  /** Visits the cells of a range as they are written, row by row, until `visit` answers false; reading does not touch the rows. */
  forEachIn({ firstRow, lastRow, firstColumn, lastColumn }: CellRange, visit: (row: number, cell: WrittenCell) => boolean): void {
    for (let at = this.#position(firstRow); at < this.#rows.length && this.#rows[at]!.row <= lastRow; at++) {
      const written = this.#rows[at]!;
      for (const cell of this.#cells(written)) {
        if (cell.column >= firstColumn && cell.column <= lastColumn && !visit(written.row, cell)) return;
      }
    }
  }

  /** Visits the rows' own attributes. */
  forEachRow(visit: (row: number, attributes: string) => void): void {
    for (const { row, attributes } of this.#rows) visit(row, attributes);
  }

  /** Moves rows, or cells within their rows, to where one target after another says; null drops them. */
  move(axis: 'row' | 'column', targets: readonly ((line: number) => number | null)[]): void {
    if (axis === 'row') {
      const moved = this.#rows.flatMap((written) => {
        const { line, isTouched } = moveThrough(written.row, targets);
        if (line === null) return [];
        if (!isTouched) return [written];
        this.#cells(written);
        written.text = null;
        written.row = line;
        return [written];
      });
      this.#rows = moved.sort((a, b) => a.row - b.row);
      return;
    }
    for (const written of this.#rows) {
      let isTouched = false;
      const moved = this.#cells(written).flatMap((cell) => {
        const through = moveThrough(cell.column, targets);
        isTouched ||= through.isTouched;
        return through.line === null ? [] : [{ ...cell, column: through.line }];
      });
      if (!isTouched) continue;
      written.cells = moved.sort((a, b) => a.column - b.column);
      this.#forget(written);
    }
  }

  /** Moves the cells in some columns to other rows, or those in some rows to other columns, with their styles; null drops them. */
  moveSome(
    axis: 'row' | 'column',
    across: { readonly first: number; readonly last: number },
    target: (line: number) => number | null,
  ): void {
    const concerned = (row: number, column: number): boolean => {
      const [line, other] = axis === 'row' ? [row, column] : [column, row];
      return other >= across.first && other <= across.last && target(line) !== line;
    };
    const moving: { row: number; cell: WrittenCell }[] = [];
    for (const written of this.#rows) {
      if (axis === 'row' ? target(written.row) === written.row : written.row < across.first || written.row > across.last) continue;
      const cells = this.#cells(written);
      const staying = cells.filter((cell) => !concerned(written.row, cell.column));
      if (staying.length === cells.length) continue;
      for (const cell of cells) if (concerned(written.row, cell.column)) moving.push({ row: written.row, cell });
      written.cells = staying;
      this.#forget(written);
    }
    for (const { row, cell } of moving) {
      const line = target(axis === 'row' ? row : cell.column);
      if (line === null) continue;
      const moved = axis === 'row' ? this.touch(line, cell.column) : this.touch(row, line);
      moved.attributes = cell.attributes;
      moved.inner = cell.inner;
    }
  }

  /** The smallest range around all written cells, or null. */
  bounds(): { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number } | null {
    let [firstRow, lastRow, firstColumn, lastColumn] = [Infinity, 0, Infinity, 0];
    for (const written of this.#rows) {
      const cells = this.#cells(written);
      if (cells.length === 0) continue;
      firstRow = Math.min(firstRow, written.row);
      lastRow = Math.max(lastRow, written.row);
      firstColumn = Math.min(firstColumn, cells[0]!.column);
      lastColumn = Math.max(lastColumn, cells[cells.length - 1]!.column);
    }
    return lastRow === 0 ? null : { firstRow, lastRow, firstColumn, lastColumn };
  }

  print(): string {
    return this.#before + this.#rows.map((written) => written.text ?? this.#printRow(written)).join('');
  }

  #printRow({ row, attributes, cells }: WrittenRow): string {
    const p = this.#prefix;
    const inner = (cells ?? []).map((cell) => {
      const tag = `${p}c r="${columnName(cell.column)}${row}"${cell.attributes}`;
      return cell.inner === '' ? `<${tag}/>` : `<${tag}>${cell.inner}</${p}c>`;
    });
    return inner.length === 0 ? `<${p}row r="${row}"${attributes}/>` : `<${p}row r="${row}"${attributes}>${inner.join('')}</${p}row>`;
  }

  /** The row's text no longer holds; `spans` is only a hint to readers and would be wrong. */
  #forget(written: WrittenRow): void {
    written.text = null;
    written.attributes = written.attributes.replace(SPANS, '');
  }

  /** Where a row stands in the list, or would stand. */
  #position(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle]!.row < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #cells(written: WrittenRow): WrittenCell[] {
    return (written.cells ??= this.#parseCells(written.text ?? ''));
  }

  #parseCells(text: string): WrittenCell[] {
    const cells: WrittenCell[] = [];
    const open = `<${this.#prefix}c`;
    const close = `</${this.#prefix}c>`;
    let last = 0;
    for (let at = text.indexOf(open); at >= 0;) {
      const next = text.charCodeAt(at + open.length);
      // Not a cell but an element whose name begins alike.
      if (next !== 32 && next !== 62 && next !== 47 && next !== 10 && next !== 13 && next !== 9) {
        at = text.indexOf(open, at + open.length);
        continue;
      }
      const { written, closed, inside } = startTag(text, at + open.length);
      const end = closed ? inside : text.indexOf(close, inside);
      const { reference, rest } = splitReference(written);
      const column = reference === null ? last + 1 : columnNumber(lettersOf(reference));
      cells.push({ column, attributes: rest, inner: closed ? '' : text.slice(inside, end) });
      last = column;
      at = text.indexOf(open, end);
    }
    return cells;
  }
}

/** Where a line comes to stand, and whether it ever moved. */
function moveThrough(start: number, targets: readonly ((line: number) => number | null)[]): { line: number | null; isTouched: boolean } {
  let line = start;
  let isTouched = false;
  for (const target of targets) {
    const next = target(line);
    if (next === null) return { line: null, isTouched: true };
    isTouched ||= next !== line;
    line = next;
  }
  return { line, isTouched };
}

/** The rest of a start tag from behind its name: its attributes, whether it closes itself, and where what is inside begins. */
function startTag(text: string, from: number): { written: string; closed: boolean; inside: number } {
  ATTRIBUTES.lastIndex = from;
  if (!ATTRIBUTES.test(text)) return { written: '', closed: false, inside: 0 };
  const inside = ATTRIBUTES.lastIndex;
  const closed = text.charCodeAt(inside - 2) === SLASH;
  return { written: text.slice(from, closed ? inside - 2 : inside - 1), closed, inside };
}

/** `AB` of `AB12`. */
function lettersOf(reference: string): string {
  let end = 0;
  while (reference.charCodeAt(end) > 57) end++;
  return reference.slice(0, end);
}

function splitReference(attributes: string): { reference: string | null; rest: string } {
  // As nearly all files have it, and there may be a million cells.
  const end = attributes.startsWith(' r="') ? attributes.indexOf('"', 4) : -1;
  if (end > 0) return { reference: attributes.slice(4, end), rest: attributes.slice(end + 1).trimEnd() };
  const match = REFERENCE.exec(attributes);
  if (!match) return { reference: null, rest: attributes.trimEnd() };
  return { reference: match[1] ?? match[2] ?? '', rest: attributes.replace(match[0], '').trimEnd() };
}
