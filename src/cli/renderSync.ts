import type { FileSync } from '../app/syncFile';
import type { Difference, DifferenceSide } from '../core/compare/Difference';
import { MOVED, STAYS } from '../core/sync/chooseDifferences';
import { datesFrom1900 } from './datesFrom1900';
import { Report } from './Report';
import { showValue } from './showValue';
import { stepsInWords } from './stepsInWords';

export interface SyncRenderOptions {
  /** Where the result was written; null when it was only planned. */
  readonly out: string | null;
  /** What there is to say of the base that the workbook remembers; empty for nothing. */
  readonly base: string;
  /** What the undo knows it by; null where nothing was remembered. */
  readonly receipt: string | null;
  /** Why nothing could be remembered; empty otherwise. */
  readonly unkept: string;
  /** Every cell, and not only the first ones. */
  readonly all: boolean;
  readonly colour: boolean;
}

/** What a sync did, or would do, as a person reads it: how much, the headlines, cell by cell by sheet, and what was left and why. */
export function renderSync(sync: FileSync, { out, base, receipt, unkept, all, colour }: SyncRenderOptions): string {
  const { compared, plan, left, conflicts, outcome, causesLeft } = sync;
  const { comparison } = compared;
  const report = new Report({ all, colour });
  report.title(headOf(sync, out));
  const where = out === null ? 'Nothing was written.' : `Written to ${out}.`;
  report.line(`Official: ${comparison.official.name}   Yours: ${comparison.local.name}`);
  report.line(where);
  if (base !== '') report.line(base);
  report.section(
    'Headlines',
    (plan.headlines ?? []).map(({ name, format, before, after, official }) => {
      const then = after === null ? 'cannot be told before it is calculated' : showValue(after, format);
      return `${name}: ${showValue(before, format)} → ${then}   (official ${showValue(official, format)})`;
    }),
  );
  for (const [sheet, texts] of stepsInWords(plan.steps, compared.local)) report.section(sheet, texts);
  const refused = plan.refused.filter(({ reason }) => reason !== STAYS && reason !== MOVED);
  const byId = new Map(comparison.differences.map((difference) => [difference.id, difference]));
  report.section(
    'Not done',
    refused.map(({ difference, reason }) => `${placeOf(byId.get(difference), difference)}: ${reason}`),
  );
  report.section(
    'Fetches from or sends to outside the workbook',
    (plan.outside ?? []).map(({ difference, sheet, address, formula, cells, allowed }) => {
      const more = cells > 1 ? ` and ${number(cells - 1)} more like it` : '';
      const state = allowed ? 'allowed' : `left out: sync --allow-outside ${difference} lets it come`;
      return `${[sheet, address].filter(Boolean).join('!')}${more}: ${formula}   ${state}`;
    }),
  );
  report.section(
    'Left as it is',
    (outcome?.skipped ?? []).map(({ sheet, address, reason }) => `${[sheet, address].filter(Boolean).join('!')}: ${reason}`),
  );
  report.section(
    'Kept as decided (sync --take with its id takes it)',
    left.map(({ difference, decision: { kind, owner, reason } }) => {
      const who = owner === '' ? '' : ` by ${owner}`;
      return `${placeOf(byId.get(difference), difference)}: ${kind === 'exception' ? 'kept on purpose' : 'offered to official'}${who}, “${reason}”   ${difference}`;
    }),
  );
  report.section(
    'Waits for a decision, as both sides changed it since the base (sync --take with its id takes it)',
    datesFrom1900(
      { ...comparison, differences: conflicts },
      { official: compared.official.dateSystem, local: compared.local.dateSystem },
    ).differences.map(conflictInWords),
  );
  report.section('Take note', [...notesOf(sync, out !== null), ...keptNotes(sync, receipt, unkept)]);
  if (causesLeft !== null) {
    report.line('');
    report.line(`${causes(comparison.counts.roles.cause)} before, ${number(causesLeft)} left.`);
  }
  return report.toString();
}

function headOf({ plan, outcome }: FileSync, out: string | null): string {
  if (plan.steps.length === 0) return 'There is nothing to bring over';
  const cells = outcome?.cells ?? plan.cells;
  const what = `${number(cells)} ${cells === 1 ? 'cell' : 'cells'}`;
  if (out === null) return `Would write ${what}`;
  return outcome?.inverse.length === 0 ? 'Nothing was changed' : `Synced: ${what} written`;
}

function keptNotes({ agreed }: FileSync, receipt: string | null, unkept: string): string[] {
  if (unkept !== '') return [`No receipt was written, so that this sync cannot be undone: ${unkept}`];
  if (receipt === null) return [];
  return [
    `tieout undo takes this back (receipt ${receipt}).`,
    ...(agreed ? [] : ['As not all of official is there yet, the official version that yours agrees with stays the one it was.']),
  ];
}

function notesOf({ plan, outcome }: FileSync, isWritten: boolean): string[] {
  const stays = plan.refused.filter(({ reason }) => reason === STAYS).length;
  const moved = plan.refused.filter(({ reason }) => reason === MOVED).length;
  const notes: string[] = [];
  if (stays > 0)
    notes.push(
      `${stays === 1 ? 'One difference that only yours has stays' : `${number(stays)} differences that only yours has stay`}; --remove all deletes what can be deleted.`,
    );
  if (moved > 0)
    notes.push(
      `${moved === 1 ? 'One block stands' : `${number(moved)} blocks stand`} elsewhere than in official and stay there; --take all moves them.`,
    );
  if (plan.steps.some(({ kind }) => kind === 'addSheet'))
    notes.push(
      'A sheet that is added comes with its cells, number formats, notes and permitted entries; column widths, colours, merged cells and charts do not come.',
    );
  if (isWritten && outcome !== null && outcome.inverse.length > 0)
    notes.push('Formulas that follow show their new results once Excel has opened and calculated the file.');
  if (outcome?.signatureBroken === true)
    notes.push('The file was digitally signed. The signature no longer holds, as for any edit: sign it again.');
  return notes;
}

function placeOf(difference: Difference | undefined, id: string): string {
  const side = difference?.local ?? difference?.official;
  return side ? [side.sheet, side.address].filter(Boolean).join('!') : id;
}

/** What both changed: how it was, how official has it and how yours has it, where that can be said in a line. */
function conflictInWords(difference: Difference): string {
  const { id, kind, official, local, since } = difference;
  const place = placeOf(difference, id);
  const show = (side: DifferenceSide | null): string => {
    if (side === null) return 'not there';
    return kind === 'format' ? (side.format ?? 'General') : (side.formula ?? showValue(side.value, side.format));
  };
  const hasContent = kind === 'format' || [official, local].some((side) => side !== null && (side.formula !== null || side.value !== null));
  if (!hasContent) return `${place}   ${id}`;
  return `${place}: before ${show(since?.base ?? null)}, official ${show(official)}, yours ${show(local)}   ${id}`;
}

function causes(count: number): string {
  return `${number(count)} ${count === 1 ? 'cause' : 'causes'}`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
