import type { Comparison } from '../core/compare/Comparison';

/** False when no sheet of one workbook was found to be a sheet of the other, so that nothing in them could be compared. */
export function hasSheetInCommon({ sheets }: Pick<Comparison, 'sheets'>): boolean {
  return sheets.some(({ official, local }) => official !== null && local !== null);
}
