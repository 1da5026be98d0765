import { mix } from './mix';
import type { Sketch } from './Sketch';

/** So many different contents of a sheet are kept, those whose tokens are smallest: the same choice in every sheet. */
const KEPT = 512;
const ROOM = KEPT * 8;

/** Sketches something large in one pass, keeping only what can still be among the smallest tokens. */
export class SketchBuilder {
  readonly #weights = new Map<number, number>();
  #limit = Infinity;

  /** Counts a token once more. */
  add(token: number, weight: number): void {
    const key = mix(token, 3);
    if (key > this.#limit) return;
    this.#weights.set(key, (this.#weights.get(key) ?? 0) + weight);
    if (this.#weights.size > ROOM) this.#prune();
  }

  /** The sketch of all that was counted. */
  finish(): Sketch {
    if (this.#weights.size > KEPT) this.#prune();
    const kept = [...this.#weights].sort((x, y) => x[0] - y[0]);
    return {
      tokens: Float64Array.from(kept, ([token]) => token),
      // A filled-down formula is one thing, however often it stands there.
      weights: Float64Array.from(kept, ([, weight]) => Math.sqrt(weight)),
      limit: this.#limit,
    };
  }

  #prune(): void {
    const tokens = Float64Array.from(this.#weights.keys()).sort();
    this.#limit = tokens[KEPT - 1]!;
    for (const token of tokens.subarray(KEPT)) this.#weights.delete(token);
  }
}
