import { renameSheet } from '../../../core/formula/renameSheet';
import type { EditBook, SheetEntry } from './EditBook';
import { expandShared, ofCells, rewriteCellFormulas, rewriteFormulas, type Rewrite } from './editFormulas';
import { mentionOf } from './mentionOf';
import { attribute, childOf, childrenOf, encodeXml, newElement, setAttribute, type XmlElement } from './editXml';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

const WORKSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Adds an empty sheet at a position counted from 0. */
export function addSheet(book: EditBook, name: string, position: number): void {
  const folder = book.path.replace(/[^/]*$/, '');
  const path = book.parts.freePath(`${folder}worksheets/sheet#.xml`);
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${encodeXml(WORKSHEET)}"><sheetData/></worksheet>`;
  const id = book.parts.addPart(book.path, path, 'worksheet', WORKSHEET_TYPE, text);
  reorder(book, (list, sheets) => {
    const numbers = sheets.map((sheet) => Number(attribute(sheet, 'sheetId')) || 0);
    const made = newElement(list, 'sheet', { name, sheetId: String(Math.max(0, ...numbers) + 1), ...relationOf(sheets[0], id) });
    return [...sheets.slice(0, position), made, ...sheets.slice(position)];
  });
}

/** The attribute by which a sheet names its part, with the prefix, and its declaration, that the other sheets use. */
function relationOf(sibling: XmlElement | undefined, id: string): Record<string, string> {
  const name = /\s([\w.-]+:id)\s*=/.exec(sibling?.tag ?? '')?.[1] ?? 'r:id';
  const declaration = `xmlns:${name.slice(0, -3)}`;
  const declared = sibling && attribute(sibling, declaration);
  return { ...(declared !== undefined && { [declaration]: declared }), [name]: id };
}

/** Takes a sheet out with all that only it leads to; formulas that refer to it get `#REF!`. */
export function deleteSheet(book: EditBook, entry: SheetEntry): void {
  rewriteEverywhere(book, entry.name, (formula) => renameSheet(formula, entry.name, null), true);
  const relationship = book.parts.relationships(book.path).find((candidate) => candidate.id === attribute(entry.element, '*:id'));
  const owned = reachable(book, entry.path);
  reorder(book, (_, sheets) => sheets.filter((sheet) => sheet !== entry.element));
  if (relationship) book.parts.removeRelationship(book.path, relationship);
  book.forget(entry);
  const kept = reachable(book, '');
  for (const path of owned) if (!kept.has(path)) book.parts.remove(path);
}

/** Gives a sheet another name, also in every formula. */
export function renameSheetOf(book: EditBook, entry: SheetEntry, name: string): void {
  rewriteEverywhere(book, entry.name, (formula) => renameSheet(formula, entry.name, name), false);
  book.renamePivotSources(entry.name, name);
  setAttribute(entry.element, 'name', name);
}

/** Puts a sheet to a position counted from 0 in the order without it. */
export function moveSheet(book: EditBook, entry: SheetEntry, position: number): void {
  reorder(book, (_, sheets) => {
    const others = sheets.filter((sheet) => sheet !== entry.element);
    return [...others.slice(0, position), entry.element, ...others.slice(position)];
  });
}

/** Shows or hides a sheet. */
export function setSheetVisibility(entry: SheetEntry, visibility: Visibility): void {
  setAttribute(entry.element, 'state', visibility === 'visible' ? undefined : visibility);
}

/** Rewrites all formulas of the workbook; those in cells and rules only on sheets that mention `name`. `expand`: what shares a formula may then differ. */
export function rewriteEverywhere(book: EditBook, name: string, rewrite: Rewrite, expand: boolean): void {
  const mention = mentionOf(name);
  for (const entry of book.sheets) {
    const sheet = book.sheet(entry);
    if (!sheet?.mentions(mention)) continue;
    sheet.markChanged();
    if (expand) expandShared(sheet.rows, sheet.prefix);
    rewriteCellFormulas(sheet.rows, sheet.prefix, entry.name, mention, ofCells(rewrite));
    rewriteFormulas(sheet.root, entry.name, rewrite);
  }
  book.rewriteOutsideSheets(rewrite);
}

/** Changes the list of sheets; names and views that count sheets follow, names of a sheet that is gone go with it. */
function reorder(book: EditBook, change: (list: XmlElement, sheets: XmlElement[]) => XmlElement[]): void {
  const list = childOf(book.workbook, 'sheets');
  if (!list) return;
  const before = childrenOf(list, 'sheet');
  const after = change(list, before);
  list.children = after;
  const moved = (index: string | undefined): number => after.indexOf(before[Number(index ?? 0)]!);
  book.names = book.names.filter((name) => {
    const local = attribute(name, 'localSheetId');
    if (local === undefined) return true;
    const now = moved(local);
    if (now >= 0) setAttribute(name, 'localSheetId', String(now));
    return now >= 0;
  });
  const views = childOf(book.workbook, 'bookViews');
  for (const view of views ? childrenOf(views, 'workbookView') : []) {
    for (const name of ['activeTab', 'firstSheet']) {
      const index = attribute(view, name);
      if (index !== undefined) setAttribute(view, name, String(Math.max(0, moved(index))));
    }
  }
}

/** The parts that a part leads to, itself included. */
function reachable(book: EditBook, from: string): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const { target, external } of book.parts.relationships(path)) if (!external && book.parts.has(target)) visit(target);
  };
  visit(from);
  return found;
}
