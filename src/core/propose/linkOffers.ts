import type { Difference } from '../compare/Difference';
import { groupBy } from '../groupBy';
import type { OfferedChange } from './Proposal';
import { touchesPlace, type TouchedPlace } from './touchesPlace';

/**
 * By each offered difference, seen from official, what it comes to between official as it was and as it would be (`changes`); none where that
 * is not to be found. What both have is found by where official has it; what is put in comes in the order in which the team has it.
 */
export function linkOffers(
  offered: readonly Difference[],
  changes: readonly Difference[],
  sheetInOfficial: (sheet: string) => string,
): ReadonlyMap<string, readonly OfferedChange[]> {
  const linked = new Map<string, readonly OfferedChange[]>();
  for (const one of offered) {
    if (one.official === null) continue;
    const own = placeOf(one, 'official')!;
    const found = changes.filter((change) => {
      const theirs = placeOf(change, 'official');
      return theirs !== null && touchesPlace(own, theirs);
    });
    linked.set(one.id, found.map(toChange));
  }
  const groups = groupBy(
    offered.filter(({ official }) => official === null),
    (one) => groupOf(one, sheetInOfficial),
  );
  const news = groupBy(
    changes.filter(({ official }) => official === null),
    (one) => groupOf(one, (sheet) => sheet),
  );
  for (const [key, group] of groups) {
    const candidates = news.get(key) ?? [];
    const isOneToOne = candidates.length === group.length;
    let next = 0;
    for (const one of group) {
      const at = isOneToOne ? next : candidates.findIndex((candidate, place) => place >= next && isAlike(candidate, one));
      const found = at < 0 ? undefined : candidates[at];
      if (found !== undefined) next = at + 1;
      linked.set(one.id, found === undefined ? [] : [toChange(found)]);
    }
  }
  return linked;
}

/** What is new is told apart by its kind, and by its sheet or its own name. */
function groupOf({ kind, local }: Difference, sheetInOfficial: (sheet: string) => string): string {
  const { sheet, address } = local!;
  const own = kind === 'name' || kind === 'table' || kind === 'external' ? `!${address}` : '';
  return `${kind} ${sheetInOfficial(sheet)}${own}`.toLowerCase();
}

function isAlike(a: Difference, b: Difference): boolean {
  return a.cells === b.cells && a.local!.value === b.local!.value;
}

/** Where a difference stands in one of the two workbooks; null where that lacks it. */
export function placeOf({ kind, official, local }: Difference, side: 'official' | 'local'): TouchedPlace | null {
  const own = side === 'official' ? official : local;
  return own && { kind, isMove: official !== null && local !== null, place: { sheet: own.sheet, address: own.address } };
}

function toChange({ kind, official, local }: Difference): OfferedChange {
  const place = (side: Difference['official']) => side && { sheet: side.sheet, address: side.address };
  return { kind, before: place(official), after: place(local) };
}
