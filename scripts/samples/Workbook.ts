import { columnName, parseRange } from '../../src/core/workbook/Address';
import type { Look } from './styles';

/** What a cell shows: blank, a number, a text or a truth value. */
export type Content = number | string | boolean | null;

/** A cell being built: a formula without `=` or null, the value it shows, and how it looks. */
export interface Cell {
  formula: string | null;
  value: Content;
  look: Look;
  format: string;
}

export interface TableModel {
  readonly name: string;
  /** A1, header row included; grows and shrinks with its rows. */
  ref: string;
  columns: readonly { readonly name: string; readonly formula: string | null }[];
}

export interface ValidationModel {
  ref: string;
  readonly formula: string;
  readonly prompt: string;
}

/** A sheet being built. Rows and columns count from 1. */
export class Sheet {
  readonly cells = new Map<string, Cell>();
  readonly widths: number[] = [];
  readonly notes = new Map<string, string>();
  readonly validations: ValidationModel[] = [];
  readonly tables: TableModel[] = [];
  /** The first cell that scrolls. */
  frozenAt = 'A1';
  autoFilter: string | null = null;
  gridLines = true;

  constructor(readonly name: string) {}

  /** Puts one content at an A1 address; a text that starts with `=` is a formula. */
  put(address: string, content: Content, look: Look = 'plain', format = 'General'): void {
    const formula = typeof content === 'string' && content.startsWith('=') ? content.slice(1) : null;
    this.cells.set(address, { formula, value: formula === null ? content : null, look, format });
  }

  /** Puts contents side by side, starting at an A1 address. */
  putRow(address: string, contents: readonly Content[], look: Look = 'plain', format = 'General'): void {
    const start = parseRange(address)!;
    contents.forEach((content, i) => {
      if (content !== null) this.put(columnName(start.firstColumn + i) + start.firstRow, content, look, format);
    });
  }

  /** Puts column headers side by side: the first `texts` of them stand over texts, the others over numbers. */
  putHeader(address: string, labels: readonly string[], texts: number): void {
    const { firstColumn, firstRow } = parseRange(address)!;
    labels.forEach((label, i) => this.put(columnName(firstColumn + i) + firstRow, label, i < texts ? 'header' : 'figureHeader'));
  }

  cell(address: string): Cell {
    const found = this.cells.get(address);
    if (!found) throw new Error(`${this.name}!${address} is empty`);
    return found;
  }
}

/** A workbook being built: sheets in order and the names defined for all of them. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  /** Name to what it stands for, without `=`. */
  readonly names = new Map<string, string>();

  constructor(readonly title: string) {}

  add(name: string): Sheet {
    const sheet = new Sheet(name);
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(name: string): Sheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`There is no sheet ${name}`);
    return found;
  }
}

/** The cells of an A1 range, row by row. */
export function addressesIn(range: string): string[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = parseRange(range)!;
  const addresses: string[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) addresses.push(columnName(column) + row);
  }
  return addresses;
}
