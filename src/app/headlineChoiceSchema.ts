import { z } from 'zod';
import type { HeadlineChoice } from '../core/headlines/HeadlineChoice';

/** A headline that the user chose, as it is remembered and sent. */
export const chosenHeadlineSchema = z
  .object({ label: z.string(), official: z.string().nullable(), local: z.string().nullable() })
  .readonly();

/** What the user makes of the headlines that are found, as it is remembered and sent. */
export const headlineChoiceSchema = z
  .object({ added: z.array(chosenHeadlineSchema).readonly(), removed: z.array(z.string()).readonly() })
  .readonly() satisfies z.ZodType<HeadlineChoice>;
