import { Command, Option } from 'commander';
import { readKey, readPair, readTolerance } from './comparisonOptions';
import { runSync, type SyncFlags } from './syncCommand';
import type { Terminal } from './Terminal';

type MergeFlags = Pick<SyncFlags, 'out' | 'dryRun' | 'json' | 'all' | 'tolerance' | 'headline' | 'key' | 'pair'>;

/** The `merge` command; `start` is handed what runs it. */
export function mergeCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('merge')
    .description(
      'Joins two workbooks that come from one: what only official changed since the base is brought into yours, formats and places too, what only ' +
        'yours changed stays, and what both changed differently stays as yours has it and is listed. As a merge driver and merge tool of git too. ' +
        'Exit status: 0 merged, 1 something waits for you, 2 could not merge.',
    )
    .argument('<base>', 'the version that both come from')
    .argument('<official>', 'the official model as it is now; for git, theirs')
    .argument('<local>', 'your workbook, an .xlsx or .xlsm file; for git, ours')
    .option('--out <file>', 'where the merged workbook is written; it may be yours, which is then written over')
    .option('--dry-run', 'say what would be done and write nothing')
    .option('--json', 'print one JSON object (schema tieout.sync/1)')
    .option('--all', 'list every cell')
    .option('--tolerance <number>', 'as for compare (can be repeated)', readTolerance)
    .option('--headline <name...>', 'as for compare (can be repeated)')
    .addOption(new Option('--pair <official=local...>', 'as for compare (can be repeated)').argParser(readPair))
    .addOption(new Option('--key <sheet!column...>', 'as for compare (can be repeated)').argParser(readKey))
    .action((base: string, official: string, local: string, flags: MergeFlags) =>
      start((terminal) => runMerge({ base, official, local }, flags, terminal)),
    );
}

/**
 * A merge is a sync with a base that takes all that is safe to take. Only `local` may be written over. It writes no receipt and no base: the
 * version control system that asks for merges remembers both, the two branches' merges have to give the same bytes, and "official" is then
 * another branch, under a name made up for the moment, and not the version that the workbook agreed with.
 */
async function runMerge(
  { base, official, local }: { readonly base: string; readonly official: string; readonly local: string },
  flags: MergeFlags,
  terminal: Terminal,
): Promise<number> {
  const force = flags.out !== undefined && (await terminal.isSameFile(local, flags.out));
  return runSync(official, local, { ...flags, base, take: 'all', remove: [], force, ledger: false }, terminal);
}
