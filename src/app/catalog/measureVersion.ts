import type { CatalogModel, HeadlineChange } from '../../core/catalog/Catalog';
import type { Headline } from '../../core/compare/Comparison';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import { compareSnapshots, type ComparisonOptions, type WorkbookFile } from '../compareWorkbooks';
import type { ResultChecker } from '../ports/ResultChecker';
import type { SnapshotReader } from '../ports/SnapshotReader';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { agreedOptions } from './agreedOptions';
import { changesBetween, type VersionChanges } from './changesBetween';
import { checkOfficial, type Finding } from './checkOfficial';
import { unfinishedRun } from './unfinishedRun';

/** What a workbook comes to as the next version of a model. JSON-safe. */
export interface MeasuredVersion {
  /** What is wrong with it. */
  readonly findings: readonly Finding[];
  readonly headlines: readonly HeadlineChange[];
  /** What changes since the current version; null where there is none to compare with. */
  readonly changes: VersionChanges | null;
  readonly checked: { readonly formulas: number; readonly unknown: number };
}

/** A workbook that is to be the next version of a model, and the one that is current; null where there is none to compare with. */
export interface NextVersion {
  readonly model: CatalogModel;
  readonly current: WorkbookFile | null;
  readonly next: WorkbookFile;
}

/** What reads and calculates. */
export interface MeasureTools {
  readonly read: SnapshotReader;
  readonly checkResults: ResultChecker;
  readonly openMemory: (bytes: Uint8Array) => Result<WorkbookMemory>;
  readonly options: Pick<ComparisonOptions, 'computedReads'>;
  readonly locale: string;
}

/** Checks a workbook that is to be published and compares it with the current version; failures are those of reading and of comparing. */
export async function measureVersion(
  { model, current, next }: NextVersion,
  { read, checkResults, openMemory, options, locale }: MeasureTools,
  { progress }: Pick<Watch, 'progress'>,
): Promise<Result<MeasuredVersion>> {
  const open = async (file: WorkbookFile, from: number): ReturnType<SnapshotReader> => {
    const opened = await read(file.bytes, file.name, (done) => progress('Reading', from + done * 0.3));
    return opened.ok ? opened : fail(opened.failure.code, `${file.name}: ${opened.failure.message}`);
  };
  const after = await open(next, 0);
  if (!after.ok) return after;
  const before = current && (await open(current, 0.3));
  if (before?.ok === false) return before;
  progress('Comparing', 0.6);
  // What was agreed and the workbook does not have is for its owner to put right now.
  const { agreed: _, ...agreedByOwner } = agreedOptions(model);
  const compared = compareSnapshots(before?.value ?? after.value, after.value, { ...agreedByOwner, ...options });
  if (!compared.ok) return compared;
  const { headlines } = compared.value.comparison;
  progress('Checking what formulas show', 0.8);
  const results = checkResults(after.value);
  const memory = openMemory(next.bytes);
  return succeed({
    findings: [
      ...(memory.ok ? await unfinishedRun(memory.value) : []),
      ...checkOfficial(
        after.value,
        model,
        headlines.map(({ name, localAddress, local }) => ({ name, address: localAddress, value: local })),
        results,
      ),
    ],
    headlines: headlines.map((headline) => changeOf(headline, before === null)),
    changes: before === null ? null : changesBetween(compared.value, locale),
    checked: { formulas: results.length, unknown: results.filter(({ outcome }) => outcome === 'unknown').length },
  });
}

/** The measured effect on a headline; of a first version only what it is. */
function changeOf({ name, official, local, format }: Headline, isFirst: boolean): HeadlineChange {
  const before = typeof official === 'number' && !isFirst ? official : null;
  return { name, before, after: typeof local === 'number' ? local : null, format };
}
