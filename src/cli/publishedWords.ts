import { agreedOptions } from '../app/catalog/agreedOptions';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import type { CatalogVersion } from '../core/catalog/Catalog';
import type { OfficialInput } from './readOfficial';

/** What `--help` says of the official model of a command. */
export const OFFICIAL_ARGUMENT =
  'the official model: an .xlsx, .xlsm or .xlsb file, its https address, or a model of a catalog, as https://…/catalog.json#model (#model@version for an earlier one; #@3.0 behind a workbook’s address in SharePoint for one that “tieout versions” lists)';

/** How the owner of a model in a catalog agreed that it is compared; what the command line says of tolerances goes before it. */
export function agreed({ published }: OfficialInput, own: ToleranceOptions = {}): ReturnType<typeof agreedOptions> {
  const options = published === null ? {} : agreedOptions(published.model);
  const tolerances = [...(options.tolerances ?? []), ...(own.tolerances ?? [])];
  return { ...options, ...own, ...(tolerances.length > 0 && { tolerances }) };
}

/** Which version of which model was used, and what is wrong with that on this day (an ISO time); empty where it does not come from a catalog. */
export function publishedLine({ published }: OfficialInput, today: string): string {
  if (published === null) return '';
  const { model, version } = published;
  const late = model.versions[0] === version ? '' : ` It is not the current one, which is ${model.versions[0]!.version}.`;
  const { reviewBy, owner } = model;
  const isDue = reviewBy !== undefined && reviewBy < today.slice(0, 10);
  const due = isDue ? ` It was to be looked at again by ${reviewBy}: ask ${owner} whether it still holds.` : '';
  return `Official is ${model.title} ${version.version}, published ${publishedWhen(version)}.${late}${due}`;
}

/** When and by whom a version was published. */
export function publishedWhen({ at, by }: CatalogVersion): string {
  return by === '' ? at.slice(0, 10) : `${at.slice(0, 10)} by ${by}`;
}
