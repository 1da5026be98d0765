import type { CellAddress } from '../../../core/workbook/Address';
import type { EditBook, SheetEntry } from './EditBook';
import type { EditSheet } from './EditSheet';
import { attribute, childOf, childrenOf, insertBefore, newElement, parseXml, rootOf, textOf, walkXml, type XmlElement } from './editXml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** What follows the reference to a sheet's VML drawing. */
const BEHIND = ['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'];

/** Whether the drawing that a sheet's notes are drawn in can be changed; one that is not there can be made. */
export function canDrawNotes(book: EditBook, entry: SheetEntry): boolean {
  return book.parts.related(entry.path, 'vmlDrawing').every((path) => !book.parts.has(path) || book.parts.tree(path) !== null);
}

/** Adds the hidden shape of a note, beside its cell as Excel puts it. */
export function addNoteShape(book: EditBook, entry: SheetEntry, sheet: EditSheet, cell: CellAddress): void {
  const root = rootOf(book.parts.tree(drawingOf(book, entry, sheet))!);
  const used = new Set<string>();
  walkXml(root, (element) => {
    const id = attribute(element, 'id');
    if (id !== undefined) used.add(id);
  });
  const layout = childOf(root, 'shapelayout');
  const map = layout && childOf(layout, 'idmap');
  const block = Number((map && attribute(map, 'data'))?.split(',')[0] ?? 1) || 1;
  let number = block * 1024 + 1;
  while (used.has(`_x0000_s${number}`)) number++;
  if (!used.has('_x0000_t202')) root.children.push(...elementsIn(SHAPE_TYPE));
  root.children.push(...elementsIn(shapeText(number, cell)));
}

/** Takes out the shape of a note; a drawing that then shows nothing goes with it. */
export function removeNoteShape(book: EditBook, entry: SheetEntry, sheet: EditSheet, cell: CellAddress): void {
  for (const path of book.parts.related(entry.path, 'vmlDrawing')) {
    const tree = book.parts.tree(path);
    if (!tree) continue;
    const root = rootOf(tree);
    const left = root.children.filter((child) => typeof child === 'string' || !isNoteAt(child, cell));
    if (left.length === root.children.length) continue;
    root.children = left;
    const shows = left.some((child) => typeof child !== 'string' && child.name !== 'shapetype' && child.name !== 'shapelayout');
    if (!shows) removeDrawing(book, entry, sheet, path);
  }
}

function removeDrawing(book: EditBook, entry: SheetEntry, sheet: EditSheet, path: string): void {
  const relationship = book.parts.relationships(entry.path).find((each) => each.type === 'vmlDrawing' && each.target === path);
  const reference = relationship && childrenOf(sheet.root, 'legacyDrawing').find((each) => attribute(each, '*:id') === relationship.id);
  // One for headers and footers, or for controls, is another's.
  if (!relationship || !reference) return;
  sheet.markChanged();
  sheet.root.children = sheet.root.children.filter((child) => child !== reference);
  book.parts.removeRelationship(entry.path, relationship);
  book.parts.remove(path);
}

/** The path of the drawing that a sheet names for its notes; made when it names none. */
function drawingOf(book: EditBook, entry: SheetEntry, sheet: EditSheet): string {
  const reference = childOf(sheet.root, 'legacyDrawing');
  const id = reference && attribute(reference, '*:id');
  const known = book.parts.relationships(entry.path).find((each) => each.type === 'vmlDrawing' && each.id === id);
  if (known && book.parts.has(known.target)) return known.target;
  const path = book.parts.freePath('xl/drawings/vmlDrawing#.vml');
  const block = Math.max(1, book.sheets.findIndex((each) => each.path === entry.path) + 1);
  const text = `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>${SHAPE_TYPE}</xml>`;
  const made = book.parts.addPart(entry.path, path, 'vmlDrawing', VML_TYPE, text);
  sheet.markChanged();
  if (reference) sheet.root.children = sheet.root.children.filter((child) => child !== reference);
  const prefix = /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships["']/.exec(
    sheet.root.tag,
  )?.[1];
  const attributes: Readonly<Record<string, string>> =
    prefix === undefined ? { 'xmlns:r': OFFICE, 'r:id': made } : { [`${prefix}:id`]: made };
  insertBefore(sheet.root, newElement(sheet.root, 'legacyDrawing', attributes), BEHIND);
  return path;
}

/** Four rows high and two columns wide, from the row above on. */
function shapeText(number: number, { row, column }: CellAddress): string {
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 2, 15, Math.max(0, row - 2) + 4, 4].join(', ');
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:108pt;height:59.25pt;z-index:1;visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

function isNoteAt(shape: XmlElement, { row, column }: CellAddress): boolean {
  const data = shape.name === 'shape' ? childOf(shape, 'ClientData') : undefined;
  if (!data || attribute(data, 'ObjectType') !== 'Note') return false;
  const number = (name: string): number => {
    const element = childOf(data, name);
    return element ? Number(textOf(element)) + 1 : 0;
  };
  return number('Row') === row && number('Column') === column;
}

function elementsIn(text: string): XmlElement[] {
  return [rootOf(parseXml(text)!)];
}
