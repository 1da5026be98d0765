import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Headline } from '../../core/compare/Comparison';
import type { ChosenHeadline } from '../../core/headlines/HeadlineChoice';

/** Those that the user chose and that are not found any more. */
export function lostHeadlines({ comparison, choice }: Pick<ComparedModels, 'comparison' | 'choice'>): readonly ChosenHeadline[] {
  return choice.added.filter((one) => !comparison.headlines.some((headline) => isOfHeadline(one, headline)));
}

/** True when what the user chose is this headline. */
export function isOfHeadline({ official, local }: ChosenHeadline, { officialAddress, localAddress }: Headline): boolean {
  return official === null ? local === localAddress : official === officialAddress;
}
