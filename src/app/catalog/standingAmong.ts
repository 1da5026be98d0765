import type { CatalogModel } from '../../core/catalog/Catalog';
import { standingOf, type KnownVersion, type Standing } from '../../core/catalog/standingOf';

/** Where a workbook stands among a model's versions, by the likeliest of what it may have that is one of them; null where none is. */
export function standingAmong(model: CatalogModel, known: readonly KnownVersion[]): Standing | null {
  for (const version of known) {
    const standing = standingOf(model, version);
    if (standing !== null) return standing;
  }
  return null;
}
