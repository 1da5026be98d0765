import { z } from 'zod';
import { answerSchema, decidedDifferenceSchema } from '../ledger/ledgerSchema';
import { inboxReceiptSchema } from './inboxReceiptSchema';

/** What `tieout inbox --json` prints. */
export const inboxSchema = z
  .strictObject({
    schema: z.literal('tieout.inbox/1'),
    /** Newest first, as those below. */
    receipts: z.array(inboxReceiptSchema.readonly()).readonly(),
    proposals: z
      .array(
        z
          .strictObject({
            /** Where the file is, relative to the catalog. */
            file: z.string(),
            team: z.string(),
            author: z.string(),
            at: z.string(),
            /** To which model and version of the catalog; null where it knows none. */
            model: z.string().nullable(),
            version: z.string().nullable(),
            offers: z
              .array(
                z
                  .strictObject({
                    id: z.string(),
                    of: decidedDifferenceSchema,
                    words: z.string(),
                    reason: z.string(),
                    owner: z.string(),
                    at: z.string(),
                    /** What the current version remembers was answered; null where nothing was. */
                    answer: answerSchema.nullable(),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    unreadable: z.array(z.strictObject({ name: z.string(), why: z.string() }).readonly()).readonly(),
    /** How many files were not looked at. */
    unseen: z.int().nonnegative(),
  })
  .readonly();

export type InboxJson = z.infer<typeof inboxSchema>;
