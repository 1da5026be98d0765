/** Numbers texts in the order they first come, so that equal texts have equal numbers. */
export class Interner {
  readonly #indices = new Map<string, number>();
  readonly #texts: string[] = [];

  constructor(...first: readonly string[]) {
    for (const text of first) this.index(text);
  }

  /** The number of a text, counted from 0. */
  index(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    const index = this.#texts.length;
    this.#indices.set(text, index);
    this.#texts.push(text);
    return index;
  }

  /** The texts by their numbers. */
  get texts(): readonly string[] {
    return this.#texts;
  }
}
