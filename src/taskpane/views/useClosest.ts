import { useEffect, useState } from 'react';
import type { VersionFit } from '../../app/catalog/closestVersions';
import type { Result } from '../../core/Result';
import { usePane } from './PaneContext';

interface Measured {
  /** Null until it is there. */
  readonly result: Result<readonly VersionFit[]> | null;
  readonly doing: string;
  /** From 0 to 1. */
  readonly done: number;
}

/** How much lies between the versions of the official model and yours, measured as long as this is on show. */
export function useClosest(): Measured {
  const { pane } = usePane();
  const [measured, setMeasured] = useState<Measured>({ result: null, doing: '', done: 0 });
  useEffect(() => {
    const stop = new AbortController();
    const progress = (doing: string, done: number) => stop.signal.aborted || setMeasured({ result: null, doing, done });
    void pane.catalog.closest({ signal: stop.signal, progress }).then((result) => {
      if (!stop.signal.aborted) setMeasured((before) => ({ ...before, result }));
    });
    return () => stop.abort();
  }, [pane]);
  return measured;
}
