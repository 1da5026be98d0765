import type { Publication } from '../app/catalog/preparePublication';
import { createExplainer } from '../app/createExplainer';
import { changeInWords } from '../app/propose/changeInWords';
import { cellsThatDiffer } from '../core/compare/countDifferences';
import { placeInWords } from './decisionWords';
import { effectLine } from './renderCatalog';
import { Report } from './Report';
import { labelsOf } from './withDecisions';

const LOCALE = 'en-US';

export interface PublicationOptions {
  readonly isPublished: boolean;
  readonly all: boolean;
  readonly colour: boolean;
}

/** What was, or would be, published, for people to read: what it changes, and what is to be put right first. */
export function renderPublication(publication: Publication, { isPublished, all, colour }: PublicationOptions): string {
  const { target, version, findings, compared, checked } = publication;
  const report = new Report({ all, colour });
  const what = `${target.model.title} ${version.version}`;
  report.title(isPublished ? `Published ${what}` : findings.length > 0 ? `${what} is not ready to be published` : `Would publish ${what}`);
  report.line(
    isPublished ? `Its file is ${version.workbook}, beside the catalog, which names it as the current version.` : 'Nothing was written.',
  );
  report.section(
    'To be put right first',
    findings.map(({ about, sentence }) => `${about}: ${sentence}`),
  );
  if (findings.length > 0)
    report.line(
      `To publish all the same: --despite ${[...new Set(findings.map(({ about }) => about))].join(',')}; the release note then says so.`,
    );
  report.section(
    target.follows === null || compared === null ? 'Headlines' : `Headlines, ${target.follows.version} → ${version.version}`,
    version.note.headlines.map(effectLine),
  );
  if (compared !== null) report.section(changesTitle(publication), changeLines(publication));
  const unknown = checked.unknown === 0 ? '' : ` ${number(checked.unknown)} of them could not be calculated here and were not checked.`;
  report.section('Take note', [
    `The results of ${number(checked.formulas)} ${checked.formulas === 1 ? 'formula' : 'formulas'} were looked at.${unknown}`,
    ...(version.despite ?? []).map((sentence) => `${isPublished ? 'Published' : 'Would be published'} although: ${sentence}`),
    ...(compared?.comparison.warnings ?? []),
  ]);
  return report.toString();
}

function changesTitle({ target, compared }: Publication): string {
  const { counts } = compared!.comparison;
  const causes = counts.roles.cause;
  const cells = cellsThatDiffer(counts);
  return `What changes since ${target.follows!.version}: ${number(causes)} ${causes === 1 ? 'cause' : 'causes'}, ${number(cells)} ${cells === 1 ? 'cell' : 'cells'} in all`;
}

function changeLines({ compared }: Publication): string[] {
  const explain = createExplainer(compared!, LOCALE);
  const labelOf = labelsOf(compared!, LOCALE);
  const settings = { locale: LOCALE, dateSystem: compared!.local.dateSystem };
  return compared!.comparison.differences
    .filter(({ role }) => role !== 'consequence')
    .map((difference) => {
      const place = placeInWords({ ...difference, label: labelOf(difference) });
      const cells = difference.cells > 1 ? `, ${number(difference.cells)} cells` : '';
      return `${place}${cells}: ${changeInWords(difference, explain, settings)}${difference.role === 'unexplained' ? ' (nothing it depends on changed)' : ''}`;
    });
}

function number(count: number): string {
  return count.toLocaleString(LOCALE);
}
