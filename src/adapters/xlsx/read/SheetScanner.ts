/* Above 300 lines because the scan of a cell is one loop over bytes with a dozen local variables, which parts would have to pass around. */
import { MAX_COLUMN, MAX_ROW } from '../../../core/workbook/Address';
import { CellColumnsBuilder } from '../../../core/workbook/CellColumnsBuilder';
import { ValueKind } from '../../../core/workbook/Snapshot';
import { decodeText, endsName, richText, textEnd, unescapeExcel } from './cellText';
import { parseNumber } from './parseNumber';
import { damaged, tooLarge } from './ReadError';
import { attributeIn, cellType, dataTableFormula, integer, joined, nameAt, Type } from './sheetBytes';

/** What the scanner needs of the workbook, and what it tells it. All indices are those of the snapshot. */
export interface ScanContext {
  /** The interned text of a shared string; -1 when there is none of that number. */
  sharedString(index: number): number;
  text(text: string): number;
  /** The interned relative form of a stored formula at a cell. */
  formula(stored: string, row: number, column: number): number;
  /** The interned number format of each cell style. */
  readonly formatOfStyle: Uint16Array;
  /** The serial number of an ISO 8601 date, or NaN. */
  date(iso: string): number;
  /** The error that rich value metadata gives a cell, such as `#SPILL!`; null when it gives none. */
  richError(valueMetadata: number): string | null;
  /** Reports where an array, spill or data table lies; `cellMetadata` is 0 for none. */
  array(ref: string, kind: 'array' | 'dataTable', cellMetadata: number): void;
  /** Every row that the part lists. */
  row(row: number, hidden: boolean): void;
  /** Counts cells that lie outside the sheet, or refer to texts that are not there. */
  problem(kind: 'outside' | 'text' | 'formula'): void;
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_I = 105;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
const LETTER_V = 118;
const FIRST_BLOCK = 1 << 20;
/** No cell, and nothing between two cells, takes more; what comes before and behind the cells may. */
const MOST_OF_A_CELL = 1 << 24;
const MOST_AROUND = 48 << 20;

/** Scans a worksheet part that arrives in pieces; keeps the XML before and behind the cells for a parser. */
export class SheetScanner {
  readonly cells = new CellColumnsBuilder();
  readonly #context: ScanContext;
  #phase: 'head' | 'cells' | 'tail' = 'head';
  #block = new Uint8Array(FIRST_BLOCK);
  #filled = 0;
  readonly #around: Uint8Array[] = [];
  #kept = 0;
  /** Bytes of the main namespace's prefix, colon included. */
  #prefix = 0;
  #row = 0;
  #column = 0;
  readonly #shared = new Map<number, number>();
  /** Cells whose shared formula had not come yet: position, number of the shared formula. */
  readonly #waiting: number[] = [];

  // The attributes of the formula that was read last.
  #formulaType = '';
  #sharedIndex = -1;
  #formulaAttributes = '';

  constructor(context: ScanContext) {
    this.#context = context;
  }

  /** Takes the next piece of the part; nothing of it is kept. */
  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length;) {
      const room = this.#block.length - this.#filled;
      const part = piece.subarray(at, at + room);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === this.#block.length) this.#scan(false);
    }
  }

  /** Ends the scan; returns the part's XML without its cells. */
  finish(): Uint8Array {
    this.#scan(true);
    if (this.#phase === 'cells') throw damaged('the cells of a sheet are cut short');
    for (let at = 0; at < this.#waiting.length; at += 2) {
      const formula = this.#shared.get(this.#waiting[at + 1]!);
      if (formula === undefined) this.#context.problem('formula');
      else this.cells.setFormula(this.#waiting[at]!, formula);
    }
    return joined(this.#around);
  }

  #scan(last: boolean): void {
    let done = 0;
    if (this.#phase === 'head') done = this.#scanHead(last);
    if (this.#phase === 'cells') done = this.#scanCells(done, last);
    if (this.#phase === 'tail') {
      this.#keep(done, this.#filled);
      done = this.#filled;
    }
    if (done === 0 && this.#filled === this.#block.length) {
      if (this.#filled >= MOST_OF_A_CELL) throw damaged('a cell in it is larger than Excel allows');
      const larger = new Uint8Array(this.#block.length * 2);
      larger.set(this.#block);
      this.#block = larger;
    } else {
      this.#block.copyWithin(0, done, this.#filled);
      this.#filled -= done;
    }
  }

  #keep(start: number, end: number): void {
    this.#kept += end - start;
    if (this.#kept > MOST_AROUND) throw tooLarge('a sheet holds more than 48 MB beside its cells');
    this.#around.push(this.#block.slice(start, end));
  }

  /** Looks for `<sheetData>`; returns where the cells begin, 0 when it has not come yet. */
  #scanHead(last: boolean): number {
    const bytes = this.#block.subarray(0, this.#filled);
    for (let at = bytes.indexOf(LT); at >= 0; at = bytes.indexOf(LT, at + 1)) {
      const end = bytes.indexOf(GT, at);
      if (end < 0) break;
      const name = nameAt(bytes, at + 1, end);
      if (!name.endsWith('sheetData') || (name.length > 9 && name.charCodeAt(name.length - 10) !== 58)) continue;
      this.#prefix = name.length - 9;
      this.#keep(0, at);
      this.#phase = bytes[end - 1] === SLASH ? 'tail' : 'cells';
      return end + 1;
    }
    if (!last) return 0;
    // A sheet without any cell data.
    this.#phase = 'tail';
    return 0;
  }

  /** Scans whole cells from `start`; returns where it stopped, which is behind `</sheetData>` when the phase is over. */
  #scanCells(start: number, last: boolean): number {
    const bytes = this.#block;
    const end = last ? this.#filled : this.#lastClose(start);
    const prefix = this.#prefix;
    let at = start;
    for (;;) {
      while (at < end && bytes[at] !== LT) at++;
      if (at >= end) return at;
      const name = at + 1 + prefix;
      const code = bytes[name];
      if (code === LETTER_C && endsName(bytes[name + 1])) {
        at = this.#scanCell(bytes, name + 1, end);
      } else if (code === LETTER_R && bytes[name + 1] === 111) {
        at = this.#scanRow(bytes, name + 3, end);
      } else if (bytes[at + 1] === SLASH) {
        // </sheetData>
        const closes = bytes[name + 1] === LETTER_S && bytes[name + 2] === 104;
        at = bytes.indexOf(GT, at) + 1;
        if (at === 0) at = end;
        if (closes) {
          this.#phase = 'tail';
          return at;
        }
      } else if (bytes[at + 1] === 33) {
        at = this.#skipComment(bytes, at, end);
      } else {
        at++;
      }
    }
  }

  /** The end of the last `</c>`, `</row>` or `</sheetData>` in the block, or where the last `<row` begins: before it every cell is complete. */
  #lastClose(start: number): number {
    const bytes = this.#block;
    for (let at = this.#filled - 12 - this.#prefix; at >= start; at--) {
      if (bytes[at] !== LT) continue;
      const closing = bytes[at + 1] === SLASH;
      const name = at + 1 + (closing ? 1 : 0) + this.#prefix;
      const code = bytes[name];
      const isRow = code === LETTER_R && bytes[name + 1] === 111 && bytes[name + 2] === 119;
      if (isRow && !closing) return at;
      if (!closing || !(isRow || (code === LETTER_C && endsName(bytes[name + 1])) || (code === LETTER_S && bytes[name + 1] === 104)))
        continue;
      const close = bytes.indexOf(GT, at);
      if (close >= 0 && close < this.#filled) return close + 1;
    }
    // Space between cells need not wait for what follows.
    let at = start;
    while (at < this.#filled && bytes[at] !== LT) at++;
    return at;
  }

  #skipComment(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start + 4; at < end; at++) if (bytes[at] === GT && bytes[at - 1] === 45 && bytes[at - 2] === 45) return at + 1;
    return end;
  }

  #scanRow(bytes: Uint8Array, start: number, end: number): number {
    let row = this.#row + 1;
    let hidden = false;
    let at = start;
    for (; at < end && bytes[at] !== GT; at++) {
      if (bytes[at] !== EQUALS) continue;
      const quote = bytes[at + 1];
      const value = at + 2;
      const close = bytes.indexOf(quote!, value);
      if (close < 0) break;
      if (bytes[at - 1] === LETTER_R && bytes[at - 2]! <= 32) row = integer(bytes, value, close);
      else if (bytes[at - 1] === 110 && bytes[at - 2] === 101 && bytes[at - 3] === 100)
        hidden = bytes[value] === 49 || bytes[value] === LETTER_T;
      at = close;
    }
    this.#row = row;
    this.#column = 0;
    if (row >= 1 && row <= MAX_ROW) this.#context.row(row, hidden);
    return at + 1;
  }

  /** Scans one cell from behind its name; returns where it ends. */
  #scanCell(bytes: Uint8Array, start: number, end: number): number {
    let row = this.#row;
    let column = this.#column + 1;
    let style = 0;
    let type: number = Type.Number;
    let cellMetadata = 0;
    let valueMetadata = 0;
    let at = start;
    for (;;) {
      const code = bytes[at]!;
      if (code === GT || code === SLASH || at >= end) break;
      if (code <= 32) {
        at++;
        continue;
      }
      const name = at;
      while (at < end && bytes[at] !== EQUALS) at++;
      const length = at - name;
      const quote = bytes[at + 1];
      const value = at + 2;
      at = value;
      while (at < end && bytes[at] !== quote) at++;
      if (length === 1) {
        if (code === LETTER_R) {
          let digit = value;
          column = 0;
          for (let letter = bytes[digit]!; letter >= 65; letter = bytes[++digit]!) column = column * 26 + (letter & 31);
          row = integer(bytes, digit, at);
        } else if (code === LETTER_S) style = integer(bytes, value, at);
        else if (code === LETTER_T) type = cellType(bytes, value, at);
      } else if (length === 2 && bytes[name + 1] === 109) {
        if (code === LETTER_C) cellMetadata = integer(bytes, value, at);
        else if (code === LETTER_V) valueMetadata = integer(bytes, value, at);
      }
      at++;
    }
    this.#column = column;
    if (at >= end) throw damaged('the cells of a sheet are cut short');
    if (bytes[at] === SLASH) return at + 2;
    return this.#scanContent(bytes, at + 1, end, row, column, style, type, cellMetadata, valueMetadata);
  }

  #scanContent(
    bytes: Uint8Array,
    start: number,
    end: number,
    row: number,
    column: number,
    style: number,
    type: number,
    cellMetadata: number,
    valueMetadata: number,
  ): number {
    const prefix = this.#prefix;
    const context = this.#context;
    let kind: number = ValueKind.Empty;
    let payload = 0;
    let formula = -1;
    let shared = -1;
    let at = start;
    const inside = row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN;
    for (;;) {
      while (at < end && bytes[at] !== LT) at++;
      if (at >= end) throw damaged('the cells of a sheet are cut short');
      if (bytes[at + 1] === SLASH) {
        const name = at + 2 + prefix;
        const closes = bytes[name] === LETTER_C && endsName(bytes[name + 1]);
        at = closes && bytes[name + 1] === GT ? name + 2 : Math.max(bytes.indexOf(GT, at) + 1, at + 1);
        if (closes) break;
        continue;
      }
      const name = at + 1 + prefix;
      const code = bytes[name];
      if (code === LETTER_V && endsName(bytes[name + 1])) {
        const open = bytes[name + 1] === GT ? name + 1 : bytes.indexOf(GT, name);
        if (bytes[open - 1] === SLASH) {
          // A formula whose result is an empty text.
          if (type === Type.Text && inside) {
            kind = ValueKind.Text;
            payload = context.text('');
          }
          at = open + 1;
          continue;
        }
        let close = open + 1;
        while (close < end && bytes[close] !== LT) close++;
        if (bytes[close + 1] === 33) close = textEnd(bytes, open + 1, end);
        at = close;
        if (!inside) continue;
        switch (type) {
          case Type.Number:
            payload = parseNumber(bytes, open + 1, close);
            kind = ValueKind.Number;
            if (payload !== payload) {
              const text = decodeText(bytes, open + 1, close);
              kind = text.trim() === '' ? ValueKind.Empty : ValueKind.Text;
              payload = kind === ValueKind.Empty ? 0 : context.text(text);
            }
            break;
          case Type.Shared:
            payload = context.sharedString(integer(bytes, open + 1, close));
            kind = ValueKind.Text;
            if (payload < 0) {
              context.problem('text');
              payload = context.text('');
            }
            break;
          case Type.Boolean:
            payload = bytes[open + 1] === 49 || bytes[open + 1] === LETTER_T ? 1 : 0;
            kind = ValueKind.Boolean;
            break;
          case Type.Error:
            payload = context.text(
              (valueMetadata > 0 ? context.richError(valueMetadata) : null) ?? decodeText(bytes, open + 1, close).trim(),
            );
            kind = ValueKind.Error;
            break;
          case Type.Date: {
            const text = decodeText(bytes, open + 1, close);
            const serial = context.date(text);
            kind = serial === serial ? ValueKind.Number : ValueKind.Text;
            payload = serial === serial ? serial : context.text(text);
            break;
          }
          default:
            payload = context.text(unescapeExcel(decodeText(bytes, open + 1, close)));
            kind = ValueKind.Text;
        }
      } else if (code === LETTER_F && endsName(bytes[name + 1])) {
        const open = bytes[name + 1] === GT ? name + 1 : this.#scanFormulaTag(bytes, name + 1, end);
        const plain = open === name + 1;
        const empty = bytes[open - 1] === SLASH;
        const close = empty ? open + 1 : textEnd(bytes, open + 1, end);
        at = close;
        if (!inside) continue;
        if (!empty && close > open + 1) formula = context.formula(decodeText(bytes, open + 1, close), row, column);
        if (plain) continue;
        if (this.#formulaType === 'shared' && this.#sharedIndex >= 0) {
          if (formula >= 0) this.#shared.set(this.#sharedIndex, formula);
          else {
            formula = this.#shared.get(this.#sharedIndex) ?? -1;
            if (formula < 0) shared = this.#sharedIndex;
          }
        } else if (this.#formulaType === 'array') {
          context.array(attributeIn(this.#formulaAttributes, 'ref'), 'array', cellMetadata);
        } else if (this.#formulaType === 'dataTable') {
          context.array(attributeIn(this.#formulaAttributes, 'ref'), 'dataTable', 0);
          formula = context.formula(dataTableFormula(this.#formulaAttributes), row, column);
        }
      } else if (code === LETTER_I && bytes[name + 1] === LETTER_S && endsName(bytes[name + 2])) {
        const open = bytes.indexOf(GT, name);
        if (bytes[open - 1] === SLASH) {
          at = open + 1;
          continue;
        }
        const close = this.#closeOfInline(bytes, open + 1, end);
        at = close;
        if (!inside) continue;
        payload = context.text(richText(bytes, open + 1, close, prefix));
        kind = ValueKind.Text;
      } else {
        at++;
      }
    }
    if (!inside) {
      context.problem('outside');
      return at;
    }
    if (kind === ValueKind.Empty && formula < 0 && shared < 0) return at;
    const position = this.cells.add(row, column, kind, payload, formula, context.formatOfStyle[style] ?? 0);
    if (shared >= 0) this.#waiting.push(position, shared);
    return at;
  }

  /** Reads the attributes of `<f …>`; returns the position of its `>`. */
  #scanFormulaTag(bytes: Uint8Array, start: number, end: number): number {
    let open = start;
    while (open < end && bytes[open] !== GT) open++;
    this.#formulaType = '';
    this.#sharedIndex = -1;
    // Most formulas with attributes are ` t="shared" si="12"/`, whose text need not be made.
    if (bytes[start + 1] === LETTER_T && bytes[start + 10] === QUOTE && bytes[start + 12] === LETTER_S && bytes[start + 15] === QUOTE) {
      const close = bytes.indexOf(QUOTE, start + 16);
      this.#formulaType = 'shared';
      this.#sharedIndex = integer(bytes, start + 16, close);
      return open;
    }
    this.#formulaAttributes = decodeText(bytes, start, open);
    this.#formulaType = attributeIn(this.#formulaAttributes, 't');
    const index = attributeIn(this.#formulaAttributes, 'si');
    if (index !== '') this.#sharedIndex = Number(index);
    return open;
  }

  #closeOfInline(bytes: Uint8Array, start: number, end: number): number {
    for (let at = bytes.indexOf(LT, start); at >= 0 && at < end; at = bytes.indexOf(LT, at + 1)) {
      const name = at + 2 + this.#prefix;
      if (bytes[at + 1] === SLASH && bytes[name] === LETTER_I && bytes[name + 1] === LETTER_S && endsName(bytes[name + 2])) return at;
    }
    throw damaged('the cells of a sheet are cut short');
  }
}
