import { strFromU8 } from 'fflate';
import { fail, succeed, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { ListedFile, RemotePlace } from '../ports/RemotePlace';
import { inboxReceiptSchema, type InboxReceipt } from './inboxReceiptSchema';
import { INBOX } from './sendReceipt';

/** What lies in the inbox of a catalog. */
export interface Inbox {
  /** Newest first. */
  readonly receipts: readonly InboxReceipt[];
  /** Files that are no receipts, half written or of another kind, by name, and why. */
  readonly unreadable: readonly { readonly name: string; readonly why: string }[];
  /** How many files were not looked at, the oldest by name. */
  readonly unseen: number;
}

const MOST_FILES = 2_000;
const MOST_BYTES = 500_000;

/** The receipts in the inbox beside a catalog. A file that cannot be read is told and hides no other. */
export async function readInbox(place: RemotePlace, watch: Watch): Promise<Result<Inbox>> {
  const listed = await place.list(INBOX, watch);
  if (!listed.ok && listed.failure.code === 'no-folder') {
    return fail('no-folder', `${listed.failure.message} Make a folder “${INBOX}” beside the catalog for teams to send reports to.`);
  }
  if (!listed.ok) return listed;
  // What begins with a dot is being written. Names begin with the time.
  const files = listed.value.filter(({ name }) => !name.startsWith('.')).sort((one, other) => (one.name < other.name ? 1 : -1));
  const receipts: InboxReceipt[] = [];
  const unreadable: { name: string; why: string }[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    if (watch.signal.aborted) return fail('cancelled', 'Nothing was changed.');
    const read = await readReceipt(place, file, watch);
    if (read.ok) receipts.push(read.value);
    else unreadable.push({ name: file.name, why: read.failure.message });
  }
  receipts.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return succeed({ receipts, unreadable, unseen: Math.max(0, files.length - MOST_FILES) });
}

async function readReceipt(place: RemotePlace, { name, size }: ListedFile, watch: Watch): Promise<Result<InboxReceipt>> {
  if (size > MOST_BYTES) return fail('no-receipt', 'It is too large to be a report.');
  const file = place.beside(`${INBOX}/${encodeURIComponent(name)}`);
  if (!file.ok) return fail('no-receipt', 'Its name cannot be used.');
  const read = await file.value.read(watch);
  if (!read.ok) return read;
  if (read.value === 'same') return fail('no-receipt', 'It could not be read.');
  try {
    const parsed = inboxReceiptSchema.safeParse(JSON.parse(strFromU8(read.value.bytes)));
    if (parsed.success) return succeed(parsed.data);
  } catch {
    // Told below: no JSON, or only half of it.
  }
  return fail('no-receipt', 'It is no report that this version of Tieout knows, or only part of one.');
}
