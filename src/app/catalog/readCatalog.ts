import { strFromU8 } from 'fflate';
import type { Catalog } from '../../core/catalog/Catalog';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RemotePlace } from '../ports/RemotePlace';
import { catalogSchema, MOST_CATALOG_BYTES } from './catalogSchema';

/** A catalog as it stands, with the tag by which it is known. */
export interface StandingCatalog {
  readonly catalog: Catalog;
  readonly tag: string;
}

const UNHARMED = 'Your workbook was not touched.';

/** How often a catalog that cannot be read is fetched, each time anew. */
const MOST_READS = 3;

/** The catalog as it is now; where its tag is still the `known` one, only that is asked. Further failures are those of `parseCatalog`. */
export async function readCatalog({ file }: RemotePlace, watch: Watch, known?: StandingCatalog): Promise<Result<StandingCatalog>> {
  for (let times = 1; ; times++) {
    const tag = times === 1 ? known?.tag : undefined;
    const read = await file.read(watch, tag);
    // A browser may not put a condition to a server of another origin that does not say that it may, and may ask without.
    if (!read.ok && tag !== undefined && read.failure.code === 'unreachable') continue;
    if (!read.ok) return read;
    if (read.value === 'same') return succeed(known!);
    const parsed = parseCatalog(read.value.bytes, file.name);
    if (parsed.ok) return succeed({ catalog: parsed.value, tag: read.value.tag });
    // While a file is replaced, Apache may give the length and the tag of the old one with the first bytes of the new one.
    if (times === MOST_READS || parsed.failure.code === 'newer') return parsed;
  }
}

/** A catalog from its bytes; failures are `no-catalog` and `newer`. */
export function parseCatalog(bytes: Uint8Array, name: string): Result<Catalog> {
  if (bytes.length > MOST_CATALOG_BYTES) {
    return fail('no-catalog', `${name} is larger than ${MOST_CATALOG_BYTES / 1024 / 1024} MB, so it is no catalog. ${UNHARMED} ${CHECK}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(strFromU8(bytes).replace(/^\uFEFF/, ''));
  } catch {
    return fail('no-catalog', `${name} is no catalog of official models. ${UNHARMED} ${CHECK}`);
  }
  const parsed = catalogSchema.safeParse(json);
  if (parsed.success) return succeed(parsed.data);
  const schema = (json as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema !== 'string' || !schema.startsWith('tieout.catalog/')) {
    return fail('no-catalog', `${name} is no catalog of official models. ${UNHARMED} ${CHECK}`);
  }
  if (schema !== 'tieout.catalog/1') {
    return fail('newer', `${name} was written by a newer version of Tieout. ${UNHARMED} Update Tieout to read it.`);
  }
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return fail(
    'no-catalog',
    `${name} cannot be used: ${where.replace(/^\./, '') || 'it'} is not as it has to be (${issue?.message ?? 'unknown'}). ${UNHARMED} Tell the owner of the catalog; assets/catalog.schema.json says what is expected.`,
  );
}

const CHECK = 'Check the address with whoever gave it to you.';
