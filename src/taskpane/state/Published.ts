import type { Catalog, CatalogModel, CatalogVersion } from '../../core/catalog/Catalog';

/** What a catalog says of the official model in use. */
export interface Published {
  readonly model: CatalogModel;
  /** When the catalog's place last said so, in milliseconds since 1970. */
  readonly askedAt: number;
  /** Whether the place could not be asked since. */
  readonly away: boolean;
  /** The version that comparisons are made with; null until one was opened. */
  readonly opened: PublishedVersion | null;
}

/** A version that was opened. */
export interface PublishedVersion {
  readonly version: CatalogVersion;
  /** When its file was fetched, in milliseconds since 1970. */
  readonly fetchedAt: number;
  /** Whether it stands for the current one, whose file could not be fetched. */
  readonly away: boolean;
}

/** A catalog that the user may choose from. */
export type CatalogListing = { readonly address: string } & (
  | { readonly at: 'reading' }
  /** What a link leads to is not known yet. */
  | { readonly at: 'opening' }
  | { readonly at: 'failed'; readonly message: string }
  /** `away`: it is as it was at `askedAt`, since its place cannot be asked now. */
  | { readonly at: 'there'; readonly catalog: Catalog; readonly askedAt: number; readonly away: boolean }
);
