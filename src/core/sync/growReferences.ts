import { parseA1Ref, tokenize, tokenTypes } from '@borgar/fx/xlsx';
import { rangeText, type ReferenceSpan } from './moveReferences';

/** Some lines of a sheet that a reference covers. */
export interface CoveredLines {
  /** The sheet it is on, null for the formula's own. */
  readonly sheet: string | null;
  readonly rows: readonly ReferenceSpan[];
  readonly columns: readonly ReferenceSpan[];
}

/** How a local formula has to grow. */
export interface GrownReferences {
  readonly formula: string;
  /** What the grown ranges cover, and what they cover beyond official's. */
  readonly covered: readonly CoveredLines[];
  readonly beyond: readonly CoveredLines[];
}

/** The last row and column that a sheet uses (null: the formula's own sheet). */
export type UsedLines = (sheet: string | null) => { readonly rows: number; readonly columns: number };

/**
 * Two formulas that mean the same but for lines at the ends of their ranges: returns the local one with its ranges grown
 * to take in all that official's cover; null when no range differs. Excel itself grows a range only for lines inserted
 * inside of it.
 */
export function growReferences(local: string, official: string, used: UsedLines): GrownReferences | null {
  const wanted = tokensOf(official).filter(isReference);
  const tokens = tokensOf(local);
  if (tokens.filter(isReference).length !== wanted.length) return null;
  const grown: GrownReference[] = [];
  let next = 0;
  let formula = '';
  for (const token of tokens) {
    const other = isReference(token) ? wanted[next++]! : null;
    const range = other && other.value !== token.value ? grow(token.value, other.value, used) : null;
    if (range) grown.push(range);
    formula += range ? range.text : token.value;
  }
  return grown.length === 0 ? null : { formula, covered: grown.map(({ covered }) => covered), beyond: grown.map(({ beyond }) => beyond) };
}

interface GrownReference {
  readonly text: string;
  readonly covered: CoveredLines;
  readonly beyond: CoveredLines;
}

function grow(local: string, official: string, used: UsedLines): GrownReference | null {
  const ours = parseA1Ref(local);
  const theirs = parseA1Ref(official);
  if (!ours || !theirs || !('range' in ours) || !('range' in theirs)) return null;
  const sheet = ours.sheetName || null;
  if (sheet && theirs.sheetName && sheet.toLowerCase() !== theirs.sheetName.toLowerCase()) return null;
  const cells = local.slice(local.lastIndexOf('!') + 1);
  if (!cells.includes(':')) return null;
  const end = used(sheet);
  const rows = unite(spanOf(ours.range.top, ours.range.bottom), spanOf(theirs.range.top, theirs.range.bottom), end.rows);
  const columns = unite(spanOf(ours.range.left, ours.range.right), spanOf(theirs.range.left, theirs.range.right), end.columns);
  return {
    text: local.slice(0, local.length - cells.length) + rangeText(ours.range, rows.all, columns.all, true),
    covered: { sheet, rows: [rows.all], columns: [columns.all] },
    beyond: { sheet, rows: rows.beyond, columns: columns.beyond },
  };
}

/** All that both cover, and what of it official does not; where both reach into the blank past the end, official's end. */
function unite(
  local: ReferenceSpan,
  official: ReferenceSpan,
  used: number,
): { readonly all: ReferenceSpan; readonly beyond: readonly ReferenceSpan[] } {
  if (local.first === null || local.last === null || official.first === null || official.last === null) return { all: local, beyond: [] };
  const pastEnd = local.last > used && official.last > used;
  const all = { first: Math.min(local.first, official.first), last: pastEnd ? official.last : Math.max(local.last, official.last) };
  return {
    all,
    beyond: [
      { first: all.first, last: official.first - 1 },
      { first: official.last + 1, last: all.last },
    ],
  };
}

function spanOf(first: number | null, last: number | null | undefined): ReferenceSpan {
  return first === null ? { first, last: first } : { first: first + 1, last: (last ?? first) + 1 };
}

function tokensOf(formula: string): ReturnType<typeof tokenize> {
  return tokenize(formula, { mergeRefs: true, withLocation: false });
}

function isReference({ type }: { readonly type: string }): boolean {
  return type === tokenTypes.REF_RANGE || type === tokenTypes.REF_BEAM;
}
