import { createHash } from 'node:crypto';
import type { Catalog, CatalogModel, CatalogVersion } from '../../src/core/catalog/Catalog';

/** A version published on a day of November, with what a test cares for. */
export function version(name: string, change: Partial<CatalogVersion> = {}): CatalogVersion {
  return {
    version: name,
    at: '2026-11-03T10:00:00.000Z',
    by: 'Asha',
    workbook: `revenue-${name}.xlsx`,
    sha256: createHash('sha256').update(name).digest('hex'),
    size: 100,
    note: { wrong: '', fixes: '', headlines: [] },
    ...change,
  };
}

/** The version whose file these bytes are. */
export function versionOf(name: string, bytes: Uint8Array, change: Partial<CatalogVersion> = {}): CatalogVersion {
  return version(name, { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, ...change });
}

/** The revenue model with these versions, newest first. */
export function model(versions: readonly CatalogVersion[], change: Partial<CatalogModel> = {}): CatalogModel {
  return { id: 'revenue', title: 'Revenue model FY26', owner: 'Asha', purpose: '', versions, ...change };
}

/** A catalog of these models. */
export function catalogOf(...models: readonly CatalogModel[]): Catalog {
  return { schema: 'tieout.catalog/1', title: 'Acme Finance', models };
}

/** The bytes of a catalog's file. */
export function catalogBytes(catalog: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(catalog));
}
