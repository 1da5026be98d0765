import { useEffect, useState } from 'react';
import type { TraceRequest } from '../../app/createTracer';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Trace } from '../../core/explain/Chain';
import type { Result } from '../../core/Result';
import type { Pane } from '../state/Pane';
import { usePane } from './PaneContext';

/** What was followed once stays for as long as its comparison, and what was opened stays open, so that nothing jumps. */
const known = new WeakMap<ComparedModels, Map<string, Result<Trace>>>();
const opened = new WeakMap<Pane, Set<string>>();

interface Traced {
  readonly open: boolean;
  readonly toggle: () => void;
  /** Null until it is there. */
  readonly result: Result<Trace> | null;
}

/** How something comes to differ, looked for when it is opened and no longer when it is closed. */
export function useTrace(of: TraceRequest, models: ComparedModels): Traced {
  const { pane } = usePane();
  const [, setChanged] = useState(0);
  const key = 'place' in of ? `place ${of.place}` : `difference ${of.difference}`;
  const open = opened.get(pane)?.has(key) ?? false;
  const result = known.get(models)?.get(key) ?? null;
  const wanted = open && result === null;
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    void pane.trace(of, stop.signal).then((traced) => {
      if (stop.signal.aborted) return;
      const found = known.get(models) ?? new Map<string, Result<Trace>>();
      known.set(models, found.set(key, traced));
      setChanged((count) => count + 1);
    });
    return () => stop.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says what `of` is
  }, [pane, key, models, wanted]);
  return {
    open,
    result,
    toggle() {
      const keys = opened.get(pane) ?? new Set<string>();
      if (!keys.delete(key)) keys.add(key);
      else if (result?.ok === false) known.get(models)?.delete(key);
      opened.set(pane, keys);
      setChanged((count) => count + 1);
    },
  };
}
