import type { CatalogModel, CatalogVersion, HeadlineChange } from './Catalog';

/** A version as a workbook knows it: by its file's hash, or by name where that is not known. */
export interface KnownVersion {
  readonly version: string | null;
  readonly sha256: string | null;
}

/** Which of a model's versions a workbook has. */
export interface Standing {
  readonly has: CatalogVersion;
  /** The versions since, newest first; none where it has the current one. */
  readonly since: readonly CatalogVersion[];
}

/**
 * Where a version stands among those of a model; null where it is none of them. A known hash decides: a file that is called like a version
 * and holds something else is not that version.
 */
export function standingOf({ versions }: CatalogModel, known: KnownVersion): Standing | null {
  const at = versions.findIndex(({ sha256, version }) =>
    known.sha256 === null ? version === known.version : sha256.toLowerCase() === known.sha256.toLowerCase(),
  );
  return at < 0 ? null : { has: versions[at]!, since: versions.slice(0, at) };
}

/** What several versions, newest first, did to the headlines together: as before the oldest that tells of one, and as after the newest. */
export function effectOf(versions: readonly CatalogVersion[]): readonly HeadlineChange[] {
  const effects = new Map<string, HeadlineChange>();
  for (const { note } of [...versions].reverse()) {
    for (const effect of note.headlines) {
      const earlier = effects.get(effect.name);
      effects.set(effect.name, earlier === undefined ? effect : { ...effect, before: earlier.before });
    }
  }
  return [...effects.values()];
}
