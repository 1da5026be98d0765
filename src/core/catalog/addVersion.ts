import { fail, succeed, type Result } from '../Result';
import type { Catalog, CatalogModel, CatalogVersion } from './Catalog';

/** What a version is published to. */
export interface Target {
  /** Of the model, without its versions. */
  readonly model: Omit<CatalogModel, 'versions'>;
  /** The version that the new one was compared with and is to follow; null for the first version of a new model. */
  readonly follows: CatalogVersion | null;
}

/**
 * The catalog with a version put in front of those of a model; all else stays as it is. `overtaken` where the model is no longer as it was when
 * the new version was compared with it.
 */
export function addVersion(catalog: Catalog, { model, follows }: Target, version: CatalogVersion): Result<Catalog> {
  const there = catalog.models.find(({ id }) => id.toLowerCase() === model.id.toLowerCase());
  if (there === undefined) {
    if (follows !== null) return overtaken(`${model.title} is no longer in the catalog`);
    return succeed({ ...catalog, models: [...catalog.models, { ...model, versions: [version] }] });
  }
  const [current] = there.versions;
  if (follows === null) return overtaken(`${there.title} has been put into the catalog`);
  if (current!.version !== follows.version || current!.sha256 !== follows.sha256) {
    return overtaken(`${there.title} ${current!.version} was published${current!.by === '' ? '' : ` by ${current!.by}`}`);
  }
  const models = catalog.models.map((one) => (one === there ? { ...one, versions: [version, ...one.versions] } : one));
  return succeed({ ...catalog, models });
}

/** Whether a catalog has this very publication among the versions of a model. */
export function hasVersion(catalog: Catalog, id: string, { version, sha256, at, by }: CatalogVersion): boolean {
  const model = catalog.models.find((one) => one.id.toLowerCase() === id.toLowerCase());
  return model?.versions.some((one) => one.version === version && one.sha256 === sha256 && one.at === at && one.by === by) === true;
}

function overtaken(what: string): Result<never> {
  return fail(
    'overtaken',
    `${what} in the meantime. Yours was not published, and that version stays the current one. Look at it, then publish yours once more on top of it.`,
  );
}
