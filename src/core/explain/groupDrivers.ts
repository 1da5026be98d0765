import type { Difference, DifferenceSide } from '../compare/Difference';
import { parseRange } from '../workbook/Address';
import type { Headers, SheetHeaders } from '../workbook/createHeaders';
import type { Span } from '../workbook/Snapshot';
import type { Driver, DriverKind } from './Driver';

/** A list of at least so many entries in a column is data, not assumptions. */
const LIST = 12;
/** Nobody has so many assumptions of several sorts one below the other. */
const LONG_LIST = 60;
/** Headers that say nothing about what stands below them, or a time only. */
const NO_SORT =
  /^(?:values?|amounts?|inputs?|assumptions?|figures?|numbers?|base(?: case)?|current|actuals?|plan|budget|forecast|total|(?:fy|cy|q|h|m)\W?\d.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\W*\d*|(?:19|20)\d\d\b.*|\d+)$/i;
const MOST_NAMED = 3;

interface Group {
  readonly kind: DriverKind;
  readonly causes: Difference[];
  /** What its causes share: a row's label, a sheet. */
  readonly subject: string;
  /** What tells them apart: column headers, row labels. */
  readonly parts: string[];
}

/**
 * The causes in few groups that can be named, in the order of the causes: those of one row's label go together, rows that only one
 * workbook has by sheet, entries of a list by its column. At most `most` groups: of more, those of one sheet and kind go together, and at
 * last everything that is left over. `headers` are of both workbooks.
 */
export function groupDrivers(
  differences: readonly Difference[],
  headers: { readonly official: Headers; readonly local: Headers },
  most: number,
): readonly Driver[] {
  const causes = differences.filter(({ role, kind }) => role === 'cause' && kindOf(kind) !== null);
  let groups = collect(causes, (cause) => groupOf(cause, headers));
  if (groups.length > most) groups = collect(causes, coarseGroupOf);
  if (groups.length > most) {
    const rest = groups.slice(most - 1);
    const others: Group = {
      kind: rest[0]!.kind,
      subject: 'All other differences',
      parts: [],
      causes: rest.flatMap((group) => group.causes),
    };
    groups = [...groups.slice(0, most - 1), others];
  }
  const names = groups.map(nameOf);
  return groups.map((group, k) => ({
    id: `driver-${group.causes[0]!.id}`,
    name: names.filter((name) => name === names[k]).length > 1 ? `${names[k]!} (${sideOf(group.causes[0]!)[0].sheet})` : names[k]!,
    kind: group.kind,
    causes: group.causes.map(({ id }) => id),
  }));
}

function kindOf(kind: Difference['kind']): DriverKind | null {
  switch (kind) {
    case 'value':
    case 'unit':
      return 'assumption';
    case 'formula':
    case 'hardcoded':
    case 'unhardcoded':
    case 'definition':
    case 'name':
      return 'definition';
    case 'row':
      return 'rows';
    case 'column':
    case 'sheet':
    case 'table':
      return 'structure';
    default:
      return null;
  }
}

type Key = Omit<Group, 'causes' | 'parts'> & { readonly key: string; readonly part: string };

function collect(causes: readonly Difference[], keyOf: (cause: Difference) => Key): Group[] {
  const groups = new Map<string, Group>();
  for (const cause of causes) {
    const { key, part, kind, subject } = keyOf(cause);
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { kind, subject, causes: [], parts: [] }));
    group.causes.push(cause);
    if (part !== '' && !group.parts.includes(part)) group.parts.push(part);
  }
  return [...groups.values()];
}

function groupOf(cause: Difference, headers: { readonly official: Headers; readonly local: Headers }): Key {
  const kind = kindOf(cause.kind)!;
  const [side, own] = sideOf(cause);
  const found = headers[own](side.sheet);
  const range = parseRange(side.address);
  if (kind === 'rows') {
    const only = own === 'local' ? 'only in yours' : 'only in official';
    const rows = /^(\d+):/.exec(side.address);
    const label = rows ? (found?.row(Number(rows[1]), Infinity) ?? '') : side.address;
    const moved = cause.official !== null && cause.local !== null;
    return {
      key: `rows ${own} ${side.sheet} ${moved}`,
      kind: moved ? 'structure' : kind,
      subject: moved ? 'rows moved' : only,
      part: label || side.sheet,
    };
  }
  if (kind === 'structure' || range === null || found === null)
    return { key: cause.id, kind, subject: cause.kind === 'sheet' ? `Sheet ${side.sheet}` : side.address || side.sheet, part: '' };
  const { firstRow, firstColumn } = range;
  const row = found.row(firstRow, firstColumn);
  const column = found.column(firstRow, firstColumn);
  const reach = found.reach(firstRow, firstColumn);
  if (kind === 'assumption' && reach !== null && isList(found, firstColumn, reach, column))
    return { key: `data ${side.sheet} ${column}`, kind: 'data', subject: column, part: row };
  const lastRow = found.row(range.lastRow, firstColumn);
  const lastColumn = found.column(firstRow, range.lastColumn);
  const rows = lastRow === row || lastRow === '' ? row : `${row} to ${lastRow}`;
  const columns = lastColumn === column || lastColumn === '' ? column : `${column} to ${lastColumn}`;
  // Of several blocks with the same rows only their headings say what each is about.
  const heading = rows === '' || cause.metric !== undefined ? '' : found.heading(firstRow, firstColumn);
  const called = heading === '' || heading === rows ? rows : `${heading}, ${rows}`;
  const subject = cause.metric ?? (called || columns || `${side.sheet}!${side.address}`);
  const part = cause.metric === undefined && rows !== '' ? columns : '';
  return { key: `${kind} ${side.sheet} ${subject}`, kind, subject, part };
}

/**
 * True where a column holds entries of one sort, not assumptions that stand one below the other: those are of several sorts, in formats of
 * their own, under a header that says a time or next to nothing.
 */
function isList(headers: SheetHeaders, column: number, { first, last }: Span, header: string): boolean {
  const length = last - first;
  if (length < LIST || header === '' || NO_SORT.test(header)) return false;
  if (length >= LONG_LIST) return true;
  const format = headers.sharedFormat(column, { first: first + 1, last });
  return format !== null && format !== 'General';
}

/** What all drivers of a sheet are called together, where there are too many to tell them apart. */
const COARSELY = { assumption: 'Inputs', data: 'Data', rows: 'Rows', structure: 'Structure' } as const;

function coarseGroupOf(cause: Difference): Key {
  const kind = kindOf(cause.kind)!;
  const [side] = sideOf(cause);
  const subject = side.sheet === '' ? 'Names' : kind === 'definition' ? side.sheet : `${COARSELY[kind]} of ${side.sheet}`;
  return { key: `${kind} ${side.sheet}`, kind, subject, part: '' };
}

function sideOf({ official, local }: Difference): readonly [DifferenceSide, 'official' | 'local'] {
  return official !== null ? [official, 'official'] : [local!, 'local'];
}

function nameOf({ kind, subject, parts, causes }: Group): string {
  if (kind === 'rows' && parts.length > 0) {
    const named = parts.slice(0, MOST_NAMED).join(', ');
    const more = parts.length > MOST_NAMED ? ` and ${parts.length - MOST_NAMED} more` : '';
    return `${parts.length === 1 ? 'Rows' : `${parts.length} blocks of rows`} ${subject}: ${named}${more}`;
  }
  const first = parts[0];
  const last = parts[parts.length - 1];
  const span = first === undefined ? '' : parts.length <= 2 ? parts.join(' and ') : `${first} to ${last}`;
  const formula = kind === 'definition' && causes.some((cause) => cause.kind !== 'name') ? ': formula' : '';
  return `${span === '' ? subject : `${subject}, ${span}`}${formula}`;
}
