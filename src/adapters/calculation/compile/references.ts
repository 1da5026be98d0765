import { parseA1Ref } from '@borgar/fx/xlsx';
import { MAX_COLUMN, MAX_ROW } from '../../../core/workbook/Address';
import type { CellError } from '../../../core/workbook/CellValue';
import { ERRORS } from '../values/errors';
import { Area, AreaList } from '../values/Area';
import type { Value } from '../values/Value';
import type { Book } from '../model/Book';
import { Unknowable } from '../model/interruptions';
import type { Cell } from './Program';

/** Where a formula's text stands, for telling offsets from its relative addresses; counted from 1. */
export interface Base {
  readonly row: number;
  readonly column: number;
}

/** The cells that a reference means in each cell that holds it, as one area or several; an error for a sheet that is gone. */
export type Resolve = (cell: Cell) => Area | AreaList | CellError;

interface Corner {
  readonly index: number;
  readonly fixed: boolean;
}

/** Reads a reference such as `Sheet2!A$1:B2`, `G:H` or `Jan:Mar!C3`, written for a cell at `base`; `index` is its place among those of the formula. */
export function compileReference(text: string, base: Base, book: Pick<Book, 'sheet'>, index: number): Resolve {
  const parsed = parseA1Ref(text, { allowNamed: false });
  const range = parsed && 'range' in parsed ? parsed.range : null;
  if (!parsed || !range) throw new Unknowable('formula', text);
  if (parsed.workbookName) throw new Unknowable('external', text.slice(0, text.lastIndexOf('!')));
  const corner = (index: number | null | undefined, fixed: boolean | null | undefined, at: number, edge: number): Corner => {
    if (index === null || index === undefined) return { index: edge, fixed: true };
    return fixed ? { index: index + 1, fixed: true } : { index: index + 1 - at, fixed: false };
  };
  const top = corner(range.top, range.$top, base.row, 1);
  const bottom = corner(range.bottom, range.$bottom, base.row, MAX_ROW);
  const left = corner(range.left, range.$left, base.column, 1);
  const right = corner(range.right, range.$right, base.column, MAX_COLUMN);
  const areaOn = (cell: Cell, sheet: number): Area | CellError => {
    const { row, column } = cell.own;
    const firstRow = resolve(top, row, MAX_ROW);
    const lastRow = resolve(bottom, row, MAX_ROW);
    const firstColumn = resolve(left, column, MAX_COLUMN);
    const lastColumn = resolve(right, column, MAX_COLUMN);
    return cell.area(
      sheet,
      Math.min(firstRow, lastRow),
      Math.min(firstColumn, lastColumn),
      Math.max(firstRow, lastRow),
      Math.max(firstColumn, lastColumn),
      index,
    );
  };
  if (!parsed.sheetName) return (cell) => areaOn(cell, cell.own.sheet);
  const [first = '', last] = parsed.sheetName.split(':');
  const from = book.sheet(parsed.sheetName) >= 0 ? book.sheet(parsed.sheetName) : book.sheet(first);
  const to = last === undefined || book.sheet(parsed.sheetName) >= 0 ? from : book.sheet(last);
  if (from < 0 || to < 0) return () => ERRORS.reference;
  if (from === to) return (cell) => areaOn(cell, from);
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return (cell) =>
    new AreaList(Array.from({ length: high - low + 1 }, (_, k) => areaOn(cell, low + k)).filter((area) => area instanceof Area));
}

/** The smallest rectangle around two areas, as `:` makes it; an error when they are not on one sheet. */
export function joinAreas(a: Value, b: Value): Value {
  if (!(a instanceof Area) || !(b instanceof Area)) return ERRORS.value;
  if (a.sheet !== b.sheet) return ERRORS.value;
  return new Area(
    a.arrangement,
    a.sheet,
    Math.min(a.firstRow, b.firstRow),
    Math.min(a.firstColumn, b.firstColumn),
    Math.max(a.lastRow, b.lastRow),
    Math.max(a.lastColumn, b.lastColumn),
  );
}

/** The cells that two areas share, as a space between them means it. */
export function intersectAreas(a: Value, b: Value): Value {
  if (!(a instanceof Area) || !(b instanceof Area)) return ERRORS.value;
  const [firstRow, lastRow] = [Math.max(a.firstRow, b.firstRow), Math.min(a.lastRow, b.lastRow)];
  const [firstColumn, lastColumn] = [Math.max(a.firstColumn, b.firstColumn), Math.min(a.lastColumn, b.lastColumn)];
  if (a.sheet !== b.sheet || firstRow > lastRow || firstColumn > lastColumn) return ERRORS.null;
  return new Area(a.arrangement, a.sheet, firstRow, firstColumn, lastRow, lastColumn);
}

/** Both areas as one argument, as a comma in parentheses means it. */
export function uniteAreas(a: Value, b: Value): Value {
  const areas = [a, b].flatMap((value) => (value instanceof Area ? [value] : value instanceof AreaList ? value.areas : []));
  return areas.length < 2 ? ERRORS.value : new AreaList(areas);
}

/** What leaves the sheet comes in again at the other end. */
function resolve({ index, fixed }: Corner, at: number, limit: number): number {
  const place = fixed ? index : index + at;
  return place >= 1 && place <= limit ? place : ((((place - 1) % limit) + limit) % limit) + 1;
}
