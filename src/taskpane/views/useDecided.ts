import { useSyncExternalStore } from 'react';
import type { DecidedNow } from '../../core/ledger/DecidedNow';
import { reviewOf } from '../state/PaneState';
import { usePane } from './PaneContext';

/** What was decided on a difference of the comparison on show; undefined where nothing was. */
export function useDecided(id: string): DecidedNow | undefined {
  const { pane } = usePane();
  return useSyncExternalStore(pane.subscribe, () => reviewOf(pane.state().stage)?.decided.get(id));
}
