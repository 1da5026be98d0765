import type { Correspondence } from '../align/Correspondence';
import type { Difference } from '../compare/Difference';
import { parseRange, stringifyAddress, type CellRange } from '../workbook/Address';
import type { SheetSnapshot, Snapshot, Span } from '../workbook/Snapshot';
import { BLANK, contentAt } from './cellContent';
import type { CellWrite } from './groupBlocks';
import { clearingEffect, type OfficialFormulas, type RemovalEffect } from './clearingEffect';
import { indexDeletions, type Deletion, type Gone, type NameDeletion } from './indexDeletions';
import { runsOf, spanOf } from './LineLayout';
import { moveReferences } from './moveReferences';
import { meetsBand, parseLines, type PlannedLayout } from './planLayout';
import { findName } from './planNames';
import { moveFromLocal, nameKey, type LayoutIndex } from './referenceMoves';
import { fromLocal, rangeFromLocal, type SheetLayout } from './SheetLayout';
import { objectsOf, PROTECTED_SHEET, whyNotDelete, whyNotDeleteAcross, type SheetObjects } from './SheetObjects';
import type { Refusal, ShiftStep, SyncStep } from './SyncPlan';
import { emptiedTables, isTableTail, tailSteps } from './tableTails';

/**
 * What the ticked deletions do. First cells are written: ranges must not end in a deleted line, and lines are cleared
 * before they go, so that an undo knows what they held and a line that somebody filled meanwhile is left.
 */
export interface PlannedDeletions {
  readonly cells: ReadonlyMap<string, readonly CellWrite[]>;
  readonly steps: readonly SyncStep[];
  readonly refused: readonly Refusal[];
}

const SHEET = 'Deleting a sheet cannot be undone exactly (charts, colours, widths), so Tieout leaves it: delete it by hand.';

/** Returns the deletions of rows, columns and names which only local has; one that a formula still needs is refused. */
export function planDeletions(
  local: Snapshot,
  correspondence: Correspondence,
  planned: PlannedLayout,
  layouts: LayoutIndex,
  remove: readonly Difference[],
  written: ReadonlyMap<string, readonly CellWrite[]>,
  official: OfficialFormulas,
): PlannedDeletions {
  const refused: Refusal[] = [];
  let names: NameDeletion[] = [];
  let lines: Deletion[] = [];
  for (const difference of remove) {
    const { id, kind, local: side } = difference;
    if (side === null) continue;
    const name = kind === 'name' ? findName(local.names, side.address, side.sheet || null) : undefined;
    if (kind === 'sheet') refused.push({ difference: id, reason: SHEET });
    else if (name) names.push({ difference: id, name });
    else if (kind === 'row' || kind === 'column') {
      const layout = layouts.ofLocal(side.sheet);
      const sheet = layout?.local == null ? null : local.sheets[layout.local]!;
      if (!layout || !sheet) continue;
      const part = parseRange(side.address);
      if (part) {
        const reason = sheet.protected
          ? PROTECTED_SHEET
          : (planned.acrossBands(layout.name)?.whyNotDelete(difference, part) ?? whyNotDeleteAcross(objectsOf(local, sheet), kind, part));
        if (reason) refused.push({ difference: id, reason });
        else lines.push(...linesAcross(id, layout, kind, part));
        continue;
      }
      const span = parseLines(side.address, kind);
      const pair = correspondence.sheets.find((each) => each.local === layout.local);
      const reason = sheet.protected
        ? PROTECTED_SHEET
        : pair && meetsBand(pair, kind, 'local', span)
          ? `Official has part of ${span.first === span.last ? `this ${kind}` : `these ${kind}s`}, at another place: delete the other cells by hand, then compare again.`
          : whyNotDelete(objectsLeft(local, sheet, kind, span), kind, span);
      const place = kind === 'row' ? layout.rows.fromLocal : layout.columns.fromLocal;
      if (reason) refused.push({ difference: id, reason });
      else
        for (let line = span.first; line <= span.last; line++)
          lines.push({ difference: id, layout, axis: kind, line: place(line), across: null });
    }
  }
  const emptied = emptiedTables(planned.tables, lines);
  refused.push(...emptied);
  lines = lines.filter(({ difference }) => !emptied.some((one) => one.difference === difference));
  if (lines.length === 0 && names.length === 0) return { cells: new Map(), steps: [], refused };

  const formulas = remainingFormulas(local, layouts, written);
  for (;;) {
    const gone = indexDeletions(local, lines, names);
    const deleted = lines.filter(hasLinesBehind(local, layouts, gone, written));
    const effect = deleted.length === lines.length ? gone.shrink : clearingEffect(gone, indexDeletions(local, deleted, names), official);
    const needed = findNeeded(formulas, local, layouts, gone, effect);
    if (needed.size === 0)
      return {
        cells: joinWrites(shrunkFormulas(formulas, gone, effect), clearedLines(local, layouts, gone)),
        steps: [...nameSteps(names, layouts), ...tailSteps(planned.tables, lines), ...deleteSteps(deleted)],
        refused,
      };
    for (const [difference, where] of needed)
      refused.push({ difference, reason: `${where} refers to it: change that first, then delete it.` });
    lines = lines.filter(({ difference }) => !needed.has(difference));
    names = names.filter(({ difference }) => !needed.has(difference));
  }
}

/** What stands in the way of deleting lines: a table of which they are the last rows does not. */
function objectsLeft(local: Snapshot, sheet: SheetSnapshot, kind: 'row' | 'column', span: Span): SheetObjects {
  const objects = objectsOf(local, sheet);
  return kind === 'row' && isTableTail(local, sheet, span) ? { ...objects, tables: [] } : objects;
}

/** The lines of a range of the local sheet, each limited to that range. */
function linesAcross(difference: string, layout: SheetLayout, axis: 'row' | 'column', part: CellRange): Deletion[] {
  const placed = rangeFromLocal(layout, part);
  const across = spanOf(placed, axis === 'row' ? 'column' : 'row');
  const { first, last } = spanOf(placed, axis);
  return Array.from({ length: last - first + 1 }, (_, k) => ({ difference, layout, axis, line: first + k, across }));
}

interface PlacedFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly write: CellWrite;
}

/** Every formula that the workbook holds once the writes are done, as it stands then. */
function remainingFormulas(local: Snapshot, layouts: LayoutIndex, written: ReadonlyMap<string, readonly CellWrite[]>): PlacedFormula[] {
  const move = moveFromLocal(layouts);
  const found: PlacedFormula[] = [];
  for (const sheet of local.sheets) {
    const layout = layouts.ofLocal(sheet.name);
    if (!layout) continue;
    const overwritten = new Set((written.get(layout.name) ?? []).map(({ row, column }) => `${row}:${column}`));
    const { cells } = sheet;
    for (let position = 0; position < cells.count; position++) {
      if (cells.formula[position]! < 0) continue;
      const { row, column } = fromLocal(layout, { row: cells.row[position]!, column: cells.column[position]! });
      if (overwritten.has(`${row}:${column}`)) continue;
      const content = contentAt(local, sheet, position);
      const formula = moveReferences(content.formula!, layout.name, move).formula ?? content.formula!;
      const before = { ...content, formula };
      found.push({ sheet: layout.name, row, column, write: { row, column, before, after: before, differences: new Set() } });
    }
  }
  for (const [sheet, cells] of written) {
    for (const write of cells) if (write.after.formula !== null) found.push({ sheet, row: write.row, column: write.column, write });
  }
  return found;
}

/** The deletions that cannot be, with what still needs them. */
function findNeeded(
  formulas: readonly PlacedFormula[],
  local: Snapshot,
  layouts: LayoutIndex,
  gone: Gone,
  effect: RemovalEffect,
): Map<string, string> {
  const needed = new Map<string, string>();
  const move = moveFromLocal(layouts);
  for (const { sheet, row, column, write } of formulas) {
    if (gone.owner(sheet, row, column) !== undefined) continue;
    for (const owner of effect(write.after.formula!, sheet, { row, column }).lost)
      needed.set(owner, `${sheet}!${stringifyAddress({ row, column })}`);
  }
  for (const name of local.names) {
    if (gone.names.has(nameKey(name.name, name.scope))) continue;
    const formula = moveReferences(name.formula, name.scope, move).formula ?? name.formula;
    const { lost, shrunk } = effect(formula, name.scope, name.name);
    for (const owner of [...lost, ...shrunk]) needed.set(owner, `The name ${name.name}`);
  }
  return needed;
}

function shrunkFormulas(formulas: readonly PlacedFormula[], gone: Gone, effect: RemovalEffect): Map<string, CellWrite[]> {
  const cells = new Map<string, CellWrite[]>();
  for (const { sheet, row, column, write } of formulas) {
    if (gone.owner(sheet, row, column) !== undefined) continue;
    const { formula, shrunk } = effect(write.after.formula!, sheet, { row, column });
    if (shrunk.size === 0) continue;
    const list = cells.get(sheet) ?? [];
    list.push({ row, column, before: write.after, after: { ...write.after, formula, format: null }, differences: shrunk });
    cells.set(sheet, list);
  }
  return cells;
}

function clearedLines(local: Snapshot, layouts: LayoutIndex, gone: Gone): Map<string, CellWrite[]> {
  const move = moveFromLocal(layouts);
  const cleared = new Map<string, CellWrite[]>();
  for (const sheet of local.sheets) {
    const layout = layouts.ofLocal(sheet.name);
    if (!layout) continue;
    const { cells } = sheet;
    const list: CellWrite[] = [];
    for (let position = 0; position < cells.count; position++) {
      const { row, column } = fromLocal(layout, { row: cells.row[position]!, column: cells.column[position]! });
      const owner = gone.owner(layout.name, row, column);
      if (owner === undefined) continue;
      const content = contentAt(local, sheet, position);
      const formula = content.formula && (moveReferences(content.formula, layout.name, move).formula ?? content.formula);
      list.push({ row, column, before: { ...content, formula }, after: { ...BLANK, format: 'General' }, differences: new Set([owner]) });
    }
    if (list.length > 0) cleared.set(layout.name, list);
  }
  return cleared;
}

function joinWrites(first: Map<string, CellWrite[]>, second: ReadonlyMap<string, CellWrite[]>): Map<string, CellWrite[]> {
  for (const [sheet, cells] of second) first.set(sheet, [...(first.get(sheet) ?? []), ...cells]);
  return first;
}

function nameSteps(names: readonly NameDeletion[], layouts: LayoutIndex): SyncStep[] {
  const move = moveFromLocal(layouts);
  return names.map(({ name: { name, scope, formula, comment, hidden } }) => ({
    kind: 'setName',
    name,
    scope,
    before: { formula: moveReferences(formula, scope, move).formula ?? formula, comment, hidden },
    after: null,
  }));
}

/**
 * Whether anything stays behind a deleted line. Lines at the end are only cleared: deleting them would shift nothing
 * that is there, but would shorten ranges which reach into the blank.
 */
function hasLinesBehind(
  local: Snapshot,
  layouts: LayoutIndex,
  gone: Gone,
  written: ReadonlyMap<string, readonly CellWrite[]>,
): (deletion: Deletion) => boolean {
  const last = new Map<SheetLayout, { row: number; column: number }>();
  const stay = (layout: SheetLayout, row: number, column: number) => {
    if (gone.owner(layout.name, row, column) !== undefined) return;
    const known = last.get(layout) ?? { row: 0, column: 0 };
    last.set(layout, { row: Math.max(known.row, row), column: Math.max(known.column, column) });
  };
  for (const { name, cells } of local.sheets) {
    const layout = layouts.ofLocal(name);
    if (!layout) continue;
    for (let position = 0; position < cells.count; position++) {
      const { row, column } = fromLocal(layout, { row: cells.row[position]!, column: cells.column[position]! });
      stay(layout, row, column);
    }
  }
  for (const { sheet, range } of local.tables) {
    const layout = layouts.ofLocal(sheet);
    if (!layout) continue;
    const { lastRow, lastColumn } = rangeFromLocal(layout, range);
    stay(layout, lastRow, lastColumn);
  }
  for (const [name, cells] of written) for (const { row, column } of cells) stay(layouts.ofLocal(name)!, row, column);
  // Cells behind a part of a line are shifted whether or not anything stands behind it elsewhere.
  return ({ layout, axis, line, across }) => across !== null || (last.get(layout)?.[axis] ?? 0) > line;
}

/** Whole lines first, the last ones first, so that those before keep their numbers; then parts of lines, where they then stand. */
function deleteSteps(deletions: readonly Deletion[]): SyncStep[] {
  const whole = deletions.filter(({ across }) => across === null);
  const moved = (layout: SheetLayout, axis: 'row' | 'column', line: number): number =>
    line - whole.filter((each) => each.layout === layout && each.axis === axis && each.line < line).length;
  const parts = deletions.flatMap((part): Deletion[] => {
    const { layout, axis, line, across } = part;
    if (across === null || whole.some((each) => each.layout === layout && each.axis === axis && each.line === line)) return [];
    const other = axis === 'row' ? 'column' : 'row';
    const span = { first: moved(layout, other, across.first), last: moved(layout, other, across.last + 1) - 1 };
    return [{ ...part, line: moved(layout, axis, line), across: span }];
  });
  return [...stepsOf(whole), ...stepsOf(parts)];
}

function stepsOf(deletions: readonly Deletion[]): ShiftStep[] {
  const groups = new Map<string, Deletion[]>();
  for (const line of deletions) {
    const key = `${line.axis} ${line.across ? `${line.across.first}:${line.across.last}` : ''} ${line.layout.name}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group): ShiftStep[] => {
    const { axis, layout, across } = group[0]!;
    return runsOf(group.map(({ line }) => line))
      .reverse()
      .map(({ first, last }) => ({
        kind: 'delete',
        axis,
        sheet: layout.name,
        at: first,
        count: last - first + 1,
        ...(across ? { across } : {}),
      }));
  });
}
