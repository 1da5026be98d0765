import type { CellRange } from '../../core/workbook/Address';
import type { ArrayFormula, Validation } from '../../core/workbook/Snapshot';
import { CellGrid } from './CellGrid';
import type { HostCell } from './HostCell';
import { Spans } from './Spans';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** A conditional format with a formula of its own: what the add-in marks cells with. */
export interface HostConditionalFormat {
  readonly id: string;
  ranges: readonly CellRange[];
  /** A1 with `=`, relative to the first range's top left cell. */
  formula: string;
  fill: string | null;
  fontColor: string | null;
  stopIfTrue: boolean;
}

/** One sheet of the open workbook. Everybody may read; only HostBook and its lists may write. */
export class HostSheet {
  visibility: Visibility = 'visible';
  protected = false;
  readonly grid = new CellGrid();
  arrays: readonly ArrayFormula[] = [];
  merges: readonly CellRange[] = [];
  readonly hiddenRows = new Spans();
  readonly hiddenColumns = new Spans();
  conditionalFormats: readonly HostConditionalFormat[] = [];
  /** Which entries cells permit; no cell is in two of them. */
  rules: readonly Validation[] = [];
  tabColor = '';

  constructor(
    /** Stays the same when the sheet is renamed. */
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): HostCell {
    return this.grid.get(row, column);
  }
}
