import { z } from 'zod';
import type { Catalog, CatalogModel, CatalogVersion, HeadlineChange } from '../../core/catalog/Catalog';
import { toleranceSchema } from '../equalWithinSchema';

/** More is no catalog, and would make whoever reads it wait. */
export const MOST_CATALOG_BYTES = 8 * 1024 * 1024;
const MOST_MODELS = 500;
/** Of one model. */
export const MOST_VERSIONS = 1_000;
const MOST_WORKBOOK_BYTES = 1024 ** 3;

// What steers a terminal, or turns the direction of what follows, is not to be shown as part of a name.
const LINE = /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;
const line = (most: number) => z.string().min(1).max(most).regex(LINE);
const prose = z.string().max(4_000);
const amount = z.number().nullable();

// What a later version of Tieout adds is kept when this one publishes, so objects are loose.
const effect = z.looseObject({
  name: line(200),
  before: amount,
  after: amount,
  format: z.string().max(300).exactOptional(),
}) satisfies z.ZodType<HeadlineChange>;

const version = z.looseObject({
  version: line(40),
  at: z.iso.datetime({ offset: true }),
  by: z.string().max(200).regex(LINE),
  workbook: line(1_000).describe('Where the file of this version is, relative to the catalog'),
  sha256: z.string().regex(/^[0-9a-fA-F]{64}$/),
  size: z.int().positive().max(MOST_WORKBOOK_BYTES),
  note: z.looseObject({ wrong: prose, fixes: prose, headlines: z.array(effect).max(200) }),
  despite: z.array(prose).max(50).exactOptional(),
}) satisfies z.ZodType<CatalogVersion>;

/** What a model is called in addresses and command lines. */
const modelIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

const model = z.looseObject({
  id: modelIdSchema,
  title: line(200),
  owner: line(200),
  purpose: prose,
  headlines: z.array(line(200)).max(100).exactOptional(),
  tolerance: toleranceSchema.exactOptional(),
  tolerances: z
    .array(z.looseObject({ of: line(200), tolerance: toleranceSchema, kind: z.enum(['sheet', 'headline']).exactOptional() }))
    .max(500)
    .exactOptional(),
  keys: z
    .array(z.looseObject({ sheet: line(100), columns: z.array(line(300)).min(1).max(20), list: line(40).exactOptional() }))
    .max(200)
    .exactOptional(),
  definitions: line(100).exactOptional(),
  retired: z.array(line(300)).max(5_000).exactOptional(),
  reviewBy: z.iso.date().exactOptional(),
  versions: z
    .array(version)
    .min(1)
    .max(MOST_VERSIONS)
    .refine((all) => areTold(all.map(({ version: name }) => name)), 'two versions of one model have the same name')
    .describe('Newest first; the first is the current one'),
}) satisfies z.ZodType<CatalogModel>;

/** The catalog as it is kept: one JSON file. */
export const catalogSchema = z.looseObject({
  schema: z.literal('tieout.catalog/1'),
  title: line(200),
  models: z
    .array(model)
    .max(MOST_MODELS)
    .refine((all) => areTold(all.map(({ id }) => id)), 'two models have the same id'),
}) satisfies z.ZodType<Catalog>;

/** Whether no two names are the same in another case. */
function areTold(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.trim().toLowerCase())).size === names.length;
}

/** The same as a JSON Schema (2020-12), for editors that check a catalog while it is written. */
export function catalogJsonSchema(): string {
  return `${JSON.stringify({ title: 'A catalog of official models for Tieout', ...z.toJSONSchema(catalogSchema) }, null, 2)}\n`;
}
