import type { CatalogModel, CatalogVersion } from '../../core/catalog/Catalog';
import { findVersion } from '../../core/catalog/findModel';
import { succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { ModelFile } from '../ports/ModelSource';
import type { CatalogAccess } from './askCatalog';
import { fetchVersion } from './fetchVersion';
import { isAway } from './isAway';

/** A version of a model, at hand. */
export interface OpenedVersion {
  readonly version: CatalogVersion;
  readonly file: ModelFile;
  /** When its file was fetched, in milliseconds since 1970. */
  readonly fetchedAt: number;
  /** Why this is not the version that was asked for, whose file could not be fetched; null where it is. */
  readonly away: Failure | null;
}

/**
 * The file of a version, as kept on this computer or fetched and then kept; null asks for the current one. Where the current one's place is away,
 * the newest that is kept. Further failures are those of `fetchVersion`.
 */
export async function openVersion(
  access: CatalogAccess,
  model: CatalogModel,
  wanted: string | null,
  watch: Watch,
): Promise<Result<OpenedVersion>> {
  const { place, fetched, sha256, now } = access;
  const found = findVersion(model, wanted);
  if (!found.ok) return found;
  const kept = await keptVersion(access, found.value);
  if (kept !== null) return succeed(kept);
  const read = await fetchVersion(place, found.value, sha256, watch);
  if (read.ok) {
    const at = now();
    await fetched.keepFile(found.value.sha256, { bytes: read.value.bytes, at });
    return succeed({ version: found.value, file: read.value, fetchedAt: at, away: null });
  }
  if (wanted !== null || !isAway(read.failure)) return read;
  for (const version of model.versions.slice(1)) {
    const older = await keptVersion(access, version);
    if (older !== null) return succeed({ ...older, away: read.failure });
  }
  return read;
}

async function keptVersion({ fetched }: CatalogAccess, version: CatalogVersion): Promise<OpenedVersion | null> {
  const kept = await fetched.file(version.sha256);
  if (kept === null) return null;
  const name = version.workbook.split('/').pop() ?? version.workbook;
  return { version, file: { name, bytes: kept.bytes }, fetchedAt: kept.at, away: null };
}
