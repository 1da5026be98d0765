import { compare, type CompareOptions } from '../compare/compare';
import type { Comparison } from '../compare/Comparison';
import { countDifferences } from '../compare/countDifferences';
import type { Difference, DifferenceSide, Mover } from '../compare/Difference';
import { sideOfCell } from '../compare/DifferenceSink';
import { rangeOf } from '../explain/DifferenceIndex';
import { correspond } from '../settle/correspond';
import type { Snapshot } from '../workbook/Snapshot';
import { aspectsOf, Changes, rangesOf, type Copy } from './Changes';
import { SinceBase } from './SinceBase';
import { splitByMover } from './splitByMover';
import { sideInBase } from './sideInBase';
import type { BothSinceBase } from './whoMoved';

/** What became of the base in one of its copies. */
export function changesSince(base: Snapshot, copy: Snapshot, options: CompareOptions): SinceBase {
  const correspondence = correspond(base, copy, options);
  return new SinceBase({ base, copy, correspondence, comparison: compare(base, copy, { ...options, correspondence }) });
}

/**
 * A comparison of two workbooks, each cause with who changed it since the base; a cause that each changed a part of becomes several. `agreed`
 * counts what both changed to the same, which is no difference.
 */
export function compareWithBase(
  comparison: Comparison,
  snapshots: { readonly official: Snapshot; readonly local: Snapshot },
  since: BothSinceBase,
): Comparison {
  const parts = new Map<string, readonly string[]>();
  const taken = new Set(comparison.differences.map(({ id }) => id));
  const split = comparison.differences.flatMap((difference): readonly Difference[] => {
    if (difference.role !== 'cause') return [difference];
    const found = splitByMover(difference, since);
    const told = found.map(({ difference: part, by }) => {
      const id = found.length === 1 ? difference.id : partId(part, taken);
      const sides = found.length === 1 ? {} : sidesOf(part, snapshots);
      return { ...part, ...sides, id, since: { by, base: sideInBase(part, since) } };
    });
    if (told.length > 1)
      parts.set(
        difference.id,
        told.map(({ id }) => id),
      );
    return told;
  });
  const differences =
    parts.size === 0 ? split : split.map((one) => ({ ...one, causes: one.causes.flatMap((cause) => parts.get(cause) ?? [cause]) }));
  const by = { official: 0, local: 0, both: 0, unclear: 0 } satisfies Record<Mover, number>;
  for (const { since: own } of differences) if (own !== undefined) by[own.by]++;
  const { name, sha256 } = since.official.base;
  return {
    ...comparison,
    differences,
    counts: countDifferences(differences),
    since: { base: { name, sha256 }, by, agreed: countAgreed(new Changes({ differences }), since) },
  };
}

/** The id of a part: kind and place, as of any difference. */
function partId({ kind, official, local }: Difference, taken: Set<string>): string {
  const side = (official ?? local)!;
  const plain = `${kind}:${official === null ? '+' : ''}${side.sheet}!${side.address}`;
  let id = plain;
  for (let count = 2; taken.has(id); count++) id = `${plain}~${count}`;
  taken.add(id);
  return id;
}

/** The sides of a part as its own first cell has them. */
function sidesOf(part: Difference, snapshots: { readonly official: Snapshot; readonly local: Snapshot }): Partial<Difference> {
  const sideOf = (name: 'official' | 'local'): DifferenceSide | null => {
    const side = part[name];
    const range = side === null ? null : rangeOf(side);
    if (side === null || range === null || aspectsOf(part).includes('lines')) return side;
    const sheet = snapshots[name].sheets.findIndex((each) => each.name === side.sheet);
    return sideOfCell(snapshots[name], sheet, side.address, range.firstRow, range.firstColumn);
  };
  return { official: sideOf('official'), local: sideOf('local') };
}

/** How many changes both made alike, so that no difference is left of them. */
function countAgreed(left: Changes, { official, local }: BothSinceBase): number {
  return local.changes.causes.filter((change) => {
    const aspects = aspectsOf(change);
    const { official: base, local: own } = change;
    const touches = (changes: Changes, which: Copy, side: DifferenceSide): boolean =>
      aspects.length === 0
        ? changes.named(which, change.kind, side) !== null
        : rangesOf(side).some((range) => changes.share(which, side.sheet, range, aspects) !== 'none');
    if (base !== null && !touches(official.changes, 'base', base)) return false;
    return own === null || !touches(left, 'copy', own);
  }).length;
}
