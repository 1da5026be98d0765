import type { Comparison } from '../core/compare/Comparison';
import type { Difference, DifferenceSide } from '../core/compare/Difference';
import type { ExplainedFormula } from '../core/compare/explainFormulas';
import type { ComparedWorkbooks } from './compareWorkbooks';
import { createExplainer } from './createExplainer';

/** Past so many causes with formulas nobody reads on, and the words would take longer than the comparison. */
const MOST_WORDED = 5_000;

/** The comparison with the formulas of causes in words too, those of the first thousands at least. */
export function withWords(compared: ComparedWorkbooks, locale: string): Comparison {
  const explain = createExplainer(compared, locale);
  let left = MOST_WORDED;
  const worded = (difference: Difference): Difference => {
    const { role, official, local } = difference;
    if (role !== 'cause' || (official?.formula ?? local?.formula ?? null) === null || left === 0) return difference;
    left--;
    const { official: ours, local: theirs } = explain(difference);
    return { ...difference, official: withOwn(official, ours), local: withOwn(local, theirs) };
  };
  return { ...compared.comparison, differences: compared.comparison.differences.map(worded) };
}

function withOwn(side: DifferenceSide | null, formula: ExplainedFormula | null): DifferenceSide | null {
  if (side === null || formula === null || formula.words === null) return side;
  return { ...side, words: formula.words.map(({ text }) => text).join('') };
}
