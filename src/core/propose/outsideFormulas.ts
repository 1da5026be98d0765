import { reachesOutside } from '../formula/reachesOutside';
import { rangesOf } from '../merge/Changes';
import { contentAt } from '../sync/cellContent';
import type { SyncStep } from '../sync/SyncPlan';
import { isInside, overlaps } from '../workbook/Address';
import { rowStart } from '../workbook/cellAt';
import type { Snapshot } from '../workbook/Snapshot';
import type { Offer } from './Proposal';

/** The formulas with which an offer would have official reach outside; `proposed` is official with the offer. */
export function outsideFormulas({ changes, of }: Pick<Offer, 'changes' | 'of'>, proposed: Snapshot): readonly string[] {
  const found = new Set<string>();
  const note = (formula: string): void => {
    if (reachesOutside(formula)) found.add(formula);
  };
  if (of.kind === 'format' || of.kind === 'note' || of.kind === 'hidden') return [];
  for (const { kind, after } of changes) {
    if (after === null) continue;
    if (kind === 'name') {
      for (const { name, formula } of proposed.names) if (name.toLowerCase() === nameOf(after.address)) note(`=${formula}`);
      continue;
    }
    const sheet = proposed.sheets.find(({ name }) => name === after.sheet);
    if (sheet === undefined) continue;
    const { cells } = sheet;
    for (const range of rangesOf({ ...after, value: null, formula: null, format: null })) {
      for (const { ranges, formula1, formula2 } of sheet.validations)
        if (ranges.some((own) => overlaps(own, range))) for (const formula of [formula1, formula2]) note(`=${formula}`);
      for (let at = rowStart(cells, range.firstRow); at < cells.count && cells.row[at]! <= range.lastRow; at++) {
        if (cells.formula[at]! < 0 || !isInside(range, { row: cells.row[at]!, column: cells.column[at]! })) continue;
        const { formula } = contentAt(proposed, sheet, at);
        if (formula !== null) note(formula);
      }
    }
  }
  return [...found];
}

/** The formulas with which steps would have a workbook reach outside where it did not. */
export function newlyOutside(steps: readonly SyncStep[]): readonly string[] {
  const found = new Set<string>();
  const weigh = (before: string | null, after: string | null): void => {
    if (after !== null && reachesOutside(after) && (before === null || !reachesOutside(before))) found.add(after);
  };
  for (const step of steps) {
    if (step.kind === 'setName') weigh(step.before && `=${step.before.formula}`, step.after && `=${step.after.formula}`);
    else if (step.kind === 'setRule')
      for (const part of ['formula1', 'formula2'] as const)
        weigh(step.before ? `=${step.before[part]}` : null, step.after && `=${step.after[part]}`);
    else if (step.kind === 'write' && step.aside !== true)
      step.after.forEach((row, r) => row.forEach((cell, c) => weigh(step.before[r]?.[c]?.formula ?? null, cell?.formula ?? null)));
  }
  return [...found];
}

const nameOf = (address: string): string => address.replace(/^.*!/, '').toLowerCase();
