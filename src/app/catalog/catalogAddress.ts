/** What an argument says that may name a model of a catalog: `CATALOG#MODEL@VERSION`, model and version left out at will. */
export interface CatalogAddress {
  readonly address: string;
  /** Null for the only model of the catalog. */
  readonly model: string | null;
  /** Null for the current version. */
  readonly version: string | null;
}

/** The model that an argument names; null where it names a file itself. */
export function catalogAddress(argument: string): CatalogAddress | null {
  const parts = /^([^#]*?\.json(?:\?[^#]*)?)(?:#([^@]*)(?:@(.*))?)?$/is.exec(argument);
  if (parts === null) return null;
  const [, address = '', model = '', version = ''] = parts;
  return { address, model: model || null, version: version || null };
}

/** The same where only a catalog can be meant: a link that is made up to share with need not say that it leads to one. */
export function linkedCatalog(argument: string): CatalogAddress | null {
  const named = catalogAddress(argument);
  if (named !== null || !isAddress(argument)) return named;
  const [, address = '', model = '', version = ''] = /^([^#]*)(?:#([^@]*)(?:@(.*))?)?$/s.exec(argument) ?? [];
  return { address, model: model || null, version: version || null };
}

/** Whether an argument is an address, and not the path of a file. */
export function isAddress(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}
