import { hiddenMarks } from '../app/hiddenMarks';
import type { ComparedSheet } from '../core/compare/Comparison';

/** What stands over the differences of a sheet, which says so where it is hidden. */
export function sheetHeading(name: string, sheets: readonly ComparedSheet[]): string {
  const sheet = sheets.find(({ official, local }) => (official ?? local) === name);
  const marks = sheet === undefined ? '' : hiddenMarks(sheet);
  return marks === '' ? `Sheet ${name}` : `Sheet ${name} (${marks})`;
}
