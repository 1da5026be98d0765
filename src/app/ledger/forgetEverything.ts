import { succeed, type Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { TIEOUT } from './namespaces';

/** Makes a workbook forget its decisions, receipts and base, whichever version wrote them; says how many parts that were. */
export async function forgetEverything(memory: WorkbookMemory): Promise<Result<number>> {
  const namespaces = await memory.list(TIEOUT);
  if (!namespaces.ok) return namespaces;
  for (const namespace of namespaces.value) {
    const removed = await memory.remove(namespace);
    if (!removed.ok) return removed;
  }
  return succeed(namespaces.value.length);
}
