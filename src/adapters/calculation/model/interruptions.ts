/** Thrown out of a formula that cannot be calculated with certainty: its cell keeps the value that Excel stored. */
export class Unknowable extends Error {
  constructor(
    readonly kind: 'function' | 'volatile' | 'external' | 'limit' | 'formula' | 'doubt' | 'circular',
    /** What it is, for the user: the name of the function, say. */
    readonly what: string,
  ) {
    super(`${kind}: ${what}`);
  }
}

/** A formula that asks for more than can be held or done. */
export class CalculationLimit extends Unknowable {
  constructor(what: string) {
    super('limit', what);
  }
}

/** Thrown when a formula reads a cell that has no value where it stands, so that it has none either; no IFERROR takes it. */
export class Withheld extends Error {}

export const WITHHELD = new Withheld('a cell without a value');

/** Thrown when a formula reads a cell that has not been calculated yet; the one object, told apart by its node. */
export class Pending extends Error {
  node = -1;
}

export const PENDING = new Pending('a cell that is not calculated yet');
