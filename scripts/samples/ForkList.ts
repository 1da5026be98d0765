import { z } from 'zod';
import { DIFFERENCE_KINDS } from '../../src/core/compare/Difference';

/** The sheet's name and, in A1, a cell, a range, rows `5:7` or columns `C:D`; a defined name stands on no sheet, a whole sheet has no address. */
const placeSchema = z.strictObject({ sheet: z.string(), address: z.string() });

/** What one planted fork changed, as a comparison with the official model should find it: causes only, no consequences. */
const plantedDifferenceSchema = z.strictObject({
  kind: z.enum(DIFFERENCE_KINDS),
  /** Null when only the copy has it. */
  official: placeSchema.nullable(),
  /** Null when only the official model has it. */
  local: placeSchema.nullable(),
  cells: z.int().min(1),
});

/** The file beside a shadow copy that lists everything in which it departs from the official model. */
export const forkListSchema = z.strictObject({
  schema: z.literal('tieout.forks/1'),
  official: z.string(),
  local: z.string(),
  forks: z.array(z.strictObject({ says: z.string(), differences: z.array(plantedDifferenceSchema).min(1) })).min(1),
  /** What the forks do to the official model's headlines. */
  headlines: z.array(z.strictObject({ name: z.string(), official: z.number(), local: z.number() })),
});

export type ForkList = z.infer<typeof forkListSchema>;
export type PlantedDifference = z.infer<typeof plantedDifferenceSchema>;
