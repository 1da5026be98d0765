import { JOURNAL } from '../journal/journalNamespaces';
import type { WorkbookMemory } from '../ports/WorkbookMemory';
import type { Finding } from './checkOfficial';

/** What is wrong with a workbook that is to be published while a sync or an undo of it is half done; nothing where none is. */
export async function unfinishedRun(memory: Pick<WorkbookMemory, 'list'>): Promise<readonly Finding[]> {
  const left = await memory.list(JOURNAL);
  if (!left.ok || left.value.length === 0) return [];
  const sentence =
    'A sync of this workbook, or an undo, was interrupted, so that it may be half of one version and half of another. ' +
    'Open it in Excel with Tieout, and finish it or undo it.';
  return [{ about: 'unfinished', sentence }];
}
