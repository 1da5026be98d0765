import type { ListKey } from '../core/align/align';
import type { Correspondence } from '../core/align/Correspondence';
import { listHeaders, type ListHeaders } from '../core/align/listHeaders';
import type { Failure } from '../core/Result';
import { columnNumber, MAX_COLUMN } from '../core/workbook/Address';
import { ValueKind, type SheetSnapshot, type Snapshot } from '../core/workbook/Snapshot';

/** A key as it was asked for, and the headers it means, once for each list that has them; none when no list does. */
interface ResolvedKey {
  readonly asked: ListKey;
  readonly keys: readonly ListKey[];
}

/**
 * The keys that were asked for, in headers: a column is a header in any case, or a column's letter where no header of the sheet
 * is called so. Sheets are official's, or local's where official has none of that name,
 * and so is the place of a list.
 */
export function resolveKeys(official: Snapshot, local: Snapshot, keys: readonly ListKey[]): readonly ResolvedKey[] {
  return keys.map((asked) => {
    const found = findSheet(official, local, asked.sheet);
    if (found === null) return { asked, keys: [] };
    const lists = listsOf(found.lists, asked);
    const headers = headersOf(lists);
    return { asked, keys: lists.flatMap((list) => inList(asked, list, headers)) };
  });
}

/** Why a key cannot be meant: its sheet or one of its columns is not there (`unknown-key`); null when all are. */
export function missingKey(official: Snapshot, local: Snapshot, keys: readonly ListKey[]): Failure | null {
  for (const asked of keys) {
    const { sheet, columns } = asked;
    const found = findSheet(official, local, sheet);
    if (found === null) {
      const names = [...new Set([...official.sheets, ...local.sheets].map(({ name }) => name))];
      const message = `Neither workbook has a sheet ${sheet} to match rows on. Nothing was compared; name a sheet that is there: ${some(names)}.`;
      return { code: 'unknown-key', message };
    }
    const lists = listsOf(found.lists, asked);
    if (lists.length === 0 && asked.list !== undefined) {
      const there =
        found.lists.length > 0
          ? `name a cell of a list that is there: ${some(found.lists.map((list) => list.address))}`
          : 'none was found there';
      return {
        code: 'unknown-key',
        message: `The sheet ${found.sheet.name} has no list at ${asked.list}. Nothing was compared; ${there}.`,
      };
    }
    const headers = headersOf(lists);
    for (const column of columns) {
      if (headers.some((header) => plain(header) === plain(column)) || isThere(found.snapshot, found.sheet, column)) continue;
      const there = headers.length > 0 ? ` (${some([...new Set(headers)])})` : '';
      const message = `The sheet ${found.sheet.name} has no column ${column}. Nothing was compared; name a header of its list${there} or give a column's letter.`;
      return { code: 'unknown-key', message };
    }
  }
  return null;
}

/** A sentence for each of the keys by which no list was matched, so that none is left out silently. */
export function unusedKeys(keys: readonly ResolvedKey[], { sheets }: Correspondence): string[] {
  const used = new Set(sheets.flatMap(({ keyed }) => keyed.flatMap(({ chosen }) => (chosen === null ? [] : [chosen]))));
  return keys
    .filter((key) => !key.keys.some(({ columns }) => used.has(columns)))
    .map(({ asked: { sheet, columns, list }, keys: found }) => {
      const why =
        found.length === 0
          ? list === undefined
            ? 'no list of the sheet has that header'
            : `no list at ${list} has that header`
          : 'not both workbooks have a list with that header there whose rows hold it, typed in';
      return `Rows of ${sheet} could not be matched by ${columns.join(' and ')}: ${why}. They were matched as Tieout finds them by itself.`;
    });
}

function inList({ sheet, columns, list: place }: ListKey, { headers: list }: ListHeaders, headers: readonly string[]): ListKey[] {
  const named = columns.flatMap((column) => {
    const isHeader = headers.some((header) => plain(header) === plain(column));
    const header = isHeader ? [...list.values()].find((each) => plain(each) === plain(column)) : list.get(letterOf(column));
    return header === undefined || header === '' ? [] : [header];
  });
  return named.length === columns.length ? [{ sheet, columns: named, ...(place === undefined ? {} : { list: place }) }] : [];
}

/** True for a column that a sheet has although no list has it: by its letter, or a text of that name. */
function isThere({ strings }: Snapshot, { cells }: SheetSnapshot, column: string): boolean {
  const letter = letterOf(column);
  for (let p = 0; p < cells.count; p++) {
    if (cells.column[p] === letter) return true;
    if (cells.kind[p] === ValueKind.Text && plain(strings[cells.payload[p]!]!) === plain(column)) return true;
  }
  return false;
}

/** The number of a column given by letters; 0 for any other text. */
function letterOf(column: string): number {
  const text = column.trim();
  if (!/^[a-z]{1,3}$/i.test(text)) return 0;
  const number = columnNumber(text);
  return number <= MAX_COLUMN ? number : 0;
}

function findSheet(
  official: Snapshot,
  local: Snapshot,
  name: string,
): { readonly snapshot: Snapshot; readonly sheet: SheetSnapshot; readonly lists: readonly ListHeaders[] } | null {
  for (const snapshot of [official, local]) {
    const index = snapshot.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (index >= 0) return { snapshot, sheet: snapshot.sheets[index]!, lists: listHeaders(snapshot, index) };
  }
  return null;
}

function listsOf(lists: readonly ListHeaders[], { list: place }: ListKey): readonly ListHeaders[] {
  return place === undefined ? lists : lists.filter((list) => list.isAt(place));
}

function headersOf(lists: readonly ListHeaders[]): string[] {
  return lists.flatMap((list) => [...list.headers.values()]).filter((header) => header !== '');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function some(names: readonly string[]): string {
  return names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');
}
