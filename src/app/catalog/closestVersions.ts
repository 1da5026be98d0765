import type { CatalogModel, CatalogVersion } from '../../core/catalog/Catalog';
import type { ListKey } from '../../core/align/align';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { Snapshot } from '../../core/workbook/Snapshot';
import { compareSnapshots } from '../compareWorkbooks';
import type { ModelFile } from '../ports/ModelSource';

/** What someone changed between two workbooks: so many differences, and the cells they cover. */
export interface Distance {
  readonly causes: number;
  readonly cells: number;
}

/** How much lies between a version and a workbook; null where the version could not be compared, with the reason. */
export interface VersionFit {
  readonly version: CatalogVersion;
  readonly distance: Distance | null;
  readonly why: string;
}

/** What versions are compared with: to be had from the store, and measured against the workbook. */
interface VersionTools {
  readonly fetch: (version: CatalogVersion) => Promise<Result<ModelFile>>;
  readonly measure: (file: ModelFile, how: MeasureOptions) => Promise<Result<Distance>>;
}

/** What an owner agreed of single sheets and headlines is left out, as an early version need not have them. */
export interface MeasureOptions {
  readonly tolerance?: number;
  readonly keys?: readonly ListKey[];
}

/** So many versions are looked at, the newest, for each has to be fetched and compared. */
const MOST_VERSIONS = 12;

/**
 * The versions of a model by how little lies between them and a workbook, closest first and of equally close ones the newest; those that could not
 * be compared come last. The first is a guess at what the workbook was made from, for someone to confirm. `no-version` where none could be compared.
 */
export async function closestVersions(
  { versions, tolerance, keys }: CatalogModel,
  { fetch, measure }: VersionTools,
  watch: Watch,
): Promise<Result<readonly VersionFit[]>> {
  const how = { ...(tolerance !== undefined && { tolerance }), ...(keys !== undefined && { keys }) };
  const looked = versions.slice(0, MOST_VERSIONS);
  const fits: VersionFit[] = [];
  for (const [index, version] of looked.entries()) {
    watch.progress(`Comparing with ${version.version}`, index / looked.length);
    if (watch.signal.aborted) return fail('cancelled', 'Your workbook was not touched.');
    const file = await fetch(version);
    const distance = file.ok ? await measure(file.value, how) : file;
    fits.push(distance.ok ? { version, distance: distance.value, why: '' } : { version, distance: null, why: distance.failure.message });
  }
  const [first] = fits;
  if (fits.every(({ distance }) => distance === null)) {
    return fail('no-version', `No version could be compared. ${first!.version.version}: ${first!.why}`);
  }
  return succeed(fits.sort((a, b) => further(a.distance, b.distance)));
}

/** How much lies between a version and a workbook. */
export function distanceBetween(version: Snapshot, local: Snapshot, how: MeasureOptions): Result<Distance> {
  const compared = compareSnapshots(version, local, how);
  if (!compared.ok) return compared;
  const { roles, cells } = compared.value.comparison.counts;
  return succeed({ causes: roles.cause, cells: cells.cause });
}

/** Those that none is closer than; several cannot be told apart. */
export function closestOf(fits: readonly VersionFit[]): readonly CatalogVersion[] {
  const [first] = fits;
  return fits.filter(({ distance }) => distance !== null && further(distance, first!.distance) === 0).map(({ version }) => version);
}

function further(a: Distance | null, b: Distance | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.causes - b.causes || a.cells - b.cells;
}
