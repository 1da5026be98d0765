import { z } from 'zod';
import type { BaseVersion } from '../../core/ledger/BaseVersion';
import { succeed, type Result } from '../../core/Result';
import type { Snapshot } from '../../core/workbook/Snapshot';
import type { Packer } from '../ports/Packer';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { baseVersionSchema } from './ledgerSchema';
import { BASE } from './namespaces';
import { fromRememberedJson } from './rememberedJson';

const baseSchema = z.strictObject({ schema: z.literal('tieout.base/1'), version: baseVersionSchema, content: z.string().nullable() });

/** The official version that a workbook last agreed with. */
export interface RememberedBase {
  readonly version: BaseVersion;
  /** Null where only its name, version and hash are kept. */
  readonly snapshot: Snapshot | null;
}

/** The base as it is kept, its content still packed. */
export interface BaseText {
  readonly version: BaseVersion;
  readonly content: string | null;
}

/** What the workbook remembers as its base, content unpacked; null when it remembers none. The failures are `damaged` and `newer`. */
export async function readBase(memory: WorkbookMemory, packer: Packer): Promise<Result<RememberedBase | null>> {
  const text = await readBaseText(memory);
  if (!text.ok || text.value === null) return text as Result<null>;
  const { version, content } = text.value;
  if (content === null) return succeed({ version, snapshot: null });
  const snapshot = packer.unpackSnapshot(content);
  return snapshot.ok ? succeed({ version, snapshot: snapshot.value }) : snapshot;
}

/** The same without unpacking its content, which takes a moment. */
export async function readBaseText(memory: WorkbookMemory): Promise<Result<BaseText | null>> {
  const text = await memory.read(BASE);
  if (!text.ok) return text;
  return text.value === null ? succeed(null) : baseTextOf(text.value);
}

/** A base as the text that keeps it says. */
export function baseTextOf(text: string): Result<BaseText> {
  const read = fromRememberedJson<z.infer<typeof baseSchema>>(text, baseSchema, 'tieout.base', 'The details of the official version');
  return read.ok ? succeed({ version: read.value.version, content: read.value.content }) : read;
}
