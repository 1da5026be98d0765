/** Settled: of no circle that is still looked for. */
const NONE = Infinity;

/** Finds what reads itself while a graph is walked through depth first: its strongly connected components, as Tarjan has them. */
export class CircleFinder {
  /** By id, when it was entered. */
  readonly #entered = new Map<number, number>();
  /** By id, the earliest entered one that it is known to lead to. */
  readonly #earliest = new Map<number, number>();
  readonly #waiting: number[] = [];
  readonly #selfish = new Set<number>();
  readonly #circleOf = new Map<number, number>();
  #count = 0;

  /** Comes to something for the first time. */
  enter(id: number): void {
    const number = this.#entered.size;
    this.#entered.set(id, number);
    this.#earliest.set(id, number);
    this.#waiting.push(id);
  }

  /** Finds that something reads what was entered before. */
  meet(reader: number, id: number): void {
    if (reader < 0) return;
    if (reader === id) this.#selfish.add(id);
    this.#lower(reader, this.#circleOf.has(id) ? NONE : this.#entered.get(id)!);
  }

  /** Goes back to the reader of something, all that it reads having been walked through. */
  leave(id: number, reader: number): void {
    const earliest = this.#earliest.get(id)!;
    if (reader >= 0) this.#lower(reader, earliest);
    if (earliest < this.#entered.get(id)!) return;
    const circle = this.#waiting.splice(this.#waiting.lastIndexOf(id));
    const number = circle.length > 1 || this.#selfish.has(id) ? this.#count++ : -1;
    for (const member of circle) this.#circleOf.set(member, number);
  }

  /** By cell, its circle; the cells of each in the order in which `cells` has them. */
  circles(cells: readonly number[]): ReadonlyMap<number, readonly number[]> {
    const members: number[][] = Array.from({ length: this.#count }, () => []);
    const found = new Map<number, readonly number[]>();
    for (const cell of cells) {
      const circle = this.#circleOf.get(cell) ?? -1;
      if (circle < 0) continue;
      members[circle]!.push(cell);
      found.set(cell, members[circle]!);
    }
    return found;
  }

  #lower(id: number, number: number): void {
    if (number < this.#earliest.get(id)!) this.#earliest.set(id, number);
  }
}
