import { MOST_LETTERS, readProposal } from '../app/propose/readProposal';
import type { Proposal } from '../core/propose/Proposal';
import type { Result } from '../core/Result';
import { readInput } from './readInput';
import type { Terminal } from './Terminal';

/** A proposal file that a command line names, or a sentence that says why it cannot be read. */
export async function readProposalFile(path: string, terminal: Terminal): Promise<Result<Proposal>> {
  const input = await readInput(path, terminal);
  if (!input.ok) return input;
  const { bytes, name } = input.value;
  return readProposal(new TextDecoder().decode(bytes.subarray(0, MOST_LETTERS + 1)), name);
}
