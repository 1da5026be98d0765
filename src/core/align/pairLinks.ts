import type { ExternalLink } from '../workbook/Snapshot';

/** What the external links of two snapshots are called in common: equal names for links that are one. */
export interface PairedLinks {
  readonly official: ReadonlyMap<number, string>;
  readonly local: ReadonlyMap<number, string>;
  /** The pairs; null where only one side has the link. A pair with different targets was re-pointed. */
  readonly pairs: readonly { readonly official: ExternalLink | null; readonly local: ExternalLink | null }[];
}

/** Pairs external links: by target, then by file name, then those left by their number. */
export function pairLinks(official: readonly ExternalLink[], local: readonly ExternalLink[]): PairedLinks {
  const pairs: { official: ExternalLink | null; local: ExternalLink | null }[] = [];
  const leftOfficial = [...official];
  const leftLocal = [...local];
  for (const key of [(link: ExternalLink) => link.target.toLowerCase(), fileName, (link: ExternalLink) => String(link.index)]) {
    for (const link of [...leftOfficial]) {
      const partner = leftLocal.find((other) => key(other) === key(link));
      if (partner === undefined) continue;
      pairs.push({ official: link, local: partner });
      leftOfficial.splice(leftOfficial.indexOf(link), 1);
      leftLocal.splice(leftLocal.indexOf(partner), 1);
    }
  }
  for (const link of leftOfficial) pairs.push({ official: link, local: null });
  for (const link of leftLocal) pairs.push({ official: null, local: link });
  const names = (side: 'official' | 'local'): Map<number, string> =>
    new Map(pairs.flatMap((pair, k) => (pair[side] === null ? [] : [[pair[side].index, `link${k}`]])));
  return { official: names('official'), local: names('local'), pairs };
}

function fileName({ target }: ExternalLink): string {
  return decode(target).split(/[\\/]/).pop()!.toLowerCase();
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
