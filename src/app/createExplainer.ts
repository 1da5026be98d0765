import { CommonGrid } from '../core/align/CommonGrid';
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

/** The headers of two compared workbooks, with dates and numbers among them written for a locale. */
export function bothHeaders({ official, local }: Pick<ComparedWorkbooks, 'official' | 'local'>, locale: string): BothHeaders {
  return { official: createHeaders(official, locale), local: createHeaders(local, locale) };
}

/** An explainer over compared workbooks; what it needs is made when it is first asked. */
export function createExplainer(
  { official, local, correspondence }: ComparedWorkbooks,
  locale: string,
  headers: BothHeaders = bothHeaders({ official, local }, locale),
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
