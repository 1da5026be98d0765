import { Command, Option } from 'commander';
import { forgetEverything } from '../app/ledger/forgetEverything';
import { readAnswers } from '../app/ledger/readAnswers';
import { readBaseText } from '../app/ledger/readBase';
import { readLedger } from '../app/ledger/readLedger';
import type { FileMemory } from '../app/ports/WorkbookMemory';
import { receiptsCsv } from '../core/ledger/receiptsCsv';
import { fail, succeed, type Result } from '../core/Result';
import { readInput } from './readInput';
import { renderLedger } from './renderLedger';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';
import { whyMisnamed } from './whyNotOut';

interface LedgerFlags {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly forget?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** The `ledger` command; `start` is handed what runs it. */
export function ledgerCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('ledger')
    .description(
      'Shows what a workbook remembers: the official version it last agreed with, what is kept on purpose or offered, what was answered to proposals, and its receipts. ' +
        'Exit status: 0 done, 2 could not read it.',
    )
    .argument('<file>', 'the workbook')
    .addOption(new Option('--json', 'print one JSON object (decisions, answers, receipts and base)').conflicts(['csv', 'forget']))
    .addOption(new Option('--csv', 'print the receipts as comma-separated values').conflicts('forget'))
    .option('--forget', 'write the workbook to --out without all that Tieout keeps in it')
    .option('--out <file>', 'where --forget writes the workbook; your own file stays as it is')
    .option('--force', 'let --out be the file itself, which is then written over')
    .action((path: string, flags: LedgerFlags) => start((terminal) => runLedger(path, flags, terminal)));
}

async function runLedger(path: string, flags: LedgerFlags, terminal: Terminal): Promise<number> {
  const done = await work(path, flags, terminal);
  if (done.ok) await terminal.print(done.value);
  else await terminal.complain(`tieout: ${showControls(done.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
  return done.ok ? ExitStatus.Same : ExitStatus.Failed;
}

async function work(path: string, flags: LedgerFlags, terminal: Terminal): Promise<Result<string>> {
  if ((flags.forget === true) !== (flags.out !== undefined))
    return fail('usage', '--forget and --out FILE go together: --out says where the workbook is written. Nothing was changed.');
  const input = await readInput(path, terminal);
  if (!input.ok) return input;
  if (flags.out !== undefined && flags.force !== true && (await terminal.isSameFile(path, flags.out)))
    return fail('usage', `${flags.out} is the workbook itself. Nothing was changed. Give another name, or add --force to write over it.`);
  const misnamed = flags.out === undefined ? null : whyMisnamed(path, flags.out);
  if (misnamed !== null) return fail('usage', misnamed);
  const memory = terminal.openMemory(input.value.bytes);
  if (!memory.ok) return memory;
  return flags.out === undefined ? show(input.value.name, memory.value, flags) : forget(memory.value, flags.out, terminal);
}

async function show(name: string, memory: FileMemory, { json, csv }: LedgerFlags): Promise<Result<string>> {
  const ledger = await readLedger(memory);
  if (!ledger.ok) return ledger;
  if (csv) return succeed(receiptsCsv(ledger.value.receipts));
  const base = await readBaseText(memory);
  if (!base.ok) return base;
  const answers = await readAnswers(memory);
  if (!answers.ok) return answers;
  if (!json) return succeed(renderLedger(name, ledger.value, base.value, answers.value));
  const { decisions, receipts } = ledger.value;
  const version = base.value && { ...base.value.version, content: base.value.content !== null };
  const memories = { base: version, decisions, receipts, ...(answers.value.length > 0 && { answers: answers.value }) };
  return succeed(`${JSON.stringify({ schema: 'tieout.memory/1', ...memories }, null, 2)}\n`);
}

async function forget(memory: FileMemory, out: string, terminal: Terminal): Promise<Result<string>> {
  const forgotten = await forgetEverything(memory);
  if (!forgotten.ok) return forgotten;
  const bytes = memory.save();
  if (!bytes.ok) return bytes;
  try {
    await terminal.writeFile(out, bytes.value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('not-written', `${out} could not be written (${reason}). Nothing was changed. Check the folder and its permissions.`);
  }
  return succeed(
    forgotten.value === 0
      ? `The workbook remembered nothing. ${showControls(out)} is the same file.\n`
      : `${showControls(out)} no longer remembers decisions, receipts or an official version. All else in it is as it was.\n`,
  );
}
