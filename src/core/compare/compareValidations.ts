import { columnsAt, commonPlace, ownPlace, rowsAt } from '../align/bands';
import type { CommonGrid, Place } from '../align/CommonGrid';
import { stringifyRange, type CellRange } from '../workbook/Address';
import type { Validation } from '../workbook/Snapshot';
import { plainSide, sheetName, type DifferenceDraft } from './DifferenceSink';

/** Past so many cells under rules, a sheet's rules are not compared cell by cell. */
const MOST_CELLS = 2_000_000;

/** One difference for every rectangle of a sheet pair where other entries are permitted; the rules in words are the values. */
export function compareValidations(grid: CommonGrid, pairIndex: number): DifferenceDraft[] {
  const pair = grid.pairs[pairIndex]!;
  const ours = grid.official.sheets[pair.official!]!.validations;
  const theirs = grid.local.sheets[pair.local!]!.validations;
  if (ours.length === 0 && theirs.length === 0) return [];
  const officialRules = layOut(grid, pairIndex, 'official', ours);
  const localRules = layOut(grid, pairIndex, 'local', theirs);
  const placeOf = (at: number): Place => {
    const row = Math.floor(at / PLACE);
    const column = at % PLACE;
    const official = ownPlace(pair, 'official', row, column);
    const local = ownPlace(pair, 'local', row, column);
    return {
      pair: pairIndex,
      officialRow: official.row,
      officialColumn: official.column,
      localRow: local.row,
      localColumn: local.column,
    };
  };
  const same = new Map<string, boolean>();
  const sameRule = (a: number, b: number, at: number): boolean => {
    if (a < 0 || b < 0) return a === b;
    const key = `${a} ${b}`;
    let known = same.get(key);
    if (known === undefined) same.set(key, (known = sameValidation(grid, placeOf(at), ours[a]!, theirs[b]!)));
    return known;
  };
  const differing = new Map<number, string>();
  for (const place of new Set([...officialRules.keys(), ...localRules.keys()])) {
    const a = officialRules.get(place) ?? -1;
    const b = localRules.get(place) ?? -1;
    if (!sameRule(a, b, place)) differing.set(place, `${a} ${b}`);
  }
  return rectangles(
    differing,
    (place, next) =>
      rowsAt(pair, place % PLACE) === rowsAt(pair, next % PLACE) &&
      columnsAt(pair, Math.floor(place / PLACE)) === columnsAt(pair, Math.floor(next / PLACE)),
  ).map(({ range, key }) => {
    const [a, b] = key.split(' ').map(Number) as [number, number];
    const address = (side: 'official' | 'local'): string => {
      const first = ownPlace(pair, side, range.firstRow, range.firstColumn);
      const last = ownPlace(pair, side, range.lastRow, range.lastColumn);
      return stringifyRange({ firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column });
    };
    return {
      kind: 'validation' as const,
      cells: (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1),
      official: a < 0 ? null : plainSide(sheetName(grid, pairIndex, 'official'), address('official'), describe(ours[a]!)),
      local: b < 0 ? null : plainSide(sheetName(grid, pairIndex, 'local'), address('local'), describe(theirs[b]!)),
    };
  });
}

const PLACE = 16_385;

/** The rule (an index) of every cell of the common grid that both sides have, by row × `PLACE` + column. */
function layOut(grid: CommonGrid, pairIndex: number, side: 'official' | 'local', rules: readonly Validation[]): Map<number, number> {
  const pair = grid.pairs[pairIndex]!;
  const lastOf = (of: 'rows' | 'columns'): number => {
    const axes = [pair[of], ...pair.bands.filter((band) => band.of !== of).map(({ axis }) => axis)];
    return Math.max(...axes.map((axis) => (side === 'official' ? axis.fromOfficial : axis.fromLocal).length - 1));
  };
  const lastRow = lastOf('rows');
  const lastColumn = lastOf('columns');
  const placed = new Map<number, number>();
  rules.forEach(({ ranges }, rule) => {
    for (const range of ranges) {
      for (let row = range.firstRow; row <= Math.min(range.lastRow, lastRow); row++) {
        for (let column = range.firstColumn; column <= Math.min(range.lastColumn, lastColumn); column++) {
          const common = commonPlace(pair, side, row, column);
          if (!grid.bothHave(pairIndex, common.row, common.column)) continue;
          if (placed.size < MOST_CELLS) placed.set(common.row * PLACE + common.column, rule);
        }
      }
    }
  });
  return placed;
}

/** `place` is a cell that both rules rule. */
function sameValidation(grid: CommonGrid, place: Place, official: Validation, local: Validation): boolean {
  if (official.type !== local.type || official.allowBlank !== local.allowBlank) return false;
  if (official.type !== 'list' && operatorOf(official) !== operatorOf(local)) return false;
  const ours = official.ranges[0];
  const theirs = local.ranges[0];
  if (ours === undefined || theirs === undefined) return false;
  return (['formula1', 'formula2'] as const).every((key) => {
    const a = grid.officialShapes.ofText(official[key], ours.firstRow, ours.firstColumn);
    const b = grid.localShapes.ofText(local[key], theirs.firstRow, theirs.firstColumn);
    if (official[key] === local[key] && a.references.length === 0) return true;
    return grid.sameShape(a, b) && grid.sameTargets(a, b, place);
  });
}

function operatorOf({ operator }: Validation): string {
  return operator === '' ? 'between' : operator;
}

/** A rule in words: `list: "Open,Closed"`, `whole between 1 and 5`. */
function describe({ type, operator, formula1, formula2 }: Validation): string {
  if (type === 'list') return `list: ${formula1}`;
  if (type === 'custom') return `formula: ${formula1}`;
  const words = (operator === '' ? 'between' : operator).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return formula2 === '' ? `${type} ${words} ${formula1}` : `${type} ${words} ${formula1} and ${formula2}`;
}

/** Cells of one key gathered into rectangles: down each column first, then over columns alike. */
function rectangles(
  cells: ReadonlyMap<number, string>,
  alike: (one: number, other: number) => boolean,
): { range: CellRange; key: string }[] {
  const places = [...cells.keys()].sort((a, b) => (a % PLACE) - (b % PLACE) || a - b);
  const runs: { range: { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }; key: string }[] = [];
  for (const place of places) {
    const row = Math.floor(place / PLACE);
    const column = place % PLACE;
    const key = cells.get(place)!;
    const last = runs[runs.length - 1];
    if (
      last !== undefined &&
      last.key === key &&
      last.range.lastColumn === column &&
      last.range.lastRow === row - 1 &&
      alike(place - PLACE, place)
    )
      last.range.lastRow = row;
    else runs.push({ range: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }, key });
  }
  const joined: typeof runs = [];
  const lastOf = new Map<string, (typeof runs)[number]>();
  for (const run of runs) {
    const slot = `${run.range.firstRow} ${run.range.lastRow} ${run.key}`;
    const before = lastOf.get(slot);
    const place = run.range.firstRow * PLACE + run.range.firstColumn;
    if (before !== undefined && before.range.lastColumn === run.range.firstColumn - 1 && alike(place - 1, place))
      before.range.lastColumn = run.range.lastColumn;
    else {
      lastOf.set(slot, run);
      joined.push(run);
    }
  }
  return joined.sort((a, b) => a.range.firstRow - b.range.firstRow || a.range.firstColumn - b.range.firstColumn);
}
