import { Command } from 'commander';
import { FINDINGS, type Finding } from '../app/catalog/checkOfficial';
import { measureVersion, type MeasuredVersion } from '../app/catalog/measureVersion';
import { prepareVersion, type PublishTarget } from '../app/catalog/prepareVersion';
import { toPublication, type Publication } from '../app/catalog/toPublication';
import { publish } from '../app/catalog/publish';
import { readCatalog } from '../app/catalog/readCatalog';
import type { RemotePlace } from '../app/ports/RemotePlace';
import { findModel } from '../core/catalog/findModel';
import { fail, succeed, type Result } from '../core/Result';
import { readList } from './comparisonOptions';
import { LOCALE } from './LOCALE';
import { readInput } from './readInput';
import { renderPublication } from './renderPublication';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';

interface PublishFlags {
  readonly catalog: string;
  readonly model: string;
  readonly version: string;
  readonly wrong?: string;
  readonly fixes?: string;
  readonly by?: string;
  readonly despite?: readonly string[];
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly create?: boolean;
  readonly title?: string;
  readonly owner?: string;
  readonly purpose?: string;
}

/** The `publish` command; `start` is handed what runs it. */
export function publishCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('publish')
    .description(
      'Publishes a workbook as the next version of an official model: checks it, measures what it changes in the headlines, writes its file beside the ' +
        'catalog and then the catalog. Exit status: 0 published, 1 something is to be put right first, 2 could not publish.',
    )
    .argument('<official>', 'the workbook to be published')
    .requiredOption('--catalog <address>', 'the https address or the path of the catalog')
    .requiredOption('--model <id>', 'which of its models this is a version of')
    .requiredOption('--version <name>', 'what the version is called, such as v15')
    .option('--wrong <text>', 'what was wrong with the version before')
    .option('--fixes <text>', 'what this one fixes')
    .option('--by <name>', 'who publishes (default: who is signed in)')
    .option(
      '--despite <what>',
      `publish although something is found: ${FINDINGS.join(', ')} (several with commas); the release note says so`,
      readList,
    )
    .option('--dry-run', 'check, measure and say what would be published; write nothing')
    .option('--all', 'list every change')
    .option('--create', 'put a new model into the catalog, and make the catalog where there is none')
    .option('--title <text>', 'with --create: what the model is called')
    .option('--owner <name>', 'with --create: whose it is')
    .option('--purpose <text>', 'with --create: what it is for')
    .action((official: string, flags: PublishFlags) => start((terminal) => runPublish(official, flags, terminal)));
}

async function runPublish(path: string, flags: PublishFlags, terminal: Terminal): Promise<number> {
  const complain = async (message: string): Promise<void> =>
    terminal.complain(`tieout: ${showControls(message.replace(/\s*\n\s*/g, ' '))}\n`);
  const prepared = await prepare(path, flags, terminal);
  if (!prepared.ok) {
    await complain(prepared.failure.message);
    return ExitStatus.Failed;
  }
  const { place, publication, measured } = prepared.value;
  const isReady = publication.findings.length === 0;
  const isWanted = isReady && flags.dryRun !== true;
  const published = isWanted ? await publish(place, publication, terminal.sha256, WATCH) : null;
  if (published?.ok === false) {
    await complain(published.failure.message);
    return ExitStatus.Failed;
  }
  await terminal.print(
    renderPublication(publication, measured, { isPublished: published !== null, all: flags.all === true, colour: terminal.colour }),
  );
  return isReady ? ExitStatus.Same : ExitStatus.Different;
}

const WATCH = { progress: () => undefined, signal: { aborted: false } };

interface Prepared {
  readonly place: RemotePlace;
  readonly publication: Publication;
  readonly measured: MeasuredVersion;
}

async function prepare(path: string, flags: PublishFlags, terminal: Terminal): Promise<Result<Prepared>> {
  const misused = whyMisused(flags);
  if (misused !== null) return fail('usage', `${misused} Nothing was written.`);
  const input = await readInput(path, terminal);
  if (!input.ok) return input;
  const place = terminal.openPlace(flags.catalog);
  if (!place.ok) return place;
  const target = await targetOf(place.value, flags);
  if (!target.ok) return target;
  const { readWorkbook: read, checkResults, openMemory, computedReads, sha256 } = terminal;
  const tools = { read, checkResults, openMemory, options: { computedReads }, locale: LOCALE };
  const prepared = await prepareVersion(
    place.value,
    target.value,
    input.value,
    { measure: (version, watch) => measureVersion(version, tools, watch), sha256 },
    WATCH,
  );
  if (!prepared.ok) return prepared;
  const publication = toPublication(prepared.value, {
    version: flags.version,
    at: terminal.clock(),
    by: flags.by ?? terminal.user(),
    wrong: flags.wrong ?? '',
    fixes: flags.fixes ?? '',
    despite: (flags.despite ?? []) as Finding['about'][],
  });
  return publication.ok ? succeed({ place: place.value, publication: publication.value, measured: prepared.value.measured }) : publication;
}

function whyMisused({ create, wrong, fixes, title, owner, despite = [] }: PublishFlags): string | null {
  const unknown = despite.find((what) => !FINDINGS.some((known) => known === what));
  if (unknown !== undefined) return `--despite can name ${FINDINGS.join(', ')}, not ${unknown}.`;
  if (create === true) return title === undefined || owner === undefined ? 'A new model needs --title and --owner.' : null;
  return wrong === undefined || fixes === undefined
    ? 'Say with --wrong what was wrong before, and with --fixes what this version fixes.'
    : null;
}

async function targetOf(
  place: RemotePlace,
  { model: id, create, title = '', owner = '', purpose = '' }: PublishFlags,
): Promise<Result<PublishTarget>> {
  const read = await readCatalog(place, WATCH);
  if (!read.ok && !(create === true && read.failure.code === 'not-found')) return read;
  const before = read.ok
    ? read.value
    : { catalog: { schema: 'tieout.catalog/1' as const, title: 'Official models', models: [] }, tag: null };
  const found = findModel(before.catalog, id);
  if (create !== true) return found.ok ? succeed({ before, model: found.value }) : found;
  if (found.ok)
    return fail(
      'known',
      `${found.value.title} is in the catalog already. Nothing was written. Leave --create out to publish a version of it.`,
    );
  return succeed({ before, model: { id, title, owner, purpose, versions: [] } });
}
