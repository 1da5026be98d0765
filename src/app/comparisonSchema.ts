import { z } from 'zod';
import type { Comparison } from '../core/compare/Comparison';
import { STALE_REASONS } from '../core/ledger/DecidedNow';
import { answerSchema, decisionSchema } from './ledger/ledgerSchema';
import { DIFFERENCE_KINDS, MOVERS, type DifferenceKind, type Mover } from '../core/compare/Difference';

const cellValue = z.union([z.null(), z.number(), z.string(), z.boolean(), z.strictObject({ error: z.string() }).readonly()]);
const count = z.number().int().min(0);

const visibility = z.enum(['visible', 'hidden', 'veryHidden']);

const workbook = z.strictObject({ name: z.string(), sha256: z.string().nullable(), cells: count, formulas: count }).readonly();

const sheet = z
  .strictObject({
    official: z.string().nullable(),
    local: z.string().nullable(),
    status: z.enum(['same', 'renamed', 'added', 'removed', 'changed']),
    moved: z.boolean(),
    visibility: z.strictObject({ official: visibility.nullable(), local: visibility.nullable() }).readonly(),
    rowsAdded: z.array(z.number().int().positive()).readonly(),
    rowsRemoved: z.array(z.number().int().positive()).readonly(),
    columnsAdded: z.array(z.string()).readonly(),
    columnsRemoved: z.array(z.string()).readonly(),
    rowsMoved: z.array(z.number().int().positive()).readonly(),
    keyed: z
      .array(
        z.strictObject({
          official: z.string(),
          local: z.string(),
          columns: z.array(z.string()).readonly(),
          key: z.array(z.string()).readonly(),
          chosen: z.boolean(),
          reordered: z.boolean(),
          duplicates: z.number().int().nonnegative(),
        }),
      )
      .readonly(),
  })
  .readonly();

const side = z
  .strictObject({
    sheet: z.string(),
    address: z.string(),
    value: cellValue,
    formula: z.string().nullable(),
    words: z.string().optional(),
    format: z.string().nullable(),
  })
  .readonly();

const difference = z
  .strictObject({
    id: z.string(),
    kind: z.enum(DIFFERENCE_KINDS),
    role: z.enum(['cause', 'consequence', 'unexplained']),
    cells: count,
    official: side.nullable(),
    local: side.nullable(),
    causes: z.array(z.string()).readonly(),
    metric: z.string().exactOptional(),
    since: z
      .strictObject({ by: z.enum(MOVERS), base: side.nullable() })
      .readonly()
      .exactOptional(),
    note: z.string(),
  })
  .readonly();

const headline = z
  .strictObject({
    name: z.string(),
    officialAddress: z.string().nullable(),
    localAddress: z.string().nullable(),
    official: cellValue,
    local: cellValue,
    format: z.string(),
    gap: z.number().nullable(),
    ties: z.boolean(),
    bridge: z
      .array(z.strictObject({ driver: z.string(), causes: z.array(z.string()).readonly(), amount: z.number() }).readonly())
      .readonly(),
    exact: z.boolean(),
  })
  .readonly();

const trace = z
  .strictObject({
    of: z.string(),
    says: z.string(),
    chains: z
      .array(
        z
          .array(
            z
              .strictObject({
                official: side.nullable(),
                local: side.nullable(),
                label: z.string(),
                difference: z.string(),
                role: z.enum(['cause', 'consequence', 'unexplained']),
              })
              .readonly(),
          )
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

const fewest = z
  .strictObject({
    drivers: z.array(z.string()).readonly(),
    causes: z.array(z.string()).readonly(),
    headlines: count,
    exact: z.boolean(),
  })
  .readonly();

const roles = z.strictObject({ cause: count, consequence: count, unexplained: count }).readonly();

const kinds = z
  .strictObject(Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, count])) as Record<DifferenceKind, typeof count>)
  .readonly();

/** What the terminal prints with `--json`: one comparison, and nothing that the schema does not name. */
export const comparisonSchema = z
  .strictObject({
    schema: z.literal('tieout.comparison/1'),
    official: workbook,
    local: workbook,
    sheets: z.array(sheet).readonly(),
    differences: z.array(difference).readonly(),
    names: z
      .array(
        z
          .strictObject({ name: z.string(), scope: z.string().nullable(), official: z.string().nullable(), local: z.string().nullable() })
          .readonly(),
      )
      .readonly(),
    headlines: z.array(headline).readonly(),
    counts: z.strictObject({ kinds, roles, cells: roles }).readonly(),
    signals: z.array(z.string()).readonly(),
    since: z
      .strictObject({
        base: z.strictObject({ name: z.string(), sha256: z.string().nullable() }).readonly(),
        by: z.strictObject(Object.fromEntries(MOVERS.map((mover) => [mover, count])) as Record<Mover, typeof count>).readonly(),
        agreed: count,
      })
      .readonly()
      .exactOptional(),
    fewest: fewest.exactOptional(),
    traces: z.array(trace).readonly().exactOptional(),
    decisions: z
      .strictObject({
        decided: z
          .array(
            z
              .strictObject({
                difference: z.string(),
                decision: decisionSchema,
                state: z.enum(['settled', 'proposed', 'stale']),
                why: z.array(z.enum(STALE_REASONS)).readonly(),
              })
              .readonly(),
          )
          .readonly(),
        gone: z.array(decisionSchema).readonly(),
        answered: z
          .array(z.strictObject({ answer: answerSchema, difference: z.string().nullable() }).readonly())
          .readonly()
          .exactOptional(),
      })
      .readonly()
      .exactOptional(),
    precise: z.boolean(),
    warnings: z.array(z.string()).readonly(),
    timing: z.record(z.string(), z.number()).readonly(),
  })
  .readonly() satisfies z.ZodType<Comparison>;
