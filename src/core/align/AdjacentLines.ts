import type { Axis } from './Correspondence';

/** Which lines of an axis stand next to each other in both workbooks. */
export class AdjacentLines {
  /** By official line: its local line, 0 for none; the first and the last line of the run it is in. */
  readonly #partner: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor({ fromOfficial, toLocal }: Axis) {
    const count = fromOfficial.length;
    const partner = fromOfficial.map((common) => toLocal[common]!);
    const first = new Int32Array(count);
    const last = new Int32Array(count);
    const isNext = (line: number): boolean => partner[line] !== 0 && partner[line] === partner[line - 1]! + 1;
    for (let line = 1; line < count; line++) first[line] = line > 1 && isNext(line) ? first[line - 1]! : line;
    for (let line = count - 1; line >= 1; line--) last[line] = line + 1 < count && isNext(line + 1) ? last[line + 1]! : line;
    [this.#partner, this.#first, this.#last] = [partner, first, last];
  }

  /** True when these two are one line, and so are the lines from so many lines further to so many further (less than 0: before). */
  around(official: number, local: number, from: number, to: number): boolean {
    return this.#partner[official] === local && official + from >= this.#first[official]! && official + to <= this.#last[official]!;
  }
}
