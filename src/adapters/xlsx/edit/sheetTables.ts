import { parseRange, type CellRange } from '../../../core/workbook/Address';
import type { EditBook, SheetEntry } from './EditBook';
import { attribute, rootOf, type XmlElement } from './editXml';

/** A table of a sheet as its part has it. */
export interface SheetTable {
  readonly name: string;
  readonly range: CellRange;
  readonly element: XmlElement;
}

/** The tables of a sheet; a part that says no range is none. */
export function sheetTables(book: EditBook, entry: SheetEntry): SheetTable[] {
  return book.parts.related(entry.path, 'table').flatMap((path): SheetTable[] => {
    const tree = book.parts.tree(path);
    const element = tree && rootOf(tree);
    const range = element && parseRange(attribute(element, 'ref') ?? '');
    return range ? [{ name: attribute(element, 'displayName') ?? attribute(element, 'name') ?? '', range, element }] : [];
  });
}
