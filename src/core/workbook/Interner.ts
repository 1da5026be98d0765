/** Numbers texts in the order they first come, so that equal texts have equal numbers. */
export class Interner {
  #indices: Map<string, number> | null = null;
  #texts: string[] = [];

  /** Texts that are numbered already keep their numbers; their list is left as it is. */
  constructor(readonly first: readonly string[] = []) {}

  /** The number of a text, counted from 0. */
  index(text: string): number {
    const indices = (this.#indices ??= this.#begin());
    const known = indices.get(text);
    if (known !== undefined) return known;
    const index = this.#texts.length;
    indices.set(text, index);
    this.#texts.push(text);
    return index;
  }

  /** The texts by their numbers. */
  get texts(): readonly string[] {
    return this.#indices === null ? this.first : this.#texts;
  }

  #begin(): Map<string, number> {
    this.#texts = [...this.first];
    const indices = new Map<string, number>();
    for (let i = this.first.length - 1; i >= 0; i--) indices.set(this.first[i]!, i);
    return indices;
  }
}
