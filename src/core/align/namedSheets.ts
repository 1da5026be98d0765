import type { Snapshot } from '../workbook/Snapshot';
import { callSheets } from './callSheets';

/** The indexes of the sheets that formulas or defined names of a workbook name: a copy that was put aside is not among them. */
export function namedSheets({ sheets, formulas, names }: Pick<Snapshot, 'sheets' | 'formulas' | 'names'>): ReadonlySet<number> {
  const called = new Set<string>();
  const note = (name: string): string => (called.add(name), name);
  for (const formula of formulas) callSheets(formula, note);
  for (const { formula } of names) callSheets(formula, note);
  return new Set(sheets.flatMap(({ name }, index) => (called.has(name.toLowerCase()) ? [index] : [])));
}
