import type { JournalEntry } from '../../app/journal/journalTexts';
import { fromEntryText, fromHeadText, type JournalHead } from '../../app/journal/journalTexts';
import { fromPlanText, type RunPlan } from '../../app/journal/planTexts';
import type { Packer } from '../../app/ports/Packer';
import { fromMemoryXml } from '../../core/ledger/memoryXml';
import { succeed, type Result } from '../../core/Result';
import type { Requests } from './Requests';
import type { RunJournal } from './RunJournal';

/** An entry of the journal, and its number. */
export type NumberedEntry = JournalEntry & { readonly entry: number };

/** The head of the journal that was looked at last. Throws an OfficeProblem, as all below. */
export async function readHead(requests: Requests, journal: RunJournal): Promise<Result<JournalHead>> {
  return fromHeadText(await textOf(requests, journal.state.heads[0]!));
}

/** What the journal holds, the last entry first. */
export async function readEntries(requests: Requests, journal: RunJournal, packer: Packer): Promise<Result<readonly NumberedEntry[]>> {
  const entries: NumberedEntry[] = [];
  for (const [entry, ids] of [...journal.state.entries].sort(([a], [b]) => b - a)) {
    const read = fromEntryText(packer, await textOf(requests, ids[0]!));
    if (!read.ok) return read;
    entries.push({ ...read.value, entry });
  }
  return succeed(entries);
}

/** What the run is to do; null where the journal does not keep it. */
export async function readPlan(requests: Requests, journal: RunJournal, packer: Packer): Promise<Result<RunPlan | null>> {
  const [plan] = journal.state.plans;
  return plan === undefined ? succeed(null) : fromPlanText(packer, await textOf(requests, plan));
}

async function textOf(requests: Requests, part: string): Promise<string> {
  const xml = await requests.send(({ workbook }) => workbook.customXmlParts.getItem(part).getXml());
  return fromMemoryXml(xml.value);
}
