import { ONLY_DOLLARS } from '../core/compare/compareCells';
import type { Difference, DifferenceKind } from '../core/compare/Difference';

/** The sorts of differences that people filter by, in the order they are shown. */
export const KIND_GROUPS = ['assumptions', 'texts', 'formulas', 'definitions', 'structure', 'names', 'formats', 'rounding'] as const;

export type KindGroup = (typeof KIND_GROUPS)[number];

/** What people call each group, in the pane and in the terminal. */
export const KIND_GROUP_WORDS: Readonly<Record<KindGroup, string>> = {
  assumptions: 'Assumptions',
  texts: 'Texts',
  formulas: 'Formulas',
  definitions: 'Definitions',
  structure: 'Structure',
  names: 'Names',
  formats: 'Formats & notes',
  rounding: 'Rounding',
};

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
  definition: 'definitions',
};

/** The group a difference belongs to: a typed-in value is an assumption, or a text where nothing but text stands on either side. */
export function kindGroup(difference: Difference): KindGroup {
  if (isRounding(difference)) return 'rounding';
  if (difference.note === ONLY_DOLLARS) return 'formats';
  if (isDefinition(difference)) return 'definitions';
  if (difference.kind !== 'value') return GROUP_OF[difference.kind];
  const values = [difference.official?.value, difference.local?.value].filter((value) => value !== null && value !== undefined);
  return values.length > 0 && values.every((value) => typeof value === 'string') ? 'texts' : 'assumptions';
}

/**
 * True for what makes a metric another one, even where its number agrees today: other words in the dictionary, another
 * formula where the dictionary says the metric is found, or a metric that only one workbook defines.
 */
export function isDefinition({ kind, role, metric, note }: Pick<Difference, 'kind' | 'role' | 'metric' | 'note'>): boolean {
  if (note === ONLY_DOLLARS) return false;
  if (kind === 'definition') return true;
  return metric !== undefined && role === 'cause' && (GROUP_OF_METRIC as readonly DifferenceKind[]).includes(kind);
}

const GROUP_OF_METRIC = ['formula', 'hardcoded', 'unhardcoded', 'row'] as const satisfies readonly DifferenceKind[];

/** True when the two values look the same as displayed. */
function isRounding({ note }: Pick<Difference, 'note'>): boolean {
  return /\brounding\b/i.test(note);
}
