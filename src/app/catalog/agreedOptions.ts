import type { CatalogModel } from '../../core/catalog/Catalog';
import type { CompareOptions } from '../../core/compare/compare';

/** How a model's owner agreed that it is compared; empty where the catalog says nothing of it. */
export function agreedOptions({
  headlines,
  tolerance,
  tolerances,
  keys,
}: CatalogModel): Pick<CompareOptions, 'headlines' | 'tolerance' | 'tolerances' | 'keys'> {
  return {
    ...(headlines !== undefined && headlines.length > 0 && { headlines }),
    ...(tolerance !== undefined && { tolerance }),
    ...(tolerances !== undefined && { tolerances }),
    ...(keys !== undefined && { keys }),
  };
}
