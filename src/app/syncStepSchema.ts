import { z } from 'zod';
import type { SyncStep } from '../core/sync/SyncPlan';

const line = z.number().int().positive();
const axis = z.enum(['row', 'column']);
const value = z.union([z.null(), z.number(), z.string(), z.boolean(), z.strictObject({ error: z.string() }).readonly()]);
const range = z.strictObject({ firstRow: line, firstColumn: line, lastRow: line, lastColumn: line }).readonly();
const content = z.strictObject({ formula: z.string().nullable(), value, format: z.string().nullable() }).readonly();
const contents = z.array(z.array(content.nullable()).readonly()).readonly();
const name = z.strictObject({ formula: z.string(), comment: z.string(), hidden: z.boolean() }).readonly().nullable();
const sheet = z.string();

/** One step of a sync, or of its inverse, as it is written into files. */
export const syncStepSchema: z.ZodType<SyncStep> = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('addSheet'),
      sheet,
      position: z.number().int().nonnegative(),
      visibility: z.enum(['visible', 'hidden', 'veryHidden']),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('deleteSheet'), sheet }).readonly(),
  z
    .strictObject({
      kind: z.enum(['insert', 'delete']),
      axis,
      sheet,
      at: line,
      count: line,
      across: z.strictObject({ first: line, last: line }).readonly().exactOptional(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('move'), axis, sheet, at: line, count: line, to: line }).readonly(),
  z.strictObject({ kind: z.literal('resizeTable'), sheet, table: z.string(), before: range, after: range }).readonly(),
  z
    .strictObject({
      kind: z.literal('write'),
      sheet,
      range,
      before: contents,
      after: contents,
      differences: z.array(z.string()).readonly(),
      aside: z.boolean().exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('setName'),
      name: z.string(),
      scope: z.string().nullable(),
      before: name,
      after: name,
      aside: z.boolean().exactOptional(),
    })
    .readonly(),
]);
