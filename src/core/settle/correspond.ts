import { align, type AlignOptions } from '../align/align';
import type { Correspondence } from '../align/Correspondence';
import type { Snapshot } from '../workbook/Snapshot';
import { settleLayouts } from './settleLayouts';

/**
 * Which sheet, row and column of the official snapshot is which of the local one: by what they hold, and on small sheets
 * so that least is left to read.
 */
export function correspond(official: Snapshot, local: Snapshot, options: AlignOptions = {}): Correspondence {
  const { correspondence, contentOf } = align(official, local, options);
  return { ...correspondence, sheets: settleLayouts(official, local, correspondence.sheets, contentOf) };
}
