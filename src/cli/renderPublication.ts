import type { VersionChanges } from '../app/catalog/changesBetween';
import type { MeasuredVersion } from '../app/catalog/measureVersion';
import type { Publication } from '../app/catalog/toPublication';
import { LOCALE } from './LOCALE';
import { effectLine } from './renderCatalog';
import { Report } from './Report';

export interface PublicationOptions {
  readonly isPublished: boolean;
  readonly all: boolean;
  readonly colour: boolean;
}

/** What was, or would be, published, for people to read: what it changes, and what is to be put right first. */
export function renderPublication(
  { target, version, findings }: Publication,
  { changes, checked }: MeasuredVersion,
  { isPublished, all, colour }: PublicationOptions,
): string {
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
    target.follows === null || changes === null ? 'Headlines' : `Headlines, ${target.follows.version} → ${version.version}`,
    version.note.headlines.map(effectLine),
  );
  if (changes !== null) report.section(changesTitle(changes, target.follows!.version), changes.lines);
  const unknown = checked.unknown === 0 ? '' : ` ${number(checked.unknown)} of them could not be calculated here and were not checked.`;
  report.section('Take note', [
    `The results of ${number(checked.formulas)} ${checked.formulas === 1 ? 'formula' : 'formulas'} were looked at.${unknown}`,
    ...(version.despite ?? []).map((sentence) => `${isPublished ? 'Published' : 'Would be published'} although: ${sentence}`),
    ...(changes?.warnings ?? []),
  ]);
  return report.toString();
}

function changesTitle({ causes, cells }: VersionChanges, since: string): string {
  return `What changes since ${since}: ${number(causes)} ${causes === 1 ? 'cause' : 'causes'}, ${number(cells)} ${cells === 1 ? 'cell' : 'cells'} in all`;
}

function number(count: number): string {
  return count.toLocaleString(LOCALE);
}
