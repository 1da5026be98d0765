import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { Area } from '../../values/Area';
import { toText } from '../../values/coerce';
import { compileCriterion, type Criterion } from '../../values/criteria';
import { ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { numberOf } from '../arrays/arguments';
import { soleValue } from '../../values/lift';

/** A condition on one column of a database, counted from 0. */
interface ColumnCriterion {
  readonly column: number;
  readonly criterion: Criterion;
}

/** The records of a database that criteria mean, as numbers of rows from 0, and the column that is asked for; null for none. */
export interface Records {
  readonly rows: readonly number[];
  readonly column: number | null;
  readonly database: Area;
}

/** Reads the arguments of a database function; an error where they are not what they should be. */
export function recordsOf([from, field, criteria]: readonly (Value | undefined)[], fieldIsOptional: boolean): Records | CellError {
  if (!(from instanceof Area) || !(criteria instanceof Area)) return ERRORS.value;
  // Headings alone are no database.
  if (from.rows < 2) return ERRORS.value;
  const database = from.used;
  const headers = Array.from({ length: database.columns }, (_, column) => nameOf(database.at(0, column)));
  const column = columnOf(field, headers, fieldIsOptional);
  if (isCellError(column)) return column;
  const alternatives = alternativesOf(criteria.used, headers);
  const rows: number[] = [];
  for (let row = 1; row < database.rows; row++)
    if (alternatives.some((all) => all.every(({ column, criterion }) => criterion(database.at(row, column))))) rows.push(row);
  return { rows, column, database };
}

function nameOf(value: Scalar): string {
  const text = toText(value);
  return typeof text === 'string' ? text.toLowerCase() : '';
}

function columnOf(field: Value | undefined, headers: readonly string[], isOptional: boolean): number | null | CellError {
  const sole = field === undefined ? null : soleValue(field);
  if (sole === undefined) return ERRORS.value;
  if (sole === null) return isOptional ? null : ERRORS.value;
  if (typeof sole === 'string') {
    const found = headers.indexOf(sole.toLowerCase());
    return found < 0 ? ERRORS.value : found;
  }
  const number = numberOf(sole, 0);
  if (typeof number !== 'number') return number;
  const column = Math.trunc(number);
  return column < 1 || column > headers.length ? ERRORS.value : column - 1;
}

/** The rows of a criteria range: a record has to meet all conditions of one of them. */
function alternativesOf(criteria: Area, headers: readonly string[]): readonly (readonly ColumnCriterion[])[] {
  const alternatives: ColumnCriterion[][] = [];
  for (let row = 1; row < Math.max(2, criteria.rows); row++) {
    const all: ColumnCriterion[] = [];
    for (let k = 0; k < criteria.columns; k++) {
      const condition = row < criteria.rows ? criteria.at(row, k) : null;
      if (condition === null) continue;
      const column = headers.indexOf(nameOf(criteria.at(0, k)));
      // Under a heading that is none of the database's a formula is the condition.
      if (column < 0) throw new Unknowable('function', 'a database function with a formula as its condition');
      all.push({ column, criterion: criterionOf(condition) });
    }
    alternatives.push(all);
  }
  return alternatives;
}

/** A condition as databases read it: a text without a sign means all that begin so. */
function criterionOf(condition: Scalar): Criterion {
  if (typeof condition !== 'string' || /^[<>=]/.test(condition)) return compileCriterion(condition);
  const plain = compileCriterion(condition);
  const begins = compileCriterion(`${condition}*`);
  return (value) => plain(value) || begins(value);
}
