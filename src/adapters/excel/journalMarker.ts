import type { MoveStep, ShiftStep, SyncStep } from '../../core/sync/SyncPlan';
import { quoteSheetName, stringifyAddress } from '../../core/workbook/Address';

/** A step by which cells come to stand elsewhere. */
export type CarryingStep = ShiftStep | MoveStep;

/** The steps of which a marker tells whether they were done. */
export function isCarrying(step: SyncStep): step is CarryingStep {
  return step.kind === 'insert' || step.kind === 'delete' || step.kind === 'move';
}

/** A formula for a cell that the step carries along, as it is written before the step. */
export function markerBefore(step: CarryingStep): string {
  return marker(step, step.kind === 'delete' ? step.at + step.count : step.at);
}

/** The same as Excel has it once the step is done. */
export function markerAfter(step: CarryingStep): string {
  return marker(step, step.kind === 'move' ? step.to : step.kind === 'insert' ? step.at + step.count : step.at);
}

function marker(step: CarryingStep, line: number): string {
  const across = step.kind === 'move' ? 1 : (step.across?.first ?? 1);
  const place = stringifyAddress(step.axis === 'row' ? { row: line, column: across } : { row: across, column: line });
  return `=${quoteSheetName(step.sheet)}!${place.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')}`;
}

/** Whether two markers are of the same cell, quotes of sheet names aside. */
export function sameMarker(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(formula: string): string {
  const at = formula.lastIndexOf('!');
  return `${formula.slice(0, at).replace(/^=?'?|'$/g, '')}!${formula.slice(at + 1)}`.toUpperCase();
}
