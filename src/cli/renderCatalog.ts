import type { Catalog, CatalogModel, CatalogVersion, HeadlineChange } from '../core/catalog/Catalog';
import { closestOf, type VersionFit } from '../app/catalog/closestVersions';
import { effectOf, type Standing } from '../core/catalog/standingOf';
import { publishedWhen } from './publishedWords';
import { Report } from './Report';
import { showValue } from './showValue';

/** The models of a catalog, and which of them a workbook has; null where none was given. */
export interface ShownCatalog {
  readonly catalog: Catalog;
  readonly models: readonly CatalogModel[];
  readonly yours: { readonly name: string; readonly model: CatalogModel | null; readonly standing: Standing | null } | null;
  /** The versions of the model at an address, the closest to the workbook first; null where they were not compared. */
  readonly fits: { readonly address: string; readonly versions: readonly VersionFit[] } | null;
}

/** So many versions of a model are listed unless all are asked for. */
const MOST_VERSIONS = 3;

/** The models of a catalog with their versions, and where a workbook stands among them, for people to read. */
export function renderCatalog(
  { catalog, models, yours, fits }: ShownCatalog,
  { all, colour }: { readonly all: boolean; readonly colour: boolean },
): string {
  const report = new Report({ all, colour });
  if (yours !== null) {
    report.title(standingLine(yours, fits !== null));
    if (fits !== null) fitLines(yours.name, fits, report);
    const unseen = fits === null ? 0 : models[0]!.versions.length - fits.versions.length;
    if (unseen > 0) report.line(`The ${count(unseen, 'version')} before these ${unseen === 1 ? 'was' : 'were'} not looked at.`);
    const since = yours.standing?.since ?? [];
    if (since.length > 1) report.section('What all of it changed in the headlines', effectOf(since).map(effectLine));
    if (since.length > 0) report.section('Since then', since.flatMap(versionLines));
    if (yours.model !== null || fits !== null) return report.toString();
    report.line('');
  }
  report.title(catalog.title);
  report.line(models.length === 1 ? '1 official model.' : `${models.length.toLocaleString('en-US')} official models.`);
  for (const model of models) modelLines(model, all, report);
  return report.toString();
}

function standingLine({ name, model, standing }: NonNullable<ShownCatalog['yours']>, isCompared: boolean): string {
  if (model === null || standing === null) {
    const none = `${name} agrees with none of the versions that are listed, as far as it remembers.`;
    return isCompared ? none : `${none} With --closest it is compared with each, to see which it was made from.`;
  }
  const { has, since } = standing;
  const [current] = since;
  if (current === undefined) return `${name} has ${model.title} ${has.version}, the current version, published ${publishedWhen(has)}.`;
  const versions = since.length === 1 ? '1 version' : `${since.length.toLocaleString('en-US')} versions`;
  return `${name} has ${model.title} ${has.version}: ${versions} behind. ${current.version} is current, published ${publishedWhen(current)}.`;
}

/** How close a workbook is to each version, and which it was probably made from. */
function fitLines(name: string, { address, versions }: NonNullable<ShownCatalog['fits']>, report: Report): void {
  report.section(
    'What someone changed between it and each version',
    versions.map(({ version, distance, why }) =>
      distance === null
        ? `${version.version}: not compared. ${inOneLine(why)}`
        : `${version.version}: ${count(distance.causes, 'difference')} in ${count(distance.cells, 'cell')}`,
    ),
  );
  const names = closestOf(versions).map(({ version }) => version);
  report.line('');
  report.line(
    names.length === 1
      ? `${name} was probably made from ${names[0]}. That is a guess: if it is right, compare and sync with --base '${address}@${names[0]}'.`
      : `It is equally close to ${names.join(', ')}, so which one it was made from cannot be told. Whoever made it may know; name that version with --base '${address}@…'.`,
  );
}

function count(number: number, word: string): string {
  return `${number.toLocaleString('en-US')} ${word}${number === 1 ? '' : 's'}`;
}

function modelLines({ id, title, owner, purpose, reviewBy, retired, versions }: CatalogModel, all: boolean, report: Report): void {
  const [current] = versions;
  report.line('');
  report.title(`${id}   ${title}`);
  report.line(`  Owner ${owner} · current version ${current!.version}, published ${publishedWhen(current!)}`);
  if (purpose !== '') report.line(`  ${inOneLine(purpose)}`);
  if (reviewBy !== undefined) report.line(`  To be looked at again by ${reviewBy}`);
  if (retired !== undefined && retired.length > 0) report.line(`  Retired: ${retired.join(', ')}`);
  const shown = all ? versions : versions.slice(0, MOST_VERSIONS);
  for (const version of shown) for (const text of versionLines(version)) report.line(`  ${text}`);
  const rest = versions.length - shown.length;
  if (rest > 0) report.line(`  And ${rest.toLocaleString('en-US')} earlier ${rest === 1 ? 'version' : 'versions'}; --all lists them.`);
}

/** A version with its release note. */
function versionLines(version: CatalogVersion): string[] {
  const { wrong, fixes, headlines } = version.note;
  return [
    `${version.version}, published ${publishedWhen(version)}`,
    ...(wrong === '' ? [] : [`  What was wrong: ${inOneLine(wrong)}`]),
    ...(fixes === '' ? [] : [`  What it fixes: ${inOneLine(fixes)}`]),
    ...headlines.map((effect) => `  ${effectLine(effect)}`),
    ...(version.despite ?? []).map((text) => `  Published although: ${inOneLine(text)}`),
  ];
}

/** A headline before and after, as its cell shows it. */
export function effectLine({ name, before, after, format = 'General' }: HeadlineChange): string {
  const shown = (value: number | null): string => (value === null ? '(none)' : showValue(value, format));
  if (before === null) return `${name}: ${shown(after)}`;
  return before === after ? `${name}: ${shown(after)}, as before` : `${name}: ${shown(before)} → ${shown(after)}`;
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
