import type { DecidedNow } from './DecidedNow';

/** Whether a sync of everything leaves a difference: it is kept on purpose, or was offered to official's owner and waits for the answer. */
export function isLeftAlone(decided: Pick<DecidedNow, 'state'> | undefined): boolean {
  return decided?.state === 'settled' || decided?.state === 'proposed';
}
