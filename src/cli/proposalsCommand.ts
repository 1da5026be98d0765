import { Command } from 'commander';
import { readAnswers } from '../app/ledger/readAnswers';
import { weighProposal } from '../app/propose/weighProposal';
import { offerKey } from '../core/ledger/answersInForce';
import type { Answer } from '../core/ledger/Answer';
import { fail, succeed, type Result } from '../core/Result';
import { incomingJson } from './incomingJson';
import { readInput } from './readInput';
import { readProposalFile } from './readProposalFile';
import type { ReadProposal, ReadProposals } from './ReadProposals';
import { renderProposals } from './renderProposals';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';

interface ProposalsFlags {
  readonly headline?: readonly string[];
  readonly json?: boolean;
}

/** The `proposals` command; `start` is handed what runs it. */
export function proposalsCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('proposals')
    .description(
      'Lists what teams offer to the official model: what, why, what it does to the headlines as they are now, and whether it can still be taken. ' +
        'Exit status: 0 nothing is open, 1 something is, 2 a file could not be read.',
    )
    .argument('<official>', 'the official model as it is now, an .xlsx, .xlsm or .xlsb file')
    .argument('<files...>', 'proposal files, as tieout propose and the pane write them')
    .option('--headline <name...>', 'as for compare (can be repeated)')
    .option('--json', 'print one JSON object (schema tieout.incoming/1)')
    .action((official: string, files: readonly string[], flags: ProposalsFlags) =>
      start((terminal) => runProposals(official, files, flags, terminal)),
    );
}

async function runProposals(officialPath: string, paths: readonly string[], flags: ProposalsFlags, terminal: Terminal): Promise<number> {
  const read = await readAll(officialPath, paths, flags, terminal);
  if (!read.ok) {
    await terminal.complain(`tieout: ${showControls(read.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
    return ExitStatus.Failed;
  }
  const { proposals, unread } = read.value;
  await terminal.print(
    flags.json === true ? `${JSON.stringify(incomingJson(read.value), null, 2)}\n` : renderProposals(read.value, terminal.colour),
  );
  if (unread.length > 0) return ExitStatus.Failed;
  const isOpen = proposals.some(({ incoming, answers }) =>
    incoming.offers.some(({ offer, state }) => state !== 'taken' && answers.get(offer.id)?.answer !== 'declined'),
  );
  return isOpen ? ExitStatus.Different : ExitStatus.Same;
}

async function readAll(
  officialPath: string,
  paths: readonly string[],
  { headline }: ProposalsFlags,
  terminal: Terminal,
): Promise<Result<ReadProposals>> {
  const official = await readInput(officialPath, terminal);
  if (!official.ok) return official;
  const snapshot = await terminal.readWorkbook(official.value.bytes, official.value.name, () => undefined);
  if (!snapshot.ok) return fail(snapshot.failure.code, `${official.value.name}: ${snapshot.failure.message}`);
  const memory = terminal.openMemory(official.value.bytes);
  const answers = memory.ok ? await readAnswers(memory.value) : succeed([]);
  if (!answers.ok) return answers;
  const byOffer = new Map(answers.value.map((answer) => [offerKey(answer), answer]));
  const options = { now: terminal.now, computedReads: terminal.computedReads, ...(headline !== undefined && { headlines: headline }) };
  const proposals: ReadProposal[] = [];
  const unread: { file: string; reason: string }[] = [];
  for (const path of paths) {
    const proposal = await readProposalFile(path, terminal);
    const incoming = proposal.ok ? weighProposal(proposal.value, snapshot.value, terminal, options) : proposal;
    if (!incoming.ok) {
      unread.push({ file: path, reason: incoming.failure.message });
      continue;
    }
    const given = incoming.value.offers.flatMap(({ offer: { id, of, owner, at } }): readonly (readonly [string, Answer])[] => {
      const answer = byOffer.get(offerKey({ of, owner, offered: at }));
      return answer === undefined ? [] : [[id, answer]];
    });
    proposals.push({ file: path, incoming: incoming.value, answers: new Map(given) });
  }
  const order = ({ incoming: { proposal } }: ReadProposal): string => `${proposal.team.toLowerCase()}\n${proposal.at}`;
  proposals.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return succeed({ official: { name: snapshot.value.name, sha256: snapshot.value.sha256 }, proposals, unread });
}
