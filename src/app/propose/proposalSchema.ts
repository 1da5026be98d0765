import { z } from 'zod';
import { DIFFERENCE_KINDS } from '../../core/compare/Difference';
import type { Proposal } from '../../core/propose/Proposal';
import { decidedDifferenceSchema } from '../ledger/ledgerSchema';

/** A proposal of more offers than that is a model of its own. */
export const MOST_OFFERS = 2_000;
/** A packed workbook of more letters than that is not kept anywhere. */
export const MOST_PACKED = 16_000_000;

const word = z.string().max(300);
const text = z.string().max(8_000);
const time = z.iso.datetime();
const place = z
  .strictObject({
    sheet: word.describe('The sheet; empty for what belongs to the whole workbook.'),
    address: word.describe('A cell B3, a range B3:B9, rows 5:7, columns C:D, or a name; empty for a whole sheet.'),
  })
  .nullable();

const effect = z.array(
  z.strictObject({
    name: text.describe('What the headline is called.'),
    format: word.describe('Its number format code.'),
    before: z.number().describe('As official shows it.'),
    after: z.number().nullable().describe('As it is calculated with what is offered; null where it cannot be calculated.'),
    exact: z.boolean().describe('False where the calculation could not be checked against what official shows, or left something out.'),
  }),
);

const packed = z.string().max(MOST_PACKED);

/** A proposal file. What it does not know is refused: nobody should take what Tieout does not see. */
export const proposalSchema = z.strictObject({
  schema: z.literal('tieout.proposals/1').describe('What this file is, and the version of its form.'),
  author: word.describe('Who wrote the file.'),
  team: word.describe('The team that offers, or the name of its workbook.'),
  at: time.describe('When the file was written.'),
  official: z
    .strictObject({
      title: text.describe('The name of the official model that the offers are to.'),
      version: word.nullable().describe('Its version, where that was known.'),
      sha256: word.nullable().describe('Hex SHA-256 of its file, where that was known.'),
    })
    .describe('The official model as it was when the file was written.'),
  offers: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[\w-]{1,40}$/)
          .describe('Tells the offer apart within this file.'),
        of: decidedDifferenceSchema.describe(
          'The difference: its kind, what it is called, what official and the team hold, how many cells.',
        ),
        reason: text.describe('Why it is offered.'),
        owner: word.describe('Who offered it.'),
        at: time.describe('When it was offered.'),
        words: text.describe('What changes, in words.'),
        effect: effect.describe('What it does to the headlines by itself, as calculated when the file was written.'),
        changes: z
          .array(
            z.strictObject({
              kind: z.enum(DIFFERENCE_KINDS).describe('What is not the same.'),
              before: place.describe('Where it stands in official as it was; null for what is put in.'),
              after: place.describe('Where it stands in official as proposed; null for what is taken out.'),
            }),
          )
          .max(10_000)
          .describe('Where it stands in the two packed workbooks.'),
      }),
    )
    .max(MOST_OFFERS)
    .refine((offers) => new Set(offers.map(({ id }) => id)).size === offers.length)
    .describe('The differences that are offered.'),
  effect: effect.describe('What all offers together do to the headlines, as calculated when the file was written.'),
  before: packed.describe('Official as it was: a packed snapshot.'),
  after: packed.describe('Official with every offer taken and nothing else: a packed snapshot.'),
}) satisfies z.ZodType<Proposal>;
