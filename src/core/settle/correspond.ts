import { align, type AlignOptions } from '../align/align';
import type { Correspondence } from '../align/Correspondence';
import type { Snapshot } from '../workbook/Snapshot';
import { settleLayouts } from './settleLayouts';
import { sheetsApart } from './sheetsApart';

/**
 * Which sheet, row and column of the official snapshot is which of the local one: by what they hold, and on small sheets
 * so that least is left to read.
 */
export function correspond(official: Snapshot, local: Snapshot, options: AlignOptions = {}): Correspondence {
  const aligned = align(official, local, options);
  const sheets = settleLayouts(official, local, aligned.correspondence.sheets, aligned.contentOf);
  const apart = sheetsApart(official, local, sheets, aligned);
  if (apart.length > 0) return correspond(official, local, { ...options, apart: [...(options.apart ?? []), ...apart] });
  return { ...aligned.correspondence, sheets };
}
