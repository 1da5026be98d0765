import { commonPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { Place } from '../align/Place';
import { groupBy } from '../groupBy';
import { nameKey } from '../explain/Precedents';
import { canonicalFormula } from '../formula/canonicalFormula';
import { RefSheet } from '../formula/FormulaShapes';
import type { DefinedName, Snapshot } from '../workbook/Snapshot';
import { isNameInUse } from './isNameInUse';

/** One defined name of both workbooks; null where only one has it. */
export interface NamePair {
  readonly official: DefinedName | null;
  readonly local: DefinedName | null;
}

type Side = 'official' | 'local';

/**
 * Pairs defined names: by name and sheet in any case, then a name that went from a sheet to the whole workbook or back,
 * then one that stands for the same under another name. Pairs stand in official's order, what only local has behind them.
 */
export function pairNames(grid: CommonGrid): NamePair[] {
  const ours = ownNames(grid.official);
  const left = new Set(ownNames(grid.local));
  const partners = new Map<DefinedName, DefinedName>();
  const match = (
    keyOf: (side: Side, name: DefinedName) => string | null,
    accept: (official: DefinedName[], local: DefinedName[]) => boolean,
  ): void => {
    const unpaired = groupBy(
      ours.filter((name) => !partners.has(name)),
      (name) => keyOf('official', name),
    );
    const others = groupBy(left, (name) => keyOf('local', name));
    for (const [key, group] of unpaired) {
      const found = others.get(key) ?? [];
      if (key === null || !accept(group, found)) continue;
      group.slice(0, found.length).forEach((official, k) => {
        partners.set(official, found[k]!);
        left.delete(found[k]!);
      });
    }
  };
  // Where several would do, none is known to be the one.
  const single = (official: readonly DefinedName[], local: readonly DefinedName[]): boolean => official.length === 1 && local.length === 1;
  match(
    (side, name) => nameKey(name.name, scopeKey(grid, side, name) || null),
    () => true,
  );
  match((_, name) => name.name.toLowerCase(), single);
  match(
    (side, name) => (isTelling(name) ? meaningKey(grid, side, name) : null),
    (official, local) => single(official, local) && sameMeaning(grid, official[0]!, local[0]!),
  );
  const pairs: NamePair[] = ours.map((official) => ({ official, local: partners.get(official) ?? null }));
  const all = [...pairs, ...[...left].map((local) => ({ official: null, local }))];
  return all.filter(({ official, local }) => (official !== null && local !== null) || isTold(grid, official, local));
}

/** True when two names stand for the same on the common grid; two that lost their cells do as well. */
export function sameMeaning(grid: CommonGrid, official: DefinedName, local: DefinedName): boolean {
  if (isBroken(official) && isBroken(local)) return true;
  const ours = grid.officialShapes.ofText(official.formula, 1, 1);
  const theirs = grid.localShapes.ofText(local.formula, 1, 1);
  const place: Place = { pair: RefSheet.Missing, officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 };
  return grid.sameShape(ours, theirs) && grid.sameTargets(ours, theirs, place);
}

/** True when both belong to the whole workbook, or to the same sheet. */
export function sameScope(grid: CommonGrid, official: DefinedName, local: DefinedName): boolean {
  return scopeKey(grid, 'official', official) === scopeKey(grid, 'local', local);
}

/** True for a name whose cells were deleted. */
export function isBroken({ formula }: DefinedName): boolean {
  return /^(?:(?:'(?:[^']|'')*'|[^'!#]*)!)?#REF!$/i.test(formula);
}

/** What Excel keeps for itself: print areas, filters, custom views. */
const INTERNAL = /^(?:_xl.*|_FilterDatabase|Print_Area|Print_Titles|Z_[0-9A-F_]{36}_\.wvu\..*)$/i;

function ownNames({ names }: Snapshot): DefinedName[] {
  return names.filter(({ name }) => !INTERNAL.test(name));
}

/** A constant under two names need not be one thing; a place or a calculation is. */
function isTelling({ formula }: DefinedName): boolean {
  return /[!([]/.test(formula) && !/#REF!/i.test(formula);
}

/** A hidden name that no formula uses is an add-in's or Excel's own. */
function isTold(grid: CommonGrid, official: DefinedName | null, local: DefinedName | null): boolean {
  const of = (snapshot: Snapshot, name: DefinedName | null): boolean => name !== null && (!name.hidden || isNameInUse(snapshot, name.name));
  return of(grid.official, official) || of(grid.local, local);
}

function scopeKey(grid: CommonGrid, side: Side, { scope }: DefinedName): string {
  if (scope === null) return '';
  const sheet = grid[side].sheets.findIndex(({ name }) => name.toLowerCase() === scope.toLowerCase());
  const pair = sheet < 0 ? -1 : (side === 'official' ? grid.officialPair : grid.localPair)[sheet]!;
  return pair < 0 ? scope.toLowerCase() : String(pair);
}

/** Equal for names that stand for the same: what the formula does, and where its first reference begins on the common grid. */
function meaningKey(grid: CommonGrid, side: Side, name: DefinedName): string {
  const shapes = side === 'official' ? grid.officialShapes : grid.localShapes;
  const shape = shapes.ofText(name.formula, 1, 1);
  const what = `${scopeKey(grid, side, name)} ${canonicalFormula(shape.skeleton)}`;
  if (shape.references.length === 0) return what;
  const place: Place = { pair: RefSheet.Missing, officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 };
  const target: Target = { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  if (side === 'official') grid.officialTarget(shape, 0, place, target);
  else grid.localTarget(shape, 0, place, target);
  const pair = grid.pairs[target.pair];
  if (pair === undefined) return what;
  const { row, column } = commonPlace(pair, side, target.firstRow, target.firstColumn);
  return `${what} ${target.pair} ${row} ${column}`;
}
