import { strToU8 } from 'fflate';
import type { Result } from '../../core/Result';
import { fail, succeed } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RemotePlace } from '../ports/RemotePlace';
import { inboxReceiptSchema, type InboxReceipt } from './inboxReceiptSchema';

/** The folder beside a catalog that receipts are put into. */
export const INBOX = 'inbox';

/** Puts a receipt into the inbox beside a catalog, as a file of its own that replaces none; the address of that file. `id` tells it from others of that moment. */
export async function sendReceipt(place: RemotePlace, receipt: InboxReceipt, id: string, watch: Watch): Promise<Result<string>> {
  if (!inboxReceiptSchema.safeParse(receipt).success) {
    return fail('too-much', 'The report has a name longer than 300 letters or more than 500 headlines, so it was not sent.');
  }
  const address = `${INBOX}/${receipt.at.replace(/[:.]/g, '-')}-${id}.json`;
  const file = place.beside(address);
  if (!file.ok) return file;
  const written = await file.value.write(strToU8(`${JSON.stringify(receipt, null, 2)}\n`), null, watch);
  if (written.ok) return succeed(address);
  return fail(
    written.failure.code,
    `The report was not confirmed as sent. ${written.failure.message} It needs a folder “${INBOX}” beside the catalog, which its owner makes once.`,
  );
}
