import { isCellError, type CellError } from '../../../core/workbook/CellValue';
import type { Cell } from '../compile/Program';
import { toBoolean, toNumber, toText } from '../values/coerce';
import { ERRORS } from '../values/errors';
import { lift } from '../values/lift';
import type { Scalar } from '../values/Scalar';
import type { Value } from '../values/Value';
import type { FunctionDefinition } from './FunctionDefinition';

/** How a function of single values reads one argument. */
export interface Parameter<T> {
  readonly read: (value: Scalar, cell: Cell) => T | CellError;
  /** What stands for it when it is not given; a parameter without one has to be. */
  readonly otherwise?: T;
  /** True when one that was left empty counts as not given. */
  readonly emptyIsAbsent?: boolean;
  /** True when the function looks at errors too, as ISERROR does; else the first error among the arguments is its result. */
  readonly takesErrors?: boolean;
}

/** A number. */
export const number: Parameter<number> = { read: toNumber };
/** A number, where a truth value is none, as the functions take it that once were the Analysis ToolPak. */
export const plainNumber: Parameter<number> = { read: (value) => (typeof value === 'boolean' ? ERRORS.value : toNumber(value)) };
/** A number, fractions cut off towards zero. */
export const whole: Parameter<number> = { read: (value) => cut(toNumber(value)) };
/** A text. */
export const text: Parameter<string> = { read: toText };
/** A truth value. */
export const truth: Parameter<boolean> = { read: toBoolean };
/** A value of any kind, errors included. */
export const anyOrError: Parameter<Scalar> = { read: (value) => value, takesErrors: true };

/** The parameter with what stands for it when it is not given. */
export function optional<T>(parameter: Parameter<T>, otherwise: T): Parameter<T> {
  return { ...parameter, otherwise };
}

/** A function of single values, calculated one by one where arrays are given; the first error among its arguments is its result. */
export function scalarFunction<P extends readonly unknown[]>(
  name: string,
  parameters: { readonly [K in keyof P]: Parameter<P[K]> },
  evaluate: (...args: P) => Value,
): FunctionDefinition {
  return cellFunction<P>(name, parameters, (_cell, ...args) => evaluate(...args));
}

/** A function of single values that also depends on the cell that it stands in, on the workbook's date system say. */
export function cellFunction<P extends readonly unknown[]>(
  name: string,
  parameters: { readonly [K in keyof P]: Parameter<P[K]> },
  evaluate: (cell: Cell, ...args: P) => Value,
): FunctionDefinition {
  const readers = parameters as readonly Parameter<unknown>[];
  const least = readers.filter((parameter) => !('otherwise' in parameter)).length;
  const one = (scalars: readonly (Scalar | undefined)[], cell: Cell): Value => {
    const values: unknown[] = [];
    for (let k = 0; k < readers.length; k++) {
      const reader = readers[k]!;
      const scalar = scalars[k];
      if (scalar === undefined || (scalar === null && reader.emptyIsAbsent)) values.push(reader.otherwise);
      else {
        const value = (isCellError(scalar) && !reader.takesErrors ? scalar : reader.read(scalar, cell)) as Scalar;
        if (isCellError(value) && !reader.takesErrors) return value;
        values.push(value);
      }
    }
    const result = evaluate(cell, ...(values as unknown as P));
    return typeof result === 'number' && !Number.isFinite(result) ? ERRORS.number : result;
  };
  return { name, least, most: readers.length, evaluate: (args, cell) => lift(args, (scalars) => one(scalars, cell)) };
}

/** A function of single values that once was part of the Analysis ToolPak: an argument left empty, `MROUND(,5)`, makes it `#N/A`. */
export function toolPakFunction<P extends readonly unknown[]>(
  name: string,
  parameters: { readonly [K in keyof P]: Parameter<P[K]> },
  evaluate: (...args: P) => Value,
): FunctionDefinition {
  return { ...scalarFunction(name, parameters, evaluate), refusesEmpty: true };
}

/** A function that takes its arguments as they are. */
export function rangeFunction(
  name: string,
  [least, most]: readonly [number, number],
  evaluate: (args: readonly (Value | undefined)[], cell: Cell) => Value,
): FunctionDefinition {
  return { name, least, most, evaluate };
}

function cut(value: number | CellError): number | CellError {
  return typeof value === 'number' ? Math.trunc(value) : value;
}
