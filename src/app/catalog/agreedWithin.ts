import type { CatalogModel } from '../../core/catalog/Catalog';
import { EXACT, type EqualWithin } from '../../core/compare/EqualWithin';

/** How far numbers may differ and be equal, as a model's owner agreed; a tolerance that does not say what it is for is a headline's where one is called so. */
export function agreedWithin({ tolerance = EXACT.tolerance, tolerances = [], headlines = [] }: CatalogModel): EqualWithin {
  const named = new Set(headlines.map((name) => name.toLowerCase()));
  return {
    tolerance,
    tolerances: tolerances.map(({ of, tolerance: own, kind }) => ({
      of,
      tolerance: own,
      kind: kind ?? (named.has(of.toLowerCase()) || of.includes('!') ? 'headline' : 'sheet'),
    })),
  };
}
