import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import type { FormulaPlace } from '../formula/words/FormulaPlace';
import { formulaInWords, unsettledWords } from '../formula/words/formulaInWords';
import type { ReferenceUse } from '../formula/words/Phrase';
import { settleWords } from '../formula/words/settleWords';
import type { WordBook } from '../formula/words/WordBook';
import type { UnsettledWords, WordPart } from '../formula/words/Words';
import { parseRange } from '../workbook/Address';
import { ONLY_DOLLARS } from './compareCells';
import type { Difference, DifferenceSide } from './Difference';
import { changedTokens, markChanges, type Segment } from './markChanges';
import { sameReferences } from './sameReferences';

/** A stretch of a formula in words. JSON-safe. */
export interface WordSegment extends Segment {
  /** What it refers to in its own workbook; null for the words between, and for what is no place there. */
  readonly place: { readonly sheet: string; readonly address: string } | null;
}

/** A formula in both forms, with what the other side does not have marked. */
export interface ExplainedFormula {
  /** As Excel shows it. */
  readonly cells: readonly Segment[];
  /** As finance reads it; null when words would say no more than the cells. */
  readonly words: readonly WordSegment[] | null;
}

/** The formulas of a difference; null for a side without one. */
export interface ExplainedFormulas {
  readonly official: ExplainedFormula | null;
  readonly local: ExplainedFormula | null;
}

/** What putting formulas into words needs of two compared workbooks. */
export interface FormulaBooks {
  readonly grid: CommonGrid;
  readonly official: WordBook;
  readonly local: WordBook;
}

/**
 * The formulas of a difference in cells and in words. Where both sides have one and it is what differs, the changed part is
 * marked in both forms, and two references that differ are never called the same.
 */
export function explainFormulas({ role, official, local, note }: Difference, books: FormulaBooks): ExplainedFormulas {
  const [ours, theirs] = [official?.formula ?? null, local?.formula ?? null];
  const alone = { official: plain(official, books.official), local: plain(local, books.local) };
  if (ours === null || theirs === null || role !== 'cause') return alone;
  const identify = sameReferences(books.grid, placeOf(official!, local!, books.grid), ours, theirs);
  // References that differ in their $ signs only mean the same cells, so these are told by their texts.
  const cells = markChanges(ours, theirs, note === ONLY_DOLLARS ? undefined : identify);
  const keyOf = (use: ReferenceUse, side: 'official' | 'local') => `${identify[side](use.source) ?? use.key} ${use.part}`;
  const [officialWords, localWords] = [wordsOf(official!, ours, books.official), wordsOf(local!, theirs, books.local)];
  if (officialWords === null || localWords === null) {
    return { official: { ...alone.official!, cells: cells.official }, local: { ...alone.local!, cells: cells.local } };
  }
  const [a, b] = settleWords([officialWords, localWords], (use, formula) => keyOf(use, formula === 0 ? 'official' : 'local')) as [
    readonly WordPart[],
    readonly WordPart[],
  ];
  const key = (side: 'official' | 'local') => (part: WordPart) =>
    part.use === null ? `"${part.text.trim().toLowerCase()}` : keyOf(part.use, side);
  const changed = changedTokens(a.map(key('official')), b.map(key('local')));
  return {
    official: { cells: cells.official, words: a.map((part, index) => segment(part, changed.official(index))) },
    local: { cells: cells.local, words: b.map((part, index) => segment(part, changed.local(index))) },
  };
}

function wordsOf(side: DifferenceSide, formula: string, book: WordBook): UnsettledWords | null {
  return unsettledWords(formula, formulaPlace(side), book);
}

function formulaPlace({ sheet, address }: DifferenceSide): FormulaPlace {
  const range = sheet === '' ? null : parseRange(address);
  return range === null ? { sheet, row: 0, column: 0 } : { sheet, row: range.firstRow, column: range.firstColumn };
}

/** A formula by itself, with nothing marked. */
function plain(side: DifferenceSide | null, book: WordBook): ExplainedFormula | null {
  if (side === null || side.formula === null) return null;
  const parts = formulaInWords(side.formula, formulaPlace(side), book);
  return { cells: [{ text: side.formula, changed: false }], words: parts && parts.map((part) => segment(part, false)) };
}

function segment({ text, use }: WordPart, changed: boolean): WordSegment {
  return { text, changed, place: use?.place ?? null };
}

/** What stands in no cell is taken as standing in A1 of no sheet, as names are. */
function placeOf(official: DifferenceSide, local: DifferenceSide, grid: CommonGrid): Place {
  const [a, b] = [formulaPlace(official), formulaPlace(local)];
  const sheet = grid.official.sheets.findIndex(({ name }) => name === official.sheet);
  return {
    pair: sheet < 0 ? -1 : grid.officialPair[sheet]!,
    officialRow: a.row || 1,
    officialColumn: a.column || 1,
    localRow: b.row || 1,
    localColumn: b.column || 1,
  };
}
