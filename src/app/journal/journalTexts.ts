import { z } from 'zod';
import type { Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { fromRememberedJson, toRememberedJson } from '../ledger/rememberedJson';
import { syncStepsSchema } from '../ledger/syncStepsSchema';
import type { Packer } from '../ports/Packer';
import type { SkippedCell } from '../ports/WorkbookHost';

const headSchema = z.strictObject({
  schema: z.literal('tieout.journal/1'),
  at: z.iso.datetime(),
  action: z.enum(['sync', 'undo']),
  cells: z.int().nonnegative(),
});
const entrySchema = z.strictObject({
  schema: z.literal('tieout.journal-entry/1'),
  steps: syncStepsSchema,
  at: z
    .strictObject({
      batch: z.int().nonnegative(),
      cells: z.int().nonnegative(),
      skipped: z.array(z.strictObject({ sheet: z.string(), address: z.string(), reason: z.string() })),
    })
    .exactOptional(),
});

/** How far a run had come when an entry was put down. */
export interface EntryPlace {
  /** The part of the run that the entry is of, counted from 0; all before it were done. */
  readonly batch: number;
  /** Cells that those before it had written. */
  readonly cells: number;
  /** What those before it had left, as far as no entry of an earlier part says so. */
  readonly skipped: readonly SkippedCell[];
}

/** What takes a part of a run back. */
export interface JournalEntry {
  readonly steps: readonly SyncStep[];
  /** Absent where the run cannot be gone on with. */
  readonly at?: EntryPlace;
}

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

/** What takes a part of a run back, as a workbook keeps it. */
export function toEntryText(packer: Packer, entry: JournalEntry): string {
  return packer.packText(toRememberedJson({ schema: 'tieout.journal-entry/1', ...entry }));
}

/** What takes a part of a run back; the failures are `damaged` and `newer`. */
export function fromEntryText(packer: Packer, packed: string): Result<JournalEntry> {
  const text = packer.unpackText(packed);
  if (!text.ok) return text;
  return fromRememberedJson<z.infer<typeof entrySchema>>(
    text.value,
    entrySchema,
    'tieout.journal-entry',
    'The journal of an interrupted sync',
  );
}
