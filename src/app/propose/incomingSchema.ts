import { z } from 'zod';
import { proposalSchema } from './proposalSchema';

const shape = proposalSchema.shape;
const offer = shape.offers.element.shape;

const stands = z
  .strictObject({
    id: offer.id,
    of: offer.of,
    reason: offer.reason,
    owner: offer.owner,
    at: offer.at,
    words: offer.words,
    state: z
      .enum(['open', 'taken', 'conflict', 'lost'])
      .describe('Whether it can be taken, is in official already, or was changed there since.'),
    effect: offer.effect.describe('What taking it does to the headlines of official as it is now.'),
    outside: z.array(z.string()).describe('Formulas with which official would reach outside.'),
    answer: z
      .strictObject({
        answer: z.enum(['taken', 'declined']),
        reason: z.string(),
        by: z.string(),
        at: z.string(),
        version: z.string().nullable(),
      })
      .nullable()
      .describe('What was answered before.'),
  })
  .readonly();

/** What `tieout proposals --json` prints. */
export const incomingSchema = z
  .strictObject({
    schema: z.literal('tieout.incoming/1'),
    official: z.strictObject({ name: z.string(), sha256: z.string().nullable() }).readonly(),
    proposals: z
      .array(
        z
          .strictObject({
            file: z.string(),
            author: shape.author,
            team: shape.team,
            at: shape.at,
            to: shape.official,
            moved: z.boolean().describe('Whether official is another file than the one the proposal was made to.'),
            offers: z.array(stands).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    unread: z.array(z.strictObject({ file: z.string(), reason: z.string() }).readonly()).readonly(),
  })
  .readonly();

export type IncomingJson = z.infer<typeof incomingSchema>;
