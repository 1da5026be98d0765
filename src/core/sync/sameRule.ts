import { sameContent } from './cellContent';
import type { EntryRule } from '../workbook/EntryRule';

/** Whether two rules permit the same, in the spelling of either; how Excel asks counts only where both say. */
export function sameRule(a: EntryRule | null, b: EntryRule | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.type !== b.type || a.allowBlank !== b.allowBlank) return false;
  const compares = a.type !== 'list' && a.type !== 'custom';
  if (compares && (a.operator || 'between') !== (b.operator || 'between')) return false;
  if (a.manner && b.manner && JSON.stringify(a.manner) !== JSON.stringify(b.manner)) return false;
  return sameFormula(a.formula1, b.formula1) && sameFormula(a.formula2, b.formula2);
}

function sameFormula(a: string, b: string): boolean {
  const content = (formula: string) => ({ formula: `=${formula}`, value: null, format: null });
  return sameContent(content(a), content(b));
}
