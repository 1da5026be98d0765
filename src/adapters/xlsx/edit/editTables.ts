import { columnName, parseRange, stringifyRange, type CellRange } from '../../../core/workbook/Address';
import type { Span } from '../../../core/workbook/Snapshot';
import type { EditBook, SheetEntry } from './EditBook';
import { escapeExcel } from './encodeText';
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

/**
 * Lets a table of a sheet cover other cells, its first one staying; its filter and its sorting cover the data rows, without the totals. What it
 * calls columns that come in at its right end is not written into their cells. Throws when it is not there.
 */
export function resizeTable(
  book: EditBook,
  entry: SheetEntry,
  { table: name, range, columns = [] }: { readonly table: string; readonly range: CellRange; readonly columns?: readonly string[] },
): void {
  for (const relationship of book.parts.relationships(entry.path)) {
    const tree = relationship.type === 'table' ? book.parts.tree(relationship.target) : null;
    const table = tree && rootOf(tree);
    if (!table || (attribute(table, 'displayName') ?? attribute(table, 'name'))?.toLowerCase() !== name.toLowerCase()) continue;
    const old = parseRange(attribute(table, 'ref') ?? '');
    setAttribute(table, 'ref', stringifyRange(range));
    const wider = old ? range.lastColumn - old.lastColumn : 0;
    if (wider !== 0) widenColumns(table, wider, columns);
    walkXml(table, (element) => {
      const covered = parseRange(attribute(element, 'ref') ?? '');
      if (!old || !covered || element === table) return;
      const lastRow = covered.lastRow + range.lastRow - old.lastRow;
      const whole = covered.firstColumn === old.firstColumn && covered.lastColumn === old.lastColumn;
      setAttribute(element, 'ref', stringifyRange({ ...covered, lastRow, lastColumn: covered.lastColumn + (whole ? wider : 0) }));
    });
    return;
  }
  throw new Error(`There is no table ${name} on the sheet ${entry.name}.`);
}

/** Puts columns in at the right end of a table, or takes out as many. */
function widenColumns(table: XmlElement, wider: number, names: readonly string[]): void {
  const list = childOf(table, 'tableColumns');
  if (!list) return;
  const columns = childrenOf(list, 'tableColumn');
  let id = Math.max(0, ...columns.map((column) => Number(attribute(column, 'id'))));
  const added = names
    .slice(0, Math.max(0, wider))
    .map((name) => newElement(list, 'tableColumn', { id: String(++id), name: escapeExcel(name) }));
  const gone = new Set(wider < 0 ? columns.slice(wider) : []);
  list.children = [...list.children.filter((child) => typeof child === 'string' || !gone.has(child)), ...added];
  setAttribute(list, 'count', String(columns.length + added.length - gone.size));
  if (gone.size > 0) dropFilters(table, columns.length - gone.size);
}

/** Takes the filters out of columns from this one on, counted from 0. */
function dropFilters(table: XmlElement, first: number): void {
  const filter = childOf(table, 'autoFilter');
  if (!filter) return;
  filter.children = filter.children.filter(
    (child) => typeof child === 'string' || child.name !== 'filterColumn' || Number(attribute(child, 'colId')) < first,
  );
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
