import type { Counts } from './Comparison';
import { DIFFERENCE_KINDS, type Difference, type DifferenceKind, type DifferenceRole } from './Difference';

/** How many cells differ, for whatever reason. */
export function cellsThatDiffer({ cells: { cause, consequence, unexplained } }: Pick<Counts, 'cells'>): number {
  return cause + consequence + unexplained;
}

/** How many differences there are of every kind and role, and how many cells each role covers. */
export function countDifferences(differences: readonly Difference[]): Counts {
  const kinds = Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, 0])) as Record<DifferenceKind, number>;
  const roles: Record<DifferenceRole, number> = { cause: 0, consequence: 0, unexplained: 0 };
  const covered: Record<DifferenceRole, number> = { ...roles };
  for (const { kind, role, cells } of differences) {
    kinds[kind]++;
    roles[role]++;
    covered[role] += cells;
  }
  return { kinds, roles, cells: covered };
}
