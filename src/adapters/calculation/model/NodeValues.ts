import type { Scalar } from '../values/Scalar';
import type { Matrix } from '../values/Matrix';
import { PENDING } from './interruptions';

/** What all cells of a calculation hold by now. A node is a cell; one whose value is not known yet interrupts whoever reads it. */
export class NodeValues {
  values: Scalar[];
  readonly isKnown: Uint8Array;
  /** The arrays that formulas gave, by the node of the cell in which they stand. */
  readonly arrays = new Map<number, Matrix>();

  #generation = 0;

  constructor(readonly count: number) {
    this.values = new Array<Scalar>(count).fill(null);
    this.isKnown = new Uint8Array(count);
  }

  read(node: number): Scalar {
    if (this.isKnown[node] === 0) {
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
    if (this.isKnown[node] === 1 && this.values[node] !== value) this.#generation++;
    this.values[node] = value;
    this.isKnown[node] = 1;
  }
}
