import type { Comparison } from '../core/compare/Comparison';
import type { Difference } from '../core/compare/Difference';
import type { DecidedNow } from '../core/ledger/DecidedNow';

/** The differences of one sheet, by its local name, or its official name when local has none; `''` is the whole workbook. */
export interface SheetGroup {
  readonly sheet: string;
  readonly differences: readonly Difference[];
}

export interface GroupedDifferences {
  /** Those that are open: nobody keeps them on purpose. */
  readonly causes: readonly SheetGroup[];
  readonly consequences: readonly SheetGroup[];
  /** Those too that somebody keeps: they are never to be out of sight. */
  readonly unexplained: readonly Difference[];
  /** Causes that somebody keeps on purpose, and neither they nor the day call for another look. */
  readonly kept: readonly Difference[];
}

/** What was decided on differences, by their id. */
export type DecidedById = ReadonlyMap<string, Pick<DecidedNow, 'state'>>;

const known = new WeakMap<Comparison, Omit<GroupedDifferences, 'kept'>>();

/** A comparison's differences by role and sheet, sheets in the workbook's order, and apart from them what is kept on purpose. */
export function groupDifferences(comparison: Comparison, decided: DecidedById): GroupedDifferences {
  const all = byRole(comparison);
  const isSettled = ({ id }: Pick<Difference, 'id'>): boolean => decided.get(id)?.state === 'settled';
  const kept = decided.size === 0 ? [] : all.causes.flatMap(({ differences }) => differences.filter(isSettled));
  if (kept.length === 0) return { ...all, kept };
  const causes = all.causes
    .map(({ sheet, differences }) => ({ sheet, differences: differences.filter((difference) => !isSettled(difference)) }))
    .filter(({ differences }) => differences.length > 0);
  return { ...all, causes, kept };
}

/** Worked out once a comparison. */
function byRole(comparison: Comparison): Omit<GroupedDifferences, 'kept'> {
  let grouped = known.get(comparison);
  if (grouped === undefined) {
    const { differences, sheets } = comparison;
    const order = new Map(sheets.map(({ local, official }, i) => [local ?? official ?? '', i]));
    const bySheet = (role: Difference['role']): SheetGroup[] => {
      const groups = new Map<string, Difference[]>();
      for (const difference of differences) {
        if (difference.role !== role) continue;
        const sheet = sheetOf(difference);
        const group = groups.get(sheet);
        if (group) group.push(difference);
        else groups.set(sheet, [difference]);
      }
      const last = sheets.length;
      return [...groups]
        .map(([sheet, inSheet]) => ({ sheet, differences: inSheet }))
        .sort((a, b) => (order.get(a.sheet) ?? last) - (order.get(b.sheet) ?? last));
    };
    grouped = {
      causes: bySheet('cause'),
      consequences: bySheet('consequence'),
      unexplained: differences.filter(({ role }) => role === 'unexplained'),
    };
    known.set(comparison, grouped);
  }
  return grouped;
}

/** The sheet a difference is listed under. */
function sheetOf({ local, official }: Pick<Difference, 'local' | 'official'>): string {
  return local?.sheet ?? official?.sheet ?? '';
}
