import type { Comparison } from './Comparison';
import { DIFFERENCE_KINDS, type Difference, type DifferenceKind, type DifferenceRole } from './Difference';

/** How many differences there are of every kind and role. */
export function countDifferences(differences: readonly Difference[]): Comparison['counts'] {
  const kinds = Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, 0])) as Record<DifferenceKind, number>;
  const roles: Record<DifferenceRole, number> = { cause: 0, consequence: 0, unexplained: 0 };
  for (const { kind, role } of differences) {
    kinds[kind]++;
    roles[role]++;
  }
  return { kinds, roles };
}
