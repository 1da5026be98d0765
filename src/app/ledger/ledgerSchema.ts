import { z } from 'zod';
import { DIFFERENCE_KINDS } from '../../core/compare/Difference';
import type { Answer } from '../../core/ledger/Answer';
import type { BaseVersion } from '../../core/ledger/BaseVersion';
import type { DecidedDifference, Decision } from '../../core/ledger/Decision';
import type { Ledger } from '../../core/ledger/Ledger';
import type { Receipt } from '../../core/ledger/Receipt';

const time = z.string().min(1);
const count = z.int().nonnegative();
const amount = z.number().nullable();
const side = z.strictObject({ sheet: z.string(), address: z.string(), content: z.string() }).nullable();

/** What was decided on, as a workbook remembers it. */
export const decidedDifferenceSchema = z.strictObject({
  kind: z.enum(DIFFERENCE_KINDS),
  label: z.string(),
  official: side,
  local: side,
  cells: count,
}) satisfies z.ZodType<DecidedDifference>;

/** A decision as a workbook remembers it. */
export const decisionSchema = z.strictObject({
  kind: z.enum(['exception', 'proposal']),
  reason: z.string(),
  owner: z.string(),
  at: time,
  reviewBy: z.iso.date().nullable(),
  of: decidedDifferenceSchema,
}) satisfies z.ZodType<Decision>;

/** An answer to an offer as official remembers it. */
export const answerSchema = z.strictObject({
  answer: z.enum(['taken', 'declined']),
  reason: z.string(),
  by: z.string(),
  at: time,
  version: z.string().nullable(),
  receipt: z.string().nullable(),
  team: z.string(),
  owner: z.string(),
  offered: time,
  of: decidedDifferenceSchema,
}) satisfies z.ZodType<Answer>;

/** A receipt as a workbook remembers it. */
export const receiptSchema = z.strictObject({
  id: z.string().min(1),
  at: time,
  by: z.string(),
  action: z.enum(['sync', 'undo', 'compare', 'merge']),
  official: z.strictObject({ name: z.string(), version: z.string().nullable(), sha256: z.string().nullable() }),
  cells: count,
  taken: count,
  kept: count,
  refused: count,
  headlines: z.array(
    z.strictObject({ name: z.string(), format: z.string().default('General'), before: amount, after: amount, official: amount }),
  ),
  undoneBy: z.string().nullable(),
  undoable: z.boolean(),
}) satisfies z.ZodType<Receipt>;

/** The ledger as a workbook remembers it. What it does not know is refused, as writing it back would lose it. */
export const ledgerSchema = z.strictObject({
  schema: z.literal('tieout.ledger/1'),
  decisions: z.array(decisionSchema),
  receipts: z.array(receiptSchema),
}) satisfies z.ZodType<Ledger>;

/** The version of a base as a workbook remembers it. */
export const baseVersionSchema = z.strictObject({
  title: z.string(),
  version: z.string().nullable(),
  sha256: z.string().nullable(),
  at: time,
}) satisfies z.ZodType<BaseVersion>;
