import type { Difference } from '../core/compare/Difference';
import type { DecidedNow } from '../core/ledger/DecidedNow';
import { isLeftAlone } from '../core/ledger/isLeftAlone';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import { conflictsOf, selectSinceBase } from '../core/merge/selectSinceBase';
import { fail, succeed, type Result } from '../core/Result';
import { chooseDifferences, isLocalOnly, isRemovable, MOVED, STAYS } from '../core/sync/chooseDifferences';
import { planSync } from '../core/sync/planSync';
import type { SyncPlan } from '../core/sync/SyncPlan';
import type { SyncSelection } from '../core/sync/SyncSelection';
import type { Watch } from '../core/Watch';
import { compareWorkbooks, type ComparedWorkbooks, type ComparisonOptions, type WorkbookFile } from './compareWorkbooks';
import type { FileEditor, FileOutcome } from './ports/FileEditor';
import type { ModelCalculator } from './ports/ModelCalculator';
import type { SnapshotReader } from './ports/SnapshotReader';
import { previewHeadlines } from './previewHeadlines';
import { mayStay } from './mayStay';

/** What of the differences a sync is asked to bring over, and what only local has that it is asked to delete. */
export interface FileSelection {
  readonly take: 'causes' | 'all' | readonly string[];
  readonly remove: 'all' | readonly string[];
  /** Ids of differences whose formulas may fetch from, or send to, outside the workbook. */
  readonly outside?: readonly string[];
  /** What was decided about the differences; those kept or offered are left unless they are named. */
  readonly decided?: (compared: ComparedWorkbooks) => Promise<readonly DecidedNow[]>;
}

/** The files of a sync; with a base, here or among the options, what only the official model changed since then is taken, and nothing else. */
export interface SyncedFiles {
  readonly official: WorkbookFile;
  readonly local: WorkbookFile;
  readonly base?: WorkbookFile;
}

/** A sync of one file with another: what was planned and, unless it was only to be planned, what became of it. */
export interface FileSync {
  readonly compared: ComparedWorkbooks;
  readonly plan: SyncPlan;
  /** Ids of the differences that the plan takes or deletes. */
  readonly taken: readonly string[];
  /** What was decided and is left for it. */
  readonly left: readonly DecidedNow[];
  /** With a base: what waits for a decision. */
  readonly conflicts: readonly Difference[];
  readonly outcome: FileOutcome | null;
  /** The causes that are left, found by reading the result and comparing it again. */
  readonly causesLeft: number | null;
  /** Whether the two agree on the official model as it is now: all that was asked for and moves a number is done, and all of that which is left is local's. */
  readonly agreed: boolean;
}

/** What reads, edits and calculates. */
export interface SyncTools {
  readonly read: SnapshotReader;
  readonly edit: FileEditor;
  readonly calculator: ModelCalculator;
}

const WATCH: Watch = { progress: () => undefined, signal: { aborted: false } };

/**
 * Compares two files, plans a sync, runs it in the local file's bytes and verifies the result by reading and comparing it again; writes no
 * file. Failures are those of comparing and of the editor, and `not-verified`.
 */
export async function syncFile(
  files: SyncedFiles,
  options: ComparisonOptions,
  chosen: FileSelection,
  tools: SyncTools,
  onlyPlan: boolean,
): Promise<Result<FileSync>> {
  const first = await compareWorkbooks(files, options, tools.read, WATCH);
  if (!first.ok) return first;
  const compared = first.value;
  const left = ((await chosen.decided?.(compared)) ?? []).filter(isLeftAlone);
  const hasBase = files.base !== undefined || options.base !== undefined;
  const planned = planFileSync(compared, { ...chosen, left }, hasBase, tools.calculator, options);
  const { plan } = planned;
  if (onlyPlan) return succeed({ compared, ...planned, outcome: null, causesLeft: null, agreed: false });
  const outcome = tools.edit(files.local.bytes, plan.steps);
  if (!outcome.ok) return outcome;
  if (outcome.value.bytes === files.local.bytes) {
    return succeed({
      compared,
      ...planned,
      outcome: outcome.value,
      causesLeft: compared.comparison.counts.roles.cause,
      agreed: false,
    });
  }
  const result = { name: files.local.name, bytes: outcome.value.bytes };
  const again = await compareWorkbooks({ ...files, local: result }, options, tools.read, WATCH);
  if (!again.ok) {
    return fail(
      'not-verified',
      `The result could not be compared again, so it was not written: ${again.failure.message} Your files are as they were.`,
    );
  }
  const { comparison } = again.value;
  const quiet = new Set(compared.comparison.differences.flatMap((one) => (mayStay(one) ? [one.id] : [])));
  const asked = plan.refused.filter(({ reason, difference }) => reason !== STAYS && reason !== MOVED && !quiet.has(difference));
  const agreed = asked.length === 0 && outcome.value.skipped.length === 0;
  return succeed({
    compared,
    ...planned,
    outcome: outcome.value,
    causesLeft: comparison.counts.roles.cause,
    // Another sheet is no version of the official model.
    agreed: agreed && options.sheets === undefined && comparison.differences.every((one) => isLocals(one, hasBase)),
  });
}

/** Whether a difference that is left is local's own or moves no number: with a base what only local changed, else what only local has. */
function isLocals(one: Difference, hasBase: boolean): boolean {
  if (mayStay(one)) return true;
  return hasBase ? one.since === undefined || one.since.by === 'local' : isLocalOnly(one);
}

/** The plan, with what the headlines will be. */
function planFileSync(
  compared: ComparedWorkbooks,
  chosen: ChosenFor,
  hasBase: boolean,
  calculator: ModelCalculator,
  within: ToleranceOptions,
): Pick<FileSync, 'plan' | 'taken' | 'left' | 'conflicts'> {
  const { official, local, correspondence, comparison, onlySheet } = compared;
  const selection = {
    ...selectionOf(compared, chosen, hasBase),
    outside: chosen.outside ?? [],
    ...(onlySheet !== undefined && { onlySheet }),
  };
  const plan = planSync(official, local, correspondence, comparison, selection);
  const refused = new Set(plan.refused.map(({ difference }) => difference));
  const { take, remove } = chooseDifferences(comparison, selection);
  const taken = [...take, ...remove].filter(({ id }) => !refused.has(id)).map(({ id }) => id);
  const left = chosen.left.filter(({ difference }) => !taken.includes(difference));
  const decided = new Set([...taken, ...left.map(({ difference }) => difference)]);
  const conflicts = hasBase ? conflictsOf(comparison).filter(({ id }) => !decided.has(id)) : [];
  try {
    const headlines = previewHeadlines(compared, new Set(taken), calculator, within);
    return { plan: headlines.length === 0 ? plan : { ...plan, headlines }, taken, left, conflicts };
  } catch {
    // A sync does not depend on what is shown beside it.
    return { plan, taken, left, conflicts };
  }
}

/** What was asked for, and what was decided. */
interface ChosenFor extends FileSelection {
  readonly left: readonly DecidedNow[];
}

function selectionOf(
  { comparison: { differences } }: ComparedWorkbooks,
  { take, remove, left }: ChosenFor,
  hasBase: boolean,
): SyncSelection {
  const leave = left.map(({ difference }) => difference);
  const open = differences.filter(({ id }) => !leave.includes(id));
  if (hasBase && typeof take === 'string') {
    const safe = selectSinceBase({ differences: open }, take);
    return remove === 'all' ? safe : { ...safe, deleteLocalOnly: [...new Set([...safe.deleteLocalOnly, ...remove])] };
  }
  const removable = open.filter((one) => isRemovable(one) && one.role !== 'consequence' && (take === 'all' || one.kind !== 'format'));
  const deleteLocalOnly = remove === 'all' ? removable.map(({ id }) => id) : remove;
  return { take, leave, deleteLocalOnly };
}
