import { z } from 'zod';
import { entryRuleSchema } from '../../../app/entryRuleSchema';
import { MAX_COLUMN, MAX_ROW } from '../../../core/workbook/Address';
import type { SheetSnapshot, Snapshot } from '../../../core/workbook/Snapshot';

const row = z.int().min(1).max(MAX_ROW);
const column = z.int().min(1).max(MAX_COLUMN);
const line = z.int().min(1).max(MAX_ROW);
const range = z
  .strictObject({ firstRow: row, firstColumn: column, lastRow: row, lastColumn: column })
  .refine(({ firstRow, firstColumn, lastRow, lastColumn }) => firstRow <= lastRow && firstColumn <= lastColumn);
const spans = z.array(z.strictObject({ first: line, last: line }).refine(({ first, last }) => first <= last));
const texts = z.array(z.string());

const sheet = z.strictObject({
  name: z.string(),
  visibility: z.enum(['visible', 'hidden', 'veryHidden']),
  protected: z.boolean(),
  arrays: z.array(z.strictObject({ range, kind: z.enum(['array', 'spill', 'dataTable']) })),
  merges: z.array(range),
  hiddenRows: spans,
  hiddenColumns: spans,
  notes: z.array(z.strictObject({ row, column, author: z.string(), text: z.string(), kind: z.enum(['note', 'comment']) })),
  validations: z.array(entryRuleSchema.extend({ ranges: z.array(range) })),
}) satisfies z.ZodType<Omit<SheetSnapshot, 'cells'>>;

/** All of a snapshot but its cells, as `packSnapshot` writes it. */
export const packedSnapshotSchema = z.strictObject({
  name: z.string(),
  sha256: z.string().nullable(),
  dateSystem: z.union([z.literal(1900), z.literal(1904)]),
  calculation: z.enum(['automatic', 'manual', 'unfinished']),
  iteration: z.strictObject({ count: z.number(), delta: z.number() }).nullable(),
  sheets: z.array(sheet),
  names: z.array(
    z.strictObject({ name: z.string(), scope: z.string().nullable(), formula: z.string(), hidden: z.boolean(), comment: z.string() }),
  ),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      sheet: z.string(),
      range,
      headerRow: z.boolean(),
      totalsRow: z.boolean(),
      columns: z.array(z.strictObject({ name: z.string(), formula: z.string().nullable() })),
    }),
  ),
  externalLinks: z.array(z.strictObject({ index: z.number(), target: z.string() })),
  strings: texts,
  formulas: texts,
  formats: texts,
  structureProtected: z.boolean(),
  warnings: texts,
}) satisfies z.ZodType<Omit<Snapshot, 'sheets'> & { readonly sheets: readonly Omit<SheetSnapshot, 'cells'>[] }>;
