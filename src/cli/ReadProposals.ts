import type { IncomingProposal } from '../app/propose/weighProposal';
import type { Answer } from '../core/ledger/Answer';

/** A proposal file and what was answered to it before, by the offer's id. */
export interface ReadProposal {
  readonly file: string;
  readonly incoming: IncomingProposal;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** The proposal files that a command line names, as they stand against official. */
export interface ReadProposals {
  readonly official: { readonly name: string; readonly sha256: string | null };
  /** By team, then by time. */
  readonly proposals: readonly ReadProposal[];
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
}
