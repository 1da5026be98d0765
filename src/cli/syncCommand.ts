import { LOCALE } from './LOCALE';
import { Command, Option } from 'commander';
import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import { syncFile, type FileSelection, type FileSync, type SyncedFiles } from '../app/syncFile';
import { ranFileSync } from '../app/ledger/ranFileSync';
import { rememberSync } from '../app/ledger/rememberSync';
import type { SheetsOfOne } from '../app/sheetInPlace';
import { STAYS, MOVED } from '../core/sync/chooseDifferences';
import type { ListKey } from '../core/align/align';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import type { DecidedNow } from '../core/ledger/DecidedNow';
import { fail, succeed, type Result } from '../core/Result';
import { localOf, readKey, readList, readPair, readSheets, readTolerance, SHEETS_WORDS } from './comparisonOptions';
import { readInput } from './readInput';
import { readOfficial, type OfficialInput } from './readOfficial';
import { agreed, OFFICIAL_ARGUMENT, publishedLine } from './publishedWords';
import { rememberedBase, type BaseOnHand } from './rememberedBase';
import { renderSync } from './renderSync';
import { showControls } from './showControls';
import { syncJson } from './syncJson';
import { ExitStatus, type Terminal } from './Terminal';
import { whyNotOut } from './whyNotOut';
import { withDecisions } from './withDecisions';
import { writeOutput } from './writeOutput';

/** How a sync was asked for. */
export interface SyncFlags {
  readonly out?: string;
  readonly take: FileSelection['take'];
  readonly remove: FileSelection['remove'];
  readonly allowOutside?: readonly string[];
  /** False where none is to be looked for. */
  readonly base?: string | false;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly by?: string;
  /** False where nothing is to be remembered in the result. */
  readonly ledger?: boolean;
  readonly tolerance?: ToleranceOptions;
  readonly headline?: readonly string[];
  readonly key?: readonly ListKey[];
  readonly pair?: readonly { readonly official: string; readonly local: string }[];
  readonly sheet?: SheetsOfOne;
}

/** The `sync` command; `start` is handed what runs it. */
export function syncCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('sync')
    .description(
      'Brings what differs from the official model into yours, in place: charts, macros and whatever else is not concerned stay as they are, ' +
        'byte for byte. Exit status: 0 done, 1 something was refused or left as it is, 2 could not sync.',
    )
    .argument('<official>', OFFICIAL_ARGUMENT)
    .argument('[local]', 'your workbook, an .xlsx or .xlsm file')
    .option('--out <file>', 'where the synced workbook is written; your own file stays as it is')
    .option(
      '--take <what>',
      'causes: what someone changed; all: formats and what moved too; or ids of differences, as compare --json lists them, with commas',
      (text: string) => (text === 'all' || text === 'causes' ? text : readList(text)),
      'causes',
    )
    .option(
      '--remove <what>',
      'deletes what only yours has: all, or ids of differences, with commas (default: it stays)',
      (text: string) => (text === 'all' ? text : readList(text)),
      [],
    )
    .option(
      '--allow-outside <ids>',
      'lets formulas of these differences come that fetch from, or send to, outside the workbook: ids with commas (default: they are listed and stay out)',
      readList,
    )
    .option(
      '--base <file>',
      'the official version (a file, or CATALOG#MODEL@VERSION) that yours was made from: then only what official changed since is taken',
    )
    .option('--no-base', 'do not look at the official version that yours remembers; all that differs is then taken')
    .option('--by <name>', 'who syncs, for the receipt (default: who is signed in)')
    .option('--no-ledger', 'write neither a receipt nor the official version into the result; it cannot be undone then')
    .option('--dry-run', 'say what would be done and write nothing')
    .option('--force', 'let --out be one of the files that are read, which is then written over')
    .option('--json', 'print one JSON object (schema tieout.sync/1)')
    .option('--all', 'list every cell')
    .option('--tolerance <number>', 'as for compare (can be repeated)', readTolerance)
    .option('--headline <name...>', 'as for compare (can be repeated)')
    .addOption(new Option('--pair <official=local...>', 'as for compare (can be repeated)').argParser(readPair))
    .addOption(new Option('--key <sheet!column...>', 'as for compare (can be repeated)').argParser(readKey))
    .addOption(new Option('--sheet <official=local>', SHEETS_WORDS).argParser(readSheets).conflicts(['base', 'pair']))
    .action((official: string, local: string | undefined, flags: SyncFlags) =>
      start((terminal) => runSync(official, local, flags, terminal)),
    );
}

/** Syncs local with official as asked for, says what was done, and returns the exit status. */
export async function runSync(official: string, local: string | undefined, flags: SyncFlags, terminal: Terminal): Promise<number> {
  const synced = await readAndSync(official, local, flags, terminal);
  if (!synced.ok) {
    await terminal.complain(`tieout: ${showControls(synced.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
    return ExitStatus.Failed;
  }
  const { value: sync } = synced;
  const { base, receipt, unkept } = sync;
  const out = flags.dryRun === true ? null : flags.out!;
  await terminal.print(
    flags.json === true
      ? `${JSON.stringify(syncJson(sync, out, receipt), null, 2)}\n`
      : renderSync(sync, { out, base, receipt, unkept, all: flags.all === true, colour: terminal.colour }),
  );
  const asked = sync.plan.refused.filter(({ reason }) => reason !== STAYS && reason !== MOVED);
  const left = (sync.outcome?.skipped.length ?? 0) + asked.length + sync.conflicts.length;
  return left === 0 ? ExitStatus.Same : ExitStatus.Different;
}

/** A sync, what it says of the base that the workbook remembers, and what the result remembers of it. */
interface RememberedSync extends FileSync {
  readonly base: string;
  readonly receipt: string | null;
  /** Why nothing could be remembered; empty otherwise. */
  readonly unkept: string;
}

async function readAndSync(
  officialPath: string,
  given: string | undefined,
  flags: SyncFlags,
  terminal: Terminal,
): Promise<Result<RememberedSync>> {
  const { out, force, dryRun, sheet } = flags;
  const path = localOf(officialPath, given, sheet);
  if (!path.ok) return path;
  const localPath = path.value;
  const inputs = [officialPath, localPath, ...(typeof flags.base === 'string' ? [flags.base] : [])];
  const wrong = dryRun === true ? null : await whyNotOut({ edited: localPath, inputs, out, force }, 'sync', terminal);
  if (wrong !== null) return fail('bad-out', wrong);
  const official = await readOfficial(officialPath, terminal);
  if (!official.ok) return official;
  const local = await readInput(localPath, terminal);
  if (!local.ok) return local;
  const base = typeof flags.base === 'string' ? await readOfficial(flags.base, terminal) : null;
  if (base?.ok === false) return base;
  const remembered = flags.base === undefined && sheet === undefined ? await rememberedBase(local.value.bytes, terminal) : NO_BASE;
  if (!remembered.ok) return remembered;
  const files: SyncedFiles = { official: official.value, local: local.value, ...(base !== null && { base: base.value }) };
  const options = {
    now: terminal.now,
    computedReads: terminal.computedReads,
    ...agreed(official.value, flags.tolerance),
    ...(remembered.value.model !== null && { base: remembered.value.model }),
    ...(flags.headline !== undefined && { headlines: flags.headline }),
    ...(flags.pair !== undefined && { sheetPairs: flags.pair }),
    ...(flags.key !== undefined && { keys: flags.key }),
    ...(sheet !== undefined && { sheets: sheet }),
  };
  const tools = {
    read: async (...[bytes, name, progress]: Parameters<Terminal['readWorkbook']>) => {
      const read = await terminal.readWorkbook(bytes, name, progress);
      return read.ok ? read : fail(read.failure.code, `${name}: ${read.failure.message}`);
    },
    edit: terminal.editFile,
    calculator: terminal.calculator,
  };
  const { take, remove, allowOutside: outside = [] } = flags;
  const chosen = { take, remove, outside, decided: (compared: ComparedWorkbooks) => decidedIn(compared, files, terminal) };
  const synced = await syncFile(files, options, chosen, tools, flags.dryRun === true);
  if (!synced.ok) return synced;
  const { outcome } = synced.value;
  const told = {
    ...synced.value,
    base: [publishedLine(official.value, terminal.clock()), remembered.value.line].filter((line) => line !== '').join(' '),
    receipt: null,
    unkept: '',
  };
  if (outcome === null) return succeed(told);
  const kept =
    flags.ledger === false || outcome.inverse.length === 0
      ? null
      : await keep(synced.value, official.value, outcome.bytes, flags, terminal);
  const failed = await writeOutput(flags.out!, kept?.ok ? kept.value.bytes : outcome.bytes, terminal);
  if (failed !== null) return failed;
  if (kept === null) return succeed(told);
  return succeed(kept.ok ? { ...told, receipt: kept.value.receipt } : { ...told, unkept: kept.failure.message });
}

async function decidedIn(
  compared: ComparedWorkbooks,
  { official, local }: SyncedFiles,
  terminal: Terminal,
): Promise<readonly DecidedNow[]> {
  const bytes = { official: official.bytes, local: local.bytes };
  const { decisions } = await withDecisions(compared.comparison, compared, bytes, LOCALE, terminal);
  return decisions?.decided ?? [];
}

const NO_BASE = succeed<BaseOnHand>({ model: null, line: '' });

/** The result with its receipt and its base. */
async function keep(
  sync: FileSync,
  { published }: OfficialInput,
  bytes: Uint8Array,
  { by }: SyncFlags,
  { openMemory, packer, newId, clock, user }: Terminal,
): Promise<Result<{ readonly bytes: Uint8Array; readonly receipt: string }>> {
  const memory = openMemory(bytes);
  if (!memory.ok) return memory;
  const receipt = newId();
  const remembered = await rememberSync(
    memory.value,
    packer,
    ranFileSync(sync, packer, published && { title: published.model.title, version: published.version.version }),
    { id: receipt, at: clock(), by: by ?? user() },
  );
  if (!remembered.ok) return remembered;
  const saved = memory.value.save();
  return saved.ok ? succeed({ bytes: saved.value, receipt }) : saved;
}
