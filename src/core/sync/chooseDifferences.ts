import type { Comparison } from '../compare/Comparison';
import type { Difference, DifferenceKind } from '../compare/Difference';
import { isMoved } from '../compare/isMoved';
import type { Refusal } from './SyncPlan';
import type { SyncSelection } from './SyncSelection';

export interface Choice {
  /** Differences to bring from official. */
  readonly take: readonly Difference[];
  /** Differences which only local has and which are to be deleted. */
  readonly remove: readonly Difference[];
  readonly refused: readonly Refusal[];
}

const NOT_YET: Partial<Record<DifferenceKind, string>> = {
  external: 'Links to other workbooks are not synced: change this link in Excel under Data, Edit links.',
};

/** Why a difference that only local has is not taken. */
export const STAYS = 'Only your workbook has this, so it stays unless you tick it for deletion.';

/** Why what stands elsewhere is not taken. */
export const MOVED = 'It stays where it is unless you tick it under Differences: its place moves no number.';

/** Why what is hidden is not taken. */
const HIDDEN = 'It stays as it is unless you tick it under Differences: what is shown or hidden moves no number.';

const FOLLOWS_LIST = 'The rule is the same in both workbooks: what it permits follows when the cells of its list are synced.';

/** Why a table of only one workbook is neither made nor taken away, with what to do. */
function oneTable({ kind, official, local }: Difference): string | undefined {
  if (kind !== 'table' || (official !== null && local !== null)) return undefined;
  return official === null
    ? 'A sync takes no table away: to make plain cells of it, choose Table Design, Convert to Range in Excel.'
    : `A sync makes no tables: take its cells, then in Excel select them, choose Insert, Table, and call it ${official.address} under Table Design.`;
}

/** Whether only local has it: a cell that is blank in official, or a row, column, sheet or name that official lacks. */
export function isLocalOnly(difference: Difference): boolean {
  const { official } = difference;
  if (official === null) return true;
  return isCellKind(difference.kind) && official.value === null && official.formula === null;
}

/** Whether only local has it and a sync can delete it, once the user ticks it. */
export function isRemovable(difference: Difference): boolean {
  return isLocalOnly(difference) && NOT_YET[difference.kind] === undefined && difference.kind !== 'table';
}

/** Returns which differences a selection takes and deletes, and why others of it cannot be. */
export function chooseDifferences(comparison: Comparison, selection: SyncSelection): Choice {
  const take: Difference[] = [];
  const remove: Difference[] = [];
  const refused: Refusal[] = [];
  const ids = typeof selection.take === 'string' ? null : new Set(selection.take);
  const left = new Set(selection.leave);
  const ticked = new Set(selection.deleteLocalOnly);
  const formats = selection.formats ?? (selection.take === 'all' || ids !== null);
  const moves = selection.moves ?? (selection.take === 'all' || ids !== null);
  for (const difference of comparison.differences) {
    const refuse = (reason: string) => refused.push({ difference: difference.id, reason });
    const chosen = ids ? ids.has(difference.id) : difference.role !== 'consequence' && !left.has(difference.id);
    const notYet = NOT_YET[difference.kind] ?? oneTable(difference);
    if (ticked.has(difference.id)) {
      if (notYet) refuse(notYet);
      else if (isLocalOnly(difference)) remove.push(difference);
      else refuse('Official has this too, so it is not deleted.');
    } else if (!chosen) continue;
    else if (notYet) refuse(notYet);
    else if (difference.kind === 'format' && !formats) continue;
    else if (difference.kind === 'hidden' && !formats) refuse(HIDDEN);
    else if (isMoved(difference) && !moves) refuse(MOVED);
    else if (isLocalOnly(difference)) refuse(STAYS);
    else if (difference.kind === 'validation' && difference.role !== 'cause') refuse(FOLLOWS_LIST);
    else if (difference.role === 'cause' || isConstant(difference)) take.push(difference);
    else if (ids || difference.role === 'unexplained') refuse(follows(difference));
  }
  const known = new Set(comparison.differences.map((difference) => difference.id));
  for (const id of new Set([...(ids ?? []), ...ticked])) {
    if (!known.has(id)) refused.push({ difference: id, reason: 'This difference is no longer there. Compare again.' });
  }
  return { take, remove, refused };
}

function isCellKind(kind: DifferenceKind): boolean {
  return (
    kind === 'value' || kind === 'formula' || kind === 'hardcoded' || kind === 'unhardcoded' || kind === 'unit' || kind === 'definition'
  );
}

function isConstant({ official, local }: Difference): boolean {
  return official?.formula === null && (local === null || local.formula === null);
}

function follows({ role }: Difference): string {
  return role === 'consequence'
    ? 'This formula is the same in both workbooks: its value follows when its causes are synced.'
    : 'This formula is the same in both workbooks, so there is nothing to write: recalculate your workbook, then compare again.';
}
