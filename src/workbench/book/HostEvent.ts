import type { CellRange } from '../../core/workbook/Address';
import type { HostCell } from './HostCell';
import type { HostSheet } from './HostSheet';
import type { LineShift } from './LineShift';

/** Who did it: the user in the grid, the add-in, another person editing the same file, or the calculation. */
export type Origin = 'user' | 'addin' | 'coauthor' | 'calculation';

/** One cell whose formula was rewritten because rows, columns or sheets moved. */
export interface RewrittenCell {
  readonly sheet: HostSheet;
  readonly row: number;
  readonly column: number;
}

/** What has just happened in the book; listeners see the book as it is afterwards. */
export type HostEvent =
  | {
      readonly kind: 'cells';
      readonly sheet: HostSheet;
      readonly range: CellRange;
      readonly origin: Origin;
      /** The cell as it was, when the range is one cell. */
      readonly before: HostCell | null;
    }
  | {
      readonly kind: 'lines';
      readonly sheet: HostSheet;
      readonly shift: LineShift;
      readonly origin: Origin;
      readonly rewritten: readonly RewrittenCell[];
    }
  | {
      readonly kind: 'sheet';
      readonly change: 'added' | 'deleted' | 'renamed' | 'moved' | 'visibility' | 'protection';
      readonly sheet: HostSheet;
      readonly origin: Origin;
      readonly rewritten: readonly RewrittenCell[];
    }
  /** Fills, number formats, conditional formats, hidden rows or columns, merges, rules for entries: how the sheet looks, not what it holds. */
  | { readonly kind: 'look'; readonly sheet: HostSheet; readonly what: 'format' | 'conditional' | 'hidden' | 'merges' | 'rules' }
  | { readonly kind: 'list'; readonly list: 'names' | 'tables' | 'notes' | 'settings' | 'xmlParts'; readonly origin: Origin }
  | { readonly kind: 'selected'; readonly sheet: HostSheet; readonly range: CellRange; readonly origin: Origin }
  | { readonly kind: 'activated'; readonly sheet: HostSheet; readonly previous: HostSheet | null; readonly origin: Origin }
  | { readonly kind: 'calculated'; readonly sheets: readonly HostSheet[] };

export type HostListener = (event: HostEvent) => void;
