import { sameContent } from './cellContent';
import type { NameContent } from './SyncPlan';

/** Whether a name stands for the same, or is missing in both; formulas count as those of cells do. */
export function sameName(a: NameContent | null, b: NameContent | null): boolean {
  if (a === null || b === null) return a === b;
  const content = ({ formula }: NameContent) => ({ formula: `=${formula}`, value: null, format: null });
  return sameContent(content(a), content(b));
}
