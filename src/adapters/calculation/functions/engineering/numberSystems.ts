import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { toText } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { optional, scalarFunction, type Parameter } from '../define';
import { ofSingleCells, strictWhole } from '../dates/serials';
import type { FunctionDefinition } from '../FunctionDefinition';

/** A way of writing whole numbers in at most ten digits, negative ones as what they lack to the next power. */
interface System {
  readonly name: string;
  readonly base: number;
}

const DECIMAL: System = { name: 'DEC', base: 10 };
const OTHERS: readonly System[] = [
  { name: 'BIN', base: 2 },
  { name: 'OCT', base: 8 },
  { name: 'HEX', base: 16 },
];
const MOST_DIGITS = 10;

/** BIN2DEC, DEC2HEX and the others that write a number in another system. */
export const numberSystems: readonly FunctionDefinition[] = OTHERS.flatMap((from) => [
  ofSingleCells(scalarFunction(`${from.name}2DEC`, [digitsIn(from)], (value) => value)),
  translation(DECIMAL, from),
  ...OTHERS.filter((to) => to !== from).map((to) => translation(from, to)),
]);

function translation(from: System, to: System): FunctionDefinition {
  const value = from === DECIMAL ? strictWhole : digitsIn(from);
  return ofSingleCells(
    scalarFunction(`${from.name}2${to.name}`, [value, optional(strictWhole, NaN)], (read, places) => write(read, to, places)),
  );
}

function write(value: number, { base }: System, places: number): string | CellError {
  const limit = base ** MOST_DIGITS;
  if (value < -limit / 2 || value >= limit / 2 || places < 1 || places > MOST_DIGITS) return ERRORS.number;
  const digits = (value < 0 ? value + limit : value).toString(base).toUpperCase();
  if (value < 0 || Number.isNaN(places)) return digits;
  return digits.length > places ? ERRORS.number : digits.padStart(places, '0');
}

function digitsIn({ base }: System): Parameter<number> {
  const pattern = base === 16 ? /^[\da-f]{0,10}$/i : base === 8 ? /^[0-7]{0,10}$/ : /^[01]{0,10}$/;
  return {
    read: (value) => {
      if (typeof value === 'boolean') return ERRORS.value;
      const digits = toText(value);
      if (isCellError(digits)) return digits;
      if (!pattern.test(digits)) return ERRORS.number;
      const read = digits === '' ? 0 : Number.parseInt(digits, base);
      return read >= base ** MOST_DIGITS / 2 ? read - base ** MOST_DIGITS : read;
    },
  };
}
