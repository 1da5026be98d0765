import { Command } from 'commander';
import { catalogAddress } from '../app/catalog/catalogAddress';
import { readCatalog } from '../app/catalog/readCatalog';
import { readInbox, type Inbox } from '../app/inbox/readInbox';
import { teamStandings } from '../app/inbox/teamStandings';
import { findModel } from '../core/catalog/findModel';
import { fail, succeed, type Result } from '../core/Result';
import { renderInbox } from './renderInbox';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';

const WATCH = { progress: () => undefined, signal: { aborted: false } };

interface InboxFlags {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** The `inbox` command; `start` is handed what runs it. */
export function inboxCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('inbox')
    .description(
      'Shows the owner of a catalog which teams reported a comparison, with which version, and whether they tie out. ' +
        'Exit status: 0 all that reported tie out, 1 some do not or nobody reported, 2 could not read.',
    )
    .argument('<catalog>', 'the https address or the path of a catalog, with #model for one of its models')
    .option('--all', 'list everything')
    .option('--json', 'print one JSON object (schema tieout.inbox/1)')
    .action((catalog: string, flags: InboxFlags) => start((terminal) => runInbox(catalog, flags, terminal)));
}

async function runInbox(argument: string, { all = false, json }: InboxFlags, terminal: Terminal): Promise<number> {
  const inbox = await read(argument, terminal);
  if (!inbox.ok) {
    await terminal.complain(`tieout: ${showControls(inbox.failure.message.replace(/\s*\n\s*/g, ' '))}\n`);
    return ExitStatus.Failed;
  }
  const { value } = inbox;
  await terminal.print(
    json === true
      ? `${JSON.stringify({ schema: 'tieout.inbox/1', ...value }, null, 2)}\n`
      : renderInbox(value, { all, colour: terminal.colour }),
  );
  const teams = teamStandings(value.receipts);
  return teams.length > 0 && teams.every(({ newest }) => newest.verdict === 'ties') ? ExitStatus.Same : ExitStatus.Different;
}

async function read(argument: string, { openPlace }: Terminal): Promise<Result<Inbox>> {
  const asked = catalogAddress(argument);
  if (asked === null) return fail('usage', 'Say which catalog: its https address or its path, which ends in .json.');
  const place = openPlace(asked.address);
  if (!place.ok) return place;
  const standing = await readCatalog(place.value, WATCH);
  if (!standing.ok) return standing;
  const model = asked.model === null ? null : findModel(standing.value.catalog, asked.model);
  if (model?.ok === false) return model;
  const inbox = await readInbox(place.value, WATCH);
  if (!inbox.ok || asked.model === null) return inbox;
  return succeed({ ...inbox.value, receipts: inbox.value.receipts.filter(({ model }) => model === asked.model) });
}
