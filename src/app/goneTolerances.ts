import type { Comparison } from '../core/compare/Comparison';
import type { EqualWithin } from '../core/compare/EqualWithin';
import { unknownTolerances } from '../core/compare/Tolerances';
import type { HeadlineChoice } from '../core/headlines/HeadlineChoice';

/**
 * A sentence for each sheet and headline that the user gave a tolerance and that is there no more: what a workbook remembers must not keep
 * it from being compared. Nothing is said of headlines that the user removed, nor of those that were added and not found, as that is told.
 */
export function goneTolerances(
  { tolerances }: EqualWithin,
  { sheets, headlines }: Pick<Comparison, 'sheets' | 'headlines'>,
  { added, removed }: HeadlineChoice,
): readonly string[] {
  const expected = [...removed, ...added.map(({ label }) => label)];
  return tolerances.flatMap((one) =>
    unknownTolerances({ tolerances: [one] }, sheets, headlines, expected).map(
      (of) => `There is no ${one.kind} ${of} any more, for which you chose how far numbers may differ. Remove it under “Equal within…”.`,
    ),
  );
}
