import type { Correspondence } from '../align/Correspondence';
import type { Difference } from '../compare/Difference';
import { isInside, parseRange, type CellAddress, type CellRange } from '../workbook/Address';
import { PLACE } from '../workbook/rectanglesOf';
import type { Validation } from '../workbook/Snapshot';
import { clearRules } from './clearRules';
import type { EntryRule } from '../workbook/EntryRule';
import { ruleAt } from './ruleAt';
import { sameRule } from './sameRule';
import { maxLine } from './LineLayout';
import { moveReferences } from './moveReferences';
import { hasRelativeReference } from './planNames';
import type { WriteSources } from './planWrites';
import { moveFromLocal } from './referenceMoves';
import { partsByRule, ruleIn } from './ruleParts';
import { fromLocal, fromOfficial, rangeFromLocal, type SheetLayout } from './SheetLayout';
import { PROTECTED_SHEET } from './SheetObjects';
import type { Refusal, RuleStep, SyncStep } from './SyncPlan';

/** The rules for entries that a sync sets. */
export interface PlannedRules {
  readonly steps: readonly RuleStep[];
  readonly refused: readonly Refusal[];
  /** Takes rules off the lines that `deletions` take out. */
  readonly clearing: (deletions: readonly SyncStep[]) => readonly RuleStep[];
}

const RELATIVE = 'Its rule for entries refers to cells relative to where it stands: set it in Excel under Data, Data Validation.';
const OTHER_DAYS = 'Its rule for entries names a day, and the two workbooks count days from different years: set it by hand.';

/** The rules of a local sheet as they stand when lines have been added. */
type PlacedRules = readonly Validation[];

interface Planning {
  readonly sources: WriteSources;
  readonly correspondence: Correspondence;
  readonly placed: Map<SheetLayout, PlacedRules>;
  readonly steps: RuleStep[];
  readonly refuse: (difference: string, reason: string) => void;
}

/**
 * Returns the steps that let cells permit what official's permit: those of the taken differences and those on sheets and lines that are
 * added. Ranges are those of the local workbook before anything is deleted.
 */
export function planRules(sources: WriteSources, correspondence: Correspondence): PlannedRules {
  const refused: Refusal[] = [];
  const refuse = (difference: string, reason: string): void => {
    if (!refused.some((known) => known.difference === difference && known.reason === reason)) refused.push({ difference, reason });
  };
  const planning: Planning = { sources, correspondence, placed: new Map(), steps: [], refuse };
  for (const layout of sources.planned.layouts) {
    if (layout.local === null) setOnNewSheet(planning, layout);
    else setOnAddedLines(planning, layout);
  }
  for (const difference of sources.take) if (difference.kind === 'validation') take(planning, difference);
  for (const difference of sources.remove) if (difference.kind === 'validation') remove(planning, difference);
  const { layouts } = sources.planned;
  const clearing = (deletions: readonly SyncStep[]): RuleStep[] =>
    layouts.flatMap((layout) => clearRules(layout.name, placedRules(planning, layout), planning.steps, deletions));
  return { steps: planning.steps, refused, clearing };
}

function take(planning: Planning, { id, official: side }: Difference): void {
  const { official, local, layouts } = planning.sources;
  const layout = side && layouts.ofOfficial(side.sheet);
  const range = side && parseRange(side.address);
  if (!layout || !range || layout.local === null || layout.official === null) {
    planning.refuse(id, 'Its place is not in your workbook.');
    return;
  }
  if (local.sheets[layout.local]!.protected) {
    planning.refuse(id, PROTECTED_SHEET);
    return;
  }
  const sheet = official.sheets[layout.official]!;
  const rule = ruleIn(sheet.validations, { row: range.firstRow, column: range.firstColumn });
  const after = rule && express(planning, id, rule, sheet.name, layout);
  if (!after) return;
  const below = ruledBelow(rule, range, lastRowOf(planning, layout, 'official'));
  const placeOf = (cell: CellAddress): CellAddress | null => fromOfficial(layout, cell);
  setRule(planning, layout, { id, after, cells: cellsOf(range, placeOf), below: place(below, placeOf) });
}

function remove(planning: Planning, { id, local: side }: Difference): void {
  const { local, layouts } = planning.sources;
  const layout = side && layouts.ofLocal(side.sheet);
  const range = side && parseRange(side.address);
  if (!layout || !range || layout.local === null) return;
  const sheet = local.sheets[layout.local]!;
  if (sheet.protected) {
    planning.refuse(id, PROTECTED_SHEET);
    return;
  }
  const rule = ruleIn(sheet.validations, { row: range.firstRow, column: range.firstColumn });
  const own = (cell: CellAddress): CellAddress | null => (ruleIn(sheet.validations, cell) === rule ? fromLocal(layout, cell) : null);
  const below = rule && ruledBelow(rule, range, lastRowOf(planning, layout, 'local'));
  setRule(planning, layout, { id, after: null, cells: cellsOf(range, own), below: place(below, (cell) => fromLocal(layout, cell)) });
}

/** The rules of a sheet that is added. */
function setOnNewSheet(planning: Planning, layout: SheetLayout): void {
  const { official, planned } = planning.sources;
  const sheet = layout.official === null ? undefined : official.sheets[layout.official]!;
  const id = sheet && planned.sheetAddedBy.get(sheet.name);
  if (!sheet || id === undefined) return;
  for (const rule of sheet.validations) {
    const after = express(planning, id, rule, sheet.name, layout);
    if (!after) continue;
    for (const range of rule.ranges) {
      planning.steps.push({ kind: 'setRule', sheet: layout.name, range, before: null, after, differences: [id] });
    }
  }
}

/** The rules of cells on rows and columns that are added, where Excel lets another reach into them from around. */
function setOnAddedLines(planning: Planning, layout: SheetLayout): void {
  const { official, planned } = planning.sources;
  if (layout.official === null || layout.local === null || planned.addedTo(layout.name).length === 0) return;
  const sheet = official.sheets[layout.official]!;
  const addedBy = ({ row, column }: CellAddress): string | undefined =>
    planned.lineAddedBy(layout.name, 'row', row) ?? planned.lineAddedBy(layout.name, 'column', column);
  const ruled = new Set<number>();
  const gather = (cells: readonly CellAddress[]): ReadonlyMap<string, readonly CellAddress[]> => {
    const byOwner = new Map<string, CellAddress[]>();
    for (const cell of cells) {
      const owner = addedBy(cell);
      const key = cell.row * PLACE + cell.column;
      if (owner === undefined || ruled.has(key)) continue;
      ruled.add(key);
      const known = byOwner.get(owner);
      if (known === undefined) byOwner.set(owner, [cell]);
      else known.push(cell);
    }
    return byOwner;
  };
  const upTo = (range: CellRange, lastRow: number): CellRange => ({ ...range, lastRow: Math.min(range.lastRow, lastRow) });
  const lastRow = lastRowOf(planning, layout, 'official');
  // The last rule of a cell is the one that holds.
  for (const rule of [...sheet.validations].reverse()) {
    const targets = rule.ranges.flatMap((range) => cellsOf(upTo(range, lastRow), (cell) => fromOfficial(layout, cell)));
    for (const [id, cells] of gather(targets)) {
      const after = express(planning, id, rule, sheet.name, layout);
      if (after) setRule(planning, layout, { id, after, cells, below: null, isAdded: true });
    }
  }
  const reached = placedRules(planning, layout).flatMap(({ ranges }) =>
    ranges.flatMap((range) => cellsOf(upTo(range, layout.rows.length), (cell) => cell)),
  );
  for (const [id, cells] of gather(reached)) setRule(planning, layout, { id, after: null, cells, below: null, isAdded: true });
}

interface Setting {
  readonly id: string;
  readonly after: EntryRule | null;
  /** Where they come to stand. */
  readonly cells: readonly CellAddress[];
  /** What the rule covers below all cells that are used. */
  readonly below: CellRange | null;
  /** Whether the cells are on lines that are added. */
  readonly isAdded?: boolean;
}

function setRule(planning: Planning, layout: SheetLayout, { id, after, cells, below, isAdded = false }: Setting): void {
  const rules = placedRules(planning, layout);
  for (const part of partsByRule(rules, cells, below)) {
    const cell = { row: part.range.firstRow, column: part.range.firstColumn };
    const before = part.rule < 0 ? null : permitted(ruleAt(rules[part.rule]!, cell));
    if (sameRule(before, after)) continue;
    const known = isAdded ? {} : { before };
    // Where local asks for entries already, it goes on asking as it does.
    const asked = !isAdded && before !== null && after !== null ? permitted(after) : after;
    planning.steps.push({ kind: 'setRule', sheet: layout.name, range: part.range, ...known, after: asked, differences: [id] });
  }
}

/** A rule without how Excel asks. */
function permitted({ manner: _, ...rule }: EntryRule): EntryRule {
  return rule;
}

/** A rule of an official sheet as it reads in the local workbook; null, and refused, where it cannot be said there. */
function express(planning: Planning, id: string, rule: Validation, sheet: string, layout: SheetLayout): EntryRule | null {
  const { official, local, move } = planning.sources;
  const first = rule.ranges[0]!;
  const target = fromOfficial(layout, { row: first.firstRow, column: first.firstColumn }) ?? { row: 1, column: 1 };
  if (hasRelativeReference(rule.formula1) || hasRelativeReference(rule.formula2)) {
    planning.refuse(id, RELATIVE);
    return null;
  }
  if (rule.type === 'date' && official.dateSystem !== local.dateSystem && /^[\d.]+$/.test(rule.formula1 + rule.formula2)) {
    planning.refuse(id, OTHER_DAYS);
    return null;
  }
  const moves = move(sheet, { sheet: layout.name, cell: target });
  const [one, other] = [rule.formula1, rule.formula2].map((formula) => moveReferences(formula, sheet, moves));
  const reason = one!.reason ?? other!.reason;
  if (reason !== null) {
    planning.refuse(id, reason);
    return null;
  }
  const { type, operator, allowBlank, manner } = rule;
  return { type, operator, formula1: one!.formula!, formula2: other!.formula!, allowBlank, ...(manner && { manner }) };
}

function placedRules(planning: Planning, layout: SheetLayout): PlacedRules {
  const known = planning.placed.get(layout);
  if (known) return known;
  const { local, layouts } = planning.sources;
  const move = moveFromLocal(layouts);
  const moved = (formula: string): string => (formula === '' ? '' : (moveReferences(formula, layout.name, move).formula ?? formula));
  const rules =
    layout.local === null
      ? []
      : local.sheets[layout.local]!.validations.map((rule) => ({
          ...rule,
          formula1: moved(rule.formula1),
          formula2: moved(rule.formula2),
          ranges: rule.ranges.map((range) => rangeFromLocal(layout, range)),
        }));
  planning.placed.set(layout, rules);
  return rules;
}

/** What a rule covers below a range that ends where the sheet's cells do; null for nothing. */
function ruledBelow(rule: Validation, range: CellRange, lastRow: number): CellRange | null {
  if (range.lastRow < lastRow) return null;
  const reaching = rule.ranges.find(
    (each) =>
      each.firstColumn <= range.firstColumn &&
      each.lastColumn >= range.lastColumn &&
      isInside(each, { row: range.lastRow, column: range.firstColumn }),
  );
  return reaching && reaching.lastRow > range.lastRow ? { ...range, firstRow: range.lastRow + 1, lastRow: reaching.lastRow } : null;
}

/** Where blank rows below all others come to stand. */
function place(range: CellRange | null | undefined, placeOf: (cell: CellAddress) => CellAddress | null): CellRange | null {
  const first = range && placeOf({ row: range.firstRow, column: range.firstColumn });
  const last = range && placeOf({ row: range.firstRow, column: range.lastColumn });
  if (!range || !first || !last || last.column - first.column !== range.lastColumn - range.firstColumn) return null;
  const lastRow = range.lastRow >= maxLine('row') ? range.lastRow : Math.min(maxLine('row'), first.row + range.lastRow - range.firstRow);
  return { firstRow: first.row, firstColumn: first.column, lastRow, lastColumn: last.column };
}

function cellsOf(range: CellRange, placeOf: (cell: CellAddress) => CellAddress | null): CellAddress[] {
  const cells: CellAddress[] = [];
  for (let column = range.firstColumn; column <= range.lastColumn; column++) {
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      const target = placeOf({ row, column });
      if (target) cells.push(target);
    }
  }
  return cells;
}

/** The last row that was compared. */
function lastRowOf({ correspondence }: Planning, layout: SheetLayout, side: 'official' | 'local'): number {
  const pair = correspondence.sheets.find((each) => each[side] === layout[side]);
  return pair === undefined ? 0 : (side === 'official' ? pair.rows.fromOfficial : pair.rows.fromLocal).length - 1;
}
