import { strToU8 } from 'fflate';
import type { Proposal } from '../../core/propose/Proposal';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RemotePlace } from '../ports/RemotePlace';
import { INBOX } from './sendReceipt';

/** How the names of proposals in an inbox end. */
export const PROPOSAL_ENDING = '.proposal.json';

/** Puts a proposal into the inbox beside a catalog, as a file of its own that replaces none; the address of that file. `id` tells it from others of that moment. */
export async function sendProposal(place: RemotePlace, proposal: Proposal, id: string, watch: Watch): Promise<Result<string>> {
  const address = `${INBOX}/${proposal.at.replace(/[:.]/g, '-')}-${id}${PROPOSAL_ENDING}`;
  const file = place.beside(address);
  if (!file.ok) return file;
  const written = await file.value.write(strToU8(`${JSON.stringify(proposal, null, 1)}\n`), null, watch);
  if (written.ok) return succeed(address);
  return fail(
    written.failure.code,
    `The proposal was not confirmed as sent. ${written.failure.message} It needs a folder “${INBOX}” beside the catalog, which its owner makes once.`,
  );
}
