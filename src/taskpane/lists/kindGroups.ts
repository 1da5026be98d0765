import type { Difference, DifferenceKind } from '../../core/compare/Difference';

/** The sorts of differences that people filter by, in the order they are shown. */
export const KIND_GROUPS = ['assumptions', 'labels', 'formulas', 'structure', 'names', 'formats', 'rounding'] as const;

export type KindGroup = (typeof KIND_GROUPS)[number];

const GROUP_OF: Readonly<Record<Exclude<DifferenceKind, 'value'>, KindGroup>> = {
  unit: 'assumptions',
  formula: 'formulas',
  hardcoded: 'formulas',
  unhardcoded: 'formulas',
  external: 'formulas',
  row: 'structure',
  column: 'structure',
  sheet: 'structure',
  table: 'structure',
  hidden: 'structure',
  name: 'names',
  format: 'formats',
  note: 'formats',
  validation: 'formats',
};

/** The group a difference belongs to: a typed-in value is an assumption, or a label where both sides hold text. */
export function kindGroup(difference: Difference): KindGroup {
  if (isRounding(difference)) return 'rounding';
  if (difference.kind !== 'value') return GROUP_OF[difference.kind];
  const values = [difference.official?.value, difference.local?.value].filter((value) => value !== null && value !== undefined);
  return values.length > 0 && values.every((value) => typeof value === 'string') ? 'labels' : 'assumptions';
}

/** True when the two values look the same as displayed. */
export function isRounding({ note }: Pick<Difference, 'note'>): boolean {
  return /\brounding\b/i.test(note);
}
