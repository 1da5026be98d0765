import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import { bothHeaders } from '../app/createExplainer';
import { differenceLabels } from '../app/differenceLabels';
import { readAnswers } from '../app/ledger/readAnswers';
import { readLedger } from '../app/ledger/readLedger';
import type { Comparison } from '../core/compare/Comparison';
import type { Difference } from '../core/compare/Difference';
import { weighAnswers } from '../core/ledger/weighAnswers';
import { weighDecisions } from '../core/ledger/weighDecisions';
import { succeed } from '../core/Result';
import { createLabeller } from '../core/workbook/createLabeller';
import type { Terminal } from './Terminal';

/**
 * The comparison with what its local workbook, the bytes of a file, remembers was decided, and with what official's remembers was answered to
 * offers; what cannot be read is a warning.
 */
export async function withDecisions(
  comparison: Comparison,
  compared: ComparedWorkbooks,
  files: { readonly official: Uint8Array; readonly local: Uint8Array },
  locale: string,
  { openMemory, clock }: Terminal,
): Promise<Comparison> {
  const [memory, officials] = [openMemory(files.local), openMemory(files.official)];
  if (!memory.ok) return comparison;
  const ledger = await readLedger(memory.value);
  const answers = officials.ok ? await readAnswers(officials.value) : succeed([]);
  const warnings = [...comparison.warnings, ...[ledger, answers].flatMap((read) => (read.ok ? [] : [read.failure.message]))];
  const [{ decisions }, given] = [ledger.ok ? ledger.value : { decisions: [] }, answers.ok ? answers.value : []];
  if (decisions.length + given.length === 0) return { ...comparison, warnings };
  const labelOf = labelsOf(compared, locale);
  const weighed = weighDecisions(comparison, decisions, clock().slice(0, 10), labelOf);
  const answered = weighAnswers(comparison, decisions, given, labelOf);
  if (decisions.length + answered.length === 0) return { ...comparison, warnings };
  return { ...comparison, warnings, decisions: { ...weighed, ...(answered.length > 0 && { answered }) } };
}

/** What the differences of two workbooks are called, as in the pane. */
export function labelsOf(compared: ComparedWorkbooks, locale: string): (difference: Difference) => string {
  const headers = bothHeaders(compared, locale);
  return differenceLabels(createLabeller(headers.official), createLabeller(headers.local));
}
