import type { Difference } from '../compare/Difference';
import { daysBetween } from '../compare/sameValue';
import { unitOf } from '../compare/unitOf';
import { isInside, parseRange, stringifyAddress, type CellAddress, type CellRange } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import { BLANK, contentAt, contentOf, sameContent } from './cellContent';
import type { CellWrite } from './groupBlocks';
import { moveReferences, type ReferenceMove } from './moveReferences';
import { OutsideFormulas } from './OutsideFormulas';
import type { Growth } from './planGrowth';
import type { PlannedLayout } from './planLayout';
import { PermittedEntries } from './PermittedEntries';
import { fromLocal, fromOfficial, localCell, rangeFromLocal, type SheetLayout } from './SheetLayout';
import { objectsOf, PROTECTED_SHEET, whyNotWrite, type SheetObjects } from './SheetObjects';
import type { CellContent, OutsideFormula, Refusal } from './SyncPlan';
import { moveFromLocal, type LayoutIndex } from './referenceMoves';

/** Excel's longest formula, in characters. */
const LONGEST_FORMULA = 8192;

const ARRAY = 'It is an array or spilling formula in the official model, which is not synced yet: enter it by hand.';

/** What is brought or deleted as lines, names, rules, notes, tables and what is hidden. */
const ELSEWHERE: ReadonlySet<Difference['kind']> = new Set(['row', 'column', 'sheet', 'name', 'validation', 'note', 'hidden', 'table']);

/** The cells to write, by the local name of their sheet. */
export interface PlannedWrites {
  readonly cells: ReadonlyMap<string, readonly CellWrite[]>;
  readonly refused: readonly Refusal[];
  readonly outside: readonly OutsideFormula[];
}

export interface WriteSources {
  readonly official: Snapshot;
  readonly local: Snapshot;
  readonly planned: PlannedLayout;
  readonly layouts: LayoutIndex;
  readonly move: (
    officialSheet: string,
    target: { readonly sheet: string; readonly cell: CellAddress },
    allowOutside?: boolean,
  ) => ReferenceMove;
  readonly take: readonly Difference[];
  readonly remove: readonly Difference[];
  readonly growth: readonly Growth[];
  /** Ids of differences whose formulas may fetch from, or send to, outside the workbook. */
  readonly allowOutside: ReadonlySet<string>;
}

interface Writing {
  readonly sources: WriteSources;
  readonly cells: Map<string, Map<number, CellWrite>>;
  readonly writers: Map<string, Writer>;
  readonly entries: PermittedEntries;
  readonly refuse: (difference: string, reason: string) => void;
  readonly outside: OutsideFormulas;
}

/** Returns every cell that the taken differences write, with its content before and after as it stands when written. */
export function planWrites(sources: WriteSources): PlannedWrites {
  const reasons = new Map<string, Set<string>>();
  const refuse = (difference: string, reason: string): void => {
    const known = reasons.get(difference);
    if (known === undefined) reasons.set(difference, new Set([reason]));
    else known.add(reason);
  };
  const entries = new PermittedEntries(sources.official, sources.local, sources.take);
  const outside = new OutsideFormulas(sources.allowOutside);
  const writing: Writing = { sources, cells: new Map(), writers: new Map(), entries, refuse, outside };
  for (const layout of sources.planned.layouts) writeAddedLines(writing, layout);
  for (const difference of sources.take) writeDifference(writing, difference);
  for (const difference of sources.remove) clearDifference(writing, difference);
  for (const growth of sources.growth) writeGrowth(writing, growth);
  return {
    cells: new Map([...writing.cells].map(([sheet, cells]) => [sheet, [...cells.values()]])),
    refused: [...reasons].flatMap(([difference, all]) => briefly(difference, [...all])),
    outside: outside.all(),
  };
}

/** So many reasons of one difference are told; past that the first stands for all. */
const MOST_REASONS = 3;

function briefly(difference: string, reasons: readonly string[]): Refusal[] {
  if (reasons.length <= MOST_REASONS) return reasons.map((reason) => ({ difference, reason }));
  return [{ difference, reason: `${reasons[0]} The same goes for ${(reasons.length - 1).toLocaleString('en-US')} more of its cells.` }];
}

/** Writes what official has in the sheets, rows and columns that are added. */
function writeAddedLines(writing: Writing, layout: SheetLayout): void {
  const { official, planned } = writing.sources;
  if (layout.official === null) return;
  const sheet = official.sheets[layout.official]!;
  const sheetAddedBy = layout.local === null ? planned.sheetAddedBy.get(sheet.name) : undefined;
  const writer = writerFor(writing, layout);
  const { cells } = sheet;
  for (let position = 0; position < cells.count; position++) {
    const at = { row: cells.row[position]!, column: cells.column[position]! };
    const target = fromOfficial(layout, at);
    if (!target) continue;
    const id =
      sheetAddedBy ??
      planned.lineAddedBy(layout.name, 'row', target.row) ??
      planned.lineAddedBy(layout.name, 'column', target.column) ??
      planned.cellsAddedBy(layout.name, at);
    const before = planned.headedColumns.before(layout.name, target) ?? BLANK;
    if (id !== undefined) writer.write(id, at, target, before, contentAt(official, sheet, position), 'all');
  }
}

/** Writes the cells of a difference in rows and columns which both workbooks have. */
function writeDifference(writing: Writing, difference: Difference): void {
  const { official, local, layouts } = writing.sources;
  const { kind, official: side } = difference;
  if (side === null || ELSEWHERE.has(kind)) return;
  const layout = layouts.ofOfficial(side.sheet);
  const range = parseRange(side.address);
  if (!layout || layout.local === null || layout.official === null || !range) {
    writing.refuse(difference.id, 'Its place is not in your workbook.');
    return;
  }
  const localSheet = local.sheets[layout.local]!;
  const officialSheet = official.sheets[layout.official]!;
  if (localSheet.protected) {
    writing.refuse(difference.id, PROTECTED_SHEET);
    return;
  }
  const apart = kind === 'definition' ? definedApart(writing.sources, layout, difference) : null;
  if (apart === 'with its row') return;
  const writer = writerFor(writing, layout);
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const own = apart ?? localCell(layout, { row, column });
      const target = own.row === 0 || own.column === 0 ? null : apart ? fromLocal(layout, own) : fromOfficial(layout, { row, column });
      if (!target) continue;
      const from = { row, column, sheet: layout.official };
      const after = contentOf(official, officialSheet, row, column);
      const constant = kind === 'format' || after.formula !== null ? null : after.value;
      const reason = writing.entries.whyNot(constant, from, { ...own, sheet: layout.local });
      if (reason !== null) writing.refuse(difference.id, reason);
      else writer.write(difference.id, from, target, contentOf(local, localSheet, own.row, own.column), after, kind);
    }
  }
}

/**
 * Where local has a metric that stands in another row there than in official; null when it is the same row. It is not
 * written for itself when that row, or official's, is added, deleted or written for something else.
 */
function definedApart(sources: WriteSources, layout: SheetLayout, difference: Difference): CellAddress | 'with its row' | null {
  const { official, local, metric } = difference;
  const from = parseRange(official?.address ?? '');
  const to = parseRange(local?.address ?? '');
  if (from === null || to === null || sources.layouts.ofLocal(local!.sheet) !== layout) return null;
  const partner = localCell(layout, { row: from.firstRow, column: from.firstColumn });
  if (partner.row === to.firstRow && partner.column === to.firstColumn) return null;
  const isRow = ({ local: side, metric: other }: Difference): boolean => {
    const rows = /^[A-Z]*(\d+)(?::[A-Z]*(\d+))?$/.exec(side?.address ?? '');
    if (rows === null || side!.sheet !== local!.sheet || other === metric) return false;
    return Number(rows[1]) <= to.firstRow && Number(rows[2] ?? rows[1]) >= to.firstRow;
  };
  const isAdded = partner.row === 0 && fromOfficial(layout, { row: from.firstRow, column: from.firstColumn }) !== null;
  if (isAdded || [...sources.take, ...sources.remove].some(isRow)) return 'with its row';
  return { row: to.firstRow, column: to.firstColumn };
}

/** Clears the cells of a difference that only local has. */
function clearDifference(writing: Writing, difference: Difference): void {
  const { local, layouts } = writing.sources;
  const { kind, local: side } = difference;
  if (side === null || ELSEWHERE.has(kind)) return;
  const layout = layouts.ofLocal(side.sheet);
  const range = parseRange(side.address);
  if (!layout || layout.local === null || !range) return;
  if (kind === 'definition' && definedApart(writing.sources, layout, difference) === 'with its row') return;
  const sheet = local.sheets[layout.local]!;
  if (sheet.protected) {
    writing.refuse(difference.id, PROTECTED_SHEET);
    return;
  }
  const writer = writerFor(writing, layout);
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      writer.put(difference.id, fromLocal(layout, { row, column }), contentOf(local, sheet, row, column), BLANK);
    }
  }
}

/** Lets the ranges of a formula take in added lines, unless the formula is written anyway. */
function writeGrowth(writing: Writing, { sheet, cell, now, formula, differences }: Growth): void {
  const { local, layouts } = writing.sources;
  const layout = layouts.ofLocal(sheet);
  const writer = layout && writerFor(writing, layout);
  if (!writer || writer.writes(cell)) return;
  const isProtected = layout.local !== null && local.sheets[layout.local]!.protected;
  for (const id of differences) {
    if (isProtected) writing.refuse(id, `${sheet}!${stringifyAddress(cell)} should take it in, but that sheet is protected.`);
    else writer.put(id, cell, now, { formula, value: now.value, format: null });
  }
}

interface Writer {
  readonly writes: (target: CellAddress) => boolean;
  /** Writes an official cell's content, formula re-expressed, or refuses it. */
  readonly write: (id: string, from: CellAddress, target: CellAddress, before: CellContent, after: CellContent, part: string) => void;
  /** Writes a content which already stands for the local workbook. */
  readonly put: (id: string, target: CellAddress, before: CellContent, after: CellContent) => void;
}

function writerFor(writing: Writing, layout: SheetLayout): Writer {
  let writer = writing.writers.get(layout.name);
  if (!writer) writing.writers.set(layout.name, (writer = createWriter(writing, layout)));
  return writer;
}

function createWriter(writing: Writing, layout: SheetLayout): Writer {
  const { official, local, planned, layouts, move } = writing.sources;
  const officialSheet = layout.official === null ? null : official.sheets[layout.official]!;
  const localMove = moveFromLocal(layouts);
  const { headings } = planned;
  const placed = layout.local === null ? null : moveObjects(objectsOf(local, local.sheets[layout.local]!), layout);
  const cells = new Map<number, CellWrite>();
  writing.cells.set(layout.name, cells);

  const inPlace = (content: CellContent): CellContent =>
    content.formula === null
      ? content
      : { ...content, formula: moveReferences(content.formula, layout.name, localMove).formula ?? content.formula };

  const put: Writer['put'] = (id, target, before, after) => {
    const reason = (placed && whyNotWrite(placed, target)) ?? headings.whyNot(layout.name, target, after);
    if (reason) {
      writing.refuse(id, reason);
      return;
    }
    const moved = inPlace(before);
    if (sameContent(moved, after) && (after.format === null || after.format === moved.format)) return;
    const key = target.row * 16_385 + target.column;
    const present = cells.get(key);
    if (present) cells.set(key, join(present, after, id));
    else
      cells.set(key, {
        ...target,
        before: moved,
        after: sameContent(moved, after) ? { ...moved, format: after.format } : after,
        differences: new Set([id]),
      });
  };

  const write: Writer['write'] = (id, from, target, before, after, part) => {
    if (part === 'format') {
      put(id, target, before, { ...inPlace(before), format: after.format ?? 'General' });
      return;
    }
    if (officialSheet!.arrays.some(({ range }) => isInside(range, from))) {
      writing.refuse(id, ARRAY);
      return;
    }
    // A cell formatted as text would keep a formula or a number as text.
    const unText = before.format === '@' && (after.formula !== null || typeof after.value !== 'string');
    const format = part === 'all' || part === 'unit' || sameContent(before, BLANK) || unText ? after.format : null;
    if (after.formula === null) {
      const noText = headings.whyNoText(layout.name, target, after, official.dateSystem);
      if (noText !== null) return writing.refuse(id, noText);
      put(id, target, before, { ...after, value: shiftDate(after.value, format ?? before.format, official, local), format });
      return;
    }
    const at = { sheet: layout.name, cell: target };
    const asked = moveReferences(after.formula, officialSheet!.name, move(officialSheet!.name, at));
    const moved = writing.outside.weigh(id, { ...at, from, official: after.formula }, asked);
    if (moved.formula === null) writing.refuse(id, moved.reason);
    else if (moved.formula.length > LONGEST_FORMULA) writing.refuse(id, 'The formula is longer than Excel allows.');
    else put(id, target, before, { formula: moved.formula, value: after.value, format });
  };

  return { write, put, writes: ({ row, column }) => cells.has(row * 16_385 + column) };
}

function moveObjects(objects: SheetObjects, layout: SheetLayout): SheetObjects {
  const place = (range: CellRange) => rangeFromLocal(layout, range);
  return { arrays: objects.arrays.map(place), merges: objects.merges.map(place), tables: [] };
}

/** One cell can carry two differences, such as its value and its format. */
function join(present: CellWrite, after: CellContent, id: string): CellWrite {
  const content = sameContent(present.before, after) ? present.after : after;
  return {
    ...present,
    after: { formula: content.formula, value: content.value, format: after.format ?? present.after.format },
    differences: new Set([...present.differences, id]),
  };
}

/** A day counts from another one in a workbook of the other date system; a time of day does not. */
function shiftDate(value: CellContent['value'], format: string | null, official: Snapshot, local: Snapshot): CellContent['value'] {
  return typeof value === 'number' && unitOf(format ?? 'General').day ? value - daysBetween(official, local) : value;
}
