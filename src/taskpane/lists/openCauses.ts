import { groupDifferences } from '../../app/groupDifferences';
import { kindGroup } from '../../app/kindGroups';
import type { DecidedNow } from '../../core/ledger/DecidedNow';
import { isLeftAlone } from '../../core/ledger/isLeftAlone';
import type { Review } from '../state/PaneState';
import { causeCounts, type CauseCounts } from './causeCounts';

/** Of these differences, those that nobody keeps on purpose or has offered to official's owner. */
export function openIds(ids: readonly string[], decided: Review['decided']): readonly string[] {
  return decided.size === 0 ? ids : ids.filter((id) => !isLeftAlone(decided.get(id)));
}

/** The causes that nobody keeps on purpose or has offered, with how many cells they cover. */
export function openCauses({ models: { comparison }, decided }: Pick<Review, 'models' | 'decided'>): Pick<CauseCounts, 'ids' | 'cells'> {
  const all = causeCounts(comparison);
  if (decided.size === 0) return all;
  const ids = openIds(all.ids, decided);
  const open = new Set(ids);
  return { ids, cells: comparison.differences.reduce((sum, { id, cells }) => sum + (open.has(id) ? cells : 0), 0) };
}

/** How many of the causes stand as they do on account of a decision. */
export function decidedCauses({ models: { comparison }, decided }: Pick<Review, 'models' | 'decided'>, state: DecidedNow['state']): number {
  return causeCounts(comparison).ids.filter((id) => decided.get(id)?.state === state).length;
}

/** The groups that have causes, each with how many of them are not kept on purpose, in the order they are shown. */
export function openGroups({ models: { comparison }, decided }: Pick<Review, 'models' | 'decided'>): CauseCounts['groups'] {
  const { groups } = causeCounts(comparison);
  const kept = groupDifferences(comparison, decided).kept.map(kindGroup);
  return kept.length === 0
    ? groups
    : groups.map(({ group, count }) => ({ group, count: count - kept.filter((each) => each === group).length }));
}
