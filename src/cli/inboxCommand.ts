import { Command } from 'commander';
import { linkedCatalog } from '../app/catalog/catalogAddress';
import { fetchVersion } from '../app/catalog/fetchVersion';
import { readCatalog } from '../app/catalog/readCatalog';
import type { InboxJson } from '../app/inbox/inboxSchema';
import { readInbox, type Inbox } from '../app/inbox/readInbox';
import type { SentProposal } from '../app/inbox/SentProposal';
import { teamStandings } from '../app/inbox/teamStandings';
import { readAnswers } from '../app/ledger/readAnswers';
import type { RemotePlace } from '../app/ports/RemotePlace';
import type { Catalog } from '../core/catalog/Catalog';
import { findModel } from '../core/catalog/findModel';
import type { Answer } from '../core/ledger/Answer';
import { offerKey } from '../core/ledger/answersInForce';
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
      'Shows the owner of a catalog which teams reported a comparison, with which version, and whether they tie out, and what they offer. ' +
        'Exit status: 0 all that reported tie out, 1 some do not, nobody reported or something there cannot be read, 2 could not read.',
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
      ? `${JSON.stringify({ schema: 'tieout.inbox/1', ...value } satisfies InboxJson, null, 2)}\n`
      : renderInbox(value, { all, colour: terminal.colour }),
  );
  const teams = teamStandings(value.receipts);
  const isWhole = value.unreadable.length === 0 && value.unseen === 0;
  return isWhole && teams.length > 0 && teams.every(({ newest }) => newest.verdict === 'ties') ? ExitStatus.Same : ExitStatus.Different;
}

async function read(argument: string, terminal: Terminal): Promise<Result<Inbox>> {
  const asked = linkedCatalog(argument);
  if (asked === null) return fail('usage', 'Say which catalog: its https address or its path, which ends in .json.');
  const place = terminal.openPlace(asked.address);
  if (!place.ok) return place;
  const standing = await readCatalog(place.value, WATCH);
  if (!standing.ok) return standing;
  const { catalog } = standing.value;
  const model = asked.model === null ? null : findModel(catalog, asked.model);
  if (model?.ok === false) return model;
  const inbox = await readInbox(place.value, catalog, WATCH);
  if (!inbox.ok) return inbox;
  const wanted = (id: string | null): boolean => model === null || id === model.value.id;
  const receipts = inbox.value.receipts.filter((receipt) => wanted(receipt.model));
  const proposals = inbox.value.proposals.filter((proposal) => wanted(proposal.model));
  return succeed({ ...inbox.value, receipts, proposals: await answered(proposals, place.value, catalog, terminal) });
}

/** The proposals with what the current version of each model remembers was answered; where that cannot be read, as they are. */
async function answered(
  proposals: readonly SentProposal[],
  place: RemotePlace,
  { models }: Catalog,
  { openMemory, sha256 }: Terminal,
): Promise<readonly SentProposal[]> {
  const known = new Map<string, Answer>();
  for (const id of new Set(proposals.map(({ model }) => model))) {
    const current = models.find((model) => model.id === id)?.versions[0];
    const file = current && (await fetchVersion(place, current, sha256, WATCH));
    const memory = file?.ok === true ? openMemory(file.value.bytes) : null;
    const answers = memory?.ok === true ? await readAnswers(memory.value) : null;
    for (const answer of answers?.ok === true ? answers.value : []) known.set(offerKey(answer), answer);
  }
  return proposals.map((proposal) => ({
    ...proposal,
    offers: proposal.offers.map((offer) => ({ ...offer, answer: known.get(offerKey({ ...offer, offered: offer.at })) ?? null })),
  }));
}
