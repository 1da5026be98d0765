import { inboxReceiptSchema, type InboxReceipt } from '../app/inbox/inboxReceiptSchema';
import { sendReceipt } from '../app/inbox/sendReceipt';
import { verdict } from '../app/verdict';
import { linkedCatalog } from '../app/catalog/catalogAddress';
import type { Comparison } from '../core/compare/Comparison';
import { cellsThatDiffer } from '../core/compare/countDifferences';
import { fail, succeed, type Result } from '../core/Result';
import type { OfficialInput } from './readOfficial';
import type { Terminal } from './Terminal';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
export const WHAT_IS_SENT =
  "your team, who is signed in, when, model and version, whether it ties out, the headlines with official's figures and yours, and how many causes and cells differ";

/** Sends what a comparison came to to the inbox of the catalog that official was named by; a sentence that says what was sent where. */
export async function reportComparison(
  argument: string,
  { published }: Pick<OfficialInput, 'published'>,
  team: string,
  comparison: Comparison,
  { openPlace, clock, user, newId }: Terminal,
): Promise<Result<string>> {
  const asked = linkedCatalog(argument);
  if (asked === null || published === null)
    return fail('usage', 'A report goes to the inbox of a catalog: name official as CATALOG#MODEL.');
  const place = openPlace(asked.address);
  if (!place.ok) return place;
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  const receipt: InboxReceipt = {
    schema: inboxReceiptSchema.shape.schema.value,
    team,
    author: user(),
    at: clock(),
    model: published.model.id,
    version: published.version.version,
    verdict: verdict(comparison).word,
    causes: comparison.counts.roles.cause,
    cells: cellsThatDiffer(comparison.counts),
    headlines: comparison.headlines.map(({ name, official, local, format, ties }) => ({
      name,
      official: number(official),
      local: number(local),
      format,
      ties,
    })),
  };
  const sent = await sendReceipt(place.value, receipt, newId(), WATCH);
  return sent.ok ? succeed(`Sent to ${sent.value} beside the catalog, as ${team}: ${WHAT_IS_SENT}.`) : sent;
}
