import type { Receipt } from '../../core/ledger/Receipt';
import { succeed, type Result } from '../../core/Result';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import { beforeSchema, type BaseBefore } from './beforeSchema';
import { BASE, beforeNamespace } from './namespaces';
import { baseTextOf, readBaseText } from './readBase';
import { fromRememberedJson } from './rememberedJson';

/**
 * Gives a workbook the base back that it had before what a receipt tells of, where that changed it. Where it has an older one by now, as
 * an earlier sync was undone first, it keeps that: both copies come from the older, and may not from the younger. Where the one from before
 * is no longer kept the workbook forgets its base, since one that it does not come from would call what official has changes of its own:
 * `lost`.
 */
export async function bringBaseBack(memory: WorkbookMemory, { id, action }: Receipt): Promise<Result<'kept' | 'lost'>> {
  const text = await memory.read(beforeNamespace(id));
  if (!text.ok) return text;
  if (text.value === null) return succeed('kept');
  const read = fromRememberedJson<BaseBefore>(text.value, beforeSchema, 'tieout.before', 'The details of the official version');
  const before = read.ok ? read.value.base : undefined;
  if (before === undefined || before === null) {
    const forgotten = await memory.remove(BASE);
    return forgotten.ok ? succeed(before === null ? 'kept' : 'lost') : forgotten;
  }
  const [now, then] = [await readBaseText(memory), baseTextOf(before)];
  if (!now.ok) return now;
  if (!then.ok) return then;
  const isOlder = now.value === null || now.value.version.at < then.value.version.at;
  if (action !== 'undo' && isOlder) return succeed('kept');
  const written = await memory.write(BASE, before);
  return written.ok ? succeed('kept') : written;
}
