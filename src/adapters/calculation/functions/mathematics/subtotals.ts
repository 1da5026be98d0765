import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { Area, AreaList } from '../../values/Area';
import { toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import { Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { rank, summarize } from './summarize';

/** What is passed over. */
interface Passed {
  /** Cells that are subtotals themselves. */
  readonly nested: boolean;
  readonly hidden: boolean;
  readonly errors: boolean;
}

/** What cells hold that count. */
interface Counted {
  readonly numbers: number[];
  filled: number;
  error: CellError | null;
  /** True when a row was hidden among those that are passed over, or would be. */
  hidden: boolean;
}

const SUBTOTAL = /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i;

/** SUBTOTAL and AGGREGATE. */
export const subtotals: readonly FunctionDefinition[] = [
  rangeFunction('SUBTOTAL', [2, 255], ([which = null, ...ranges]) =>
    lift([which], ([number = null]) => {
      const kind = toNumber(number);
      if (typeof kind !== 'number') return kind;
      const code = Math.trunc(kind);
      const made = code > 100 ? code - 100 : code;
      if (made < 1 || made > 11) return ERRORS.value;
      if (!ranges.every(isCells)) return ERRORS.value;
      const passed: Passed = { nested: true, hidden: code > 100, errors: false };
      return ofCounted(ranges, passed, ({ numbers, filled }) => summarize(made, numbers, filled), made === 2 || made === 3);
    }),
  ),
  rangeFunction('AGGREGATE', [3, 255], ([which = null, what = null, ...rest]) =>
    lift([which, what], ([number = null, option = null]) => {
      const [kind, options] = [toNumber(number), toNumber(option)];
      if (typeof kind !== 'number') return kind;
      if (typeof options !== 'number') return options;
      const [made, choice] = [Math.trunc(kind), Math.trunc(options)];
      if (made < 1 || made > 19 || choice < 0 || choice > 7) return ERRORS.value;
      const passed: Passed = { nested: choice < 4, hidden: choice % 2 === 1, errors: choice % 4 >= 2 };
      if (made < 14) {
        if (!rest.every(isCells)) return ERRORS.value;
        return ofCounted(rest, passed, ({ numbers, filled }) => summarize(made, numbers, filled), made === 2 || made === 3);
      }
      if (rest.length !== 2) return ERRORS.value;
      return lift([rest[1]], ([wanted = null]) => {
        const place = toNumber(wanted);
        return typeof place !== 'number' ? place : ofCounted([rest[0]], passed, ({ numbers }) => rank(made, numbers, place), false);
      });
    }),
  ),
];

function isCells(value: Value | undefined): boolean {
  return value instanceof Area || value instanceof AreaList;
}

/**
 * What is made of the cells that count. Rows hidden by a filter never count and rows hidden by hand count unless they are passed over;
 * which of these hid a row is not known, so where it matters nothing is calculated.
 */
function ofCounted(
  args: readonly (Value | undefined)[],
  passed: Passed,
  make: (counted: Counted) => Scalar,
  countsErrors: boolean,
): Scalar {
  const counted = count(args, passed);
  const result = (counted.error !== null && !countsErrors ? counted.error : null) ?? make(counted);
  if (passed.hidden || !counted.hidden) return result;
  const visible = count(args, { ...passed, hidden: true });
  const other = (visible.error !== null && !countsErrors ? visible.error : null) ?? make(visible);
  if (other !== result) throw new Unknowable('function', 'a subtotal over hidden rows');
  return result;
}

function count(args: readonly (Value | undefined)[], { nested, hidden, errors }: Passed): Counted {
  const counted: Counted = { numbers: [], filled: 0, error: null, hidden: false };
  const take = (value: Scalar): void => {
    if (value === null || (errors && isCellError(value))) return;
    counted.filled++;
    if (typeof value === 'number') counted.numbers.push(value);
    else if (isCellError(value)) counted.error ??= value;
  };
  for (const arg of args) {
    if (arg instanceof Matrix) arg.forEach(take);
    else if (arg instanceof Area || arg instanceof AreaList) {
      for (const area of arg instanceof Area ? [arg] : arg.areas) visitCells(area, nested, hidden, counted, take);
    } else if (arg !== undefined && !(typeof arg === 'object' && arg !== null && 'parameters' in arg)) take(arg);
  }
  return counted;
}

function visitCells(area: Area, nested: boolean, hidden: boolean, counted: Counted, take: (value: Scalar) => void): void {
  const { arrangement, sheet, firstRow, firstColumn } = area;
  const { rows, columns } = area.used;
  for (let row = 0; row < rows; row++) {
    if (arrangement.isRowHidden(sheet, firstRow + row)) {
      counted.hidden = true;
      if (hidden) continue;
    }
    for (let column = 0; column < columns; column++) {
      const value = area.at(row, column);
      if (value === null) continue;
      if (nested && SUBTOTAL.test(arrangement.formula(sheet, firstRow + row, firstColumn + column) ?? '')) continue;
      take(value);
    }
  }
}
