import type { StandingJson } from '../app/catalog/standingSchema';
import type { ShownCatalog } from './renderCatalog';

/** The models of a catalog, and where a workbook stands among their versions, as `--json` prints them (schema tieout.standing/1). */
export function standingJson({ catalog, models, yours, fits }: ShownCatalog): StandingJson {
  return {
    schema: 'tieout.standing/1',
    title: catalog.title,
    models: structuredClone(models) as StandingJson['models'],
    yours: yours && {
      name: yours.name,
      model: yours.model?.id ?? null,
      has: yours.standing?.has.version ?? null,
      behind: yours.standing?.since.length ?? null,
    },
    closest:
      fits?.versions.map(({ version, distance, why }) => ({
        version: version.version,
        causes: distance?.causes ?? null,
        cells: distance?.cells ?? null,
        why,
      })) ?? null,
  };
}
