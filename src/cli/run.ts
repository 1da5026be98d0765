import { Command, CommanderError, type Option } from 'commander';
import { acceptCommand } from './acceptCommand';
import { catalogCommand } from './catalogCommand';
import { compareCommand } from './compareCommand';
import { decideCommand } from './decideCommand';
import { inboxCommand } from './inboxCommand';
import { ledgerCommand } from './ledgerCommand';
import { mergeCommand } from './mergeCommand';
import { publishCommand } from './publishCommand';
import { proposalsCommand } from './proposalsCommand';
import { proposeCommand } from './proposeCommand';
import { spreadLists } from './spreadLists';
import { syncCommand } from './syncCommand';
import { ExitStatus, type Terminal } from './Terminal';
import { undoCommand } from './undoCommand';
import { versionsCommand } from './versionsCommand';

const COMMANDS = [
  compareCommand,
  syncCommand,
  mergeCommand,
  undoCommand,
  decideCommand,
  proposeCommand,
  proposalsCommand,
  acceptCommand,
  ledgerCommand,
  catalogCommand,
  versionsCommand,
  publishCommand,
  inboxCommand,
];

/** Runs a command line (without node and script) and returns the exit status: 0 nothing differs, 1 something does, 2 could not compare. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let status: number = ExitStatus.Same;
  const written: Promise<void>[] = [];
  const program = new Command('tieout')
    .description(
      'Compares your workbook with the official model, brings what differs into it, takes that back, and shows what it remembers.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void written.push(terminal.print(text)),
      writeErr: (text) => void written.push(terminal.complain(text)),
      outputError: (text, write) => write(text.replace(/^error: /, 'tieout: ')),
    });
  for (const command of COMMANDS) {
    program.addCommand(
      command(async (request) => {
        status = await request(terminal);
      }).copyInheritedSettings(program),
    );
  }
  // Of so few commands the nearest in letters is hardly the one that was meant; options keep their suggestions.
  program.showSuggestionAfterError(false);
  try {
    if (argv.length === 0) {
      program.outputHelp();
      status = ExitStatus.Failed;
    } else await program.parseAsync(inAnyOrder(program, argv), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) status = error.exitCode === 0 ? ExitStatus.Same : ExitStatus.Failed;
    else {
      // Nothing is known of this one; what matters to the user is that nothing happened to the files.
      const reason = error instanceof Error ? error.message : String(error);
      await terminal.complain(
        `tieout: The ${argv[0] === 'compare' ? 'comparison' : argv[0]} stopped unexpectedly (${reason}). Your files were not changed.\n`,
      );
      status = ExitStatus.Failed;
    }
  }
  await Promise.all(written);
  return status;
}

/** The arguments as the command they are for can read them, in whatever order its files and options stand. */
function inAnyOrder(program: Command, [name, ...words]: readonly string[]): string[] {
  const command = program.commands.find((each) => each.name() === name);
  if (command === undefined) return name === undefined ? [] : [name, ...words];
  const flags = (some: (option: Option) => boolean): ReadonlySet<string> =>
    new Set(command.options.flatMap((option) => (some(option) ? [option.long ?? ''] : [])));
  return [
    command.name(),
    ...spreadLists(words, {
      // Sheets of one workbook are compared with each other: it alone is named.
      files: command.registeredArguments.filter(({ required }) => required || !words.some((word) => /^--sheet(=|$)/.test(word))).length,
      single: flags(({ required, variadic }) => required && !variadic),
      lists: flags(({ variadic }) => variadic),
    }),
  ];
}
