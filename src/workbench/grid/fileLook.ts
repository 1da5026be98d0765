import type { IFreeze, IStyleData } from '@univerjs/core';
import { EditBook, type SheetEntry } from '../../adapters/xlsx/edit/EditBook';
import { writtenAttribute } from '../../adapters/xlsx/edit/editCell';
import { attribute, childOf, childrenOf, type XmlElement } from '../../adapters/xlsx/edit/editXml';
import { readResult } from '../../adapters/xlsx/read/ReadError';
import { parseRange } from '../../core/workbook/Address';
import { fileColors } from './fileColors';
import { fileStyles } from './fileStyles';

/** How a workbook file looks, as far as the grid draws it; content comes from the book. */
export interface FileLook {
  /** Univer styles by the number that cells give, number formats left out. */
  readonly styles: readonly (IStyleData | undefined)[];
  readonly sheets: ReadonlyMap<string, SheetLook>;
}

/** Rows and columns count from 1; sizes are pixels. */
export interface SheetLook {
  /** The number of a cell's style, -1 for none. */
  readonly styleAt: (row: number, column: number) => number;
  /** Visits all cells that have a style, empty ones too. */
  readonly forEachStyled: (visit: (row: number, column: number, style: number) => void) => void;
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly defaultWidth: number;
  readonly gridlines: boolean;
  readonly freeze: IFreeze | null;
  readonly tabColor: string | null;
}

/** Past this many columns a width is one of the whole sheet. */
const MOST_COLUMNS = 500;
const PIXELS_A_POINT = 4 / 3;
const LARGE_FONT = 12;
const PIXELS_A_FONT_POINT = 1.8;

/** How the file looks; null when it has no look to read, as an .xlsb has not. */
export function readFileLook(bytes: Uint8Array): FileLook | null {
  const look = readResult(() => lookOf(bytes));
  return look.ok ? look.value : null;
}

function lookOf(bytes: Uint8Array): FileLook | null {
  const opened = EditBook.open(bytes);
  if (!opened.ok) return null;
  const book = opened.value;
  const part = (type: string): XmlElement | null => {
    const path = book.parts.related(book.path, type)[0];
    return path !== undefined && book.parts.tree(path) ? book.parts.root(path) : null;
  };
  const styleSheet = part('styles');
  const colors = fileColors(part('theme'));
  const styles = styleSheet ? fileStyles(styleSheet, colors) : [];
  return { styles, sheets: new Map(book.sheets.flatMap((entry) => sheetLook(book, entry, styles, colors))) };
}

function sheetLook(
  book: EditBook,
  entry: SheetEntry,
  known: readonly (IStyleData | undefined)[],
  colors: (element: XmlElement | undefined) => string | null,
): [string, SheetLook][] {
  const sheet = book.sheet(entry);
  if (!sheet) return [];
  const styles = new Map<number, Map<number, number>>();
  const heights = new Map<number, number>();
  sheet.rows.forEach(
    () => true,
    (row, { column, attributes }) => {
      const style = writtenAttribute(attributes, 's');
      if (style === null) return false;
      let cells = styles.get(row);
      if (!cells) styles.set(row, (cells = new Map()));
      cells.set(column, Number(style));
      // Rows without a height of their own grow with their fonts.
      const size = known[Number(style)]?.fs ?? 0;
      if (size > LARGE_FONT) heights.set(row, Math.max(heights.get(row) ?? 0, Math.round(size * PIXELS_A_FONT_POINT)));
      return false;
    },
  );
  sheet.rows.forEachRow((row, attributes) => {
    const height = writtenAttribute(attributes, 'customHeight') === null ? null : writtenAttribute(attributes, 'ht');
    if (height !== null) heights.set(row, Math.round(Number(height) * PIXELS_A_POINT));
  });
  const { root } = sheet;
  const format = childOf(root, 'sheetFormatPr');
  const views = childOf(root, 'sheetViews');
  const view = views && childOf(views, 'sheetView');
  const properties = childOf(root, 'sheetPr');
  const look: SheetLook = {
    styleAt: (row, column) => styles.get(row)?.get(column) ?? -1,
    forEachStyled: (visit) => styles.forEach((cells, row) => cells.forEach((style, column) => visit(row, column, style))),
    widths: columnWidths(root),
    heights,
    defaultWidth: pixels(Number((format && attribute(format, 'defaultColWidth')) ?? 8.43)),
    gridlines: !view || !['0', 'false'].includes(attribute(view, 'showGridLines') ?? '1'),
    freeze: freezeOf(view),
    tabColor: colors(properties && childOf(properties, 'tabColor')),
  };
  return [[entry.name, look]];
}

function columnWidths(root: XmlElement): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const columns = childOf(root, 'cols');
  for (const column of columns ? childrenOf(columns, 'col') : []) {
    const width = attribute(column, 'width');
    const last = Math.min(MOST_COLUMNS, Number(attribute(column, 'max')));
    if (width === undefined) continue;
    for (let at = Number(attribute(column, 'min')); at <= last; at++) widths.set(at, pixels(Number(width)));
  }
  return widths;
}

/** A width in characters of Calibri 11, as files give it. */
function pixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

function freezeOf(view: XmlElement | undefined): IFreeze | null {
  const pane = view && childOf(view, 'pane');
  if (!pane || !(attribute(pane, 'state') ?? '').startsWith('frozen')) return null;
  const xSplit = Number(attribute(pane, 'xSplit') ?? 0);
  const ySplit = Number(attribute(pane, 'ySplit') ?? 0);
  const corner = parseRange(attribute(pane, 'topLeftCell') ?? '');
  return {
    xSplit,
    ySplit,
    startRow: ySplit === 0 ? -1 : Math.max(ySplit, (corner?.firstRow ?? 1) - 1),
    startColumn: xSplit === 0 ? -1 : Math.max(xSplit, (corner?.firstColumn ?? 1) - 1),
  };
}
