import { fromCommon, toCommon } from '../align/axis';
import type { Axis, Correspondence, SheetPair } from '../align/Correspondence';
import type { Difference } from '../compare/Difference';
import { columnNumber, parseRange, type CellAddress } from '../workbook/Address';
import type { SheetSnapshot, Snapshot, Span, Table } from '../workbook/Snapshot';
import { layOutLines, localBefore, maxLine, spanOf, UNCHANGED, type LineLayout } from './LineLayout';
import { planBands, type PlannedBands } from './planBands';
import { objectsOf, PROTECTED_SHEET, whyNotInsert } from './SheetObjects';
import type { SheetLayout } from './SheetLayout';
import type { Refusal, ResizeStep, SyncStep, TableHeads } from './SyncPlan';
import { TableHeadings } from './TableHeadings';
import { HeadedColumns } from './HeadedColumns';
import { joinColumns } from './joinColumns';
import { columnSteps, placeTables, rowSteps, type LastRow } from './placeTables';
import { isIn, isOfTables, placeColumns, whyNotAddColumns, widensTable, type PlacedColumns } from './tableColumns';
import { extendsTable, lastRowOf, tableRowsOf, whyNotAddRows } from './tableRows';
import { leftOfTables } from './leftOfTables';

/** What the local workbook looks like once official's sheets, rows and columns are in it. */
export interface PlannedLayout {
  readonly layouts: readonly SheetLayout[];
  readonly steps: readonly SyncStep[];
  readonly refused: readonly Refusal[];
  /** Local's tables as they then stand. */
  readonly tables: readonly Table[];
  readonly headings: TableHeadings;
  /** The cells that head columns which come into tables. */
  readonly headedColumns: HeadedColumns;
  /** Lets tables take in the columns beside them, once these are headed. */
  readonly widening: readonly ResizeStep[];
  /** The taken difference that adds a sheet, by the layout's name. */
  readonly sheetAddedBy: ReadonlyMap<string, string>;
  /** Whether any row or column is added to a sheet that local has. */
  readonly addsLines: boolean;
  /** The taken differences that add lines to a sheet, by layout name in any case. */
  readonly addedTo: (sheet: string) => readonly string[];
  /** The taken difference that adds an official cell across a band, by layout name. */
  readonly cellsAddedBy: (sheet: string, cell: CellAddress) => string | undefined;
  /** What happens across the bands of a sheet, by layout name. */
  readonly acrossBands: (sheet: string) => PlannedBands | undefined;
  /** The taken difference that adds a line, by layout name (in any case), axis and line. */
  readonly lineAddedBy: (sheet: string, axis: 'row' | 'column', line: number) => string | undefined;
}

const PROTECTED_WORKBOOK = 'The structure of your workbook is protected: unprotect it in Excel under Review, then sync again.';

/** Returns the layout after every structural difference that was taken, the steps which bring it about, and those refused. */
export function planLayout(
  official: Snapshot,
  local: Snapshot,
  correspondence: Correspondence,
  taken: readonly Difference[],
  removed: readonly Difference[],
): PlannedLayout {
  const refused: Refusal[] = [];
  const layouts: SheetLayout[] = [];
  const steps: SyncStep[] = [];
  const owners = new Map<string, string>();
  const lastRows: LastRow[] = [];
  const columns: PlacedColumns[] = [];
  const unjoined = new Map<string, string>();
  const acrossBands: Findings['acrossBands'] = new Map();
  const added = addedSheets(official, local, taken, refused);
  const sheetAddedBy = new Map([...added].map(([index, id]) => [official.sheets[index]!.name, id]));
  steps.push(...sheetSteps(official, local, correspondence, added));
  for (const pair of correspondence.sheets) {
    const layout = layOutPair(official, local, pair, taken, removed, added, { owners, lastRows, columns, unjoined, refused, acrossBands });
    if (!layout) continue;
    layouts.push(layout);
    const across = acrossBands.get(layout.name.toLowerCase())?.steps ?? [];
    steps.push(...insertSteps(layout, 'column', columns), ...insertSteps(layout, 'row'), ...across);
  }
  const placed = placeTables(local, layouts, lastRows, columns);
  const tables = placed.map(({ table }) => table);
  steps.push(...rowSteps(local, placed, layouts));
  refused.push(...renamed(taken), ...leftOfTables(official, layouts, tables, taken, unjoined));
  return {
    layouts,
    steps,
    refused,
    tables,
    headings: new TableHeadings(tables),
    headedColumns: new HeadedColumns(placed),
    widening: columnSteps(placed),
    sheetAddedBy,
    cellsAddedBy: (sheet, cell) => acrossBands.get(sheet.toLowerCase())?.addedBy(cell),
    acrossBands: (sheet) => acrossBands.get(sheet.toLowerCase()),
    addsLines: owners.size > 0,
    addedTo: (sheet) => [...new Set([...owners].flatMap(([key, id]) => (key.endsWith(` ${sheet.toLowerCase()}`) ? [id] : [])))],
    lineAddedBy: (sheet, axis, line) => owners.get(lineKey(sheet, axis, line)),
  };
}

/** What laying out the sheets finds along the way. */
interface Findings {
  /** The taken difference that adds a line, by `lineKey`. */
  readonly owners: Map<string, string>;
  readonly lastRows: LastRow[];
  readonly columns: PlacedColumns[];
  /** Why a table does not take in the columns beside it, by its difference. */
  readonly unjoined: Map<string, string>;
  readonly refused: Refusal[];
  /** What is inserted across bands, by sheet name in lower case. */
  readonly acrossBands: Map<string, PlannedBands>;
}

/** Whether some band of the sheet pairs any of these lines where the rest of the sheet does not. */
export function meetsBand(pair: SheetPair, axis: 'row' | 'column', side: 'official' | 'local', { first, last }: Span): boolean {
  const other = side === 'official' ? 'local' : 'official';
  const rest = axis === 'row' ? pair.rows : pair.columns;
  const partner = (lines: Axis, line: number): number => fromCommon(lines, other, toCommon(lines, side, line));
  return pair.bands.some((band) => {
    if ((band.of === 'rows') === (axis === 'row')) return false;
    for (let line = first; line <= last; line++) {
      const found = partner(band.axis, line);
      if (found > 0 && found !== partner(rest, line)) return true;
    }
    return false;
  });
}

/** The lines that `5:7`, `5`, `C:D` or `C` name. */
export function parseLines(address: string, axis: 'row' | 'column'): Span {
  const [first = '', last = first] = address.replace(/\$/g, '').split(':');
  return axis === 'row' ? { first: Number(first), last: Number(last) } : { first: columnNumber(first), last: columnNumber(last) };
}

function addedSheets(official: Snapshot, local: Snapshot, taken: readonly Difference[], refused: Refusal[]): Map<number, string> {
  const added = new Map<number, string>();
  const names = new Set(local.sheets.map((sheet) => sheet.name.toLowerCase()));
  for (const difference of taken) {
    if (difference.kind !== 'sheet' || difference.official === null || difference.local !== null) continue;
    const name = difference.official.sheet;
    const index = official.sheets.findIndex((sheet) => sheet.name === name);
    if (local.structureProtected) refused.push({ difference: difference.id, reason: PROTECTED_WORKBOOK });
    else if (names.has(name.toLowerCase())) {
      refused.push({ difference: difference.id, reason: `Your workbook has another sheet called ${name}: rename it, then compare again.` });
    } else if (index >= 0) added.set(index, difference.id);
  }
  return added;
}

function sheetSteps(official: Snapshot, local: Snapshot, correspondence: Correspondence, added: ReadonlyMap<number, string>): SyncStep[] {
  const localName = new Map<number, string>();
  for (const pair of correspondence.sheets) {
    if (pair.official !== null && pair.local !== null) localName.set(pair.official, local.sheets[pair.local]!.name);
  }
  const order = local.sheets.map((sheet) => sheet.name);
  let previous = -1;
  const steps: SyncStep[] = [];
  official.sheets.forEach(({ name, visibility }, index) => {
    if (added.has(index)) {
      previous++;
      order.splice(previous, 0, name);
      steps.push({ kind: 'addSheet', sheet: name, position: previous, visibility });
    } else if (localName.has(index)) previous = order.indexOf(localName.get(index)!);
  });
  return steps;
}

function layOutPair(
  official: Snapshot,
  local: Snapshot,
  pair: SheetPair,
  taken: readonly Difference[],
  removed: readonly Difference[],
  added: ReadonlyMap<number, string>,
  findings: Findings,
): SheetLayout | null {
  if (pair.local === null) {
    if (pair.official === null || !added.has(pair.official)) return null;
    return {
      name: official.sheets[pair.official]!.name,
      official: pair.official,
      local: null,
      rows: UNCHANGED,
      columns: UNCHANGED,
      bands: [],
    };
  }
  const sheet = local.sheets[pair.local]!;
  if (pair.official === null)
    return { name: sheet.name, official: null, local: pair.local, rows: UNCHANGED, columns: UNCHANGED, bands: [] };
  const officialSheet = official.sheets[pair.official]!;
  const lay = (axis: 'row' | 'column') => layOutAxis(official, officialSheet, local, sheet, pair, axis, taken, findings);
  const [rows, columns] = [lay('row'), lay('column')];
  const planned = planBands({ official: officialSheet, local, sheet, pair, rows, columns }, taken, removed);
  findings.refused.push(...planned.refused);
  findings.acrossBands.set(sheet.name.toLowerCase(), planned);
  return { name: sheet.name, official: pair.official, local: pair.local, rows, columns, bands: planned.bands };
}

function layOutAxis(
  official: Snapshot,
  officialSheet: SheetSnapshot,
  local: Snapshot,
  sheet: SheetSnapshot,
  pair: SheetPair,
  axis: 'row' | 'column',
  taken: readonly Difference[],
  { owners, lastRows, columns, unjoined, refused }: Findings,
): LineLayout {
  const lines = axis === 'row' ? pair.rows : pair.columns;
  const objects = objectsOf(local, sheet);
  // Lines come into tables.
  const fixed = { ...objects, tables: [] };
  const source = { official, sheet: officialSheet };
  const tables = tableRowsOf(official, officialSheet, local, sheet, lines);
  const idOf = new Map<number, string>();
  const added = new Set<number>();
  const before = localBefore(lines);
  let room = maxLine(axis) - lines.fromLocal.length + 1;
  for (const difference of taken) {
    if (difference.kind !== axis || difference.official?.sheet !== officialSheet.name || difference.local !== null) continue;
    if (parseRange(difference.official.address)) continue;
    const span = parseLines(difference.official.address, axis);
    const common = lines.fromOfficial.slice(span.first, span.last + 1);
    // A line which local has, but blank, is filled where it stands.
    const missing = [...common].filter((line) => lines.toLocal[line] === 0);
    const reason = sheet.protected
      ? PROTECTED_SHEET
      : missing.length > room
        ? `There is no room for another ${axis} on this sheet.`
        : meetsBand(pair, axis, 'official', span)
          ? `Part of ${span.first === span.last ? `this ${axis}` : `these ${axis}s`} is in your workbook already, at another place: insert the cells by hand, then compare again.`
          : (firstReason(missing, (line) => whyNotInsert(fixed, axis, before[line]! + 1)) ??
            (axis === 'row'
              ? whyNotAddRows(tables, common, new Set([...idOf.keys(), ...common]))
              : whyNotAddColumns(tables, { ...source, objects }, common, new Set([...idOf.keys(), ...common]))));
    if (reason) refused.push({ difference: difference.id, reason });
    else {
      room -= missing.length;
      for (const line of missing) added.add(line);
      for (const line of common) idOf.set(line, difference.id);
    }
  }
  const lastLocal = lines.fromLocal.length - 1;
  const ranges = [...objects.arrays, ...objects.merges, ...objects.tables.map((table) => table.range)];
  const blankPastEnd = ranges.every((range) => spanOf(range, axis).last <= lastLocal);
  const taking = new Set(idOf.keys());
  // Rows inserted below a table, not written into the blank there, take what refers to them along when they go again.
  const extended = axis === 'row' ? extendsTable(tables, taking) : widensTable(tables, taking);
  const layout = layOutLines(lines, added, maxLine(axis), blankPastEnd && !extended);
  if (axis === 'row') for (const pair of tables.pairs) lastRows.push({ table: pair.local, row: lastRowOf(pair, lines, layout, taking) });
  if (axis === 'column')
    for (const tablePair of tables.pairs) {
      const own = [...taking].map((line) => lines.toOfficial[line]!).filter((column) => isIn(tablePair.official, column));
      const difference = taken.find((each) => isOfTables(each, tablePair));
      const sources = { source, local, sheet, objects, lines, take: taken, added: taking };
      const joined = difference ? joinColumns(tablePair, sources) : { columns: [], reason: null };
      if (difference && joined.reason !== null) unjoined.set(difference.id, joined.reason);
      columns.push(placeColumns(tablePair, source, layout, [...own, ...joined.columns]));
    }
  for (const [line, id] of idOf) owners.set(lineKey(sheet.name, axis, layout.fromOfficial(lines.toOfficial[line]!)), id);
  return layout;
}

function insertSteps(layout: SheetLayout, axis: 'row' | 'column', columns: readonly PlacedColumns[] = []): SyncStep[] {
  const { inserted } = axis === 'row' ? layout.rows : layout.columns;
  return inserted.map(({ first, last }): SyncStep => {
    const table = columns.find((each) => each.table.sheet.toLowerCase() === layout.name.toLowerCase() && each.inserted.has(first));
    const step = { kind: 'insert', axis, sheet: layout.name, at: first, count: last - first + 1 } as const;
    return table ? { ...step, heads: headsOf(table, { first, last }) } : step;
  });
}

/** Columns are put in before any row is. */
function headsOf({ table, inserted }: PlacedColumns, { first, last }: Span): TableHeads {
  const columns = Array.from({ length: last - first + 1 }, (_, k) => inserted.get(first + k)!);
  return { table: table.name, row: table.range.firstRow, columns };
}

function renamed(taken: readonly Difference[]): Refusal[] {
  return taken
    .filter(({ kind, local }) => local !== null && kind === 'sheet')
    .map(({ id }) => ({ difference: id, reason: 'Your workbook keeps its own name for this sheet.' }));
}

function firstReason<T>(items: readonly T[], reason: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = reason(item);
    if (found) return found;
  }
  return null;
}

function lineKey(sheet: string, axis: 'row' | 'column', line: number): string {
  return `${axis} ${line} ${sheet.toLowerCase()}`;
}
