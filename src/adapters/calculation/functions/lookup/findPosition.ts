import { isCellError } from '../../../../core/workbook/CellValue';
import { compareScalars } from '../../values/compareScalars';
import type { Scalar } from '../../values/Scalar';
import { compileWildcards, hasWildcards } from '../../values/wildcards';
import { spendWork } from '../../model/formulaContext';
import { keyOf, positionsOf } from './positions';
import type { Vector } from './vectors';

/** The position of the first value that is exactly the wanted one, or of the last; -1 when there is none. */
export function findExact(vector: Vector, wanted: Scalar, backwards = false): number {
  const index = backwards || wanted === null || isCellError(wanted) ? null : positionsOf(vector);
  if (index !== null) return index.get(keyOf(wanted)) ?? -1;
  if (typeof wanted === 'string') {
    const small = wanted.toLowerCase();
    const { length } = wanted;
    return findWhere(
      vector,
      (value) => typeof value === 'string' && value.length === length && (value === wanted || value.toLowerCase() === small),
      backwards,
    );
  }
  if (wanted === null) {
    // Behind all that is used everything is blank.
    const isBlankBehind = vector.length < vector.whole;
    if (backwards && isBlankBehind) return vector.whole - 1;
    const found = findWhere(vector, (value) => value === null, backwards);
    return found < 0 && isBlankBehind ? vector.length : found;
  }
  if (isCellError(wanted)) return findWhere(vector, (value) => isCellError(value) && value.error === wanted.error, backwards);
  return findWhere(vector, (value) => value === wanted, backwards);
}

/** The position of the first text that a pattern with `*` and `?` means, or of the last; as `findExact` where it has none of these. */
export function findPattern(vector: Vector, wanted: Scalar, backwards = false): number {
  if (typeof wanted !== 'string' || !hasWildcards(wanted)) return findExact(vector, wanted, backwards);
  const matches = compileWildcards(wanted);
  return findWhere(vector, (value) => typeof value === 'string' && matches(value), backwards);
}

/**
 * The position of the wanted value or, failing that, of the next smaller (-1) or larger (1) one, where texts are larger than numbers; the
 * values may stand in any order.
 */
export function findNearest(vector: Vector, wanted: Scalar, direction: -1 | 1, backwards = false): number {
  const exact = findExact(vector, wanted, backwards);
  if (exact >= 0) return exact;
  let found = -1;
  let best: Scalar = null;
  spendWork(vector.length);
  for (let k = 0; k < vector.length; k++) {
    const index = backwards ? vector.length - 1 - k : k;
    const value = vector.at(index);
    if (value === null || isCellError(value) || compareScalars(value, wanted) * direction < 0) continue;
    if (found >= 0 && compareScalars(value, best) * direction >= 0) continue;
    found = index;
    best = value;
  }
  return found;
}

/**
 * The position that halving finds in values that are in order, going up or (-1) down: of the last value not beyond the wanted one. Only
 * values that `counts` says yes to are looked at. Without `equals` it is the last value in front of the wanted one.
 */
export function findSorted(vector: Vector, wanted: Scalar, order: 1 | -1 = 1, counts = isComparable, equals = true): number {
  let [low, high, found] = [0, vector.length - 1, -1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at <= high && !counts(vector.at(at), wanted)) at++;
    if (at > high) {
      high = middle - 1;
      continue;
    }
    if (compareScalars(vector.at(at), wanted) * order < (equals ? 1 : 0)) {
      found = at;
      low = at + 1;
    } else high = middle - 1;
  }
  return found;
}

/** Whether two values are of one kind, as MATCH wants it. */
function isComparable(value: Scalar, wanted: Scalar): boolean {
  return value !== null && typeof value === typeof wanted && !isCellError(value);
}

function findWhere(vector: Vector, holds: (value: Scalar) => boolean, backwards: boolean): number {
  const { length } = vector;
  spendWork(length);
  if (backwards) {
    for (let index = length - 1; index >= 0; index--) if (holds(vector.at(index))) return index;
    return -1;
  }
  for (let index = 0; index < length; index++) if (holds(vector.at(index))) return index;
  return -1;
}
