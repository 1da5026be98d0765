import type { CatalogModel, CatalogVersion } from '../../core/catalog/Catalog';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { Snapshot } from '../../core/workbook/Snapshot';
import { compareSnapshots } from '../compareWorkbooks';
import type { RemotePlace } from '../ports/RemotePlace';
import type { SnapshotReader } from '../ports/SnapshotReader';
import { fetchVersion, type Sha256 } from './fetchVersion';

/** How much lies between a version and a workbook. */
export interface VersionFit {
  readonly version: CatalogVersion;
  /** Differences that someone made, and the cells they cover; both null where the version could not be compared. */
  readonly causes: number | null;
  readonly cells: number | null;
  /** Why it could not be compared; empty where it was. */
  readonly why: string;
}

/** So many versions are looked at, the newest, for each has to be fetched and compared. */
const MOST_VERSIONS = 12;

/**
 * The versions of a model by how little lies between them and a workbook, closest first and of equally close ones the newest; those that could not
 * be compared come last. The first is a guess at what the workbook was made from, for someone to confirm. `no-version` where none could be compared.
 */
export async function closestVersions(
  place: RemotePlace,
  model: CatalogModel,
  local: Snapshot,
  { read, sha256 }: { readonly read: SnapshotReader; readonly sha256: Sha256 },
  watch: Watch,
): Promise<Result<readonly VersionFit[]>> {
  const versions = model.versions.slice(0, MOST_VERSIONS);
  // What was agreed of single sheets and headlines, an early version need not have.
  const { tolerance, keys } = model;
  const options = { ...(tolerance !== undefined && { tolerance }), ...(keys !== undefined && { keys }) };
  const fits: VersionFit[] = [];
  for (const [index, version] of versions.entries()) {
    if (watch.signal.aborted) return fail('cancelled', 'It was cancelled. Nothing was changed.');
    watch.progress(`Comparing with ${version.version}`, index / versions.length);
    const file = await fetchVersion(place, version, sha256, { ...watch, progress: () => undefined });
    const snapshot = file.ok ? await read(file.value.bytes, file.value.name, () => undefined) : file;
    const compared = snapshot.ok ? compareSnapshots(snapshot.value, local, options) : snapshot;
    fits.push(
      compared.ok
        ? { version, causes: compared.value.comparison.counts.roles.cause, cells: compared.value.comparison.counts.cells.cause, why: '' }
        : { version, causes: null, cells: null, why: compared.failure.message },
    );
  }
  const [first] = fits;
  if (fits.every(({ causes }) => causes === null))
    return fail('no-version', `No version could be compared. ${first!.version.version}: ${first!.why}`);
  return succeed(fits.sort((a, b) => distance(a.causes, b.causes) || distance(a.cells, b.cells)));
}

function distance(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
