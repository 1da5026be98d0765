import type { CatalogVersion } from '../../core/catalog/Catalog';
import { whyNotPublished } from '../../core/catalog/whyNotPublished';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RemotePlace } from '../ports/RemotePlace';
import type { ModelFile } from '../ports/ModelSource';
import { readFile } from './readFile';

/** The hash of bytes, SHA-256 in hex. */
export type Sha256 = (bytes: Uint8Array) => Promise<string>;

/** The file of a version, checked to be the one that was published; `not-as-published` where it is another. */
export async function fetchVersion(place: RemotePlace, version: CatalogVersion, sha256: Sha256, watch: Watch): Promise<Result<ModelFile>> {
  const file = place.beside(version.workbook);
  if (!file.ok) return file;
  const read = await readFile(file.value, watch);
  if (!read.ok) return read;
  const { bytes } = read.value;
  const wrong = whyNotPublished(version, { sha256: await sha256(bytes), size: bytes.length });
  return wrong === null ? succeed({ name: file.value.name, bytes }) : fail('not-as-published', wrong);
}
