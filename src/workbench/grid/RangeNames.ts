import { findReferences, type FormulaReference } from '../../core/formula/findReferences';
import type { HostName } from '../book/HostNames';
import type { HostSheet } from '../book/HostSheet';

/** What a defined name stands for when that is several cells. */
export interface NamedRange {
  /** `Sheet1!` or `'My sheet'!`. */
  readonly prefix: string;
  readonly reference: FormulaReference;
}

/** Which of the book's names stand for ranges of several cells; made anew when a name changes. */
export class RangeNames {
  readonly #ranges = new Map<string, { readonly scope: HostSheet | null; readonly range: NamedRange | null }[]>();
  readonly #word: RegExp | null;

  constructor(names: readonly HostName[]) {
    for (const { name, scope, formula } of names) {
      const key = name.toLowerCase();
      const known = this.#ranges.get(key) ?? [];
      this.#ranges.set(key, [...known, { scope, range: rangeOf(formula) }]);
    }
    const texts = [...this.#ranges].filter(([, uses]) => uses.some(({ range }) => range)).map(([key]) => key);
    this.#word = texts.length === 0 ? null : new RegExp(texts.map((text) => text.replace(/[\\.?]/g, '\\$&')).join('|'), 'i');
  }

  /** Whether a formula may speak of one; true too often rather than too seldom. */
  mayBeIn(formula: string): boolean {
    return this.#word?.test(formula) ?? false;
  }

  /** The range that `text`, `Rates` or `Sheet1!Rates`, stands for on a sheet; null for all other names. */
  find(text: string, sheet: HostSheet): NamedRange | null {
    const bang = text.lastIndexOf('!');
    const named = text.slice(0, Math.max(0, bang)).replace(/^'|'$/g, '').replace(/''/g, "'").toLowerCase();
    const uses = this.#ranges.get(text.slice(bang + 1).toLowerCase()) ?? [];
    const inScope = uses.find(({ scope }) => (bang < 0 ? scope === sheet : scope?.name.toLowerCase() === named));
    return (inScope ?? uses.find(({ scope }) => scope === null))?.range ?? null;
  }
}

function rangeOf(formula: string): NamedRange | null {
  const [reference, other] = findReferences(formula);
  if (!reference?.prefix || other || reference.join !== ':' || reference.end !== formula.length) return null;
  const { first, last } = reference;
  // What a name says relatively depends on the cell that uses it.
  const fixed = [first, last].every((corner) => (corner.row === 0 || corner.rowFixed) && (corner.column === 0 || corner.columnFixed));
  const prefix = formula.slice(0, reference.start);
  return fixed ? { prefix, reference } : null;
}
