import type { Target } from '../../core/catalog/addVersion';
import type { Catalog, CatalogModel, CatalogVersion } from '../../core/catalog/Catalog';
import { fail, succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { WorkbookFile } from '../compareWorkbooks';
import type { RemotePlace } from '../ports/RemotePlace';
import type { Finding } from './checkOfficial';
import { fetchVersion, type Sha256 } from './fetchVersion';
import type { MeasuredVersion, NextVersion } from './measureVersion';

/** The catalog that there is or is to be (then its tag is null), and the model in it, with no versions where it is new. */
export interface PublishTarget {
  readonly before: { readonly catalog: Catalog; readonly tag: string | null };
  readonly model: CatalogModel;
}

/** A workbook that was checked and measured as the next version of a model. */
export interface PreparedVersion {
  readonly target: Target;
  readonly before: PublishTarget['before'];
  readonly versions: readonly CatalogVersion[];
  readonly file: WorkbookFile;
  readonly sha256: string;
  /** What is wrong with it, that the current version cannot be had among it. */
  readonly measured: MeasuredVersion;
}

interface PrepareTools {
  readonly measure: (version: NextVersion, watch: Watch) => Promise<Result<MeasuredVersion>>;
  readonly sha256: Sha256;
}

/** The current version's file is not there as it was published, so that publishing another is the way out. */
const GONE = ['not-as-published', 'not-found', 'outside-catalog', 'empty-file'];

/**
 * Checks a workbook that is to be the next version of a model, and measures what it changes against the current one; nothing is written.
 * Further failures: `same-version`, those of fetching and of measuring.
 */
export async function prepareVersion(
  place: RemotePlace,
  { before, model }: PublishTarget,
  file: WorkbookFile,
  tools: PrepareTools,
  watch: Watch,
): Promise<Result<PreparedVersion>> {
  const { versions, ...about } = model;
  const follows = versions[0] ?? null;
  const sha256 = await tools.sha256(file.bytes);
  if (follows?.sha256 === sha256)
    return fail('same-version', `This very file is ${model.title} ${follows.version}, the current version. Nothing was written.`);
  const fetched = follows && (await fetchVersion(place, follows, tools.sha256, watch));
  if (fetched?.ok === false && !GONE.includes(fetched.failure.code)) return fetched;
  const current = fetched?.ok === true ? fetched.value : null;
  const measured = await tools.measure({ model, current, next: file }, watch);
  if (!measured.ok) return measured;
  const lost = fetched?.ok === false ? [unmeasured(follows!, fetched.failure)] : [];
  return succeed({
    target: { model: about, follows },
    before,
    versions,
    file,
    sha256,
    measured: { ...measured.value, findings: [...measured.value.findings, ...lost] },
  });
}

function unmeasured({ version }: CatalogVersion, { message }: Failure): Finding {
  return { about: 'current', sentence: `What it changes since ${version} cannot be measured. ${message}` };
}
