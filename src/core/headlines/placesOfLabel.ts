import type { Snapshot } from '../workbook/Snapshot';
import { CellLabels } from './CellLabels';
import { isCalculatedNumber, type HeadlineCell } from './HeadlineCell';

/**
 * The numbers that a label means: those whose row and column are called so, else those whose row is, in either case calculated ones before
 * inputs.
 */
export function placesOfLabel(snapshot: Snapshot, label: string): readonly HeadlineCell[] {
  const labels = new CellLabels(snapshot);
  const wanted = plain(label);
  const numbers = snapshot.sheets.flatMap((_, sheet) => labels.numbers(sheet));
  // Most rows are ruled out by their own label, so that columns need not be looked at.
  const ofRow = numbers.filter((cell) => startsLike(wanted, plain(labels.rowOf(cell))));
  const whole = ofRow.filter((cell) => plain(labels.of(cell)) === wanted);
  const found = whole.length > 0 ? whole : ofRow.filter((cell) => plain(labels.rowOf(cell)) === wanted);
  const calculated = found.filter((cell) => isCalculatedNumber(snapshot, cell));
  return calculated.length > 0 ? calculated : found;
}

function startsLike(wanted: string, row: string): boolean {
  return row !== '' && wanted.startsWith(row);
}

/** Capitals and what stands between words do not count. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s·_,]+/g, '');
}
