import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Area } from '../../values/Area';
import { compileCriterion, type Criterion } from '../../values/criteria';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { spendWork } from '../../model/formulaContext';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitEqualCells } from './visitEqualCells';

/** A range and the condition on its cells. */
interface Condition {
  readonly range: Area;
  readonly criterion: Criterion;
}

/** What is made of the numbers in the cells that all conditions hold for. */
interface Summary {
  add(value: number): void;
  result(): Scalar;
}

const SUM = (): Summary => {
  let total = 0;
  return { add: (value) => (total += value), result: () => total };
};
const AVERAGE = (): Summary => {
  let [total, count] = [0, 0];
  const add = (value: number): void => {
    total += value;
    count++;
  };
  return { add, result: () => (count === 0 ? ERRORS.divide : total / count) };
};
const extreme = (pick: (a: number, b: number) => number) => (): Summary => {
  let found: number | null = null;
  return { add: (value) => (found = found === null ? value : pick(found, value)), result: () => found ?? 0 };
};

/** SUMIF, COUNTIF, AVERAGEIF, their plurals, MAXIFS and MINIFS. */
export const conditional: readonly FunctionDefinition[] = [
  ofOne('SUMIF', SUM),
  ofOne('AVERAGEIF', AVERAGE),
  ofSeveral('SUMIFS', SUM),
  ofSeveral('AVERAGEIFS', AVERAGE),
  ofSeveral('MAXIFS', extreme(Math.max)),
  ofSeveral('MINIFS', extreme(Math.min)),
  rangeFunction('COUNTIF', [2, 2], ([range, condition]) => withConditions([range, condition], count)),
  rangeFunction('COUNTIFS', [2, 254], (args) => withConditions(args, count)),
];

function ofOne(name: string, summary: () => Summary): FunctionDefinition {
  return rangeFunction(name, [2, 3], ([range, condition, values = range]) => {
    if (!(range instanceof Area) || !(values instanceof Area)) return ERRORS.value;
    // Of the range to be summed only the first cell counts.
    const target = values.part(0, 0, range.rows, range.columns);
    return withConditions([range, condition], (conditions) => summarize(target, conditions, summary()));
  });
}

function ofSeveral(name: string, summary: () => Summary): FunctionDefinition {
  return rangeFunction(name, [3, 255], ([values, ...args]) => {
    if (!(values instanceof Area)) return ERRORS.value;
    return withConditions(args, (conditions) =>
      isOneShape([values, ...conditions.map(({ range }) => range)]) ? summarize(values, conditions, summary()) : ERRORS.value,
    );
  });
}

/** What `evaluate` gives for arguments that are ranges and conditions in turn; one result for each of several conditions. */
function withConditions(args: readonly (Value | undefined)[], evaluate: (conditions: readonly Condition[]) => Scalar): Value {
  const ranges = args.filter((_, k) => k % 2 === 0);
  if (args.length % 2 === 1 || !ranges.every((range) => range instanceof Area)) return ERRORS.value;
  return lift(
    args.filter((_, k) => k % 2 === 1),
    (scalars) => evaluate(ranges.map((range, k) => ({ range, criterion: compileCriterion(scalars[k] ?? null) }))),
  );
}

function isOneShape([first, ...others]: readonly Area[]): boolean {
  return others.every(({ rows, columns }) => rows === first!.rows && columns === first!.columns);
}

function summarize(values: Area, conditions: readonly Condition[], summary: Summary): Scalar {
  let error: CellError | null = null;
  // Where no cell to be summed has anything there is nothing to add.
  const { rows, columns } = values.used;
  visitMatches(rows, columns, conditions, (row, column) => {
    const value = values.at(row, column);
    if (typeof value === 'number') summary.add(value);
    else if (error === null && isCellError(value)) error = value;
  });
  return error ?? summary.result();
}

function count(conditions: readonly Condition[]): Scalar {
  const ranges = conditions.map(({ range }) => range);
  if (!isOneShape(ranges)) return ERRORS.value;
  const rows = Math.max(...ranges.map(({ used }) => used.rows));
  const columns = Math.max(...ranges.map(({ used }) => used.columns));
  let matches = 0;
  visitMatches(rows, columns, conditions, () => matches++);
  // All cells behind those in use are blank.
  const [first] = ranges;
  const beyond = first!.rows * first!.columns - rows * columns;
  return matches + (beyond > 0 && conditions.every(({ criterion }) => criterion(null)) ? beyond : 0);
}

function visitMatches(rows: number, columns: number, conditions: readonly Condition[], visit: (row: number, column: number) => void): void {
  const holds = (row: number, column: number, but: number): boolean => {
    for (let k = 0; k < conditions.length; k++) {
      if (k === but) continue;
      const { range, criterion } = conditions[k]!;
      if (!criterion(range.at(row, column))) return false;
    }
    return true;
  };
  for (let k = 0; k < conditions.length; k++) {
    const { range, criterion } = conditions[k]!;
    // Of a whole column only what is in use.
    const isFound = visitEqualCells(range.part(0, 0, rows, columns), criterion, (position) => {
      const column = position % columns;
      const row = (position - column) / columns;
      if (criterion(range.at(row, column)) && holds(row, column, k)) visit(row, column);
    });
    if (isFound) return;
  }
  spendWork(rows * columns);
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) if (holds(row, column, -1)) visit(row, column);
}
