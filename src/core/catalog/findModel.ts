import { closest } from '../closest';
import { fail, succeed, type Result } from '../Result';
import type { Catalog, CatalogModel, CatalogVersion } from './Catalog';

/** The model that is called so, by id or title in any case; null asks for the only one. */
export function findModel({ title, models }: Catalog, wanted: string | null): Result<CatalogModel> {
  if (wanted === null) {
    const [only, another] = models;
    if (only !== undefined && another === undefined) return succeed(only);
    return fail(
      'no-model',
      models.length === 0 ? `${title} lists no model yet.` : `${title} lists several models: say which, ${some(models)}.`,
    );
  }
  const found = models.find(({ id }) => same(id, wanted)) ?? models.find((model) => same(model.title, wanted));
  if (found !== undefined) return succeed(found);
  const near = closest(
    wanted,
    models.flatMap((model) => [model.id, model.title]),
  );
  const meant = models.filter((model) => near.includes(model.id) || near.includes(model.title));
  return fail('no-model', `${title} lists no model ${wanted}. It has ${some(meant.length > 0 ? meant : models) || 'none yet'}.`);
}

/** A version of a model; null asks for the current one. */
export function findVersion({ title, versions }: CatalogModel, wanted: string | null): Result<CatalogVersion> {
  const found = wanted === null ? versions[0] : versions.find(({ version }) => same(version, wanted));
  if (found !== undefined) return succeed(found);
  const names = versions.slice(0, MOST_NAMED).map(({ version }) => version);
  return fail('no-version', `${title} has no version ${wanted ?? ''}. It has ${and(names, versions.length)}.`);
}

const MOST_NAMED = 6;

function some(models: readonly CatalogModel[]): string {
  return and(
    models.slice(0, MOST_NAMED).map(({ id, title }) => (same(id, title) ? id : `${id} (${title})`)),
    models.length,
  );
}

function and(names: readonly string[], all: number): string {
  return names.join(', ') + (all > names.length ? ` and ${all - names.length} more` : '');
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
