import { catalogAddress, isAddress, linkedCatalog, type CatalogAddress } from '../app/catalog/catalogAddress';
import { fetchVersion } from '../app/catalog/fetchVersion';
import { isCatalog } from '../app/catalog/isCatalog';
import { readFile } from '../app/catalog/readFile';
import { readCatalog } from '../app/catalog/readCatalog';
import type { WorkbookFile } from '../app/compareWorkbooks';
import type { CatalogModel, CatalogVersion } from '../core/catalog/Catalog';
import { findModel, findVersion } from '../core/catalog/findModel';
import { succeed, type Result } from '../core/Result';
import { readInput } from './readInput';
import type { Terminal } from './Terminal';

/** An official model, and what a catalog says of it; null where it was named by itself. */
export interface OfficialInput extends WorkbookFile {
  readonly published: Published | null;
}

interface Published {
  readonly model: CatalogModel;
  readonly version: CatalogVersion;
}

const WATCH = { progress: () => undefined, signal: { aborted: false } };

/**
 * The official model that a command line names: a file, an https address (`LINK#@3.0` for an earlier version that its store keeps), or a model of a
 * catalog at either, `CATALOG#MODEL@VERSION`.
 */
export async function readOfficial(argument: string, terminal: Terminal): Promise<Result<OfficialInput>> {
  const asked = catalogAddress(argument);
  if (asked !== null) return readPublished(asked, terminal);
  const linked = isAddress(argument) ? linkedCatalog(argument) : null;
  if (linked === null) {
    const input = await readInput(argument, terminal);
    return input.ok ? succeed({ ...input.value, published: null }) : input;
  }
  const place = terminal.openPlace(linked.address);
  if (!place.ok) return place;
  const read = await readFile(place.value.file, WATCH);
  if (!read.ok) return read;
  if (isCatalog(read.value.bytes)) return readPublished(linked, terminal);
  const { file } = place.value;
  if (linked.version === null) return succeed({ name: file.name, bytes: read.value.bytes, published: null });
  const earlier = await file.readVersion(linked.version, WATCH);
  if (!earlier.ok) return earlier;
  return succeed({ name: `${file.name}, version ${linked.version}`, bytes: earlier.value.bytes, published: null });
}

async function readPublished(
  { address, model: id, version: name }: CatalogAddress,
  { openPlace, sha256 }: Terminal,
): Promise<Result<OfficialInput>> {
  const place = openPlace(address);
  if (!place.ok) return place;
  const read = await readCatalog(place.value, WATCH);
  if (!read.ok) return read;
  const model = findModel(read.value.catalog, id);
  if (!model.ok) return model;
  const version = findVersion(model.value, name);
  if (!version.ok) return version;
  const file = await fetchVersion(place.value, version.value, sha256, WATCH);
  return file.ok ? succeed({ ...file.value, published: { model: model.value, version: version.value } }) : file;
}
