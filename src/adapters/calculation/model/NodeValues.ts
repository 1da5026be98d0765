import type { Scalar } from '../values/Scalar';
import type { Matrix } from '../values/Matrix';
import { PENDING, WITHHELD } from './interruptions';

const UNKNOWN = 0;
const KNOWN = 1;
const NONE = 2;
/** What is held of a cell without a value. */
const NO_VALUE = { error: '#UNKNOWN!' } as const;

/** What all cells of a calculation hold by now. A node is a cell; one whose value is not known yet interrupts whoever reads it. */
export class NodeValues {
  values: Scalar[];
  /** By node, 0 where it has to be calculated. */
  readonly isKnown: Uint8Array;
  /** The arrays that formulas gave, by the node of the cell in which they stand. */
  readonly arrays = new Map<number, Matrix>();

  #generation = 0;

  constructor(readonly count: number) {
    this.values = new Array<Scalar>(count).fill(null);
    this.isKnown = new Uint8Array(count);
  }

  read(node: number): Scalar {
    if (this.isKnown[node] !== KNOWN) {
      if (this.isKnown[node] === NONE) throw WITHHELD;
      PENDING.node = node;
      throw PENDING;
    }
    return this.values[node]!;
  }

  /** A number that stays the same as long as no value that has been read can have become another. */
  get generation(): number {
    return this.#generation;
  }

  /** Says that values become others, or cells stand elsewhere, from now on. */
  beginGeneration(): void {
    this.#generation++;
  }

  set(node: number, value: Scalar): void {
    if (this.isKnown[node] !== UNKNOWN && this.values[node] !== value) this.#generation++;
    this.values[node] = value;
    this.isKnown[node] = KNOWN;
  }

  /** Says that a cell has no value, and so nothing has that reads it. */
  withhold(node: number): void {
    this.set(node, NO_VALUE);
    this.isKnown[node] = NONE;
    this.arrays.delete(node);
  }
}
