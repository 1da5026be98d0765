import type { Difference } from '../compare/Difference';
import type { Answer } from './Answer';
import { offerKey } from './answersInForce';
import type { AnsweredNow } from './DecidedNow';
import type { Decision } from './Decision';
import { weighDecisions } from './weighDecisions';

/**
 * What official's owner answered: to the offers of this workbook, whether their differences are still there or not, and to offers of others
 * where this workbook differs in the same way.
 */
export function weighAnswers(
  comparison: { readonly differences: readonly Difference[] },
  decisions: readonly Decision[],
  answers: readonly Answer[],
  labelOf: (difference: Difference) => string,
): readonly AnsweredNow[] {
  if (answers.length === 0) return [];
  // As decisions they are found where their differences stand by now.
  const asDecisions = new Map(
    answers.map((answer): [Decision, Answer] => [
      { kind: 'proposal', reason: answer.reason, owner: answer.owner, at: answer.offered, reviewBy: null, of: answer.of },
      answer,
    ]),
  );
  const { decided } = weighDecisions(comparison, [...asDecisions.keys()], '', labelOf);
  const standing = new Map(decided.map(({ decision, difference, state }) => [asDecisions.get(decision)!, { difference, state }]));
  const own = new Set(decisions.flatMap(({ kind, owner, at, of }) => (kind === 'proposal' ? [offerKey({ owner, offered: at, of })] : [])));
  return answers.flatMap((answer): readonly AnsweredNow[] => {
    const there = standing.get(answer);
    if (own.has(offerKey(answer))) return [{ answer, difference: there?.difference ?? null }];
    return there?.state === 'proposed' ? [{ answer, difference: there.difference }] : [];
  });
}
