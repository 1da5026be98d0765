import { Command } from 'commander';
import { undoFile, type FileUndo } from '../app/undoFile';
import { fail, succeed, type Result } from '../core/Result';
import type { Snapshot } from '../core/workbook/Snapshot';
import { readInput } from './readInput';
import { renderUndo } from './renderUndo';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';
import { undoJson } from './undoJson';
import { whyMisnamed } from './whyNotOut';
import { writeOutput } from './writeOutput';

interface UndoFlags {
  readonly out?: string;
  readonly receipt?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly by?: string;
  readonly json?: boolean;
  readonly all?: boolean;
}

/** The `undo` command; `start` is handed what runs it. */
export function undoCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('undo')
    .description(
      'Takes back the last sync that a workbook remembers, in place and however long ago: cells that still hold what it wrote get back what they ' +
        'held before, all others are left and listed. Undone with --receipt, an undo is taken back. Exit status: 0 done, 1 something was left as ' +
        'it is, 2 could not undo.',
    )
    .argument('<file>', 'the workbook, an .xlsx or .xlsm file')
    .option('--out <file>', 'where the result is written (default: the workbook itself)')
    .option('--receipt <id>', 'what to take back, by its receipt, as tieout ledger lists it')
    .option('--force', 'cells that hold something else by now get back what they held before, too')
    .option('--by <name>', 'who takes it back, for the receipt (default: who is signed in)')
    .option('--dry-run', 'say what would be done and write nothing')
    .option('--json', 'print one JSON object (schema tieout.undone/1)')
    .option('--all', 'list every cell')
    .action((path: string, flags: UndoFlags) => start((terminal) => runUndo(path, flags, terminal)));
}

async function runUndo(path: string, flags: UndoFlags, terminal: Terminal): Promise<number> {
  const out = flags.out ?? path;
  const undone = await readAndUndo(path, out, flags, terminal);
  if (!undone.ok) {
    await terminal.complain(`tieout: ${showControls(undone.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
    return ExitStatus.Failed;
  }
  const { undo, workbook } = undone.value;
  const written = undo.bytes === null ? null : out;
  const options = { out: written, isPlan: flags.dryRun === true, workbook, all: flags.all === true, colour: terminal.colour };
  await terminal.print(flags.json === true ? `${JSON.stringify(undoJson(undo, written), null, 2)}\n` : renderUndo(undo, options));
  return undo.outcome.skipped.length === 0 ? ExitStatus.Same : ExitStatus.Different;
}

interface Undone {
  readonly undo: FileUndo;
  /** As it was before; null where it need not, or cannot, be read. */
  readonly workbook: Snapshot | null;
}

async function readAndUndo(path: string, out: string, flags: UndoFlags, terminal: Terminal): Promise<Result<Undone>> {
  const misnamed = whyMisnamed(path, out);
  if (misnamed !== null) return fail('bad-out', misnamed);
  const input = await readInput(path, terminal);
  if (!input.ok) return input;
  const { receipt, force = false, dryRun = false, by } = flags;
  const wish = { receipt, force, onlyPlan: dryRun };
  const { editFile: edit, openMemory, packer } = terminal;
  const head = { id: terminal.newId(), at: terminal.clock(), by: by ?? terminal.user() };
  const undone = await undoFile(input.value.bytes, wish, { edit, openMemory, packer }, head);
  if (!undone.ok) return undone;
  const read = flags.json === true ? null : await terminal.readWorkbook(input.value.bytes, path, () => undefined);
  const done = succeed({ undo: undone.value, workbook: read?.ok === true ? read.value : null });
  return (undone.value.bytes === null ? null : await writeOutput(out, undone.value.bytes, terminal)) ?? done;
}
