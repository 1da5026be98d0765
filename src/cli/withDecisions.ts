import type { ComparedWorkbooks } from '../app/compareWorkbooks';
import { bothHeaders } from '../app/createExplainer';
import { differenceLabels } from '../app/differenceLabels';
import { readLedger } from '../app/ledger/readLedger';
import type { Comparison } from '../core/compare/Comparison';
import type { Difference } from '../core/compare/Difference';
import { weighDecisions } from '../core/ledger/weighDecisions';
import { createLabeller } from '../core/workbook/createLabeller';
import type { Terminal } from './Terminal';

/** The comparison with what its local workbook, the bytes of a file, remembers was decided; one that cannot be read is a warning. */
export async function withDecisions(
  comparison: Comparison,
  compared: ComparedWorkbooks,
  bytes: Uint8Array,
  locale: string,
  { openMemory, clock }: Terminal,
): Promise<Comparison> {
  const memory = openMemory(bytes);
  if (!memory.ok) return comparison;
  const ledger = await readLedger(memory.value);
  if (!ledger.ok) return { ...comparison, warnings: [...comparison.warnings, ledger.failure.message] };
  const { decisions } = ledger.value;
  if (decisions.length === 0) return comparison;
  return { ...comparison, decisions: weighDecisions(comparison, decisions, clock().slice(0, 10), labelsOf(compared, locale)) };
}

/** What the differences of two workbooks are called, as in the pane. */
export function labelsOf(compared: ComparedWorkbooks, locale: string): (difference: Difference) => string {
  const headers = bothHeaders(compared, locale);
  return differenceLabels(createLabeller(headers.official), createLabeller(headers.local));
}
