import { Command } from 'commander';
import { acceptProposal, type AcceptedProposal } from '../app/propose/acceptProposal';
import { fail, type Result } from '../core/Result';
import { acceptedJson } from './acceptedJson';
import { readList } from './comparisonOptions';
import { readInput } from './readInput';
import { readProposalFile } from './readProposalFile';
import { renderAccepted } from './renderAccepted';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';
import { whyNotOut } from './whyNotOut';
import { writeOutput } from './writeOutput';

interface AcceptFlags {
  readonly out?: string;
  readonly take: 'all' | readonly string[];
  readonly decline: readonly string[];
  readonly reason?: string;
  readonly overwrite?: boolean;
  readonly version?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly headline?: readonly string[];
  readonly json?: boolean;
  readonly all?: boolean;
}

/** The `accept` command; `start` is handed what runs it. */
export function acceptCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('accept')
    .description(
      'Takes what a proposal offers into the official model, in place, and declines the rest if you say so. The result remembers the answers, so that they ' +
        'go back with the next version. What official was changed to since stays. Exit status: 0 done, 1 something was not taken, 2 nothing was written.',
    )
    .argument('<official>', 'the official model, an .xlsx or .xlsm file')
    .argument('<proposal>', 'the proposal file')
    .option('--out <file>', 'where the new official model is written; the file itself stays as it is')
    .option(
      '--take <what>',
      'all: what can be taken; or offers by their numbers, as tieout proposals lists them, with commas',
      (text: string) => (text === 'all' ? text : readList(text)),
      [],
    )
    .option('--decline <numbers>', 'offers that are declined, with commas', readList, [])
    .option('--reason <text>', 'why they are declined, for whoever offered them')
    .option('--overwrite', 'take offers that are named even where official was changed to something else since')
    .option('--version <name>', 'the version in which it comes, as v15, for whoever offered it')
    .option('--by <name>', 'who answers (default: who is signed in)')
    .option('--headline <name...>', 'as for compare (can be repeated)')
    .option('--dry-run', 'say what would be done and write nothing')
    .option('--force', 'let --out be one of the files that are read, which is then written over')
    .option('--json', 'print one JSON object (schema tieout.accepted/1)')
    .option('--all', 'list every cell')
    .action((official: string, proposal: string, flags: AcceptFlags) =>
      start((terminal) => runAccept(official, proposal, flags, terminal)),
    );
}

async function runAccept(official: string, proposal: string, flags: AcceptFlags, terminal: Terminal): Promise<number> {
  const accepted = await readAndAccept(official, proposal, flags, terminal);
  if (!accepted.ok) {
    await terminal.complain(`tieout: ${showControls(accepted.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
    return ExitStatus.Failed;
  }
  const { value } = accepted;
  const out = flags.dryRun === true ? null : flags.out!;
  await terminal.print(
    flags.json === true
      ? `${JSON.stringify(acceptedJson(value, out), null, 2)}\n`
      : renderAccepted(value, { out, all: flags.all === true, colour: terminal.colour }),
  );
  return value.left.length + (value.outcome?.skipped.length ?? 0) === 0 ? ExitStatus.Same : ExitStatus.Different;
}

async function readAndAccept(
  officialPath: string,
  proposalPath: string,
  flags: AcceptFlags,
  terminal: Terminal,
): Promise<Result<AcceptedProposal>> {
  const { take, decline, reason = '', out, force, dryRun = false, overwrite = false, version = null, by } = flags;
  if (take.length + decline.length === 0)
    return fail(
      'usage',
      'Say what to take, with --take all or --take and numbers, or what to decline, with --decline. Nothing was written.',
    );
  if (decline.length > 0 && reason.trim() === '') return fail('usage', 'Say why it is declined, with --reason. Nothing was written.');
  const inputs = [officialPath, proposalPath];
  const wrong = dryRun ? null : await whyNotOut({ edited: officialPath, inputs, out, force }, 'accept into', terminal);
  if (wrong !== null) return fail('bad-out', wrong);
  const official = await readInput(officialPath, terminal);
  if (!official.ok) return official;
  const proposal = await readProposalFile(proposalPath, terminal);
  if (!proposal.ok) return proposal;
  const { editFile: edit, readWorkbook: read, packer, calculator, openMemory } = terminal;
  const accepted = await acceptProposal(
    official.value,
    proposal.value,
    { take, decline, reason, overwrite, version, onlyPlan: dryRun },
    { edit, read, packer, calculator, openMemory },
    { id: terminal.newId(), at: terminal.clock(), by: by ?? terminal.user() },
    {
      now: terminal.now,
      computedReads: terminal.computedReads,
      ...(flags.headline !== undefined && { headlines: flags.headline }),
    },
  );
  if (!accepted.ok || dryRun) return accepted;
  return (await writeOutput(out!, accepted.value.bytes, terminal)) ?? accepted;
}
