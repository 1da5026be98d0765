import type { DifferenceKind } from '../compare/Difference';
import type { DecidedDifference, DecidedSide, Decision } from './Decision';
import type { Ledger } from './Ledger';

/** Kinds of difference that are all about what a cell holds: of these a place has one at a time. */
const CONTENT: ReadonlySet<DifferenceKind> = new Set(['value', 'formula', 'hardcoded', 'unhardcoded', 'unit', 'definition']);

/** The ledger with a decision, in place of one about the same. */
export function withDecision(ledger: Ledger, decision: Decision): Ledger {
  return { ...ledger, decisions: [...withoutDecision(ledger, decision.of).decisions, decision] };
}

/** The ledger with several decisions, each in place of one about the same. */
export function withDecisions(ledger: Ledger, decisions: readonly Decision[]): Ledger {
  return decisions.reduce(withDecision, ledger);
}

/** The ledger without what was decided about a difference. */
export function withoutDecision(ledger: Ledger, of: DecidedDifference): Ledger {
  return { ...ledger, decisions: ledger.decisions.filter((decision) => !isSamePlace(decision.of, of)) };
}

/** Whether two are about one place and the same of it, whatever stands there; a place that moved is another. */
function isSamePlace(a: DecidedDifference, b: DecidedDifference): boolean {
  return isSameAspect(a, b) && isSameSide(a.official, b.official) && isSameSide(a.local, b.local);
}

/** Whether two are about the same of whatever place: what it holds, its look, its note. */
export function isSameAspect(a: Pick<DecidedDifference, 'kind'>, b: Pick<DecidedDifference, 'kind'>): boolean {
  return a.kind === b.kind || (CONTENT.has(a.kind) && CONTENT.has(b.kind));
}

/** Whether two are one place of one workbook. */
export function isSameSide(a: DecidedSide | null, b: DecidedSide | null): boolean {
  if (a === null || b === null) return a === b;
  return a.sheet.toLowerCase() === b.sheet.toLowerCase() && a.address === b.address;
}
