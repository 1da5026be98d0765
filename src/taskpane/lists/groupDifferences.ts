import type { Comparison } from '../../core/compare/Comparison';
import type { Difference } from '../../core/compare/Difference';

/** The differences of one sheet, by its local name, or its official name when local has none; `''` is the whole workbook. */
export interface SheetGroup {
  readonly sheet: string;
  readonly differences: readonly Difference[];
}

export interface GroupedDifferences {
  readonly causes: readonly SheetGroup[];
  readonly consequences: readonly SheetGroup[];
  readonly unexplained: readonly Difference[];
}

const known = new WeakMap<Comparison, GroupedDifferences>();

/** A comparison's differences by role and sheet, sheets in the workbook's order; worked out once a comparison. */
export function groupDifferences(comparison: Comparison): GroupedDifferences {
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
