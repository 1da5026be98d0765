import { LOCALE } from './LOCALE';
import { Command } from 'commander';
import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import { linkedCatalog } from '../app/catalog/catalogAddress';
import { sendProposal } from '../app/inbox/sendProposal';
import { readLedger } from '../app/ledger/readLedger';
import { makeProposal, type MadeProposal, type Offered } from '../app/propose/makeProposal';
import type { Decision } from '../core/ledger/Decision';
import { decidedDifference } from '../core/ledger/decidedDifference';
import { weighDecisions } from '../core/ledger/weighDecisions';
import { fail, succeed, type Result } from '../core/Result';
import { compareRemembered } from './compareRemembered';
import { readList } from './comparisonOptions';
import { OFFICIAL_ARGUMENT } from './publishedWords';
import { renderMade } from './renderProposals';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';
import { labelsOf } from './withDecisions';
import { writeOutput } from './writeOutput';

interface ProposeFlags {
  readonly out?: string;
  readonly send?: true;
  readonly take: 'offered' | readonly string[];
  readonly reason?: string;
  readonly by?: string;
  readonly team?: string;
  readonly version?: string;
  readonly base?: false;
  readonly headline?: readonly string[];
  readonly force?: boolean;
}

type Refused = MadeProposal['refused'];

/** The `propose` command; `start` is handed what runs it. */
export function proposeCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('propose')
    .description(
      "Writes a proposal file for official's owner: what your workbook offers to the official model, why, and what it does to the headlines. The " +
        'file carries the official model with what is offered, and nothing else of yours. Exit status: 0 done, 1 something could not be offered, ' +
        '2 nothing was written.',
    )
    .argument('<official>', OFFICIAL_ARGUMENT)
    .argument('<local>', 'your workbook')
    .option('--out <file>', 'where the proposal is written, as proposal.json')
    .option('--send', 'put the proposal into the inbox beside the catalog that official is from, for its owner')
    .option(
      '--take <what>',
      'offered: what decide offer marked; or ids of differences, as compare --json lists them, with commas',
      (text: string) => (text === 'offered' ? text : readList(text)),
      'offered',
    )
    .option('--reason <text>', 'why, for differences named by id that were not marked with a reason of their own')
    .option('--by <name>', 'who offers (default: who is signed in)')
    .option('--team <name>', 'your team (default: the name of your workbook)')
    .option('--version <name>', 'what this version of the official model is called, as v14')
    .option('--headline <name...>', 'an output to measure, as for compare (can be repeated)')
    .option('--no-base', 'do not look at the official version that yours remembers, as for compare')
    .option('--force', 'let --out be a file that is there, which is then written over')
    .action((official: string, local: string, flags: ProposeFlags) =>
      start(async (terminal) => {
        const made = await propose(official, local, flags, terminal);
        if (!made.ok) {
          await terminal.complain(`tieout: ${showControls(made.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
          return ExitStatus.Failed;
        }
        await terminal.print(renderMade(made.value, { out: made.value.where, unmarked: made.value.unmarked }));
        return made.value.refused.length === 0 ? ExitStatus.Same : ExitStatus.Different;
      }),
    );
}

/** A proposal, and where it was written to. */
interface WrittenProposal extends MadeProposal {
  readonly where: string;
  /** How many of the offers the workbook itself does not remember. */
  readonly unmarked: number;
}

async function propose(officialPath: string, localPath: string, flags: ProposeFlags, terminal: Terminal): Promise<Result<WrittenProposal>> {
  const { out, send } = flags;
  if (out === undefined && send !== true)
    return fail(
      'usage',
      'Say where the proposal is to be written, with --out FILE.json, or with --send to the inbox of a catalog. Nothing was written.',
    );
  const asked = linkedCatalog(officialPath);
  if (send === true && asked === null)
    return fail('usage', 'A proposal is sent to the inbox of a catalog: name official as CATALOG#MODEL. Nothing was written.');
  for (const input of out === undefined ? [] : [officialPath, localPath])
    if (await terminal.isSameFile(input, out!))
      return fail('bad-out', `${out} is a file that is read here. Nothing was written. Choose another name.`);
  if (out !== undefined && flags.force !== true && (await isThere(out, terminal)))
    return fail('bad-out', `${out} is there already. Nothing was written. Choose another name, or say --force to write over it.`);
  const files = await compareRemembered(officialPath, localPath, flags, terminal);
  if (!files.ok) return files;
  const { official, local, options, compared } = files.value;
  const memory = terminal.openMemory(local.bytes);
  const ledger = memory.ok ? await readLedger(memory.value) : memory;
  if (!ledger.ok) return ledger;
  const at = terminal.clock();
  const author = flags.by ?? terminal.user();
  const chosen = choose(compared, ledger.value.decisions, flags, { at, author });
  if (!chosen.ok) return chosen;
  const { name: title, sha256 } = compared.comparison.official;
  const { published } = official;
  if (send === true && published === null)
    return fail('usage', 'A proposal is sent to the inbox of a catalog: name official as CATALOG#MODEL. Nothing was written.');
  const head = {
    author,
    team: flags.team ?? local.name.replace(/\.xl\w{2,3}$/i, ''),
    at,
    official: { title: published?.model.title ?? title, version: flags.version ?? published?.version.version ?? null, sha256 },
  };
  const { editFile: edit, readWorkbook: read, packer, calculator } = terminal;
  const tools = { edit, read, packer, calculator };
  const made = await makeProposal(compared, official.bytes, chosen.value.offered, head, tools, LOCALE, options);
  if (!made.ok) return made;
  const { proposal } = made.value;
  const going = chosen.value.offered.filter(({ difference }) => !made.value.refused.some((one) => one.difference === difference));
  const unmarked = going.filter(({ difference }) => chosen.value.unmarked.has(difference)).length;
  const where: string[] = [];
  if (send === true) {
    const place = terminal.openPlace(asked!.address);
    const sent = place.ok ? await sendProposal(place.value, proposal, terminal.newId(), WATCH) : place;
    if (!sent.ok) return sent;
    where.push(`${sent.value} beside the catalog`);
  }
  if (out !== undefined) {
    const bytes = new TextEncoder().encode(`${JSON.stringify(proposal, null, 1)}\n`);
    const failed = await writeOutput(out, bytes, terminal);
    if (failed !== null) return failed;
    where.push(out);
  }
  return succeed({ ...made.value, refused: [...made.value.refused, ...chosen.value.refused], where: where.join(' and '), unmarked });
}

const WATCH = { progress: () => undefined, signal: { aborted: false } };

interface Chosen {
  readonly offered: readonly Offered[];
  /** Ids of those that are not marked in the workbook. */
  readonly unmarked: ReadonlySet<string>;
  readonly refused: Refused;
}

/** What is offered: what was marked and still is as it was marked, or what the command line names. */
function choose(
  compared: ComparedWorkbooks,
  decisions: readonly Decision[],
  { take, reason }: ProposeFlags,
  { at, author }: { readonly at: string; readonly author: string },
): Result<Chosen> {
  const labelOf = labelsOf(compared, LOCALE);
  const proposals = decisions.filter(({ kind }) => kind === 'proposal');
  const { decided, gone } = weighDecisions(compared.comparison, proposals, at.slice(0, 10), labelOf);
  const marked = new Map(decided.filter(({ state }) => state === 'proposed').map((one) => [one.difference, one.decision]));
  const asMarked = (difference: string): Offered => {
    const { of, reason: why, owner, at: when } = marked.get(difference)!;
    return { difference, of, reason: why, owner, at: when };
  };
  if (take === 'offered') {
    if (marked.size === 0) {
      const hint =
        decided.length + gone.length > 0 ? 'What was offered has changed since, or is gone: decide on it again' : 'Mark what you offer';
      return fail(
        'nothing-offered',
        `There is nothing to offer. Nothing was written. ${hint}, with tieout decide offer, or name differences with --take.`,
      );
    }
    const stale = decided.filter(({ state }) => state !== 'proposed');
    return succeed({
      offered: [...marked.keys()].map(asMarked),
      unmarked: new Set(),
      refused: stale.map(({ difference }) => ({ difference, reason: 'It changed since it was offered: decide on it again.' })),
    });
  }
  const known = new Map(compared.comparison.differences.map((difference) => [difference.id, difference]));
  const offered: Offered[] = [];
  for (const id of new Set(take)) {
    const difference = known.get(id);
    if (difference === undefined || difference.role === 'consequence')
      return fail(
        'unknown',
        `No difference has the id ${id}. Nothing was written. compare --json lists them; what only follows cannot be offered.`,
      );
    if (marked.has(id)) offered.push(asMarked(id));
    else if ((reason ?? '').trim() === '') return fail('usage', 'Say why, with --reason. Nothing was written.');
    else offered.push({ difference: id, of: decidedDifference(difference, labelOf(difference)), reason: reason!, owner: author, at });
  }
  return succeed({ offered, unmarked: new Set(take.filter((id) => !marked.has(id))), refused: [] });
}

async function isThere(path: string, terminal: Terminal): Promise<boolean> {
  return terminal.readFile(path).then(
    () => true,
    () => false,
  );
}
