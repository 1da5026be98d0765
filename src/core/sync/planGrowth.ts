import type { Difference } from '../compare/Difference';
import { parseRange, stringifyAddress, type CellAddress } from '../workbook/Address';
import type { SheetSnapshot, Snapshot } from '../workbook/Snapshot';
import { findCell } from '../workbook/cellAt';
import { contentAt } from './cellContent';
import { growReferences, type CoveredLines, type UsedLines } from './growReferences';
import { moveReferences } from './moveReferences';
import type { PlannedLayout } from './planLayout';
import { moveFromLocal, movesFromOfficial, nameKey, type LayoutIndex } from './referenceMoves';
import { fromOfficial as fromOfficialCell, localCell, type SheetLayout } from './SheetLayout';
import type { CellContent, Refusal, SyncStep } from './SyncPlan';

/** A formula that both workbooks have and whose ranges must take in lines that are added. */
export interface Growth {
  readonly sheet: string;
  /** Where the cell comes to stand. */
  readonly cell: CellAddress;
  /** As the cell stands in the local workbook now. */
  readonly now: CellContent;
  /** The grown formula, as it is to stand. */
  readonly formula: string;
  readonly differences: readonly string[];
}

export interface PlannedGrowth {
  readonly growth: readonly Growth[];
  readonly refused: readonly Refusal[];
}

interface Sources {
  readonly official: Snapshot;
  readonly local: Snapshot;
  readonly planned: PlannedLayout;
  readonly layouts: LayoutIndex;
}

/**
 * Returns the formulas which the comparison counts as the same, for lines at the end of a range do not count there, and
 * which would differ once those lines are added, because Excel grows a range only for lines inserted inside of it; with `only`, those on that sheet of local.
 */
export function growFormulas(
  { official, local, planned, layouts }: Sources,
  differences: readonly Difference[],
  only?: string,
): PlannedGrowth {
  if (!planned.addsLines) return { growth: [], refused: [] };
  const differing = formulaCells(differences);
  const growth: Growth[] = [];
  const refused: Refusal[] = [];
  const fromLocal = moveFromLocal(layouts);
  const fromOfficial = movesFromOfficial(official, planned.tables, layouts, () => true);
  for (const layout of planned.layouts) {
    if (layout.official === null || layout.local === null) continue;
    const ours = official.sheets[layout.official]!;
    const theirs = local.sheets[layout.local]!;
    if (only !== undefined && theirs.name.toLowerCase() !== only.toLowerCase()) continue;
    for (const { position, other } of pairedFormulas(layout, ours, theirs, local.formulas)) {
      const from = { row: ours.cells.row[position]!, column: ours.cells.column[position]! };
      if (differing.has(`${ours.name}!${from.row}:${from.column}`)) continue;
      const cell = fromOfficialCell(layout, from);
      if (!cell) continue;
      const now = contentAt(local, theirs, other);
      const wanted = moveReferences(contentAt(official, ours, position).formula!, ours.name, fromOfficial(ours.name, null));
      const moved = moveReferences(now.formula!, theirs.name, fromLocal);
      if (wanted.formula === null || moved.formula === null || wanted.formula === moved.formula) continue;
      const grown = growReferences(moved.formula, wanted.formula, usedLines(layouts, layout));
      if (!grown) continue;
      for (const difference of linesIn(grown.beyond, layout.name, planned)) {
        const reason = `${layout.name}!${stringifyAddress(cell)} takes it in although official's formula does not: check that formula.`;
        refused.push({ difference, reason });
      }
      if (grown.formula === moved.formula) continue;
      growth.push({ sheet: layout.name, cell, now, formula: grown.formula, differences: causesOf(grown.covered, layout.name, planned) });
    }
  }
  return { growth, refused };
}

/** The same for defined names; `set` are the steps that set names anyway. */
export function growNames(
  { official, local, planned, layouts }: Sources,
  differences: readonly Difference[],
  set: readonly SyncStep[],
): SyncStep[] {
  if (!planned.addsLines) return [];
  const differing = new Set(
    differences.flatMap(({ kind, official: side }) => (kind === 'name' && side ? [nameKey(side.address, side.sheet || null)] : [])),
  );
  const already = new Set(set.flatMap((step) => (step.kind === 'setName' ? [nameKey(step.name, step.scope)] : [])));
  const fromLocal = moveFromLocal(layouts);
  const fromOfficial = movesFromOfficial(official, planned.tables, layouts, () => true);
  return official.names.flatMap((name): SyncStep[] => {
    const scope = name.scope === null ? null : layouts.ofOfficial(name.scope)?.name;
    const own =
      scope === undefined ? undefined : local.names.find((other) => nameKey(other.name, other.scope) === nameKey(name.name, scope));
    if (!own || differing.has(nameKey(name.name, name.scope)) || already.has(nameKey(own.name, own.scope))) return [];
    const wanted = moveReferences(name.formula, name.scope, fromOfficial(name.scope, null)).formula;
    const moved = moveReferences(own.formula, own.scope, fromLocal).formula;
    const grown = wanted !== null && moved !== null && wanted !== moved ? growReferences(moved, wanted, usedLines(layouts, null)) : null;
    if (!grown || grown.formula === moved || moved === null) return [];
    const { comment, hidden } = own;
    return [
      {
        kind: 'setName',
        name: own.name,
        scope: own.scope,
        before: { formula: moved, comment, hidden },
        after: { formula: grown.formula, comment, hidden },
      },
    ];
  });
}

/** Positions of the cells that hold a formula in both workbooks, with a range in the local one: nothing else grows. */
function* pairedFormulas(
  layout: SheetLayout,
  ours: SheetSnapshot,
  theirs: SheetSnapshot,
  formulas: readonly string[],
): Generator<{ readonly position: number; readonly other: number }> {
  const hasRange = formulas.map((formula) => formula.includes(':'));
  if (!theirs.cells.formula.some((formula) => hasRange[formula])) return;
  for (let position = 0; position < ours.cells.count; position++) {
    if (ours.cells.formula[position]! < 0) continue;
    const { row, column } = localCell(layout, { row: ours.cells.row[position]!, column: ours.cells.column[position]! });
    const other = row > 0 && column > 0 ? findCell(theirs.cells, row, column) : -1;
    if (other >= 0 && hasRange[theirs.cells.formula[other]!]) yield { position, other };
  }
}

/** The cells whose formulas differ, by official sheet, row and column: whether they are taken is the user's choice. */
function formulaCells(differences: readonly Difference[]): Set<string> {
  const cells = new Set<string>();
  for (const { kind, official } of differences) {
    const range = kind === 'formula' && official ? parseRange(official.address) : null;
    if (!range) continue;
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) cells.add(`${official!.sheet}!${row}:${column}`);
    }
  }
  return cells;
}

function usedLines(layouts: LayoutIndex, home: SheetLayout | null): UsedLines {
  return (sheet) => {
    const layout = sheet === null ? home : layouts.ofLocal(sheet);
    return { rows: layout?.rows.length ?? 0, columns: layout?.columns.length ?? 0 };
  };
}

/** The differences which let a range grow: those that add lines it covers, else those that moved the blank it reaches into. */
function causesOf(covered: readonly CoveredLines[], home: string, planned: PlannedLayout): readonly string[] {
  const lines = linesIn(covered, home, planned);
  return lines.length > 0 ? lines : covered.flatMap(({ sheet }) => planned.addedTo(sheet ?? home));
}

/** The differences which add any of these lines. */
function linesIn(covered: readonly CoveredLines[], home: string, { lineAddedBy }: PlannedLayout): string[] {
  const ids = new Set<string>();
  for (const { sheet, rows, columns } of covered) {
    for (const [axis, spans] of [['row', rows] as const, ['column', columns] as const]) {
      for (const { first, last } of spans) {
        for (let line = first ?? 1; line <= (last ?? 0); line++) {
          const id = lineAddedBy(sheet ?? home, axis, line);
          if (id !== undefined) ids.add(id);
        }
      }
    }
  }
  return [...ids];
}
