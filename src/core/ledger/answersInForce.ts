import type { Answer } from './Answer';
import type { Receipt } from './Receipt';

/** The answers that still hold: what was taken and then undone is not taken. */
export function answersInForce(answers: readonly Answer[], receipts: readonly Receipt[]): readonly Answer[] {
  const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  const stands = (id: string): boolean => {
    let undone = false;
    const seen = new Set<string>();
    // An undo that was itself undone counts for nothing.
    for (let next = byId.get(id)?.undoneBy ?? null; next !== null && !seen.has(next); next = byId.get(next)?.undoneBy ?? null) {
      seen.add(next);
      undone = !undone;
    }
    return !undone;
  };
  return answers.filter(({ receipt }) => receipt === null || stands(receipt));
}

/** The answers with these in place of earlier ones to the same offers. */
export function withAnswers(answers: readonly Answer[], given: readonly Answer[]): readonly Answer[] {
  const keys = new Set(given.map(offerKey));
  return [...answers.filter((answer) => !keys.has(offerKey(answer))), ...given];
}

/** By what the answer to an offer is found again. */
export function offerKey({ of, owner, offered }: Pick<Answer, 'of' | 'owner' | 'offered'>): string {
  const side = (one: Answer['of']['official']) => one && [one.sheet, one.address, one.content];
  return JSON.stringify([offered, owner, of.kind, of.label, side(of.official), side(of.local), of.cells]);
}
