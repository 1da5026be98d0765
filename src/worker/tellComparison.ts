import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import type { BothHeaders } from '../app/createExplainer';
import { differenceLabels } from '../app/differenceLabels';
import type { EqualWithin } from '../core/compare/EqualWithin';
import type { HeadlineChoice } from '../core/headlines/HeadlineChoice';
import type { Answer } from '../core/ledger/Answer';
import type { Watch } from '../core/Watch';
import { createLabeller } from '../core/workbook/createLabeller';
import { listedDifferences } from './listedDifferences';
import type { Reply } from './messages';

/** Small enough that taking one page holds the pane up for a few milliseconds only. */
const PAGE = 2_000;

/** What is said with a comparison. */
interface Told {
  readonly compared: ComparedWorkbooks;
  readonly headers: BothHeaders;
  readonly answers: readonly Answer[];
  readonly choice: HeadlineChoice;
  readonly within: EqualWithin;
}

/** Says a comparison, its differences page by page first, as the answer to a request. */
export function tellComparison(
  id: number,
  { compared: { official, local, comparison }, headers, answers, choice, within }: Told,
  say: (reply: Reply) => void,
  { progress }: Watch,
): void {
  const label = differenceLabels(createLabeller(headers.official), createLabeller(headers.local));
  const { differences, ...rest } = comparison;
  const listed = listedDifferences(differences);
  for (let from = 0; from < listed.length; from += PAGE) {
    const page = listed.slice(from, from + PAGE);
    progress('Listing the differences', from / listed.length);
    say({ id, say: 'page', differences: page, labels: page.map(label) });
  }
  say({
    id,
    say: 'compared',
    comparison: { ...rest, differences: [] },
    unlisted: differences.length - listed.length,
    choice,
    within,
    ...(answers.length > 0 && { answers }),
    dateSystems: { official: official.dateSystem, local: local.dateSystem },
  });
}
