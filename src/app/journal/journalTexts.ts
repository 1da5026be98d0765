import { z } from 'zod';
import type { Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { fromRememberedJson, toRememberedJson } from '../ledger/rememberedJson';
import { syncStepsSchema } from '../ledger/syncStepsSchema';
import type { Packer } from '../ports/Packer';

const headSchema = z.strictObject({
  schema: z.literal('tieout.journal/1'),
  at: z.iso.datetime(),
  action: z.enum(['sync', 'undo']),
  cells: z.int().nonnegative(),
});
const entrySchema = z.strictObject({ schema: z.literal('tieout.journal-entry/1'), steps: syncStepsSchema });

/** What a run is about: when it began, and how many cells it is to write. */
export interface JournalHead {
  readonly at: string;
  readonly action: 'sync' | 'undo';
  readonly cells: number;
}

/** The beginning of a journal as a workbook keeps it. */
export function toHeadText({ at, action, cells }: JournalHead): string {
  return toRememberedJson({ schema: 'tieout.journal/1', at, action, cells });
}

/** The beginning of a journal; the failures are `damaged` and `newer`. */
export function fromHeadText(text: string): Result<JournalHead> {
  return fromRememberedJson<z.infer<typeof headSchema>>(text, headSchema, 'tieout.journal', 'The journal of an interrupted sync');
}

/** The steps that take a part of a run back, as a workbook keeps them. */
export function toEntryText(packer: Packer, steps: readonly SyncStep[]): string {
  return packer.packText(toRememberedJson({ schema: 'tieout.journal-entry/1', steps }));
}

/** The steps that take a part of a run back; the failures are `damaged` and `newer`. */
export function fromEntryText(packer: Packer, packed: string): Result<readonly SyncStep[]> {
  const text = packer.unpackText(packed);
  if (!text.ok) return text;
  const read = fromRememberedJson<z.infer<typeof entrySchema>>(
    text.value,
    entrySchema,
    'tieout.journal-entry',
    'The journal of an interrupted sync',
  );
  return read.ok ? { ok: true, value: read.value.steps } : read;
}
