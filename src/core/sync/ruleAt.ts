import { toA1 } from '../formula/toA1';
import { toRelative } from '../formula/toRelative';
import type { CellAddress } from '../workbook/Address';
import type { Validation } from '../workbook/Snapshot';
import type { EntryRule } from '../workbook/EntryRule';

/** What a validation permits, as it reads from a cell that it rules. */
export function ruleAt({ type, operator, formula1, formula2, allowBlank, manner, ranges }: Validation, cell: CellAddress): EntryRule {
  const first = ranges[0]!;
  const from = (formula: string): string =>
    first.firstRow === cell.row && first.firstColumn === cell.column
      ? formula
      : toA1(toRelative(formula, first.firstRow, first.firstColumn), cell.row, cell.column);
  return { type, operator, formula1: from(formula1), formula2: from(formula2), allowBlank, ...(manner && { manner }) };
}
