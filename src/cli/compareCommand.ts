import { LOCALE } from './LOCALE';
import { Command, InvalidArgumentError, Option } from 'commander';
import { isDefinition } from '../app/kindGroups';
import type { FewestOfAll } from '../app/fewestOfAll';
import { nothingDiffers } from '../app/verdict';
import { compareWorkbooks, type ComparedWorkbooks } from '../app/compareWorkbooks';
import { createTracer } from '../app/createTracer';
import { explainGaps } from '../app/explainGaps';
import type { SheetsOfOne } from '../app/sheetInPlace';
import { withBridges } from '../app/withBridges';
import { withWords } from '../app/withWords';
import { countDifferences } from '../core/compare/countDifferences';
import type { ListKey } from '../core/align/align';
import type { Comparison } from '../core/compare/Comparison';
import type { ComputedReads } from '../core/explain/ComputedReads';
import type { DifferenceKind } from '../core/compare/Difference';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import { fail, succeed, type Result } from '../core/Result';
import { finishSteps } from '../core/Steps';
import { localOf, readKey, readPair, readSheets, readTolerance, SHEETS_WORDS } from './comparisonOptions';
import { readInput } from './readInput';
import { readOfficial, type OfficialInput } from './readOfficial';
import { agreed, OFFICIAL_ARGUMENT, publishedLine } from './publishedWords';
import { datesFrom1900 } from './datesFrom1900';
import { rememberedBase } from './rememberedBase';
import { reportComparison, WHAT_IS_SENT } from './reportComparison';
import { renderComparison } from './renderComparison';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';
import { withDecisions } from './withDecisions';

interface CompareFlags {
  readonly json?: boolean;
  readonly tolerance?: ToleranceOptions;
  readonly headline?: readonly string[];
  readonly only?: readonly Group[];
  readonly causes?: boolean;
  readonly all?: boolean;
  readonly key?: readonly ListKey[];
  readonly trace?: readonly string[];
  /** False where none is to be looked for. */
  readonly base?: string | false;
  readonly report?: string;
  readonly pair?: readonly { readonly official: string; readonly local: string }[];
  readonly sheet?: SheetsOfOne;
}

/**
 * What `--only` can name. A constant over a formula is a matter of values and of formulas; a definition of values too, and
 * the other formula of a metric is one of definitions.
 */
const GROUPS = {
  values: ['value', 'unit', 'hardcoded', 'unhardcoded', 'definition'],
  formulas: ['formula', 'hardcoded', 'unhardcoded'],
  definitions: ['definition'],
  names: ['name', 'table'],
  formats: ['format'],
  notes: ['note', 'validation'],
  structure: ['row', 'column', 'sheet', 'hidden', 'external'],
} as const satisfies Record<string, readonly DifferenceKind[]>;
type Group = keyof typeof GROUPS;

/** The `compare` command; `start` is handed what runs it. */
export function compareCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('compare')
    .description(
      'Lists what someone changed between the official model and yours, and counts the cells that follow. ' +
        'Exit status, as diff has it: 0 ties out and nothing differs, 1 something differs, 2 could not compare.',
    )
    .argument('<official>', OFFICIAL_ARGUMENT)
    .argument('[local]', 'your workbook')
    .option('--json', 'print one JSON object (schema tieout.comparison/1)')
    .option(
      '--tolerance <number>',
      'how far numbers may differ and be equal, relative (default 1e-9); of one sheet or headline as Sheet=1e-4 (can be repeated)',
      readTolerance,
    )
    .option(
      '--headline <name...>',
      "an output that matters: a name, a metric of the dictionary, a row's label, or an address such as 'Summary!B4' (can be repeated)",
    )
    .option('--only <groups>', `list and count only differences in ${Object.keys(GROUPS).join(', ')} (several with commas)`, readGroups)
    .addOption(new Option('--all', 'list the cells that follow too, one by one').conflicts('causes'))
    .option('--causes', 'leave the cells that follow out altogether, of --json too')
    .option(
      '--trace <cell...>',
      'how a cell comes to differ, step by step: an address such as Summary!B12, a defined name or a headline (can be repeated)',
    )
    .option('--pair <official=local...>', 'sheets that are one although their names differ (can be repeated)', readPair)
    .option(
      '--key <sheet!column...>',
      "by which columns a list's rows are matched, as 'Map!Territory' or 'Map!A', of one of several lists as 'Map!A12!Territory' (can be repeated)",
      readKey,
    )
    .option(
      '--base <file>',
      'the official version (a file, or CATALOG#MODEL@VERSION) that yours was made from: then it says of every cause who changed it since',
    )
    .addOption(
      new Option('--report <team>', `send the owner of the catalog, as this team: ${WHAT_IS_SENT}`).conflicts([
        // The owner reads it as compared in the way that was agreed.
        'tolerance',
        'headline',
      ]),
    )
    .addOption(new Option('--sheet <official=local>', SHEETS_WORDS).argParser(readSheets).conflicts(['base', 'pair', 'report']))
    .option('--no-base', 'do not look at the official version that yours remembers it agreed with')
    .action((official: string, local: string | undefined, flags: CompareFlags) =>
      start((terminal) => runCompare(official, local, flags, terminal)),
    );
}

async function runCompare(officialPath: string, localPath: string | undefined, flags: CompareFlags, terminal: Terminal): Promise<number> {
  const result = await readAndCompare(officialPath, localPath, flags, terminal);
  if (!result.ok) {
    await terminal.complain(`tieout: ${showControls(result.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
    return ExitStatus.Failed;
  }
  const { comparison, fewest, base, dateSystems } = result.value;
  const chosen = choose(comparison, flags);
  const { only = null, all = false } = flags;
  await terminal.print(
    flags.json
      ? `${JSON.stringify(chosen, null, 2)}\n`
      : renderComparison(datesFrom1900(comparison, dateSystems), {
          listed: datesFrom1900(chosen, dateSystems).differences,
          fewest,
          base,
          only,
          all,
          colour: terminal.colour,
        }),
  );
  if (flags.report !== undefined) {
    const sent = await reportComparison(officialPath, result.value, flags.report, comparison, terminal);
    await terminal.complain(`tieout: ${showControls(sent.ok ? sent.value : sent.failure.message)}\n`);
    if (!sent.ok) return ExitStatus.Failed;
  }
  return nothingDiffers(chosen) ? ExitStatus.Same : ExitStatus.Different;
}

async function readAndCompare(
  officialPath: string,
  localPath: string | undefined,
  flags: CompareFlags,
  terminal: Terminal,
): Promise<Result<Told>> {
  if (flags.report?.trim() === '') return fail('usage', 'Say which team reports.');
  const path = localOf(officialPath, localPath, flags.sheet);
  if (!path.ok) return path;
  const official = await readOfficial(officialPath, terminal);
  if (!official.ok) return official;
  const local = await readInput(path.value, terminal);
  if (!local.ok) return local;
  const base = typeof flags.base === 'string' ? await readOfficial(flags.base, terminal) : null;
  if (base?.ok === false) return base;
  const remembered = flags.base === undefined && flags.sheet === undefined ? await rememberedBase(local.value.bytes, terminal) : null;
  if (remembered?.ok === false) return remembered;
  const compared = await compareWorkbooks(
    { official: official.value, local: local.value, ...(base !== null && { base: base.value }) },
    {
      now: terminal.now,
      computedReads: terminal.computedReads,
      ...agreed(official.value, flags.tolerance),
      ...(remembered !== null && remembered.value.model !== null && { base: remembered.value.model }),
      ...(flags.headline !== undefined && { headlines: flags.headline }),
      ...(flags.pair !== undefined && { sheetPairs: flags.pair }),
      ...(flags.key !== undefined && { keys: flags.key }),
      ...(flags.sheet !== undefined && { sheets: flags.sheet }),
    },
    async (bytes, name, progress) => {
      const read = await terminal.readWorkbook(bytes, name, progress);
      return read.ok ? read : fail(read.failure.code, `${name}: ${read.failure.message}`);
    },
    { progress: () => undefined, signal: { aborted: false } },
  );
  if (!compared.ok) return compared;
  const started = terminal.now();
  const { comparison: explained, fewest } = explain(compared.value, flags, terminal);
  const comparison = await withDecisions(
    explained,
    compared.value,
    { official: official.value.bytes, local: local.value.bytes },
    LOCALE,
    terminal,
  );
  return succeed({
    comparison: { ...comparison, timing: { ...comparison.timing, explain: terminal.now() - started } },
    fewest,
    published: official.value.published,
    base: [publishedLine(official.value, terminal.clock()), remembered?.value.line ?? ''].filter((line) => line !== '').join(' '),
    dateSystems: { official: compared.value.official.dateSystem, local: compared.value.local.dateSystem },
  });
}

interface Explained {
  readonly comparison: Comparison;
  readonly fewest: FewestOfAll | null;
}

interface Told extends Explained {
  readonly published: OfficialInput['published'];
  /** What there is to say of the base that the workbook remembers; empty for nothing. */
  readonly base: string;
  /** How either workbook counts days. */
  readonly dateSystems: Readonly<Record<'official' | 'local', 1900 | 1904>>;
}

/** The comparison with formulas in words, with the chains that were asked for, and with the bridges of its headlines as far as they can be worked out. */
function explain(compared: ComparedWorkbooks, { trace, tolerance = {} }: CompareFlags, { calculator, computedReads }: Terminal): Explained {
  const comparison = withTraces(withWords(compared, LOCALE), compared, trace, computedReads);
  try {
    const explanation = finishSteps(explainGaps(compared, calculator, LOCALE, tolerance));
    return { comparison: withBridges(comparison, explanation), fewest: explanation.fewest };
  } catch (error) {
    // The comparison does not depend on why the headlines differ.
    const reason = error instanceof Error ? error.message : String(error);
    const warnings = [...comparison.warnings, `Why the headlines differ could not be worked out (${reason}).`];
    return { comparison: { ...comparison, warnings }, fewest: null };
  }
}

/** The comparison with how the cells that were asked about come to differ. */
function withTraces(
  comparison: Comparison,
  compared: ComparedWorkbooks,
  places: CompareFlags['trace'],
  computedReads: ComputedReads,
): Comparison {
  if (places === undefined) return comparison;
  const tracer = createTracer(compared, LOCALE, computedReads);
  return { ...comparison, traces: places.map((place) => finishSteps(tracer({ place }))) };
}

/** The comparison with only the differences that were asked for. */
function choose(comparison: Comparison, { only, causes }: CompareFlags): Comparison {
  if (only === undefined && causes !== true) return comparison;
  const kinds = new Set<DifferenceKind>((only ?? (Object.keys(GROUPS) as Group[])).flatMap((group) => GROUPS[group]));
  const differences = comparison.differences.filter((difference) => {
    const asked = kinds.has(difference.kind) || (only?.includes('definitions') === true && isDefinition(difference));
    return asked && !(causes === true && difference.role === 'consequence');
  });
  return {
    ...comparison,
    differences,
    names: kinds.has('name') ? comparison.names : [],
    counts: countDifferences(differences),
  };
}

function readGroups(text: string): readonly Group[] {
  return text.split(',').map((word) => {
    const group = word.trim().toLowerCase();
    if (!Object.hasOwn(GROUPS, group)) throw new InvalidArgumentError(`It can be ${Object.keys(GROUPS).join(', ')}.`);
    return group as Group;
  });
}
