import { cellsThatDiffer } from '../../core/compare/countDifferences';
import { createLabeller } from '../../core/workbook/createLabeller';
import type { ComparedWorkbooks } from '../compareWorkbooks';
import { bothHeaders, createExplainer } from '../createExplainer';
import { differenceLabels } from '../differenceLabels';
import { changeInWords } from '../propose/changeInWords';

/** What someone changed between two versions. JSON-safe. */
export interface VersionChanges {
  readonly causes: number;
  readonly cells: number;
  /** Each in a line, place first. */
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

/** What changed from the version that was compared as official to the one compared as local, in words. */
export function changesBetween(compared: ComparedWorkbooks, locale: string): VersionChanges {
  const { comparison, local } = compared;
  const explain = createExplainer(compared, locale);
  const headers = bothHeaders(compared, locale);
  const labelOf = differenceLabels(createLabeller(headers.official), createLabeller(headers.local));
  const settings = { locale, dateSystem: local.dateSystem };
  const changes = comparison.differences.filter(({ role }) => role !== 'consequence');
  return {
    causes: comparison.counts.roles.cause,
    cells: cellsThatDiffer(comparison.counts),
    lines: changes.map((difference) => {
      const side = difference.local ?? difference.official;
      const at = side === null ? '' : [side.sheet, side.address].filter(Boolean).join('!');
      const label = labelOf(difference);
      const cells = difference.cells > 1 ? `, ${difference.cells.toLocaleString(locale)} cells` : '';
      const alone = difference.role === 'unexplained' ? ' (nothing it depends on changed)' : '';
      return `${label === '' ? at : `${label} (${at})`}${cells}: ${changeInWords(difference, explain, settings)}${alone}`;
    }),
    warnings: comparison.warnings,
  };
}
