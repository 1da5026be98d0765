import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { lift, soleValue } from '../../values/lift';
import type { Scalar } from '../../values/Scalar';
import type { Grid, Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { findExact, findNearest, findPattern, findSorted } from './findPosition';
import { gridOf, isGridOrError, lineOf, pieceOf, type Vector } from './vectors';

/** XMATCH and XLOOKUP. */
export const modernMatches: readonly FunctionDefinition[] = [
  rangeFunction('XMATCH', [2, 4], ([wanted = null, table, mode, search]) => {
    const line = lineOrError(table);
    if ('error' in line) return line;
    return lift([wanted, mode, search], ([value = null, matchMode, searchMode]) => {
      const found = find(line, value, matchMode, searchMode);
      return typeof found !== 'number' ? found : found < 0 ? ERRORS.notAvailable : found + 1;
    });
  }),
  rangeFunction('XLOOKUP', [3, 6], ([wanted = null, table, results, otherwise, mode, search]) => {
    const line = lineOrError(table);
    if ('error' in line) return line;
    const [keys, answers] = [gridOf(table) as Grid, gridOf(results)];
    if (!isGridOrError(answers)) return answers;
    const isColumn = keys.rows > 1 || (keys.columns === 1 && answers.rows === 1);
    if (isColumn ? keys.rows !== answers.rows : keys.columns !== answers.columns) return ERRORS.value;
    const instead = otherwise ?? ERRORS.notAvailable;
    const look = ([value = null, matchMode, searchMode, none = null]: readonly (Scalar | undefined)[]): Value => {
      const found = find(line, value, matchMode, searchMode);
      if (typeof found !== 'number') return found;
      if (found < 0) return soleValue(instead) === undefined && soleValue(wanted) !== undefined ? instead : none;
      return isColumn ? pieceOf(answers, found, 0, 1, answers.columns) : pieceOf(answers, 0, found, answers.rows, 1);
    };
    // What is given where nothing is found may be several values only where one is looked for.
    return lift([wanted, mode, search, soleValue(wanted) === undefined ? instead : (soleValue(instead) ?? null)], look);
  }),
];

function lineOrError(table: Value | undefined): Vector | CellError {
  const grid = gridOf(table);
  if (!isGridOrError(grid)) return grid;
  return lineOf(grid) ?? ERRORS.value;
}

/** The position that the two modes find, -1 for none; an error for modes that there are not. */
function find(line: Vector, wanted: Scalar, mode: Scalar | undefined, search: Scalar | undefined): number | CellError {
  if (isCellError(wanted)) return wanted;
  const match = mode === undefined || mode === null ? 0 : toNumber(mode);
  const order = search === undefined || search === null ? 1 : toNumber(search);
  if (typeof match !== 'number') return match;
  if (typeof order !== 'number') return order;
  const [how, way] = [Math.trunc(match), Math.trunc(order)];
  if (how === 3) throw new Unknowable('function', 'XLOOKUP or XMATCH by regular expression');
  if (![-1, 0, 1, 2].includes(how) || ![-2, -1, 1, 2].includes(way)) return ERRORS.value;
  if (Math.abs(way) === 2) return how === 2 ? ERRORS.value : findByHalving(line, wanted, how as -1 | 0 | 1, way > 0 ? 1 : -1);
  const backwards = way < 0;
  if (how === 2) return findPattern(line, wanted, backwards);
  return how === 0 ? findExact(line, wanted, backwards) : findNearest(line, wanted, how as -1 | 1, backwards);
}

/** The position found by halving: of equal values the one that is first when they go up. */
function findByHalving(line: Vector, wanted: Scalar, how: -1 | 0 | 1, order: 1 | -1): number {
  if (wanted === null) return findExact(line, null);
  const counts = (value: Scalar): boolean => value !== null && !isCellError(value);
  // The last value in front of the wanted one and of its equals; going down, the last of its equals if there are any.
  const found = order > 0 ? findSorted(line, wanted, 1, counts, false) : findSorted(line, wanted, -1, counts);
  const exact = order > 0 ? found + 1 : found;
  if (exact >= 0 && exact < line.length && isExactly(line, exact, wanted)) return exact;
  if (how === 0) return -1;
  if (how === -order) return found;
  return found + 1 < line.length ? found + 1 : -1;
}

function isExactly(line: Vector, index: number, wanted: Scalar): boolean {
  return findExact({ length: 1, whole: 1, cells: null, at: () => line.at(index) }, wanted) === 0;
}
