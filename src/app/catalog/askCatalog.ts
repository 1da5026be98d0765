import { succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { FetchedFiles } from '../ports/FetchedFiles';
import type { RemotePlace } from '../ports/RemotePlace';
import { catalogSchema } from './catalogSchema';
import type { Sha256 } from './fetchVersion';
import { isAway } from './isAway';
import { readCatalog, type StandingCatalog } from './readCatalog';

/** What it takes to follow a catalog. */
export interface CatalogAccess {
  /** The catalog's address, by which what was fetched of it is kept. */
  readonly address: string;
  readonly place: RemotePlace;
  readonly fetched: FetchedFiles;
  readonly sha256: Sha256;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A catalog as far as it is known now. */
export interface KnownCatalog extends StandingCatalog {
  /** When its place last said so, in milliseconds since 1970. */
  readonly at: number;
  /** Why its place could not be asked now; null where it could. */
  readonly away: Failure | null;
}

/**
 * The catalog as it is now; where it is as it was `known` to be, that is one conditional request. While its place is away it is what it was
 * when last asked, and says so. Further failures are those of `readCatalog`.
 */
export async function askCatalog(access: CatalogAccess, known: KnownCatalog | null, watch: Watch): Promise<Result<KnownCatalog>> {
  const { address, place, fetched, now } = access;
  const before = known ?? (await keptCatalog(access));
  const read = await readCatalog(place, watch, before ?? undefined);
  if (!read.ok) return before !== null && isAway(read.failure) ? succeed({ ...before, away: read.failure }) : read;
  const { catalog, tag } = read.value;
  const at = now();
  await fetched.keepCatalog(address, { catalog, tag, at });
  return succeed({ catalog, tag, at, away: null });
}

async function keptCatalog({ address, fetched }: CatalogAccess): Promise<KnownCatalog | null> {
  const kept = await fetched.catalog(address);
  const parsed = catalogSchema.safeParse(kept?.catalog);
  return kept !== null && parsed.success ? { catalog: parsed.data, tag: kept.tag, at: kept.at, away: null } : null;
}
