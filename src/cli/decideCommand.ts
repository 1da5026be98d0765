import { LOCALE } from './LOCALE';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { changeLedger } from '../app/ledger/changeLedger';
import type { Difference } from '../core/compare/Difference';
import { withDecision, withoutDecision } from '../core/ledger/changeDecisions';
import type { DecidedDifference, Decision } from '../core/ledger/Decision';
import { decidedDifference } from '../core/ledger/decidedDifference';
import { weighDecisions } from '../core/ledger/weighDecisions';
import { fail, succeed, type Result } from '../core/Result';
import { compareRemembered } from './compareRemembered';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';
import { whyNotOut } from './whyNotOut';
import { labelsOf } from './withDecisions';
import { writeOutput } from './writeOutput';

const KINDS = { keep: 'exception', offer: 'proposal' } as const;

interface DecideFlags {
  readonly id?: readonly string[];
  readonly label?: readonly string[];
  readonly reason?: string;
  readonly owner?: string;
  readonly reviewBy?: string;
  readonly out?: string;
  readonly base?: false;
}

type What = keyof typeof KINDS | 'reopen';

/** The `decide` command; `start` is handed what runs it. */
export function decideCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('decide')
    .description(
      'Writes into your workbook what was decided on a difference, so that later comparisons say so until it changes again: keep it on purpose, ' +
        'offer it to the official model, or reopen it. Exit status: 0 done, 2 nothing was written.',
    )
    .addArgument(new Argument('<what>', 'what was decided').choices(['keep', 'offer', 'reopen']))
    .argument('<official>', 'the official model')
    .argument('<local>', 'your workbook, which is written in place unless --out says otherwise')
    .option('--id <id...>', 'the difference, as compare --json lists it (can be repeated)')
    .option('--label <label...>', "the difference by what its place is called, such as 'Renewal rate · Q2' (can be repeated)")
    .option('--reason <text>', 'why, for whoever reads it later')
    .option('--owner <name>', 'who answers for it (default: who is signed in)')
    .option('--review-by <date>', 'the last day on which it counts, as 2027-01-31', readDate)
    .option('--no-base', 'do not look at the official version that yours remembers, as for compare')
    .option('--out <file>', 'where the result is written')
    .action((what: What, official: string, local: string, flags: DecideFlags) =>
      start(async (terminal) => {
        const done = await decide(what, official, local, flags, terminal);
        if (done.ok) await terminal.print(done.value);
        else await terminal.complain(`tieout: ${showControls(done.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
        return done.ok ? ExitStatus.Same : ExitStatus.Failed;
      }),
    );
}

async function decide(
  what: What,
  officialPath: string,
  localPath: string,
  flags: DecideFlags,
  terminal: Terminal,
): Promise<Result<string>> {
  const { reason, owner = terminal.user(), reviewBy = null, out = localPath } = flags;
  if (what !== 'reopen' && (reason ?? '').trim() === '') return fail('usage', 'Say why, with --reason. Nothing was written.');
  const inputs = out === localPath ? [] : [officialPath];
  const wrong = await whyNotOut({ edited: localPath, inputs, out, force: null }, 'decide on', terminal);
  if (wrong !== null) return fail('bad-out', wrong);
  const found = await find(officialPath, localPath, flags, terminal);
  if (!found.ok) return found;
  const memory = terminal.openMemory(found.value.bytes);
  if (!memory.ok) return memory;
  const at = terminal.clock();
  const { differences, decidedBefore } = found.value;
  const changed = await changeLedger(memory.value, (ledger) => {
    // What was decided where the difference stood then gives way too.
    const open = decidedBefore(ledger.decisions).reduce((now, { of }) => withoutDecision(now, of), ledger);
    if (what === 'reopen') return open;
    return differences.reduce((now, of) => withDecision(now, { kind: KINDS[what], reason: reason!, owner, at, reviewBy, of }), open);
  });
  if (!changed.ok) return changed;
  const saved = memory.value.save();
  if (!saved.ok) return saved;
  const failed = await writeOutput(out, saved.value, terminal);
  if (failed !== null) return failed;
  const count = differences.length;
  const done = { keep: 'kept on purpose', offer: 'offered to the official model', reopen: 'open again' }[what];
  return succeed(`${count === 1 ? 'One difference is' : `${count} differences are`} ${done}. Written to ${showControls(out)}.\n`);
}

interface Found {
  readonly bytes: Uint8Array;
  readonly differences: readonly DecidedDifference[];
  /** Which of the decisions are about them. */
  readonly decidedBefore: (decisions: readonly Decision[]) => readonly Decision[];
}

/** The differences that the command line names; all of them, or a sentence on the first that cannot be found. */
async function find(officialPath: string, localPath: string, flags: DecideFlags, terminal: Terminal): Promise<Result<Found>> {
  const { id: ids = [], label: labels = [] } = flags;
  if (ids.length + labels.length === 0) return fail('usage', 'Say which difference, with --id or --label. Nothing was written.');
  const files = await compareRemembered(officialPath, localPath, flags, terminal);
  if (!files.ok) return files;
  const { local, compared } = files.value;
  const labelOf = labelsOf(compared, LOCALE);
  const open = compared.comparison.differences.filter(({ role }) => role !== 'consequence');
  const chosen: Difference[] = [];
  for (const id of ids) {
    const one = open.find((difference) => difference.id === id);
    if (one === undefined)
      return fail(
        'unknown',
        `No difference has the id ${id}. Nothing was written. compare --json lists them; what only follows cannot be decided on.`,
      );
    chosen.push(one);
  }
  for (const label of labels) {
    const called = open.filter((difference) => labelOf(difference).toLowerCase() === label.trim().toLowerCase());
    if (called.length !== 1) {
      const why = called.length === 0 ? 'No difference is' : `${called.length} differences are`;
      const which = called.length === 0 ? 'compare --json lists ids' : `name one by its id: ${called.map(({ id }) => id).join(', ')}`;
      return fail('unknown', `${why} called ${label}. Nothing was written; ${which}.`);
    }
    chosen.push(called[0]!);
  }
  const { comparison } = compared;
  const isChosen = new Set(chosen.map(({ id }) => id));
  return succeed({
    bytes: local.bytes,
    differences: [...new Set(chosen)].map((one) => decidedDifference(one, labelOf(one))),
    decidedBefore: (decisions) =>
      weighDecisions(comparison, decisions, terminal.clock().slice(0, 10), labelOf).decided.flatMap(({ difference, decision }) =>
        isChosen.has(difference) ? [decision] : [],
      ),
  });
}

function readDate(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('It is a day, as 2027-01-31.');
  return text;
}
