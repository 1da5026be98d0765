import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import type { Cell } from '../../compile/Program';
import { Area, AreaList } from '../../values/Area';
import { toNumber } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { parseNumber } from '../../values/parseNumber';
import type { Scalar } from '../../values/Scalar';
import { plainNumber, type Parameter } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** A value as a serial number, a date written as text by the workbook's own date system. */
export function toSerial(value: Scalar, cell: Cell): number | CellError {
  if (typeof value === 'string') return parseNumber(value, cell.arrangement.dateSystem) ?? ERRORS.value;
  return toNumber(value);
}

/** A serial number with its time of day. */
export const moment: Parameter<number> = { read: toSerial };
/** A serial number without its time of day. */
export const serial: Parameter<number> = { read: (value, cell) => day(toSerial(value, cell)) };
/** As `serial`, of functions that once were the Analysis ToolPak's: a truth value is no number to them. */
export const strictSerial: Parameter<number> = {
  read: (value, cell) => (typeof value === 'boolean' ? ERRORS.value : day(toSerial(value, cell))),
};
/** A number that is not said by a truth value, fractions cut off towards zero. */
export const strictWhole: Parameter<number> = {
  read: (value, cell) => {
    const read = plainNumber.read(value, cell);
    return typeof read === 'number' ? Math.trunc(read) : read;
  },
};

/** The function as those of the Analysis ToolPak work still: where one value is wanted, a range of several cells is an error. */
export function ofSingleCells(definition: FunctionDefinition): FunctionDefinition {
  return {
    ...definition,
    evaluate: (args, cell) => {
      const several = args.some((arg) => arg instanceof AreaList || (arg instanceof Area && (arg.rows > 1 || arg.columns > 1)));
      return several ? ERRORS.value : definition.evaluate(args, cell);
    },
  };
}

/** Gives `#NUM!` where there is no number. */
export function orNumberError(value: number | null): number | CellError {
  return value ?? ERRORS.number;
}

function day(value: number | CellError): number | CellError {
  if (isCellError(value)) return value;
  return value < 0 ? ERRORS.number : Math.floor(value);
}
