import { isInside, type CellAddress } from '../workbook/Address';
import type { Snapshot, Span, Table } from '../workbook/Snapshot';
import type { LineLayout } from './LineLayout';
import type { ReferenceMove, SheetMove, SpanMove } from './moveReferences';
import { linesAt, type SheetLayout } from './SheetLayout';

/** Identifies a defined name whatever its case: its scope and its name. */
export function nameKey(name: string, scope: string | null): string {
  return `${scope?.toLowerCase() ?? ''}!${name.toLowerCase()}`;
}

/** The layouts of a plan found by the sheet names of either workbook, whatever their case. */
export interface LayoutIndex {
  readonly ofOfficial: (sheet: string) => SheetLayout | null;
  readonly ofLocal: (sheet: string) => SheetLayout | null;
}

/** Returns the layouts indexed by name. */
export function indexLayouts(official: Snapshot, layouts: readonly SheetLayout[]): LayoutIndex {
  const byOfficial = new Map<string, SheetLayout>();
  const byLocal = new Map<string, SheetLayout>();
  for (const layout of layouts) {
    if (layout.official !== null) byOfficial.set(official.sheets[layout.official]!.name.toLowerCase(), layout);
    byLocal.set(layout.name.toLowerCase(), layout);
  }
  return {
    ofOfficial: (sheet) => byOfficial.get(sheet.toLowerCase()) ?? null,
    ofLocal: (sheet) => byLocal.get(sheet.toLowerCase()) ?? null,
  };
}

/** Returns how references of local formulas move when official's rows and columns are added: as Excel moves them. */
export function moveFromLocal(layouts: LayoutIndex): ReferenceMove {
  const moves = new Map<string, SheetMove | null>();
  return {
    sheet: (name) => memo(moves, name, () => toMove(layouts.ofLocal(name), 'fromLocal') ?? { name, rows: stay, columns: stay }),
    name: () => null,
    table: () => null,
    outside: 'keep',
  };
}

/**
 * Returns a function which gives, for a formula that comes to stand in a cell of a local sheet (`null` for a defined
 * name), how its references are found again in the local workbook. `available` tells which defined names the local
 * workbook will have, by `nameKey` with the local scope; `placed` are its tables as they will stand; with `allow`, somebody
 * agreed to its functions that fetch or send.
 */
export function movesFromOfficial(
  official: Snapshot,
  placed: readonly Table[],
  layouts: LayoutIndex,
  available: (key: string) => boolean,
): (officialSheet: string | null, target: { readonly sheet: string; readonly cell: CellAddress } | null, allow?: boolean) => ReferenceMove {
  const moves = new Map<string, SheetMove | null>();
  const names = new Set(official.names.map(({ name, scope }) => nameKey(name, scope)));
  const officialTables = new Set(official.tables.map(({ name }) => name.toLowerCase()));
  const tables = new Map(placed.map((table) => [table.name.toLowerCase(), table]));
  const sheet = (name: string) => memo(moves, name, () => toMove(layouts.ofOfficial(name), 'fromOfficial'));

  const whyNotName = (name: string, scope: string | null, home: string | null): string | null => {
    const found = [scope, scope === null ? home : null, null].find((candidate) => names.has(nameKey(name, candidate)));
    if (found === undefined) {
      const missing = officialTables.has(name.toLowerCase()) && !tables.has(name.toLowerCase());
      return missing ? `It uses the table ${name}, which is not in your workbook.` : null;
    }
    const localScope = found === null ? null : (layouts.ofOfficial(found)?.name ?? null);
    if (available(nameKey(name, localScope)) && (found === null || localScope !== null)) return null;
    return `It uses the name ${name}, which is not in your workbook: take that name too.`;
  };

  return (home, target, allow = false) => ({
    sheet,
    name: (name, scope) => whyNotName(name, scope, home),
    table: (name, columns, thisRow) => {
      // Inside a table its own name may be left out.
      const table = name === '' ? placed.find((each) => target && holds(each, target)) : tables.get(name.toLowerCase());
      return whyNotTable(table, name, columns, thisRow ? target : null);
    },
    outside: allow ? 'allow' : 'refuse',
  });
}

function whyNotTable(
  table: Table | undefined,
  name: string,
  columns: readonly string[],
  target: { readonly sheet: string; readonly cell: CellAddress } | null,
): string | null {
  if (!table)
    return name === ''
      ? 'It refers to the table it stands in, but would stand outside of any.'
      : `It uses the table ${name}, which is not in your workbook.`;
  const missing = columns.find((column) => !table.columns.some((known) => known.name.toLowerCase() === column.toLowerCase()));
  if (missing !== undefined) return `It uses the column ${missing} of the table ${table.name}, which is not in your workbook.`;
  if (target === null || holds(table, target)) return null;
  return `It refers to its own row of the table ${table.name}, but would stand outside that table.`;
}

function holds({ sheet, range }: Table, target: { readonly sheet: string; readonly cell: CellAddress }): boolean {
  return sheet.toLowerCase() === target.sheet.toLowerCase() && isInside(range, target.cell);
}

function toMove(layout: SheetLayout | null, from: 'fromOfficial' | 'fromLocal'): SheetMove | null {
  if (!layout) return null;
  const whole = ({ officialRun, ...lines }: LineLayout): SpanMove =>
    from === 'fromOfficial' && officialRun !== undefined ? officialRun : bothEnds(lines[from]);
  const move = { name: layout.name, rows: whole(layout.rows), columns: whole(layout.columns) };
  if (layout.bands.length === 0) return move;
  return {
    ...move,
    within: (rows, columns) => {
      const lines = linesAt(layout, from === 'fromOfficial' ? 'official' : 'local', rows, columns);
      return { rows: bothEnds(lines.rows), columns: bothEnds(lines.columns) };
    },
  };
}

function bothEnds(place: (line: number) => number): SpanMove {
  return (first, last) => {
    const span = { first: place(first), last: place(last) };
    return span.first > 0 && span.last > 0 ? span : null;
  };
}

function stay(first: number, last: number): Span {
  return { first, last };
}

function memo<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
