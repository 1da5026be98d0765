import type { Review } from '../state/PaneState';

/** Of these differences, those that nobody keeps on purpose. */
export function openIds(ids: readonly string[], decided: Review['decided']): readonly string[] {
  return decided.size === 0 ? ids : ids.filter((id) => decided.get(id)?.state !== 'settled');
}
