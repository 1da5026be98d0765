import { z } from 'zod';

const word = z.string().max(300);
const figure = z.number().nullable();
const count = z.int().min(0);

/** A receipt in the inbox: how a team's workbook compared with a published version. What it does not know is refused. */
export const inboxReceiptSchema = z.strictObject({
  schema: z.literal('tieout.inbox-receipt/1'),
  team: word.min(1).describe('The team that compared.'),
  author: word.describe('Who was signed in; empty where that was not known.'),
  at: z.iso.datetime().describe('When it was compared.'),
  model: word.describe('The id of the model in the catalog.'),
  version: word.describe('The version that it was compared with.'),
  verdict: z.enum(['ties', 'differs', 'unknown']).describe('Whether it ties out; unknown where that could not be told.'),
  causes: count.describe('How many changes someone made.'),
  cells: count.describe('How many cells differ.'),
  headlines: z
    .array(
      z.strictObject({
        name: word,
        official: figure,
        local: figure,
        format: word.describe('The code of the format that its cell has.'),
        ties: z.boolean(),
      }),
    )
    .max(500)
    .describe('The headlines with both figures; null where a workbook shows no number.'),
});

export type InboxReceipt = Readonly<z.infer<typeof inboxReceiptSchema>>;
