import { MAX_COLUMN, MAX_ROW, columnName } from '../../../core/workbook/Address';
import type { Span } from '../../../core/workbook/Snapshot';
import { cutReferences } from '../../../core/formula/cutReferences';
import { shiftReferences } from '../../../core/formula/shiftReferences';
import { cutLine } from '../../../core/workbook/cutLines';
import { cutColumnWidths, cutRange, type LineCut } from './cutLines';
import { ofCells, rangeShifter, rewriteFormulas, type Rewrite } from './editFormulas';
import type { EditBook } from './EditBook';
import type { EditRows } from './EditRows';
import { shiftTables } from './editTables';
import { mentionOf } from './mentionOf';
import { moveCells } from './moveCells';
import { splitRanges } from './splitRanges';
import { attribute, childrenOf, removeElements, rootOf, setAttribute, setText, textOf, walkXml, type XmlElement } from './editXml';

/** Rows or columns, or only their cells in some lines, put into a sheet before `at`, or taken out from `at` on; or whole ones cut and pasted. */
export type LineEdit = LinesInOrOut | LineCut;

export interface LinesInOrOut {
  readonly kind: 'insert' | 'delete';
  readonly axis: 'row' | 'column';
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
  /** The lines of the other axis in which cells move; all of them when absent. */
  readonly across?: Span | undefined;
}

type MoveLine = (line: number) => number | null;
/** The row, or else column, to which a cell moves; null when it is gone. */
type MoveCell = (row: number, column: number) => number | null;

/**
 * Inserts, deletes, or cuts and pastes lines, or cells, of a sheet and re-expresses everything in the package that refers to what moved.
 * Charts and pictures move with whole lines only.
 */
export function editLines(book: EditBook, edit: LineEdit): void {
  const { axis, sheet, across } = edit;
  const target = moveLine(edit);
  const move = (rows: EditRows): void => (across ? rows.moveSome(axis, across, target) : rows.move(axis, [target]));
  moveCells(book, new Map([[sheet, { shiftRanges: [rangeMove(edit)], move }]]), ofCells(rewriteOf(edit)));
  editAround(book, edit);
  book.sheet(book.entry(sheet))?.updateDimension();
}

/** Does what `editLines` does but for the cells, which stay where they are, with their formulas. */
export function editAround(book: EditBook, edit: LineEdit): void {
  const { kind, axis, sheet: name, at, across } = edit;
  const rewrite = rewriteOf(edit);
  const shiftRange = rangeMove(edit);
  const target = moveLine(edit);
  const moveCell: MoveCell = (row, column) => {
    const [line, other] = axis === 'row' ? [row, column] : [column, row];
    return across && (other < across.first || other > across.last) ? line : target(line);
  };
  const mention = mentionOf(name);
  for (const entry of book.sheets) {
    const sheet = book.sheet(entry);
    const own = entry.name === name;
    if (!sheet || (!own && !sheet.mentions(mention))) continue;
    sheet.markChanged();
    if (own && (across || kind === 'cut')) splitRanges(sheet.root, edit);
    rewriteFormulas(sheet.root, entry.name, rewrite);
    if (!own) continue;
    shiftSheetRanges(sheet.root, edit, shiftRange, across ? null : target);
    shiftComments(book, entry.path, shiftRange, axis, moveCell);
    if (!across) for (const drawing of book.parts.related(entry.path, 'drawing')) shiftAnchors(book.parts.tree(drawing), edit);
    if (kind === 'cut' && axis === 'column') cutColumnWidths(sheet.root, edit);
    shiftTables(book, entry, { axis, at, count: signedCount(edit), across }, shiftRange);
    for (const pivot of book.parts.related(entry.path, 'pivotTable')) shiftAttribute(book.parts.tree(pivot), 'location', shiftRange);
  }
  book.rewriteOutsideSheets(rewrite);
  book.shiftPivotSources(name, shiftRange);
}

function rewriteOf(edit: LineEdit): Rewrite {
  if (edit.kind === 'cut') return (formula, home) => cutReferences(formula, { ...edit, sheetOfFormula: home ?? '' });
  const { sheet, axis, at, across } = edit;
  return (formula, home) => shiftReferences(formula, { sheetOfFormula: home ?? '', sheet, axis, at, count: signedCount(edit), across });
}

/** Where a range such as `A1:B2` stands afterwards, null when all of it is gone. */
export function rangeMove(edit: LineEdit): (range: string) => string | null {
  const { axis, at, across } = edit;
  return edit.kind === 'cut' ? cutRange(edit) : rangeShifter({ axis, at, count: signedCount(edit), across });
}

/** Where one line stands afterwards, null when it is gone. */
export function moveLine(edit: LineEdit): (line: number) => number | null {
  return edit.kind === 'cut' ? (line) => cutLine(line, edit) : (line) => shiftLine(line, edit);
}

/** How many lines come; negative when they go, 0 when they move. */
export function signedCount({ kind, count }: LineEdit): number {
  return kind === 'insert' ? count : kind === 'delete' ? -count : 0;
}

function shiftLine(line: number, { kind, axis, at, count }: LineEdit): number | null {
  if (line < at) return line;
  const moved = kind === 'insert' ? line + count : line - count;
  return (kind === 'delete' && line < at + count) || moved > (axis === 'row' ? MAX_ROW : MAX_COLUMN) ? null : moved;
}

const RANGE_ATTRIBUTES = ['ref', 'sqref', 'activeCell', 'topLeftCell'];
/** They stand for the view, not for content, and fall back to the first cell. */
const VIEW = new Set(['selection', 'pane', 'sheetView', 'dimension']);

/** Moves merges, validations, conditional formats, links, filters; and, when whole lines move (`moveLine`), views, breaks and column widths. */
function shiftSheetRanges(
  root: XmlElement,
  { axis, kind }: LineEdit,
  shiftRange: (range: string) => string | null,
  moveLine: MoveLine | null,
): void {
  const gone = new Set<XmlElement>();
  walkXml(root, (element, parent) => {
    if ((!moveLine || kind === 'cut') && VIEW.has(element.name)) return;
    for (const name of RANGE_ATTRIBUTES) {
      const ranges = attribute(element, name);
      if (ranges === undefined) continue;
      const now = shiftList(ranges, shiftRange);
      if (now === '' && !VIEW.has(element.name)) gone.add(element);
      else if (now !== ranges) setAttribute(element, name, now || 'A1');
    }
    if (element.name === 'sqref') {
      const now = shiftList(textOf(element), shiftRange);
      if (now === '') gone.add(parent);
      else setText(element, now);
    }
    if (!moveLine) return;
    if (element.name === 'brk' && parent.name === (axis === 'row' ? 'rowBreaks' : 'colBreaks')) {
      const now = moveLine(Number(attribute(element, 'id')));
      if (now === null) gone.add(element);
      else setAttribute(element, 'id', String(now));
    }
    if (element.name === 'col' && parent.name === 'cols' && axis === 'column' && kind !== 'cut' && !shiftColumnSpan(element, shiftRange))
      gone.add(element);
  });
  if (gone.size > 0) removeElements(root, gone);
}

function shiftList(ranges: string, shiftRange: (range: string) => string | null): string {
  return ranges
    .split(/\s+/)
    .map((range) => (range === '' ? null : shiftRange(range)))
    .filter((range) => range !== null)
    .join(' ');
}

/** A run of columns with one width; false when all of it is gone. */
function shiftColumnSpan(column: XmlElement, shiftRange: (range: string) => string | null): boolean {
  const span = [Number(attribute(column, 'min')), Math.min(MAX_COLUMN, Number(attribute(column, 'max')))];
  const now = shiftRange(`A${span[0]}:A${span[1]}`.replace(/A(\d+)/g, (_, number: string) => `${columnName(Number(number))}1`));
  if (now === null) return false;
  const ends = now.split(':').map((end) => columnIndex(end));
  setAttribute(column, 'min', String(ends[0]));
  setAttribute(column, 'max', String(ends[1] ?? ends[0]));
  return true;
}

function columnIndex(address: string): number {
  let column = 0;
  for (const letter of address.replace(/[^A-Z]/gi, '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Notes, threaded comments and the shapes that notes are drawn with. */
function shiftComments(
  book: EditBook,
  path: string,
  shiftRange: (range: string) => string | null,
  axis: 'row' | 'column',
  moveCell: MoveCell,
): void {
  for (const part of [...book.parts.related(path, 'comments'), ...book.parts.related(path, 'threadedComment')]) {
    const tree = book.parts.tree(part);
    if (!tree) continue;
    walkXml(tree, (element, parent) => {
      if (element.name !== 'comment' && element.name !== 'threadedComment') return true;
      const now = shiftRange(attribute(element, 'ref') ?? '');
      if (now === null) parent.children = parent.children.filter((child) => child !== element);
      else setAttribute(element, 'ref', now);
      return false;
    });
  }
  for (const part of book.parts.related(path, 'vmlDrawing')) shiftNoteShapes(book.parts.tree(part), axis, moveCell);
}

function shiftNoteShapes(tree: XmlElement | null, axis: 'row' | 'column', moveCell: MoveCell): void {
  if (!tree) return;
  const gone = new Set<XmlElement>();
  for (const shape of elementsNamed(tree, 'shape')) {
    const data = childrenOf(shape, 'ClientData')[0];
    const [row, column] = ['Row', 'Column'].map((name) => data && childrenOf(data, name)[0]);
    const cell = axis === 'row' ? row : column;
    if (!data || !cell) continue;
    const before = Number(textOf(cell)) + 1;
    const now = moveCell(row ? Number(textOf(row)) + 1 : 0, column ? Number(textOf(column)) + 1 : 0);
    if (now === null) gone.add(shape);
    else if (now !== before) {
      setText(cell, String(now - 1));
      moveNoteAnchor(data, axis, now - before);
    }
  }
  if (gone.size > 0) removeElements(rootOf(tree), gone);
}

/** `left column, offset, top row, offset, right column, offset, bottom row, offset` */
function moveNoteAnchor(data: XmlElement, axis: 'row' | 'column', by: number): void {
  const anchor = childrenOf(data, 'Anchor')[0];
  if (!anchor) return;
  const numbers = textOf(anchor).split(',').map(Number);
  for (const i of axis === 'row' ? [2, 6] : [0, 4]) numbers[i] = Math.max(0, (numbers[i] ?? 0) + by);
  setText(anchor, numbers.join(', '));
}

function elementsNamed(tree: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  walkXml(tree, (element) => {
    if (element.name === name) found.push(element);
  });
  return found;
}

/** Charts and pictures move and stretch with the cells they are anchored to, as far as their anchor says so. */
function shiftAnchors(tree: XmlElement | null, edit: LineEdit): void {
  if (!tree) return;
  const corner = (line: number): number =>
    edit.kind === 'cut'
      ? (cutLine(line + 1, edit) ?? line + 1) - 1
      : shiftCorner(line, edit.at, edit.kind === 'insert' ? edit.count : -edit.count);
  walkXml(tree, (anchor) => {
    if (anchor.name !== 'twoCellAnchor' && anchor.name !== 'oneCellAnchor') return true;
    const behaviour = attribute(anchor, 'editAs') ?? 'twoCell';
    if (behaviour === 'absolute') return false;
    const lines = ['from', 'to']
      .map((end) => childrenOf(anchor, end)[0])
      .map((end) => end && childrenOf(end, edit.axis === 'row' ? 'row' : 'col')[0]);
    const [from, to] = lines;
    if (!from) return false;
    const start = Number(textOf(from));
    const startNow = corner(start);
    setText(from, String(startNow));
    if (!to) return false;
    const end = Number(textOf(to));
    // What is cut takes along what begins in it, as large as it is.
    const along = behaviour === 'oneCell' || edit.kind === 'cut';
    setText(to, String(along ? end + startNow - start : Math.max(startNow, corner(end))));
    return false;
  });
}

/** A corner, counted from 0, in the line it lies in; one in a deleted line goes to where the deletion was. */
function shiftCorner(line: number, at: number, count: number): number {
  if (line + 1 < at) return line;
  return count > 0 ? line + count : Math.max(at - 1, line + count);
}

function shiftAttribute(tree: XmlElement | null, element: string, shiftRange: (range: string) => string | null): void {
  if (!tree) return;
  for (const found of elementsNamed(tree, element)) {
    const now = shiftRange(attribute(found, 'ref') ?? '');
    if (now !== null) setAttribute(found, 'ref', now);
  }
}
