import { addVersion, type Target } from '../../core/catalog/addVersion';
import type { CatalogVersion } from '../../core/catalog/Catalog';
import { versionFile } from '../../core/catalog/versionFile';
import { fail, succeed, type Result } from '../../core/Result';
import { bytesOfCatalog } from './bytesOfCatalog';
import type { Finding } from './checkOfficial';
import type { PreparedVersion, PublishTarget } from './prepareVersion';

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
  readonly before: PublishTarget['before'];
  /** What keeps it from being published. */
  readonly findings: readonly Finding[];
}

/** A prepared version with what its owner says of it; `same-version` where there is one of that name, `bad-note` or `full` where the catalog could not hold it. */
export function toPublication(
  { target, before, versions, file, sha256, measured }: PreparedVersion,
  { version: name, at, by, wrong, fixes, despite }: WantedVersion,
): Result<Publication> {
  const same = versions.find(({ version }) => version.trim().toLowerCase() === name.trim().toLowerCase());
  if (same !== undefined) {
    const what = `${target.model.title} has a version ${same.version} already, and what was published stays.`;
    return fail('same-version', `${what} Nothing was written. Give yours another name.`);
  }
  const known = measured.findings.filter(({ about }) => despite.includes(about));
  const version: CatalogVersion = {
    version: name,
    at,
    by,
    workbook: versionFile(target.model.id, name, sha256, file.name),
    sha256,
    size: file.bytes.length,
    note: { wrong, fixes, headlines: measured.headlines },
    ...(known.length > 0 && { despite: known.map(({ sentence }) => sentence) }),
  };
  const after = addVersion(before.catalog, target, version);
  if (!after.ok) return after;
  const bytes = bytesOfCatalog(after.value);
  if (!bytes.ok) return bytes;
  return succeed({ target, version, bytes: file.bytes, before, findings: measured.findings.filter((one) => !known.includes(one)) });
}
