import { stringifyRange } from '../../../core/workbook/Address';
import { EditRows } from './EditRows';
import type { Mention } from './mentionOf';
import { attribute, childOf, parseXml, printXml, rootOf, setAttribute, type XmlElement } from './editXml';

const OPEN = /<((?:[\w.-]+:)?)sheetData\b(?:\s[^>]*?)?(\/?)>/;

/** A worksheet part: its cells as rows, all around them as a tree. */
export class EditSheet {
  readonly rows: EditRows;
  /** The `worksheet` element; its `sheetData` is kept empty, the rows have its content. */
  readonly root: XmlElement;
  /** `x:` in a part whose elements are written `<x:c>`, else empty. */
  readonly prefix: string;
  readonly #text: string;
  readonly #document: XmlElement;
  #changed = false;

  private constructor(text: string, document: XmlElement, data: string, prefix: string) {
    this.#text = text;
    this.#document = document;
    this.root = rootOf(document);
    this.prefix = prefix;
    this.rows = new EditRows(data, prefix);
  }

  /** The worksheet in this text; null for a part without cells, such as a chart sheet, and for a damaged one. */
  static parse(text: string): EditSheet | null {
    const open = OPEN.exec(text);
    if (!open) return null;
    const prefix = open[1] ?? '';
    const start = open.index + open[0].length;
    const end = open[2] ? start : text.indexOf(`</${prefix}sheetData>`, start);
    if (end < 0) return null;
    const document = parseXml(text.slice(0, start) + text.slice(end));
    return document && new EditSheet(text, document, text.slice(start, end), prefix);
  }

  /** True when the part may name a sheet: always once it was changed. */
  mentions(mention: Mention): boolean {
    return this.#changed || mention(this.#text);
  }

  /** To be called by whoever changes rows or tree. */
  markChanged(): void {
    this.#changed = true;
  }

  /** The part's text, or null when it is what it was. */
  print(): string | null {
    const data = childOf(this.root, 'sheetData');
    if (data) data.children = [this.rows.print()].filter((text) => text !== '');
    const text = printXml(this.#document);
    if (data) data.children = [];
    return text === this.#text ? null : text;
  }

  /** Writes down which range has cells now. */
  updateDimension(): void {
    const dimension = childOf(this.root, 'dimension');
    const bounds = this.rows.bounds();
    if (dimension && attribute(dimension, 'ref') !== undefined) setAttribute(dimension, 'ref', bounds ? stringifyRange(bounds) : 'A1');
  }
}
