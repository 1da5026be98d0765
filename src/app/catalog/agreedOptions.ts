import type { CatalogModel } from '../../core/catalog/Catalog';
import type { ComparisonOptions } from '../compareWorkbooks';

/** How a model's owner agreed that it is compared; empty where the catalog says nothing of it. */
export function agreedOptions({
  headlines,
  tolerance,
  tolerances,
  keys,
  retired,
}: CatalogModel): Pick<ComparisonOptions, 'headlines' | 'tolerance' | 'tolerances' | 'keys' | 'agreed'> {
  const agreed = {
    headlines: headlines ?? [],
    tolerances: (tolerances ?? []).map(({ of }) => of),
    keys: keys ?? [],
    retired: retired ?? [],
  };
  return {
    agreed,
    ...(headlines !== undefined && headlines.length > 0 && { headlines }),
    ...(tolerance !== undefined && { tolerance }),
    ...(tolerances !== undefined && { tolerances }),
    ...(keys !== undefined && { keys }),
  };
}
