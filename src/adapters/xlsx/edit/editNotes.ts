import type { NoteContent } from '../../../core/sync/SyncPlan';
import { parseRange, stringifyAddress, type CellAddress } from '../../../core/workbook/Address';
import { unescapeExcel } from '../read/cellText';
import type { EditBook, SheetEntry } from './EditBook';
import type { EditSheet } from './EditSheet';
import { encodeText } from './encodeText';
import { attribute, childOf, childrenOf, newElement, rootOf, setAttribute, textOf, type XmlElement } from './editXml';
import { addNoteShape, canDrawNotes, removeNoteShape } from './noteShapes';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

/** The note of a cell; null for none, and why it cannot be changed as a sentence where that is so. */
export interface HeldNote {
  readonly note: NoteContent | null;
  readonly reason: string | null;
}

/** What note a cell has in a file, and whether it can be changed. */
export function heldNote(book: EditBook, entry: SheetEntry, cell: CellAddress): HeldNote {
  const reason = isThreaded(book, entry, cell)
    ? 'A threaded comment stands on the cell, so it was left as it is.'
    : canDrawNotes(book, entry)
      ? null
      : 'The drawing of this sheet’s notes cannot be read, so the note was left as it is.';
  for (const list of listsOf(book, entry)) {
    const found = list.comments.find((comment) => isAt(comment, cell));
    if (!found) continue;
    const text = childOf(found, 'text');
    const author = list.authors[Number(attribute(found, 'authorId') ?? 0)];
    return { note: { author: author ? textOf(author) : '', text: text ? wordsOf(text) : '' }, reason };
  }
  return { note: null, reason };
}

/** Gives a cell another note (null: none), with the shape that Excel draws it in; what stands around it stays. */
export function setNote(book: EditBook, entry: SheetEntry, sheet: EditSheet, cell: CellAddress, after: NoteContent | null): void {
  for (const list of listsOf(book, entry)) {
    const found = list.comments.find((comment) => isAt(comment, cell));
    if (!found) continue;
    if (after !== null) return write(list.root, found, after);
    list.element.children = list.element.children.filter((child) => child !== found);
    removeNoteShape(book, entry, sheet, cell);
    if (list.comments.length === 1) removePart(book, entry, list.path);
    return;
  }
  if (after === null) return;
  const list = listsOf(book, entry)[0] ?? addPart(book, entry);
  const made = newElement(list.element, 'comment', { ref: stringifyAddress(cell), authorId: '0' });
  const later = list.element.children.findIndex((child) => typeof child !== 'string' && isBehind(child, cell));
  list.element.children.splice(later < 0 ? list.element.children.length : later, 0, made);
  write(list.root, made, after);
  addNoteShape(book, entry, sheet, cell);
}

interface NoteList {
  readonly path: string;
  readonly root: XmlElement;
  readonly authors: readonly XmlElement[];
  /** The `commentList`. */
  readonly element: XmlElement;
  readonly comments: readonly XmlElement[];
}

function listsOf(book: EditBook, entry: SheetEntry): NoteList[] {
  return book.parts.related(entry.path, 'comments').flatMap((path) => {
    const tree = book.parts.tree(path);
    const root = tree && rootOf(tree);
    const element = root && childOf(root, 'commentList');
    if (!root || !element) return [];
    const authors = childOf(root, 'authors');
    return [{ path, root, authors: authors ? childrenOf(authors, 'author') : [], element, comments: childrenOf(element, 'comment') }];
  });
}

function addPart(book: EditBook, entry: SheetEntry): NoteList {
  const path = book.parts.freePath('xl/comments#.xml');
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors/><commentList/></comments>`;
  book.parts.addPart(entry.path, path, 'comments', COMMENTS_TYPE, text);
  return listsOf(book, entry)[0]!;
}

/** A list without notes goes, with all that leads to it. */
function removePart(book: EditBook, entry: SheetEntry, path: string): void {
  for (const relationship of book.parts.relationships(entry.path))
    if (relationship.type === 'comments' && relationship.target === path) book.parts.removeRelationship(entry.path, relationship);
  book.parts.remove(path);
}

/** In the look of its last words, as its first are often who wrote it. */
function write(root: XmlElement, comment: XmlElement, { author, text }: NoteContent): void {
  setAttribute(comment, 'authorId', String(authorIndex(root, author)));
  const before = childOf(comment, 'text');
  const run = before && childrenOf(before, 'r').at(-1);
  const look = run && childOf(run, 'rPr');
  const written = newElement(comment, 'text');
  const words = newElement(comment, 't', { 'xml:space': 'preserve' });
  words.children = [encodeText(text)];
  if (look) {
    const made = newElement(comment, 'r');
    made.children = [look, words];
    written.children = [made];
  } else written.children = [words];
  if (before) comment.children = comment.children.map((child) => (child === before ? written : child));
  else comment.children.unshift(written);
}

function authorIndex(root: XmlElement, author: string): number {
  let list = childOf(root, 'authors');
  if (!list) root.children.unshift((list = newElement(root, 'authors')));
  const known = childrenOf(list, 'author').findIndex((each) => textOf(each) === author);
  if (known >= 0) return known;
  const made = newElement(list, 'author', {}, author);
  list.children.push(made);
  return childrenOf(list, 'author').length - 1;
}

function isThreaded(book: EditBook, entry: SheetEntry, cell: CellAddress): boolean {
  return book.parts.related(entry.path, 'threadedComment').some((path) => {
    const tree = book.parts.tree(path);
    return tree !== null && childrenOf(rootOf(tree), 'threadedComment').some((comment) => isAt(comment, cell));
  });
}

function isAt(comment: XmlElement, { row, column }: CellAddress): boolean {
  const range = parseRange(attribute(comment, 'ref') ?? '');
  return range !== null && range.firstRow === row && range.firstColumn === column;
}

function isBehind(comment: XmlElement, { row, column }: CellAddress): boolean {
  const range = parseRange(attribute(comment, 'ref') ?? '');
  return range !== null && (range.firstRow > row || (range.firstRow === row && range.firstColumn > column));
}

function wordsOf(text: XmlElement): string {
  const words = childrenOf(text).flatMap((child) => (child.name === 't' ? [child] : child.name === 'r' ? childrenOf(child, 't') : []));
  return unescapeExcel(words.map(textOf).join(''));
}
