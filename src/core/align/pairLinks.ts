import { linkFile, linkKey } from '../workbook/linkTarget';
import type { ExternalLink } from '../workbook/Snapshot';

/** What the external links of two snapshots are called in common, by number and by target: equal names for links that are one. */
export interface PairedLinks {
  readonly official: (link: string) => string;
  readonly local: (link: string) => string;
  /** The pairs; null where only one side has the link. A pair with different targets was re-pointed. */
  readonly pairs: readonly { readonly official: ExternalLink | null; readonly local: ExternalLink | null }[];
}

/** Pairs external links: by target, then by file name, then those left by their number. */
export function pairLinks(official: readonly ExternalLink[], local: readonly ExternalLink[]): PairedLinks {
  const pairs: { official: ExternalLink | null; local: ExternalLink | null }[] = [];
  const leftOfficial = [...official];
  const leftLocal = [...local];
  for (const key of [
    ({ target }: ExternalLink) => linkKey(target),
    ({ target }: ExternalLink) => linkFile(target),
    (link: ExternalLink) => String(link.index),
  ]) {
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
  const names = (side: 'official' | 'local'): ((link: string) => string) => {
    const known = new Map<string, string>();
    pairs.forEach((pair, k) => {
      const link = pair[side];
      if (link === null) return;
      known.set(String(link.index), `link${k}`);
      known.set(linkKey(link.target), `link${k}`);
    });
    return (link) => known.get(link) ?? known.get(linkKey(link)) ?? linkKey(link);
  };
  return { official: names('official'), local: names('local'), pairs };
}
