import type { Headline } from '../compare/Comparison';
import type { Difference, DifferenceKind, Mover } from '../compare/Difference';

const KINDS: Partial<Record<DifferenceKind, DifferenceKind>> = { hardcoded: 'unhardcoded', unhardcoded: 'hardcoded' };
const MOVERS: Readonly<Record<Mover, Mover>> = { official: 'local', local: 'official', both: 'both', unclear: 'unclear' };

/** A difference with the two workbooks in each other's place. */
export function mirrorDifference(difference: Difference): Difference {
  const { kind, official, local, since } = difference;
  return {
    ...difference,
    kind: KINDS[kind] ?? kind,
    official: local,
    local: official,
    ...(since !== undefined && { since: { ...since, by: MOVERS[since.by] } }),
  };
}

/** A headline with the two workbooks in each other's place; why it differs is left out. */
export function mirrorHeadline(headline: Headline): Headline {
  const { official, local, officialAddress, localAddress, gap } = headline;
  return {
    ...headline,
    official: local,
    local: official,
    officialAddress: localAddress,
    localAddress: officialAddress,
    gap: gap === null ? null : -gap,
    bridge: [],
  };
}
