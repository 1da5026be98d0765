import type { Snapshot } from '../workbook/Snapshot';
import { callSheets } from './callSheets';
import { mix } from './mix';
import { shapeIds } from './SharedIds';
import { ContentClass, type SheetContent } from './SheetContent';
import { compareSketches, type Sketch } from './Sketch';
import { SketchBuilder } from './SketchBuilder';

/** A sheet of one of two workbooks. */
export interface SheetOfSide {
  readonly side: 'official' | 'local';
  readonly sheet: number;
}

/** A cell's weight by its class: what is typed as a number hardly tells sheets apart. */
const WEIGHT = [0.3, 1, 1] as const;

/** Ids of a snapshot's formulas, whatever the sheets they name are called; `rough` ones wherever they point. */
interface FormulaIds {
  readonly exact: Int32Array;
  readonly rough: Int32Array;
}

/** How alike whole sheets of two workbooks are, each sheet being looked at once, when it is first asked for. */
export class SheetLikeness {
  readonly #sketches = new Map<string, Sketch>();
  #formulas: Readonly<Record<SheetOfSide['side'], FormulaIds>> | null = null;

  constructor(
    readonly official: Snapshot,
    readonly local: Snapshot,
    readonly contentOf: (of: SheetOfSide) => SheetContent,
  ) {}

  /** How much of all they hold is the same wherever it stands, 0 to 1. */
  ofContent(one: SheetOfSide, other: SheetOfSide): number {
    return compareSketches(this.#sketch(one, 'content'), this.#sketch(other, 'content'));
  }

  /** How much of their labels and formulas is the same, 0 to 1; 1 where neither has any. */
  ofWording(one: SheetOfSide, other: SheetOfSide): number {
    const [a, b] = [this.#sketch(one, 'wording'), this.#sketch(other, 'wording')];
    return a.tokens.length === 0 && b.tokens.length === 0 ? 1 : compareSketches(a, b);
  }

  /** How many of their cells hold the same in the same place, 0 to 1. */
  inPlace(one: SheetOfSide, other: SheetOfSide): number {
    const [a, b] = [this.contentOf(one), this.contentOf(other)];
    const most = Math.max(a.cells.count, b.cells.count);
    let same = 0;
    for (let p = 0, q = 0; p < a.cells.count && q < b.cells.count;) {
      const ahead = a.cells.row[p]! - b.cells.row[q]! || a.cells.column[p]! - b.cells.column[q]!;
      if (ahead === 0 && this.#token(one, a, p) === this.#token(other, b, q)) same++;
      if (ahead <= 0) p++;
      if (ahead >= 0) q++;
    }
    return most === 0 ? 1 : same / most;
  }

  isBlank(of: SheetOfSide): boolean {
    return this.contentOf(of).cells.count === 0;
  }

  #sketch(of: SheetOfSide, what: 'content' | 'wording'): Sketch {
    const key = `${what} ${of.side} ${of.sheet}`;
    let sketch = this.#sketches.get(key);
    if (sketch === undefined) this.#sketches.set(key, (sketch = what === 'content' ? this.#sketchContent(of) : this.#sketchWording(of)));
    return sketch;
  }

  #sketchContent(of: SheetOfSide): Sketch {
    const content = this.contentOf(of);
    const { rough } = this.#formulaIds()[of.side];
    const builder = new SketchBuilder();
    for (let p = 0; p < content.cells.count; p++) {
      builder.add(this.#token(of, content, p), WEIGHT[content.contentClass[p] as 0 | 1 | 2]);
      if (content.contentClass[p] === ContentClass.Formula) builder.add(mix(31, rough[content.cells.formula[p]!]!), 1);
    }
    for (const tokens of content.marks.rows.values()) for (const token of tokens) builder.add(token, 1);
    return builder.finish();
  }

  /** Formulas as they stand: that sheets they name were renamed only makes it look further. */
  #sketchWording(of: SheetOfSide): Sketch {
    const { cells, contentClass, loose } = this.contentOf(of);
    const builder = new SketchBuilder();
    for (let p = 0; p < cells.count; p++) if (contentClass[p] !== ContentClass.Number) builder.add(loose[p]!, 1);
    return builder.finish();
  }

  #token({ side }: SheetOfSide, { cells, contentClass, exact }: SheetContent, p: number): number {
    return contentClass[p] === ContentClass.Formula ? mix(30, this.#formulaIds()[side].exact[cells.formula[p]!]!) : exact[p]!;
  }

  #formulaIds(): Readonly<Record<SheetOfSide['side'], FormulaIds>> {
    if (this.#formulas === null) {
      const [ours, theirs] = [this.official, this.local].map(({ formulas }) =>
        formulas.map((formula) => callSheets(formula, () => '')),
      ) as [string[], string[]];
      const shapes = new Map<string, number>();
      // Formulas that differ in their sheets alone stand more than once in either list.
      const exact = new Map<string, number>();
      const idOf = (text: string): number => exact.get(text) ?? (exact.set(text, exact.size), exact.size - 1);
      this.#formulas = {
        official: { exact: Int32Array.from(ours, idOf), rough: shapeIds(ours, shapes) },
        local: { exact: Int32Array.from(theirs, idOf), rough: shapeIds(theirs, shapes) },
      };
    }
    return this.#formulas;
  }
}
