import { z } from 'zod';
import { catalogSchema } from './catalogSchema';

const { models } = catalogSchema.shape;
const version = models.element.shape.versions.element;

const fit = z.strictObject({
  version: version.shape.version,
  causes: z
    .int()
    .nullable()
    .describe('So many differences that someone made lie between it and the workbook; null where it could not be compared'),
  cells: z.int().nullable(),
  why: z.string().describe('Why it could not be compared; empty where it was'),
});

/** What `tieout catalog --json` prints. */
export const standingSchema = z.strictObject({
  schema: z.literal('tieout.standing/1'),
  title: catalogSchema.shape.title,
  models,
  yours: z
    .strictObject({
      name: z.string(),
      model: models.element.shape.id.nullable().describe('Null where the workbook has no version of these models'),
      has: version.shape.version.nullable(),
      behind: z.int().nullable().describe('How many versions came since'),
    })
    .nullable()
    .describe('The workbook that was asked about'),
  closest: z
    .array(fit)
    .nullable()
    .describe('The versions by how close the workbook is to them, closest first; null where that was not asked for'),
});

export type StandingJson = z.infer<typeof standingSchema>;
