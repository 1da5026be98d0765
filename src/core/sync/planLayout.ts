import { fromCommon, toCommon } from '../align/axis';
import type { Axis, Correspondence, SheetPair } from '../align/Correspondence';
import type { Difference } from '../compare/Difference';
import { columnNumber, parseRange, type CellAddress } from '../workbook/Address';
import type { SheetSnapshot, Snapshot, Span, Table } from '../workbook/Snapshot';
import { layOutLines, localBefore, maxLine, spanOf, UNCHANGED, type LineLayout } from './LineLayout';
import { planBands, type PlannedBands } from './planBands';
import { objectsOf, PROTECTED_SHEET, whyNotInsert } from './SheetObjects';
import { rangeFromLocal, type SheetLayout } from './SheetLayout';
import type { Refusal, ResizeStep, SyncStep } from './SyncPlan';
import { TableHeadings } from './TableHeadings';
import { extendsTable, lastRowOf, tableRowsOf, whyNotAddRows } from './tableRows';

/** What the local workbook looks like once official's sheets, rows and columns are in it. */
export interface PlannedLayout {
  readonly layouts: readonly SheetLayout[];
  readonly steps: readonly SyncStep[];
  readonly refused: readonly Refusal[];
  /** Local's tables as they then stand. */
  readonly tables: readonly Table[];
  readonly headings: TableHeadings;
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
  const acrossBands: Findings['acrossBands'] = new Map();
  const added = addedSheets(official, local, taken, refused);
  const sheetAddedBy = new Map([...added].map(([index, id]) => [official.sheets[index]!.name, id]));
  steps.push(...sheetSteps(official, local, correspondence, added));
  for (const pair of correspondence.sheets) {
    const layout = layOutPair(official, local, pair, taken, removed, added, { owners, lastRows, refused, acrossBands });
    if (!layout) continue;
    layouts.push(layout);
    const across = acrossBands.get(layout.name.toLowerCase())?.steps ?? [];
    steps.push(...insertSteps(layout, 'column'), ...insertSteps(layout, 'row'), ...across);
  }
  const tables = local.tables.map((table) => placeTable(table, layouts, lastRows));
  steps.push(...resizeSteps(local, tables, layouts));
  refused.push(...renamed(taken));
  return {
    layouts,
    steps,
    refused,
    tables,
    headings: new TableHeadings(tables),
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
  readonly refused: Refusal[];
  /** What is inserted across bands, by sheet name in lower case. */
  readonly acrossBands: Map<string, PlannedBands>;
}

/** The last row of a table once it has taken in the rows added to it. */
interface LastRow {
  readonly table: Table;
  readonly row: number;
}

function placeTable(table: Table, layouts: readonly SheetLayout[], lastRows: readonly LastRow[]): Table {
  const layout = layouts.find(({ name }) => name.toLowerCase() === table.sheet.toLowerCase());
  if (!layout) return table;
  const range = rangeFromLocal(layout, table.range);
  return { ...table, range: { ...range, lastRow: lastRows.find((each) => each.table === table)?.row ?? range.lastRow } };
}

/** Excel lets a table grow by itself only for lines inserted inside of it. */
function resizeSteps(local: Snapshot, placed: readonly Table[], layouts: readonly SheetLayout[]): ResizeStep[] {
  return placed.flatMap(({ name, sheet, range }, index): ResizeStep[] => {
    const layout = layouts.find((each) => each.name.toLowerCase() === sheet.toLowerCase());
    const before = layout ? rangeFromLocal(layout, local.tables[index]!.range) : range;
    return before.lastRow === range.lastRow ? [] : [{ kind: 'resizeTable', sheet, table: name, before, after: range }];
  });
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
  { owners, lastRows, refused }: Findings,
): LineLayout {
  const lines = axis === 'row' ? pair.rows : pair.columns;
  const objects = objectsOf(local, sheet);
  // Rows come into tables; columns do not yet.
  const fixed = axis === 'row' ? { ...objects, tables: [] } : objects;
  const officialTables = axis === 'row' ? [] : objectsOf(official, officialSheet).tables;
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
    const table = officialTables.find(({ range }) => meets(spanOf(range, axis), span));
    const reason = sheet.protected
      ? PROTECTED_SHEET
      : table
        ? `This ${axis} is part of the table ${table.name}, whose columns are not synced yet: add it in Excel by hand, then sync again.`
        : missing.length > room
          ? `There is no room for another ${axis} on this sheet.`
          : meetsBand(pair, axis, 'official', span)
            ? `Part of ${span.first === span.last ? `this ${axis}` : `these ${axis}s`} is in your workbook already, at another place: insert the cells by hand, then compare again.`
            : (firstReason(missing, (line) => whyNotInsert(fixed, axis, before[line]! + 1)) ??
              (axis === 'row' ? whyNotAddRows(tables, common, new Set([...idOf.keys(), ...common])) : null));
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
  const extended = axis === 'row' && extendsTable(tables, taking);
  const layout = layOutLines(lines, added, maxLine(axis), blankPastEnd && !extended);
  if (axis === 'row') for (const pair of tables.pairs) lastRows.push({ table: pair.local, row: lastRowOf(pair, lines, layout, taking) });
  for (const [line, id] of idOf) owners.set(lineKey(sheet.name, axis, layout.fromOfficial(lines.toOfficial[line]!)), id);
  return layout;
}

function insertSteps(layout: SheetLayout, axis: 'row' | 'column'): SyncStep[] {
  const { inserted } = axis === 'row' ? layout.rows : layout.columns;
  return inserted.map(({ first, last }) => ({ kind: 'insert', axis, sheet: layout.name, at: first, count: last - first + 1 }));
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

function meets(a: Span, b: Span): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function lineKey(sheet: string, axis: 'row' | 'column', line: number): string {
  return `${axis} ${line} ${sheet.toLowerCase()}`;
}
