import { standingAmong } from '../../app/catalog/standingAmong';
import type { CatalogVersion } from '../../core/catalog/Catalog';
import { reviewOf, type PaneState } from '../state/PaneState';

/** Where the open workbook stands among the versions of the official model, as far as it remembers. */
export interface StandingNow {
  readonly current: CatalogVersion;
  /** The version that comparisons are made with, the current one where none was opened. */
  readonly compared: CatalogVersion;
  /** The version that yours is based on; null where it is not known. */
  readonly has: CatalogVersion | null;
  /** The versions since, newest first; where yours may be based on any, the current one alone. */
  readonly since: readonly CatalogVersion[];
}

/** Null where the official model comes from no catalog, or it is not known yet what the workbook remembers. */
export function standingNow({ published, memory, stage }: PaneState): StandingNow | null {
  if (published === null || memory === null) return null;
  const { model, opened } = published;
  const current = model.versions[0]!;
  const itself = reviewOf(stage)?.models.comparison.local.sha256 ?? null;
  const { base } = memory;
  const standing = standingAmong(model, [
    ...(itself === null ? [] : [{ version: null, sha256: itself }]),
    ...(base === null ? [] : [{ version: base.version, sha256: base.sha256 }]),
  ]);
  return { current, compared: opened?.version ?? current, has: standing?.has ?? null, since: standing?.since ?? [current] };
}
