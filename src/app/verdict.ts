import type { Comparison } from '../core/compare/Comparison';
import { ONLY_DOLLARS } from '../core/compare/compareCells';
import { TABLE_NOTES } from '../core/compare/compareTables';
import type { Difference, DifferenceKind } from '../core/compare/Difference';
import { isMoved } from '../core/compare/isMoved';

/** Whether two models tie out; `unknown` when that cannot be told, with the reasons. `still` is what differs and changes no number. */
export type Verdict =
  | { readonly word: 'ties'; readonly still: Still }
  | { readonly word: 'differs'; readonly still: Still }
  | { readonly word: 'unknown'; readonly still: Still; readonly reasons: readonly UnknownReason[] };

/** Causes that change no number: how many, and of which kinds. */
interface Still {
  readonly causes: number;
  readonly kinds: readonly StillKind[];
}

/** `unexplained`: values differ with no cause; `imprecise`: a cruder method was used; `headline`: a headline is not in both models. */
export type UnknownReason = 'unexplained' | 'imprecise' | 'headline';

/** Kinds that cannot move a number: they are shown, but two models that differ in nothing else tie out. */
const STILL_KINDS = ['format', 'note', 'validation', 'hidden', 'moved', 'dollars', 'newRows'] as const satisfies readonly (
  DifferenceKind | 'moved' | 'dollars' | 'newRows'
)[];

/** `moved`: rows or columns that stand elsewhere; where that moves a number, the number differs as well. `dollars`: formulas that look at the same cells. `newRows`: what rows that a table has not yet will get. */
export type StillKind = (typeof STILL_KINDS)[number];

/** The verdict over a comparison: it ties out when headlines agree and no cause is left that can move a number. */
export function verdict({ counts, differences, headlines, precise }: Comparison): Verdict {
  const causes = differences.filter(({ role }) => role === 'cause');
  const quiet = causes.filter((cause) => stillKind(cause) !== null);
  const still = { causes: quiet.length, kinds: STILL_KINDS.filter((kind) => quiet.some((cause) => stillKind(cause) === kind)) };
  const missing = headlines.some(({ officialAddress, localAddress }) => officialAddress === null || localAddress === null);
  const apart = headlines.some(({ ties, officialAddress, localAddress }) => !ties && officialAddress !== null && localAddress !== null);
  if (apart || causes.length > quiet.length) return { word: 'differs', still };
  const reasons: UnknownReason[] = [];
  if (counts.cells.unexplained > 0) reasons.push('unexplained');
  if (missing) reasons.push('headline');
  // Where nothing differs, a rough pairing of rows found them all equal, which no better one could.
  if (!precise && differences.length > 0) reasons.push('imprecise');
  return reasons.length > 0 ? { word: 'unknown', still, reasons } : { word: 'ties', still };
}

/** True when nothing differs at all, not even what changes no number. */
export function nothingDiffers({ differences, headlines }: Pick<Comparison, 'differences' | 'headlines'>): boolean {
  return differences.length === 0 && headlines.every(({ ties }) => ties);
}

/** What of a workbook a difference is about that changes no number; null for all that may. */
export function stillKind(difference: Difference): StillKind | null {
  if (difference.note === ONLY_DOLLARS) return 'dollars';
  if (isMoved(difference)) return 'moved';
  if (isOfNewRows(difference)) return 'newRows';
  return STILL_KINDS.find((still) => still === difference.kind) ?? null;
}

/** Whether two tables differ in nothing but what new rows get. */
function isOfNewRows({ kind, note, official, local }: Difference): boolean {
  return kind === 'table' && official !== null && local !== null && note.split('; ').every((part) => part.startsWith(TABLE_NOTES.newRows));
}
