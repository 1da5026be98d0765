import { Chance } from '../../../scripts/samples/chance';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { bookOfSnapshot } from './bookOfSnapshot';
import { comesOtherwise } from './comesOtherwise';
import { lineText } from './lineText';
import { PLANT_KINDS, type PlantKind } from './kinds/plantKinds';
import { plantedLayout, type Side } from './Layout';
import { modelOf, type SheetKind } from './models/modelOf';
import { whole } from './models/figures';
import type { TracedBook, TracedSheet } from './TracedBook';

/** Two books that come from one, and what was planted in each. */
export interface Trial {
  /** The one that both come from. */
  readonly base: TracedBook;
  readonly official: TracedBook;
  readonly local: TracedBook;
  readonly plants: readonly Planted[];
}

interface Planted {
  readonly kind: PlantKind;
  readonly side: Side;
  readonly words: string;
  /** The chance it fell by. */
  readonly seed: number;
}

/** What a trial is made from: the same again from the same. */
export interface TrialPlan {
  readonly model: number | Snapshot;
  /** The kinds of the model's sheets; chance decides when left out. */
  readonly sheets?: readonly SheetKind[];
  readonly steps: readonly { readonly kind: PlantKind; readonly side: Side; readonly seed: number }[];
}

/** A plan with one to three plants of a kind, or two to six of several kinds, some in official and some in local. */
export function planTrial(kinds: readonly PlantKind[], seed: number, number: number, model?: Snapshot): TrialPlan {
  const chance = new Chance(mixed(seed, number, kinds.length === 1 ? kinds[0]! : 'mixed'));
  const count =
    kinds.length === 1
      ? chance.weighted([
          [1, 4],
          [2, 2],
          [3, 1],
        ] as const)
      : whole(chance, 2, 6);
  return {
    model: model ?? Math.floor(chance.next() * 2 ** 31),
    steps: Array.from({ length: count }, () => ({
      kind: chance.pick(kinds),
      side: chance.pick(['official', 'local'] as const),
      seed: Math.floor(chance.next() * 2 ** 31),
    })),
  };
}

/**
 * Carries a plan out; null when nothing could be planted, when both sides put something else in one place, which may as well be edits of
 * one thing, or when the same books come of other edits.
 */
export function makeTrial({ model, sheets, steps }: TrialPlan): Trial | null {
  const base = typeof model === 'number' ? bookOfSnapshot(modelOf(new Chance(model), sheets)) : bookOf(model);
  const books = { official: base.clone(), local: base.clone() };
  const plants: Planted[] = [];
  steps.forEach(({ kind, side, seed }, k) => {
    const chance = new Chance(seed);
    for (let attempt = 0; attempt < 6; attempt++) {
      const book = books[side].clone();
      const words = PLANT_KINDS[kind](book, chance, `${side[0]!}${k}`);
      if (words === null) continue;
      books[side] = book;
      plants.push({ kind, side, words, seed });
      return;
    }
  });
  return plants.length === 0 ||
    replacesLines(books.official, books.local) ||
    comesOtherwise(books.official, books.local) ||
    clash(base, books.official, books.local)
    ? null
    : { base, ...books, plants };
}

const known = new WeakMap<Snapshot, TracedBook>();

/** The book of a workbook, read once. */
function bookOf(model: Snapshot): TracedBook {
  const book = known.get(model) ?? bookOfSnapshot(model);
  known.set(model, book);
  return book;
}

/**
 * True where lines that only official has stand where lines that only local has stand: one may be the other, edited. Lines of both
 * between them do not part them when they hold the same, so that the copy may as well be the other one.
 */
function replacesLines(official: TracedBook, local: TracedBook): boolean {
  return plantedLayout(official, local).pairs.some((pair) => {
    if (pair.official === null || pair.local === null) return false;
    const [ours, theirs] = [official.sheets[pair.official]!, local.sheets[pair.local]!];
    return (['rows', 'columns'] as const).some((axis) => {
      const last = theirs.lastUsed(axis);
      const textOf = { official: lineText(official, ours, axis), local: lineText(local, theirs, axis) };
      const own = new Set<string>();
      let facing: 'official' | 'local' | null = null;
      const meet = (side: 'official' | 'local', number: number): boolean => {
        if (facing !== null && facing !== side) return true;
        facing = side;
        own.add(textOf[side](number));
        return false;
      };
      const pass = (number: number): void => {
        if (facing === null || own.has(textOf.local(number))) return;
        facing = null;
        own.clear();
      };
      let done = 0;
      for (let number = 1, end = ours.lastUsed(axis); number <= end; number++) {
        const partner = pair[axis].official(number);
        if (partner === 0 ? meet('official', number) : false) return true;
        if (partner <= done) continue;
        while (++done < partner) if (meet('local', done)) return true;
        pass(partner);
      }
      while (++done <= last) if (meet('local', done)) return true;
      return false;
    });
  });
}

/** True where both sides typed into one line that was blank, or have each a sheet of their own by one name or copied from one. */
function clash(base: TracedBook, official: TracedBook, local: TracedBook): boolean {
  const added = (book: TracedBook) => book.sheets.filter(({ key }) => !base.sheetOf(key));
  const isRival = (one: TracedSheet, other: TracedSheet): boolean =>
    one.name.toLowerCase() === other.name.toLowerCase() || one.key.origin === other.key.origin;
  if (added(local).some((one) => added(official).some((other) => isRival(one, other)))) return true;
  return base.sheets.some((sheet) =>
    (['rows', 'columns'] as const).some((axis) => {
      const isTyped = (book: TracedBook) => {
        const now = book.sheetOf(sheet.key);
        const filled = now?.filled(axis);
        return (number: number): boolean => (filled?.[now!.numberOf(axis, sheet[axis][number - 1]!) ?? 0] ?? 0) > 0;
      };
      const [ours, theirs] = [isTyped(official), isTyped(local)];
      for (let number = sheet.lastUsed(axis) + 1; number <= sheet[axis].length; number++) if (ours(number) && theirs(number)) return true;
      return false;
    }),
  );
}

function mixed(seed: number, number: number, word: string): number {
  let sum = seed;
  for (const letter of `${word} ${number}`) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  return sum | 0;
}
