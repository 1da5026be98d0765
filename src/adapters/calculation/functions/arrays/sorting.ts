import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { compareScalars } from '../../values/compareScalars';
import { toBoolean } from '../../values/coerce';
import { errorNumber, ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import type { Grid, Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { gridOf, isGridOrError } from '../lookup/vectors';
import { arrayOf, truthOf, wholeOf } from './arguments';

/** What lines are ordered by: the value of each, going up (1) or down (-1). */
interface Order {
  readonly keyOf: (line: number) => Scalar;
  readonly direction: 1 | -1;
}

/** SORT, SORTBY, UNIQUE and FILTER. */
export const sorting: readonly FunctionDefinition[] = [
  rangeFunction('SORT', [1, 4], ([from, by, directions, byColumn]) => {
    const grid = gridOf(from);
    if (!isGridOrError(grid)) return grid;
    const across = truthOf(byColumn, false);
    if (typeof across !== 'boolean') return across;
    const places = numbersIn(by, 1);
    const ways = numbersIn(directions, 1);
    if (!Array.isArray(places)) return places;
    if (!Array.isArray(ways)) return ways;
    if (places.some((place) => place < 1 || place > (across ? grid.rows : grid.columns)) || !ways.every(isDirection)) return ERRORS.value;
    const orders = places.map((place, k): Order => {
      const keyOf = across ? (line: number) => grid.at(place - 1, line) : (line: number) => grid.at(line, place - 1);
      return { keyOf, direction: (ways[k] ?? ways[ways.length - 1] ?? 1) as 1 | -1 };
    });
    return linesOf(grid, sortedLines(across ? grid.columns : grid.rows, orders), across);
  }),
  rangeFunction('SORTBY', [2, 255], ([from, ...rest]) => {
    const grid = gridOf(from);
    if (!isGridOrError(grid)) return grid;
    const orders: Order[] = [];
    let across = false;
    for (let k = 0; k < rest.length; k += 2) {
      const keys = gridOf(rest[k]);
      if (!isGridOrError(keys)) return keys;
      const direction = wholeOf(rest[k + 1], 1);
      if (typeof direction !== 'number') return direction;
      if (!isDirection(direction)) return ERRORS.value;
      if (k === 0) across = keys.rows === 1 && keys.columns === grid.columns && grid.rows !== 1;
      if (across ? keys.rows !== 1 || keys.columns !== grid.columns : keys.columns !== 1 || keys.rows !== grid.rows) {
        if (!(keys.rows === 1 && keys.columns === grid.columns && grid.rows === 1)) return ERRORS.value;
        across = true;
      }
      orders.push({ keyOf: keys.rows === 1 && across ? (line) => keys.at(0, line) : (line) => keys.at(line, 0), direction });
    }
    return linesOf(grid, sortedLines(across ? grid.columns : grid.rows, orders), across);
  }),
  rangeFunction('UNIQUE', [1, 3], ([from, byColumn, exactlyOnce]) => {
    const grid = gridOf(from);
    if (!isGridOrError(grid)) return grid;
    const [across, once] = [truthOf(byColumn, false), truthOf(exactlyOnce, false)];
    if (typeof across !== 'boolean') return across;
    if (typeof once !== 'boolean') return once;
    const [lines, length] = across ? [grid.columns, grid.rows] : [grid.rows, grid.columns];
    const first = new Map<string, { readonly line: number; times: number }>();
    for (let line = 0; line < lines; line++) {
      let key = '';
      for (let k = 0; k < length; k++) key += keyText(across ? grid.at(k, line) : grid.at(line, k));
      const known = first.get(key);
      if (known === undefined) first.set(key, { line, times: 1 });
      else known.times++;
    }
    const kept = [...first.values()].filter(({ times }) => !once || times === 1).map(({ line }) => line);
    return linesOf(grid, kept, across);
  }),
  rangeFunction('FILTER', [2, 3], ([from, include, otherwise]) => {
    const [grid, wanted] = [gridOf(from), gridOf(include)];
    if (!isGridOrError(grid)) return grid;
    if (!isGridOrError(wanted)) return wanted;
    const down = wanted.columns === 1 && wanted.rows === grid.rows;
    if (!down && !(wanted.rows === 1 && wanted.columns === grid.columns)) return ERRORS.value;
    const kept: number[] = [];
    for (let line = 0; line < (down ? grid.rows : grid.columns); line++) {
      const holds = toBoolean(down ? wanted.at(line, 0) : wanted.at(0, line));
      if (typeof holds !== 'boolean') return holds;
      if (holds) kept.push(line);
    }
    return kept.length === 0 ? (otherwise ?? ERRORS.calculation) : linesOf(grid, kept, !down);
  }),
];

/** Rows of a grid, or columns, in the order given. */
function linesOf(grid: Grid, lines: readonly number[], across: boolean): Value {
  return across
    ? arrayOf(grid.rows, lines.length, (row, column) => grid.at(row, lines[column]!))
    : arrayOf(lines.length, grid.columns, (row, column) => grid.at(lines[row]!, column));
}

/** The numbers of lines in order; equal ones stay as they stand, blanks come last either way. */
function sortedLines(count: number, orders: readonly Order[]): number[] {
  const keys = orders.map(({ keyOf }) => Array.from({ length: count }, (_, line) => keyOf(line)));
  return Array.from({ length: count }, (_, line) => line).sort((a, b) => {
    for (const [k, { direction }] of orders.entries()) {
      const [left, right] = [keys[k]![a] ?? null, keys[k]![b] ?? null];
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
        continue;
      }
      const order = compare(left, right) * direction;
      if (order !== 0) return order;
    }
    return a - b;
  });
}

function compare(a: Scalar, b: Scalar): number {
  return isCellError(a) && isCellError(b) ? (errorNumber(a) ?? 0) - (errorNumber(b) ?? 0) : compareScalars(a, b);
}

function isDirection(value: number): value is 1 | -1 {
  return value === 1 || value === -1;
}

/** The whole numbers of an argument, one or an array of them. */
function numbersIn(value: Value | undefined, otherwise: number): number[] | CellError {
  if (value === undefined || value === null) return [otherwise];
  const grid = gridOf(value);
  if (!isGridOrError(grid)) return grid;
  const numbers: number[] = [];
  for (let k = 0; k < grid.rows * grid.columns; k++) {
    const number = wholeOf(grid.at(Math.floor(k / grid.columns), k % grid.columns), otherwise);
    if (typeof number !== 'number') return number;
    numbers.push(number);
  }
  return numbers;
}

/** A text that is the same for values that are equal to Excel; `1` and `"1"` are not. */
function keyText(value: Scalar): string {
  if (isCellError(value)) return `e${value.error}\u0000`;
  if (typeof value === 'string') return `s${value.toLowerCase()}\u0000`;
  return `${typeof value === 'boolean' ? 'b' : value === null ? 'o' : 'n'}${String(value)}\u0000`;
}
