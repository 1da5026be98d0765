import type { Chance } from '../../../../scripts/samples/chance';
import type { TracedBook } from '../TracedBook';

/** Makes one edit in a book, at a place that chance decides, and says what it did; null where the book has no place for it. */
export type Plant = (book: TracedBook, chance: Chance, tag: string) => string | null;
