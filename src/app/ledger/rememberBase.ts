import type { BaseVersion } from '../../core/ledger/BaseVersion';
import { succeed, type Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { BASE } from './namespaces';
import { readBaseText } from './readBase';
import { toRememberedJson } from './rememberedJson';

/** From this many letters on a base makes the workbook unwieldy, and hosts begin to refuse it. */
const MOST = 8_000_000;

/**
 * Makes a workbook remember which official version it last agreed with, and that version's content, `packed`. Where that is too large, its name,
 * version and hash alone are kept: `content` says which. A base that a newer Tieout wrote is left as it is: the failure `newer`.
 */
export async function rememberBase(
  memory: WorkbookMemory,
  version: BaseVersion,
  packed: string,
  most = MOST,
): Promise<Result<{ readonly content: boolean }>> {
  const before = await readBaseText(memory);
  // One that is damaged is of no use to anyone.
  if (!before.ok && before.failure.code !== 'damaged') return before;
  const write = (content: string | null): Promise<Result<null>> =>
    memory.write(BASE, toRememberedJson({ schema: 'tieout.base/1', version, content }));
  if (packed.length <= most) {
    const written = await write(packed);
    if (written.ok) return succeed({ content: true });
    if (written.failure.code !== 'too-large') return written;
  }
  const written = await write(null);
  return written.ok ? succeed({ content: false }) : written;
}
