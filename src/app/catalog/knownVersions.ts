import type { KnownVersion } from '../../core/catalog/standingOf';
import { succeed, type Result } from '../../core/Result';
import { readBaseText } from '../ledger/readBase';
import type { WorkbookMemory } from '../ports/WorkbookMemory';

/** The official versions that a workbook may have, likeliest first: the one that it is itself, byte for byte, then the one it last agreed with. */
export async function knownVersions(memory: WorkbookMemory, sha256: string): Promise<Result<readonly KnownVersion[]>> {
  const base = await readBaseText(memory);
  if (!base.ok) return base;
  const itself = { version: null, sha256 };
  return succeed(base.value === null ? [itself] : [itself, base.value.version]);
}
