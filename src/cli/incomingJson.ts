import type { IncomingJson } from '../app/propose/incomingSchema';
import type { ReadProposals } from './ReadProposals';

/** Proposals as `--json` prints them (schema tieout.incoming/1). */
export function incomingJson({ official, proposals, unread }: ReadProposals): IncomingJson {
  return {
    schema: 'tieout.incoming/1',
    official,
    proposals: proposals.map(({ file, incoming: { proposal, offers }, answers }) => ({
      file,
      author: proposal.author,
      team: proposal.team,
      at: proposal.at,
      to: proposal.official,
      moved: official.sha256 === null || official.sha256 !== proposal.official.sha256,
      offers: offers.map(({ offer: { id, of, reason, owner, at, words }, state, effect, outside }) => {
        const given = answers.get(id);
        const answer = given && { answer: given.answer, reason: given.reason, by: given.by, at: given.at, version: given.version };
        return { id, of, reason, owner, at, words, state, effect: [...effect], outside: [...outside], answer: answer ?? null };
      }),
    })),
    unread,
  };
}
