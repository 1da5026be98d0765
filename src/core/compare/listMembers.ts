import { findReferences } from '../formula/findReferences';
import { nameKey } from '../explain/Precedents';
import { namesSheet } from '../formula/rewriteReferences';
import { findCell, valueAt } from '../workbook/cellAt';
import { isCellError, type CellValue } from '../workbook/CellValue';
import { cellCount, type CellRange } from '../workbook/Address';
import type { Snapshot, Table, Validation } from '../workbook/Snapshot';

/** The entries a list permits, by what tells them apart: letters of either case and spaces around do not count. */
export type Members = ReadonlyMap<string, string>;

/** A list that is longer is compared by its formula. */
const MOST_MEMBERS = 10_000;

/**
 * The entries that a list rule of a sheet permits: written out, from a range, a name, or a table's column; null where they
 * cannot be told, as when they depend on other cells.
 */
export function listMembers(snapshot: Snapshot, sheet: number, { type, formula1 }: Validation): Members | null {
  if (type !== 'list') return null;
  const texts = textsOf(snapshot, sheet, formula1.replace(/^=/, '').trim(), 0);
  if (texts === null || texts.length > MOST_MEMBERS) return null;
  const members = new Map<string, string>();
  for (const text of texts) {
    const shown = text.trim();
    if (shown !== '' && !members.has(shown.toLowerCase())) members.set(shown.toLowerCase(), shown);
  }
  return members;
}

/** So many members are named before the rest is only counted. */
const MOST_NAMED = 8;

/** Members as one reads them: `Seat, Desk and 3 more`. */
export function namedMembers(members: readonly string[]): string {
  const named = members.slice(0, MOST_NAMED).join(', ');
  const more = members.length - MOST_NAMED;
  return more > 0 ? `${named} and ${more.toLocaleString('en-US')} more` : named;
}

/** Names may stand for names; more steps than this are a circle. */
const MOST_STEPS = 5;

function textsOf(snapshot: Snapshot, sheet: number, formula: string, steps: number): string[] | null {
  if (steps > MOST_STEPS) return null;
  const literal = /^"((?:[^"]|"")*)"$/.exec(formula);
  if (literal !== null) return literal[1]!.replace(/""/g, '"').split(',');
  const indirect = /^INDIRECT\(\s*"([^"]+)"\s*\)$/i.exec(formula);
  if (indirect !== null) return textsOf(snapshot, sheet, indirect[1]!, steps + 1);
  const column = columnOfTable(snapshot, formula);
  if (column !== null) return textsIn(snapshot, column.sheet, column.range);
  const [reference, another] = findReferences(formula);
  if (reference === undefined) {
    const own = snapshot.sheets[sheet]!.name;
    const keys = [nameKey(formula, own), nameKey(formula, null)];
    const name = snapshot.names.find((known) => keys.includes(nameKey(known.name, known.scope)));
    return name === undefined ? null : textsOf(snapshot, sheet, name.formula, steps + 1);
  }
  const { first, last, prefix, start, end, kind } = reference;
  if (another !== undefined || kind !== 'cells' || end !== formula.length || (prefix?.start ?? start) !== 0) return null;
  // What moves with the cell permits other entries in every cell.
  if (!(first.rowFixed && first.columnFixed && last.rowFixed && last.columnFixed)) return null;
  const text = prefix === null ? null : formula.slice(prefix.start, prefix.end);
  const at = text === null ? sheet : snapshot.sheets.findIndex(({ name }) => namesSheet(text, name));
  if (at < 0) return null;
  return textsIn(snapshot, at, { firstRow: first.row, firstColumn: first.column, lastRow: last.row, lastColumn: last.column });
}

function columnOfTable({ tables, sheets }: Snapshot, formula: string): { readonly sheet: number; readonly range: CellRange } | null {
  const match = /^([^[\]!"(]+)\[([^[\]]+)\]$/.exec(formula);
  if (match === null) return null;
  const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  const table = tables.find(({ name }) => alike(name, match[1]!));
  const offset = table?.columns.findIndex(({ name }) => alike(name, match[2]!)) ?? -1;
  const sheet = sheets.findIndex(({ name }) => name === table?.sheet);
  if (table === undefined || offset < 0 || sheet < 0) return null;
  return {
    sheet,
    range: { ...dataRows(table), firstColumn: table.range.firstColumn + offset, lastColumn: table.range.firstColumn + offset },
  };
}

/** The rows of a table between its header and its totals. */
function dataRows({ range, headerRow, totalsRow }: Table): CellRange {
  return { ...range, firstRow: range.firstRow + (headerRow ? 1 : 0), lastRow: range.lastRow - (totalsRow ? 1 : 0) };
}

function textsIn(snapshot: Snapshot, sheet: number, range: CellRange): string[] | null {
  if (cellCount(range) > MOST_MEMBERS) return null;
  const { firstRow, lastRow, firstColumn, lastColumn } = range;
  const { cells } = snapshot.sheets[sheet]!;
  const texts: string[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      texts.push(textOf(valueAt(snapshot, cells, findCell(cells, row, column))));
    }
  }
  return texts;
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
