import type { Comparison } from '../core/compare/Comparison';
import type { DifferenceKind } from '../core/compare/Difference';

/** Whether two models tie out: headlines agree and no cause is left. `unknown` when that cannot be told, with the reasons. */
export type Verdict =
  { readonly word: 'ties' } | { readonly word: 'differs' } | { readonly word: 'unknown'; readonly reasons: readonly UnknownReason[] };

/** `unexplained`: values differ with no cause; `imprecise`: a cruder method was used; `headline`: a headline is not in both models. */
export type UnknownReason = 'unexplained' | 'imprecise' | 'headline';

/** Kinds that cannot move a number: they are shown, but two models that differ in nothing else tie out. */
const LOOKS_ONLY: ReadonlySet<DifferenceKind> = new Set(['format', 'note', 'validation', 'hidden']);

/** The verdict over a comparison; `counts` of kinds cover causes and consequences alike, so differences are looked at one by one. */
export function verdict({ counts, differences, headlines, precise }: Comparison): Verdict {
  const missing = headlines.some(({ officialAddress, localAddress }) => officialAddress === null || localAddress === null);
  const apart = headlines.some(({ ties, officialAddress, localAddress }) => !ties && officialAddress !== null && localAddress !== null);
  if (apart || differences.some(({ role, kind }) => role === 'cause' && !LOOKS_ONLY.has(kind))) return { word: 'differs' };
  const reasons: UnknownReason[] = [];
  if (counts.roles.unexplained > 0) reasons.push('unexplained');
  if (missing) reasons.push('headline');
  if (!precise) reasons.push('imprecise');
  return reasons.length > 0 ? { word: 'unknown', reasons } : { word: 'ties' };
}
