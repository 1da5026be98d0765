import { agreedWithin } from '../../app/catalog/agreedWithin';
import type { CatalogModel } from '../../core/catalog/Catalog';
import { EXACT, isSameWithin, type EqualWithin } from '../../core/compare/EqualWithin';
import type { PaneServices } from '../PaneServices';

/** What comparisons go by: what official's owner agreed, where a catalog says so, and what the user settled, which goes before it. */
export function createAgreed(tolerance: PaneServices['tolerance']) {
  let agreed: CatalogModel | null = null;
  /** What the user counts as equal since the pane was opened, be it saved or not; `usual` is what is agreed, whatever that is by then. */
  let settledHere: EqualWithin | 'usual' | null = null;
  const usual = (): EqualWithin => (agreed === null ? EXACT : agreedWithin(agreed));
  return {
    take: (model: CatalogModel | null) => void (agreed = model),
    keys: () => agreed?.keys ?? [],
    terms: () => ({
      ...(agreed?.headlines !== undefined && agreed.headlines.length > 0 && { headlines: agreed.headlines }),
      ...(agreed?.retired !== undefined && { retired: agreed.retired }),
    }),
    usual,
    within: (): EqualWithin => (settledHere === 'usual' ? usual() : (settledHere ?? tolerance.remembered() ?? usual())),
    /** Makes the workbook remember what its user counts as equal. */
    settle(within: EqualWithin) {
      settledHere = isSameWithin(within, usual()) ? 'usual' : within;
      return tolerance.remember(within, usual());
    },
  };
}
