import { useSyncExternalStore } from 'react';
import type { Answer } from '../../core/ledger/Answer';
import type { DecidedNow } from '../../core/ledger/DecidedNow';
import { reviewOf } from '../state/PaneState';
import { usePane } from './PaneContext';

/** What was decided on a difference of the comparison on show; undefined where nothing was. */
export function useDecided(id: string): DecidedNow | undefined {
  const { pane } = usePane();
  return useSyncExternalStore(pane.subscribe, () => reviewOf(pane.state().stage)?.decided.get(id));
}

/** What official answered where this difference was offered; undefined where it did not. */
export function useAnswered(id: string): Answer | undefined {
  const { pane } = usePane();
  return useSyncExternalStore(
    pane.subscribe,
    () => reviewOf(pane.state().stage)?.answered.find(({ difference }) => difference === id)?.answer,
  );
}
