import type { Cell } from '../compile/Program';
import type { Value } from '../values/Value';

/** A function of Excel. */
export interface FunctionDefinition {
  /** Its name in capitals, without `_xlfn.`. */
  readonly name: string;
  /** How many arguments it takes at least and at most. */
  readonly least: number;
  readonly most: number;
  /** True when an argument that is left empty in the formula makes it `#N/A`. */
  readonly refusesEmpty?: boolean;
  /**
   * Gives its result; errors of Excel are values. An argument that was not given is undefined, one that was left empty null; one of
   * several cells or an array comes as it is.
   */
  readonly evaluate: (args: readonly (Value | undefined)[], cell: Cell) => Value;
}
