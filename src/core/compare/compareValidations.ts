import { columnsAt, commonPlace, ownPlace, rowsAt } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import { cellCount, stringifyRange } from '../workbook/Address';
import { PLACE, rectanglesOf } from '../workbook/rectanglesOf';
import type { Validation } from '../workbook/Snapshot';
import type { DifferenceRole } from './Difference';
import { plainSide, sheetName, type DifferenceDraft } from './DifferenceSink';
import { listMembers, type Members } from './listMembers';
import { noteOnMembers } from './noteOnMembers';
import { ruleInWords } from './ruleInWords';

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
  const membersOf = (side: 'official' | 'local', rules: readonly Validation[]): readonly (Members | null)[] =>
    rules.map((rule) => listMembers(grid[side], pair[side]!, rule));
  const officialMembers = membersOf('official', ours);
  const localMembers = membersOf('local', theirs);
  const found = new Map<string, RuleDifference | null>();
  const ruleDifference = (a: number, b: number, at: number): RuleDifference | null => {
    if (a < 0 || b < 0) return a === b ? null : { role: 'cause', note: '' };
    const key = `${a} ${b}`;
    let known = found.get(key);
    if (known === undefined) {
      const sides = { official: ours[a]!, local: theirs[b]!, officialMembers: officialMembers[a]!, localMembers: localMembers[b]! };
      found.set(key, (known = compareRules(grid, placeOf(at), sides)));
    }
    return known;
  };
  const differing = new Map<number, string>();
  for (const place of new Set([...officialRules.keys(), ...localRules.keys()])) {
    const a = officialRules.get(place) ?? -1;
    const b = localRules.get(place) ?? -1;
    if (ruleDifference(a, b, place) !== null) differing.set(place, `${a} ${b}`);
  }
  return rectanglesOf(
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
      ...found.get(key),
      cells: cellCount(range),
      official:
        a < 0 ? null : plainSide(sheetName(grid, pairIndex, 'official'), address('official'), ruleInWords(ours[a]!, officialMembers[a]!)),
      local: b < 0 ? null : plainSide(sheetName(grid, pairIndex, 'local'), address('local'), ruleInWords(theirs[b]!, localMembers[b]!)),
    };
  });
}

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

interface RuleDifference {
  readonly role: DifferenceRole;
  readonly note: string;
}

interface RulePair {
  readonly official: Validation;
  readonly local: Validation;
  readonly officialMembers: Members | null;
  readonly localMembers: Members | null;
}

/**
 * What two rules that both rule a place differ in; null when they permit the same. Lists are compared by what they
 * permit: where the same list stands for other members, the change is in its cells, and this follows.
 */
function compareRules(grid: CommonGrid, place: Place, rules: RulePair): RuleDifference | null {
  const { official, local, officialMembers, localMembers } = rules;
  if (official.type !== local.type) return { role: 'cause', note: '' };
  const blank =
    official.allowBlank === local.allowBlank ? '' : `empty cells permitted in ${official.allowBlank ? 'official' : 'yours'} only`;
  if (officialMembers !== null && localMembers !== null) {
    const note = noteOnMembers(officialMembers, localMembers);
    if (note === '') return blank === '' ? null : { role: 'cause', note: blank };
    if (blank !== '') return { role: 'cause', note: `${note}; ${blank}` };
    return { role: sameFormulas(grid, place, official, local) && !official.formula1.startsWith('"') ? 'consequence' : 'cause', note };
  }
  if (blank !== '') return { role: 'cause', note: blank };
  const same = (official.type === 'list' || operatorOf(official) === operatorOf(local)) && sameFormulas(grid, place, official, local);
  return same ? null : { role: 'cause', note: '' };
}

function sameFormulas(grid: CommonGrid, place: Place, official: Validation, local: Validation): boolean {
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
