import type { Comparison } from '../compare/Comparison';
import type { Difference, DifferenceKind, DifferenceSide } from '../compare/Difference';
import { isMoved } from '../compare/isMoved';
import { rangeOf } from '../explain/DifferenceIndex';
import type { CellRange } from '../workbook/Address';
import { RangeIndex } from './RangeIndex';

/** What of cells someone can change without touching the rest of them. `lines`: that they are there at all. */
export type Aspect = 'content' | 'format' | 'note' | 'validation' | 'hidden' | 'order' | 'lines' | 'sheetName';

/** Which of the two workbooks of a comparison with the base. */
export type Copy = 'base' | 'copy';

/** What of its cells a difference is about; none for names, tables and links, which are told by what they are called. */
export function aspectsOf(difference: Difference): readonly Aspect[] {
  const { kind, official, local } = difference;
  switch (kind) {
    case 'value':
    case 'formula':
    case 'hardcoded':
    case 'unhardcoded':
    case 'definition':
      return ['content'];
    case 'unit':
      return ['content', 'format'];
    case 'format':
    case 'note':
    case 'validation':
    case 'hidden':
      return [kind];
    case 'row':
    case 'column':
      return isMoved(difference) ? ['order'] : ['lines'];
    case 'sheet':
      return official !== null && local !== null ? ['sheetName'] : ['lines'];
    case 'name':
    case 'table':
    case 'external':
      return [];
  }
}

/** What someone changed in a copy since the base, found by place in either; made of a comparison with the base as its official model. */
export class Changes {
  /** All that someone changed. */
  readonly causes: readonly Difference[];
  readonly #places = { base: new Map<string, RangeIndex<Difference>>(), copy: new Map<string, RangeIndex<Difference>>() };
  readonly #named = { base: new Map<string, Difference>(), copy: new Map<string, Difference>() };

  constructor({ differences }: Pick<Comparison, 'differences'>) {
    this.causes = differences.filter(({ role }) => role === 'cause');
    for (const difference of this.causes) {
      for (const which of ['base', 'copy'] as const) {
        const side = which === 'base' ? difference.official : difference.local;
        if (side === null) continue;
        const aspects = aspectsOf(difference);
        if (aspects.length === 0) this.#named[which].set(nameKey(difference.kind, side), difference);
        for (const aspect of aspects)
          for (const range of rangesOf(side)) indexIn(this.#places[which], side.sheet, aspect).add(range, difference);
      }
    }
  }

  /** How much of a range someone changed in this respect, or put in or took out. */
  share(which: Copy, sheet: string, range: CellRange, aspects: readonly Aspect[]): 'none' | 'some' | 'all' {
    let share: 'none' | 'some' | 'all' = 'none';
    for (const aspect of new Set<Aspect>([...aspects, 'lines'])) {
      const own = this.#places[which].get(placeKey(sheet, aspect))?.share(range) ?? 'none';
      if (own === 'all') return 'all';
      if (own === 'some') share = 'some';
    }
    return share;
  }

  /** A change of a range in one of these respects; null when nobody made one. */
  find(which: Copy, sheet: string, range: CellRange, aspects: readonly Aspect[]): Difference | null {
    for (const aspect of aspects) {
      const found = this.#places[which].get(placeKey(sheet, aspect))?.find(range) ?? null;
      if (found !== null) return found;
    }
    return null;
  }

  /** The change of a name, a table or a link that is called so; null when nobody made one. */
  named(which: Copy, kind: DifferenceKind, side: DifferenceSide): Difference | null {
    return this.#named[which].get(nameKey(kind, side)) ?? null;
  }
}

/** The cells that a side covers; a validation rule may stand in several ranges. */
export function rangesOf(side: DifferenceSide): readonly CellRange[] {
  const whole = rangeOf(side);
  if (whole !== null) return [whole];
  return side.address.split(/[\s,]+/).flatMap((address) => rangeOf({ ...side, address }) ?? []);
}

function indexIn(places: Map<string, RangeIndex<Difference>>, sheet: string, aspect: Aspect): RangeIndex<Difference> {
  const key = placeKey(sheet, aspect);
  let index = places.get(key);
  if (index === undefined) places.set(key, (index = new RangeIndex()));
  return index;
}

function placeKey(sheet: string, aspect: Aspect): string {
  return `${aspect} ${sheet.toLowerCase()}`;
}

function nameKey(kind: DifferenceKind, { sheet, address }: DifferenceSide): string {
  return `${kind} ${sheet}!${address}`.toLowerCase();
}
