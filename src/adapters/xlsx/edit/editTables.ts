import { columnName, parseRange, stringifyRange, type CellRange } from '../../../core/workbook/Address';
import type { Span } from '../../../core/workbook/Snapshot';
import type { EditBook, SheetEntry } from './EditBook';
import { setContent } from './editCell';
import { attribute, childOf, childrenOf, newElement, removeElements, rootOf, setAttribute, walkXml, type XmlElement } from './editXml';

interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  /** Negative when deleted. */
  readonly count: number;
  /** Set when only cells move; no table is then cut, as Excel refuses that. */
  readonly across?: Span | undefined;
}

/** Moves the tables of a shifted sheet; one that lost all its cells is taken out, one that got or lost columns gets their entries. */
export function shiftTables(book: EditBook, entry: SheetEntry, shift: Shift, shiftRange: (range: string) => string | null): void {
  for (const relationship of book.parts.relationships(entry.path)) {
    if (relationship.type !== 'table') continue;
    const tree = book.parts.tree(relationship.target);
    if (!tree) continue;
    const table = rootOf(tree);
    const before = parseRange(attribute(table, 'ref') ?? '');
    const after = shiftRange(attribute(table, 'ref') ?? '');
    if (before && after === null) {
      book.parts.remove(relationship.target);
      book.parts.removeRelationship(entry.path, relationship);
      dropTablePart(book, entry, relationship.id);
      continue;
    }
    const now = after === null ? null : parseRange(after);
    if (!before || !now) continue;
    if (!shift.across && shift.axis === 'column') shiftColumns(book, entry, table, before, now, shift);
    if (!shift.across && shift.axis === 'row') dropCutRows(table, before, shift);
    moveRanges(table, shiftRange);
  }
}

/** Lets a table of a sheet cover other rows; its filter and its sorting cover the data rows, without the totals. Throws when it is not there. */
export function resizeTable(book: EditBook, entry: SheetEntry, name: string, range: CellRange): void {
  for (const relationship of book.parts.relationships(entry.path)) {
    const tree = relationship.type === 'table' ? book.parts.tree(relationship.target) : null;
    const table = tree && rootOf(tree);
    if (!table || (attribute(table, 'displayName') ?? attribute(table, 'name'))?.toLowerCase() !== name.toLowerCase()) continue;
    const old = parseRange(attribute(table, 'ref') ?? '');
    setAttribute(table, 'ref', stringifyRange(range));
    walkXml(table, (element) => {
      const covered = parseRange(attribute(element, 'ref') ?? '');
      if (!old || !covered || element === table) return;
      setAttribute(element, 'ref', stringifyRange({ ...covered, lastRow: covered.lastRow + range.lastRow - old.lastRow }));
    });
    return;
  }
  throw new Error(`There is no table ${name} on the sheet ${entry.name}.`);
}

function moveRanges(table: XmlElement, shiftRange: (range: string) => string | null): void {
  const gone = new Set<XmlElement>();
  const move = (element: XmlElement): void => {
    const ref = attribute(element, 'ref');
    if (ref === undefined) return;
    const now = shiftRange(ref);
    if (now === null) gone.add(element);
    else setAttribute(element, 'ref', now);
  };
  move(table);
  walkXml(table, move);
  removeElements(table, gone);
}

function dropTablePart(book: EditBook, entry: SheetEntry, id: string): void {
  const root = book.sheet(entry)?.root;
  const list = root && childOf(root, 'tableParts');
  if (!root || !list) return;
  removeElements(root, new Set(childrenOf(list, 'tablePart').filter((part) => attribute(part, '*:id') === id)));
}

/** A deleted header or totals row is no longer promised. */
function dropCutRows(table: XmlElement, range: CellRange, { at, count }: Shift): void {
  const deleted = (row: number) => count < 0 && row >= at && row < at - count;
  if (deleted(range.firstRow) && attribute(table, 'headerRowCount') !== '0') {
    setAttribute(table, 'headerRowCount', '0');
    table.children = table.children.filter((child) => typeof child === 'string' || child.name !== 'autoFilter');
  }
  if (deleted(range.lastRow) && attribute(table, 'totalsRowCount') !== undefined) setAttribute(table, 'totalsRowCount', undefined);
}

/** Keeps one entry a column: Excel calls a workbook damaged in which they do not match the range. */
function shiftColumns(book: EditBook, entry: SheetEntry, table: XmlElement, before: CellRange, now: CellRange, { at, count }: Shift): void {
  const list = childOf(table, 'tableColumns');
  if (!list) return;
  const columns = childrenOf(list, 'tableColumn');
  const width = now.lastColumn - now.firstColumn + 1;
  const offset = at - before.firstColumn;
  let entries = columns;
  if (width > columns.length) {
    entries = [...columns.slice(0, offset), ...newColumns(list, columns, width - columns.length), ...columns.slice(offset)];
    writeHeaders(book, entry, table, now, entries, offset, width - columns.length);
  } else if (width < columns.length) {
    const first = Math.max(0, offset);
    entries = columns.filter((_, i) => i < first || i >= first + columns.length - width);
  }
  if (entries === columns) return;
  list.children = entries;
  setAttribute(list, 'count', String(entries.length));
  moveFilters(table, offset, count);
}

function newColumns(list: XmlElement, columns: readonly XmlElement[], count: number): XmlElement[] {
  const names = new Set(columns.map((column) => (attribute(column, 'name') ?? '').toLowerCase()));
  let id = Math.max(0, ...columns.map((column) => Number(attribute(column, 'id'))));
  let number = 1;
  return Array.from({ length: count }, () => {
    while (names.has(`column${number}`)) number++;
    names.add(`column${number}`);
    return newElement(list, 'tableColumn', { id: String(++id), name: `Column${number}` });
  });
}

/** The header cell of a new column must say its name. */
function writeHeaders(
  book: EditBook,
  entry: SheetEntry,
  table: XmlElement,
  range: CellRange,
  columns: readonly XmlElement[],
  offset: number,
  count: number,
): void {
  const sheet = book.sheet(entry);
  if (!sheet || attribute(table, 'headerRowCount') === '0') return;
  for (let i = offset; i < offset + count; i++) {
    const name = attribute(columns[i]!, 'name') ?? columnName(i + 1);
    setContent(sheet.rows.touch(range.firstRow, range.firstColumn + i), null, name, sheet.prefix);
  }
}

/** Filters name their column by its place in the table. */
function moveFilters(table: XmlElement, offset: number, count: number): void {
  const filter = childOf(table, 'autoFilter');
  if (!filter) return;
  filter.children = filter.children.filter((child) => {
    if (typeof child === 'string' || child.name !== 'filterColumn') return true;
    const column = Number(attribute(child, 'colId'));
    if (column < offset) return true;
    if (count < 0 && column < offset - count) return false;
    setAttribute(child, 'colId', String(column + count));
    return true;
  });
}
