import { CommonGrid } from '../core/align/CommonGrid';
import { listRegions } from '../core/align/listRegions';
import type { Difference } from '../core/compare/Difference';
import { explainFormulas, type ExplainedFormulas, type FormulaBooks } from '../core/compare/explainFormulas';
import { createWordBook } from '../core/formula/words/WordBook';
import { createHeaders, type Headers } from '../core/workbook/createHeaders';
import type { ComparedWorkbooks } from './compareWorkbooks';

/** Puts formulas of a comparison into words, one difference at a time. */
export type Explainer = (difference: Difference) => ExplainedFormulas;

/** The headers of both workbooks of a comparison. */
export interface BothHeaders {
  readonly official: Headers;
  readonly local: Headers;
}

/** The headers of two compared workbooks, rows of matched lists called by their keys, with dates and numbers among them written for a locale. */
export function bothHeaders(compared: Omit<ComparedWorkbooks, 'comparison'>, locale: string): BothHeaders {
  const of = (side: 'official' | 'local') =>
    createHeaders(compared[side], locale, listRegions(compared.correspondence, compared[side], side));
  return { official: of('official'), local: of('local') };
}

/** An explainer over compared workbooks; what it needs is made when it is first asked. */
export function createExplainer(
  { official, local, correspondence }: ComparedWorkbooks,
  locale: string,
  headers: BothHeaders = bothHeaders({ official, local, correspondence }, locale),
): Explainer {
  let books: FormulaBooks | null = null;
  return (difference) => {
    books ??= {
      grid: new CommonGrid(official, local, correspondence.sheets),
      official: createWordBook(official, locale, headers.official),
      local: createWordBook(local, locale, headers.local),
    };
    return explainFormulas(difference, books);
  };
}
