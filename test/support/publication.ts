import { publish } from '../../src/app/catalog/publish';
import type { Publication } from '../../src/app/catalog/toPublication';
import { readCatalog } from '../../src/app/catalog/readCatalog';
import type { RemotePlace } from '../../src/app/ports/RemotePlace';
import type { Catalog } from '../../src/core/catalog/Catalog';
import { versionFile } from '../../src/core/catalog/versionFile';
import type { Result } from '../../src/core/Result';
import { versionOf } from './catalog';
import { sha256 } from './sha256';

export const WATCH = { progress: () => undefined, signal: { aborted: false } };

/** A version whose file holds its own name, ready to be published on top of what stands there now. */
export async function ready(place: RemotePlace, name: string, by: string, id = 'revenue'): Promise<Publication> {
  const read = await readCatalog(place, WATCH);
  if (!read.ok) throw new Error(read.failure.message);
  const { versions, ...model } = read.value.catalog.models.find((one) => one.id === id)!;
  const bytes = new TextEncoder().encode(`${id} ${name} by ${by} `.repeat(200));
  const workbook = versionFile(id, name, await sha256(bytes), 'book.xlsx');
  return {
    target: { model, follows: versions[0]! },
    version: versionOf(name, bytes, { by, workbook }),
    bytes,
    before: read.value,
    findings: [],
  };
}

export function published(place: RemotePlace, publication: Publication): Promise<Result<Catalog>> {
  return publish(place, publication, sha256, WATCH);
}

/** The versions of a model that a catalog now names, newest first; every one has to be there whole. */
export async function wholeVersions(place: RemotePlace, id = 'revenue'): Promise<readonly string[]> {
  const read = await readCatalog(place, WATCH);
  if (!read.ok) throw new Error(read.failure.message);
  const { versions } = read.value.catalog.models.find((one) => one.id === id)!;
  for (const version of versions) {
    const file = place.beside(version.workbook);
    const bytes = file.ok ? await file.value.read(WATCH) : file;
    if (!bytes.ok || bytes.value === 'same') throw new Error(`${version.version} has no file`);
    if ((await sha256(bytes.value.bytes)) !== version.sha256) throw new Error(`${version.version} has another file`);
  }
  return versions.map(({ version, by }) => `${version} ${by}`);
}
