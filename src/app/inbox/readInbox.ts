import { strFromU8 } from 'fflate';
import type { Catalog } from '../../core/catalog/Catalog';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { ListedFile, RemotePlace } from '../ports/RemotePlace';
import { MOST_LETTERS, readProposal } from '../propose/readProposal';
import { inboxReceiptSchema, type InboxReceipt } from './inboxReceiptSchema';
import { PROPOSAL_ENDING } from './sendProposal';
import { INBOX } from './sendReceipt';
import { sentProposal, type SentProposal } from './SentProposal';

/** What lies in the inbox of a catalog. */
export interface Inbox {
  /** Newest first. */
  readonly receipts: readonly InboxReceipt[];
  /** Newest first. */
  readonly proposals: readonly SentProposal[];
  /** Files that are neither, half written or of another kind, by name, and why. */
  readonly unreadable: readonly { readonly name: string; readonly why: string }[];
  /** How many files were not looked at, the oldest by name. */
  readonly unseen: number;
}

const MOST_FILES = 2_000;
const MOST_BYTES = 500_000;

/** The receipts and proposals in the inbox beside a catalog. A file that cannot be read is told and hides no other. */
export async function readInbox(place: RemotePlace, catalog: Catalog, watch: Watch): Promise<Result<Inbox>> {
  const listed = await place.list(INBOX, watch);
  if (!listed.ok && listed.failure.code === 'no-folder') {
    return fail('no-folder', `${listed.failure.message} Make a folder “${INBOX}” beside the catalog for teams to send reports to.`);
  }
  if (!listed.ok) return listed;
  // What begins with a dot is being written. Names begin with the time.
  const files = listed.value.filter(({ name }) => !name.startsWith('.')).sort((one, other) => (one.name < other.name ? 1 : -1));
  const receipts: InboxReceipt[] = [];
  const proposals: SentProposal[] = [];
  const unreadable: { name: string; why: string }[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    if (watch.signal.aborted) return fail('cancelled', 'Nothing was changed.');
    const isProposal = file.name.endsWith(PROPOSAL_ENDING);
    const read = await (isProposal ? readSent(place, file, catalog, watch) : readReceipt(place, file, watch));
    if (read.ok) {
      if ('offers' in read.value) proposals.push(read.value);
      else receipts.push(read.value);
    } else unreadable.push({ name: file.name, why: read.failure.message });
  }
  receipts.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  proposals.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return succeed({ receipts, proposals, unreadable, unseen: Math.max(0, files.length - MOST_FILES) });
}

async function readReceipt(place: RemotePlace, file: ListedFile, watch: Watch): Promise<Result<InboxReceipt>> {
  const text = await textOf(place, file, MOST_BYTES, watch);
  if (!text.ok) return text;
  try {
    const parsed = inboxReceiptSchema.safeParse(JSON.parse(text.value));
    if (parsed.success) return succeed(parsed.data);
  } catch {
    // Told below: no JSON, or only half of it.
  }
  return fail('no-receipt', 'It is no report that this version of Tieout knows, or only part of one.');
}

async function readSent(place: RemotePlace, file: ListedFile, catalog: Catalog, watch: Watch): Promise<Result<SentProposal>> {
  const text = await textOf(place, file, MOST_LETTERS, watch);
  if (!text.ok) return text;
  const proposal = readProposal(text.value, file.name);
  return proposal.ok ? succeed(sentProposal(proposal.value, addressOf(file), catalog)) : proposal;
}

async function textOf(place: RemotePlace, listed: ListedFile, most: number, watch: Watch): Promise<Result<string>> {
  if (listed.size > most) return fail('no-receipt', 'It is too large to be a report or a proposal.');
  const file = place.beside(addressOf(listed));
  if (!file.ok) return fail('no-receipt', 'Its name cannot be used.');
  const read = await file.value.read(watch);
  if (!read.ok) return read;
  if (read.value === 'same' || read.value.bytes.length > most) return fail('no-receipt', 'It could not be read.');
  return succeed(strFromU8(read.value.bytes));
}

function addressOf({ name }: ListedFile): string {
  return `${INBOX}/${encodeURIComponent(name)}`;
}
