import { addVersion, type Target } from '../../core/catalog/addVersion';
import type { Catalog, CatalogModel, CatalogVersion, HeadlineChange } from '../../core/catalog/Catalog';
import { versionFile } from '../../core/catalog/versionFile';
import type { Headline } from '../../core/compare/Comparison';
import { fail, succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import { compareSnapshots, type ComparedWorkbooks, type ComparisonOptions, type WorkbookFile } from '../compareWorkbooks';
import type { RemotePlace } from '../ports/RemotePlace';
import type { ResultChecker } from '../ports/ResultChecker';
import type { SnapshotReader } from '../ports/SnapshotReader';
import { agreedOptions } from './agreedOptions';
import { catalogSchema } from './catalogSchema';
import { checkOfficial, type Finding } from './checkOfficial';
import { fetchVersion, type Sha256 } from './fetchVersion';

/** What its owner says of a version that is to be published. */
export interface WantedVersion {
  readonly version: string;
  readonly at: string;
  readonly by: string;
  readonly wrong: string;
  readonly fixes: string;
  /** What may be wrong with it, as its owner knows of it. */
  readonly despite: readonly Finding['about'][];
}

/** A version that is ready to be published. */
export interface Publication {
  readonly target: Target;
  readonly version: CatalogVersion;
  readonly bytes: Uint8Array;
  /** The catalog that it was prepared for; a null tag where there is to be none yet. */
  readonly before: { readonly catalog: Catalog; readonly tag: string | null };
  /** What keeps it from being published. */
  readonly findings: readonly Finding[];
  /** The current version as official, the new one as local; null where there is none to compare with. */
  readonly compared: ComparedWorkbooks | null;
  readonly checked: { readonly formulas: number; readonly unknown: number };
}

/** What reads and calculates. */
export interface PublishTools {
  readonly read: SnapshotReader;
  readonly checkResults: ResultChecker;
  readonly sha256: Sha256;
  readonly options: Pick<ComparisonOptions, 'computedReads'>;
}

/** The catalog that there is or is to be, and the model in it, with no versions where it is new. */
export interface PublishTarget {
  readonly before: Publication['before'];
  readonly model: CatalogModel;
}

/**
 * Checks a workbook that is to be the next version of a model, and measures what it changes against the current one; nothing is written.
 * Further failures: `same-version`, `bad-note`, those of reading and of comparing.
 */
export async function preparePublication(
  place: RemotePlace,
  { before: catalogNow, model }: PublishTarget,
  file: WorkbookFile,
  wanted: WantedVersion,
  tools: PublishTools,
  watch: Watch,
): Promise<Result<Publication>> {
  const { versions, ...about } = model;
  const follows = versions[0] ?? null;
  const sha256 = await tools.sha256(file.bytes);
  const twice = whyNotNew(model.title, versions, wanted.version, sha256);
  if (twice !== null) return fail('same-version', twice);
  const read = await tools.read(file.bytes, file.name, () => undefined);
  if (!read.ok) return fail(read.failure.code, `${file.name}: ${read.failure.message}`);
  const current = follows === null ? null : await readVersion(place, follows, tools, watch);
  if (current?.ok === false && !GONE.includes(current.failure.code)) return current;
  const before = current?.ok === true ? current.value : null;
  // What was agreed and the workbook does not have is for its owner to put right now.
  const { agreed: _, ...agreedByOwner } = agreedOptions(model);
  const compared = compareSnapshots(before ?? read.value, read.value, {
    ...agreedByOwner,
    ...tools.options,
  });
  if (!compared.ok) return compared;
  const { headlines } = compared.value.comparison;
  const results = tools.checkResults(read.value);
  const found = [
    ...checkOfficial(
      read.value,
      about,
      headlines.map(({ name, localAddress, local }) => ({ name, address: localAddress, value: local })),
      results,
    ),
    ...(current?.ok === false ? [unmeasured(follows!, current.failure)] : []),
  ];
  const known = found.filter(({ about: what }) => wanted.despite.includes(what));
  const version: CatalogVersion = {
    version: wanted.version,
    at: wanted.at,
    by: wanted.by,
    workbook: versionFile(about.id, wanted.version, sha256, file.name),
    sha256,
    size: file.bytes.length,
    note: { wrong: wanted.wrong, fixes: wanted.fixes, headlines: headlines.map((headline) => changeOf(headline, before === null)) },
    ...(known.length > 0 && { despite: known.map(({ sentence }) => sentence) }),
  };
  const after = addVersion(catalogNow.catalog, { model: about, follows }, version);
  if (!after.ok) return after;
  const bad = whyNotValid(after.value);
  if (bad !== null) return fail('bad-note', bad);
  return succeed({
    target: { model: about, follows },
    version,
    bytes: file.bytes,
    before: catalogNow,
    findings: found.filter((finding) => !known.includes(finding)),
    compared: before === null ? null : compared.value,
    checked: { formulas: results.length, unknown: results.filter(({ outcome }) => outcome === 'unknown').length },
  });
}

/** The current version's file is not there as it was published, so that publishing another is the way out. */
const GONE = ['not-as-published', 'not-found', 'outside-catalog', 'empty-file'];

function unmeasured({ version }: CatalogVersion, { message }: Failure): Finding {
  return { about: 'current', sentence: `What it changes since ${version} cannot be measured. ${message}` };
}

function whyNotNew(title: string, versions: readonly CatalogVersion[], name: string, sha256: string): string | null {
  const same = versions.find(({ version }) => version.trim().toLowerCase() === name.trim().toLowerCase());
  if (same !== undefined)
    return `${title} has a version ${same.version} already, and what was published stays. Nothing was written. Give yours another name.`;
  const [current] = versions;
  return current?.sha256 === sha256 ? `This very file is ${title} ${current.version}, the current version. Nothing was written.` : null;
}

async function readVersion(
  place: RemotePlace,
  version: CatalogVersion,
  { read, sha256 }: PublishTools,
  watch: Watch,
): ReturnType<SnapshotReader> {
  const file = await fetchVersion(place, version, sha256, watch);
  return file.ok ? read(file.value.bytes, file.value.name, () => undefined) : file;
}

/** The measured effect on a headline; of a first version only what it is. */
function changeOf({ name, official, local, format }: Headline, isFirst: boolean): HeadlineChange {
  const before = typeof official === 'number' && !isFirst ? official : null;
  return { name, before, after: typeof local === 'number' ? local : null, format };
}

/** Why a catalog would not be read again, as a sentence; null when it would. */
function whyNotValid(catalog: Catalog): string | null {
  const parsed = catalogSchema.safeParse(catalog);
  if (parsed.success) return null;
  const { path, message } = parsed.error.issues[0]!;
  return `The catalog would not be one with this: ${path.filter((part) => typeof part === 'string').join('.')} is not as it has to be (${message}). Nothing was written.`;
}
