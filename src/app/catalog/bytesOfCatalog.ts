import { strToU8 } from 'fflate';
import type { Catalog } from '../../core/catalog/Catalog';
import { fail, succeed, type Result } from '../../core/Result';
import { catalogSchema, MOST_CATALOG_BYTES, MOST_VERSIONS } from './catalogSchema';

/** The bytes of a catalog as it is kept; `full` and `bad-note` where whoever reads it would find no catalog in them. */
export function bytesOfCatalog(catalog: Catalog): Result<Uint8Array> {
  const crowded = catalog.models.find(({ versions }) => versions.length > MOST_VERSIONS);
  if (crowded !== undefined) {
    return full(
      `${crowded.title} would have more than ${MOST_VERSIONS} versions, which is more than a catalog holds`,
      'those of the model that nobody has any more',
    );
  }
  const parsed = catalogSchema.safeParse(catalog);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    const where = path.filter((part) => typeof part === 'string').join('.');
    return fail('bad-note', `The catalog would not be one with this: ${where} is not as it has to be (${message}). Nothing was written.`);
  }
  const bytes = strToU8(`${JSON.stringify(catalog, null, 2)}\n`);
  if (bytes.length <= MOST_CATALOG_BYTES) return succeed(bytes);
  return full(
    `The catalog would be larger than ${MOST_CATALOG_BYTES / 1024 / 1024} MB, and nobody could read it any more`,
    'versions that nobody has any more',
  );
}

function full(why: string, what: string): Result<never> {
  return fail(
    'full',
    `${why}. The catalog stays as it was. Take ${what} out of it first (their files may stay), or publish to another catalog.`,
  );
}
