import { z } from 'zod';
import type { EqualWithin, OwnTolerance } from '../core/compare/EqualWithin';

/** How far numbers may differ, relative to the larger one. */
export const toleranceSchema = z.number().min(0).lt(1);

/** How far numbers of one sheet, or one headline, may differ. */
export const ownToleranceSchema = z
  .object({ of: z.string().min(1), tolerance: toleranceSchema, kind: z.enum(['sheet', 'headline']) })
  .readonly() satisfies z.ZodType<OwnTolerance>;

/** What counts as equal, as it is remembered and sent. */
export const equalWithinSchema = z
  .object({ tolerance: toleranceSchema, tolerances: z.array(ownToleranceSchema).readonly() })
  .readonly() satisfies z.ZodType<EqualWithin>;
