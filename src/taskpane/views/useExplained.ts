import { useEffect, useState } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference } from '../../core/compare/Difference';
import type { ExplainedFormulas } from '../../core/compare/explainFormulas';
import { usePane } from './PaneContext';

/** What was explained once stays for as long as its comparison, so that nothing jumps when a line scrolls back into view. */
const known = new WeakMap<ComparedModels, Map<string, ExplainedFormulas>>();

/** The formulas of a difference in cells and in words; null until they are there, and where there are none. */
export function useExplained({ id, official, local }: Difference, models: ComparedModels): ExplainedFormulas | null {
  const { pane } = usePane();
  const [, setArrived] = useState(0);
  const found = known.get(models)?.get(id) ?? null;
  const wanted = found === null && ((official?.formula ?? null) !== null || (local?.formula ?? null) !== null);
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void pane.explain(id).then((formulas) => {
      if (formulas === null) return;
      const explained = known.get(models) ?? new Map<string, ExplainedFormulas>();
      known.set(models, explained.set(id, formulas));
      if (here) setArrived((count) => count + 1);
    });
    return () => void (here = false);
  }, [pane, id, models, wanted]);
  return found;
}
