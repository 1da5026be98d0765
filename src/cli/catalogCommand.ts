import { Command } from 'commander';
import { linkedCatalog, type CatalogAddress } from '../app/catalog/catalogAddress';
import { catalogJsonSchema } from '../app/catalog/catalogSchema';
import { closestVersions, distanceBetween, type Distance, type MeasureOptions } from '../app/catalog/closestVersions';
import { fetchVersion } from '../app/catalog/fetchVersion';
import { knownVersions } from '../app/catalog/knownVersions';
import { readCatalog } from '../app/catalog/readCatalog';
import { standingAmong } from '../app/catalog/standingAmong';
import type { WorkbookFile } from '../app/compareWorkbooks';
import type { ModelFile } from '../app/ports/ModelSource';
import type { RemotePlace } from '../app/ports/RemotePlace';
import type { CatalogModel, CatalogVersion } from '../core/catalog/Catalog';
import { findModel } from '../core/catalog/findModel';
import { fail, succeed, type Result } from '../core/Result';
import { readInput } from './readInput';
import { renderCatalog, type ShownCatalog } from './renderCatalog';
import { showControls } from './showControls';
import { standingJson } from './standingJson';
import { ExitStatus, type Terminal } from './Terminal';

const WATCH = { progress: () => undefined, signal: { aborted: false } };

interface CatalogFlags {
  readonly all?: boolean;
  readonly closest?: boolean;
  readonly json?: boolean;
  readonly schema?: boolean;
}

/** The `catalog` command; `start` is handed what runs it. */
export function catalogCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('catalog')
    .description(
      'Lists the official models of a catalog with their versions, and says how many versions behind a workbook is and what changed since. ' +
        'Exit status: 0 done, 1 the workbook is behind or has none of the versions, 2 could not read.',
    )
    .argument('[catalog]', 'the https address or the path of a catalog, with #model for one of its models')
    .argument('[local]', 'your workbook')
    .option('--all', 'list every version')
    .option('--closest', 'compare the workbook with each version, and say which it is closest to: what it was probably made from')
    .option('--json', 'print one JSON object (schema tieout.standing/1)')
    .option('--schema', 'print the JSON Schema of catalogs instead')
    .action((catalog: string | undefined, local: string | undefined, flags: CatalogFlags) =>
      start((terminal) => runCatalog(catalog, local, flags, terminal)),
    );
}

async function runCatalog(
  argument: string | undefined,
  local: string | undefined,
  { all = false, closest = false, json, schema }: CatalogFlags,
  terminal: Terminal,
): Promise<number> {
  if (schema === true) {
    await terminal.print(catalogJsonSchema());
    return ExitStatus.Same;
  }
  const shown = await read(argument, local, closest, terminal);
  if (!shown.ok) {
    await terminal.complain(`tieout: ${showControls(shown.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
    return ExitStatus.Failed;
  }
  const { value } = shown;
  await terminal.print(
    json === true ? `${JSON.stringify(standingJson(value), null, 2)}\n` : renderCatalog(value, { all, colour: terminal.colour }),
  );
  const { yours } = value;
  return yours === null || yours.standing?.since.length === 0 ? ExitStatus.Same : ExitStatus.Different;
}

async function read(
  argument: string | undefined,
  local: string | undefined,
  closest: boolean,
  terminal: Terminal,
): Promise<Result<ShownCatalog>> {
  const asked = argument === undefined ? null : linkedCatalog(argument);
  if (asked === null) return fail('usage', 'Say which catalog: its https address, or its path, which ends in .json.');
  const place = terminal.openPlace(asked.address);
  if (!place.ok) return place;
  const standing = await readCatalog(place.value, WATCH);
  if (!standing.ok) return standing;
  const { catalog } = standing.value;
  const one = asked.model === null ? null : findModel(catalog, asked.model);
  if (one?.ok === false) return one;
  const models = one === null ? catalog.models : [one.value];
  if (local === undefined) {
    return closest
      ? fail('usage', 'Say which workbook is to be compared with the versions.')
      : succeed({ catalog, models, yours: null, fits: null });
  }
  const input = await readInput(local, terminal);
  if (!input.ok) return input;
  const { name, bytes } = input.value;
  const fits = closest ? await closestTo(input.value, { asked, place: place.value, models }, terminal) : succeed(null);
  if (!fits.ok) return fits;
  const memory = terminal.openMemory(bytes);
  if (!memory.ok) return fail(memory.failure.code, `${name}: ${memory.failure.message}`);
  const known = await knownVersions(memory.value, await terminal.sha256(bytes));
  if (!known.ok) return known;
  for (const model of models) {
    const found = standingAmong(model, known.value);
    if (found !== null) return succeed({ catalog, models: [model], yours: { name, model, standing: found }, fits: fits.value });
  }
  return succeed({ catalog, models, yours: { name, model: null, standing: null }, fits: fits.value });
}

/** The versions of the one model that was asked for, by how close the workbook is to them. */
async function closestTo(
  { name, bytes }: WorkbookFile,
  { asked, place, models }: { readonly asked: CatalogAddress; readonly place: RemotePlace; readonly models: readonly CatalogModel[] },
  { readWorkbook, sha256 }: Terminal,
): Promise<Result<NonNullable<ShownCatalog['fits']>>> {
  const [model, ...others] = models;
  if (model === undefined || others.length > 0) return fail('usage', 'Say which model it may have been made from: CATALOG#MODEL.');
  const local = await readWorkbook(bytes, name, () => undefined);
  if (!local.ok) return fail(local.failure.code, `${name}: ${local.failure.message}`);
  const fetch = (version: CatalogVersion): Promise<Result<ModelFile>> => fetchVersion(place, version, sha256, WATCH);
  const measure = async (file: ModelFile, how: MeasureOptions): Promise<Result<Distance>> => {
    const version = await readWorkbook(file.bytes, file.name, () => undefined);
    return version.ok ? distanceBetween(version.value, local.value, how) : version;
  };
  const versions = await closestVersions(model, { fetch, measure }, WATCH);
  return versions.ok ? succeed({ address: `${asked.address}#${model.id}`, versions: versions.value }) : versions;
}
