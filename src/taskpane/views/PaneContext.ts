import type { InterruptedRuns } from '../../app/ports/InterruptedRuns';
import { createContext, useContext } from 'react';
import type { Pane } from '../state/Pane';
import type { Strings } from '../strings';

/** What every view may need. */
export interface PaneContextValue {
  readonly pane: Pane;
  readonly strings: Strings;
  /** BCP 47, for numbers, dates and times. */
  readonly locale: string;
  /** Syncs that did not come to their end. */
  readonly interrupted: InterruptedRuns;
}

export const PaneContext = createContext<PaneContextValue | null>(null);

/** What the nearest `PaneContext` provides. */
export function usePane(): PaneContextValue {
  const value = useContext(PaneContext);
  if (value === null) throw new Error('usePane needs a PaneContext above it');
  return value;
}
