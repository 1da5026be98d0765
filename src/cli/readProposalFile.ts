import { isAddress } from '../app/catalog/catalogAddress';
import { readFile } from '../app/catalog/readFile';
import type { WorkbookFile } from '../app/compareWorkbooks';
import { MOST_LETTERS, readProposal } from '../app/propose/readProposal';
import type { Proposal } from '../core/propose/Proposal';
import { succeed, type Result } from '../core/Result';
import { readInput } from './readInput';
import type { Terminal } from './Terminal';

/** A proposal file that a command line names by its path or its https address, or a sentence that says why it cannot be read. */
export async function readProposalFile(path: string, terminal: Terminal): Promise<Result<Proposal>> {
  const input = await open(path, terminal);
  if (!input.ok) return input;
  const { bytes, name } = input.value;
  return readProposal(new TextDecoder().decode(bytes.subarray(0, MOST_LETTERS + 1)), name);
}

async function open(path: string, terminal: Terminal): Promise<Result<WorkbookFile>> {
  if (!isAddress(path)) return readInput(path, terminal);
  const place = terminal.openPlace(path);
  if (!place.ok) return place;
  const read = await readFile(place.value.file, { progress: () => undefined, signal: { aborted: false } });
  return read.ok ? succeed({ name: place.value.file.name, bytes: read.value.bytes }) : read;
}
