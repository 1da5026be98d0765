import { z } from 'zod';

/** The base as it was before a receipt changed it, as its part's text; null where there was none, absent where it is no longer kept. */
export const beforeSchema = z.strictObject({ schema: z.literal('tieout.before/1'), base: z.string().nullable().exactOptional() });

export type BaseBefore = z.infer<typeof beforeSchema>;
