import { z } from 'zod';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { entryRuleSchema } from '../entryRuleSchema';
import { MAX_COLUMN, MAX_ROW } from '../../core/workbook/Address';

const line = z.int().min(1).max(MAX_ROW);
const range = z.strictObject({
  firstRow: line,
  firstColumn: z.int().min(1).max(MAX_COLUMN),
  lastRow: line,
  lastColumn: z.int().min(1).max(MAX_COLUMN),
});
const value = z.union([z.null(), z.number(), z.string(), z.boolean(), z.strictObject({ error: z.string() })]);
const contents = z.array(z.array(z.strictObject({ formula: z.string().nullable(), value, format: z.string().nullable() }).nullable()));
const named = z.strictObject({ formula: z.string(), comment: z.string(), hidden: z.boolean() }).nullable();
const axis = z.enum(['row', 'column']);
const sheet = z.string();
const aside = z.boolean().exactOptional();

const note = z.strictObject({ author: z.string(), text: z.string() }).nullable();
const columns = z.array(z.strictObject({ name: z.string(), calculated: z.boolean() }));
const visibility = z.enum(['visible', 'hidden', 'veryHidden']);
const rule = entryRuleSchema.nullable();

const step = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('addSheet'),
    sheet,
    position: z.int().nonnegative(),
    visibility,
  }),
  z.strictObject({ kind: z.literal('deleteSheet'), sheet }),
  z.strictObject({
    kind: z.enum(['insert', 'delete']),
    axis,
    sheet,
    at: line,
    count: line,
    across: z.strictObject({ first: line, last: line }).exactOptional(),
    heads: z.strictObject({ table: z.string(), row: line, columns }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('move'), axis, sheet, at: line, count: line, to: line }),
  z.strictObject({
    kind: z.literal('resizeTable'),
    sheet,
    table: z.string(),
    before: range,
    after: range,
    columns: columns.exactOptional(),
  }),
  z
    .strictObject({ kind: z.literal('write'), sheet, range, before: contents, after: contents, differences: z.array(z.string()), aside })
    .refine((write) => fits(write.range, write.before) && fits(write.range, write.after)),
  z.strictObject({ kind: z.literal('renameTable'), sheet, before: z.string(), after: z.string() }),
  z.strictObject({ kind: z.literal('setName'), name: z.string(), scope: z.string().nullable(), before: named, after: named, aside }),
  z.strictObject({ kind: z.literal('setRule'), sheet, range, before: rule.exactOptional(), after: rule, differences: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('setHidden'),
    sheet,
    axis,
    span: z.strictObject({ first: line, last: line }),
    before: z.boolean(),
    after: z.boolean(),
    differences: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('setVisibility'), sheet, before: visibility, after: visibility, differences: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('setNote'),
    sheet,
    cell: z.strictObject({ row: line, column: z.int().min(1).max(MAX_COLUMN) }),
    before: note,
    after: note,
    differences: z.array(z.string()),
  }),
]) satisfies z.ZodType<SyncStep>;

/** The steps of a sync as a workbook remembers them. */
export const syncStepsSchema = z.array(step);

function fits({ firstRow, lastRow, firstColumn, lastColumn }: z.infer<typeof range>, rows: readonly (readonly unknown[])[]): boolean {
  return rows.length === lastRow - firstRow + 1 && rows.every((row) => row.length === lastColumn - firstColumn + 1);
}
