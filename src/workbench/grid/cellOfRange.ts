import type { FormulaReference } from '../../core/formula/findReferences';
import { columnName } from '../../core/workbook/Address';

/**
 * The cell of a range which a formula in `row` and `column` takes where it can take only one: the one in its own row of a column, in its
 * own column of a row; `#VALUE!` when there is none. The text moves with the formula, as the range did not need to.
 */
export function cellOfRange({ kind, first, last }: FormulaReference, row: number, column: number): string {
  const rows = kind === 'columns' ? null : ordered(first.row, last.row);
  const columns = kind === 'rows' ? null : ordered(first.column, last.column);
  const oneColumn = columns !== null && columns[0] === columns[1];
  const oneRow = rows !== null && rows[0] === rows[1];
  if (oneColumn && oneRow) return corner(first.columnFixed, columns[0], first.rowFixed, rows[0]);
  if (oneColumn && within(rows, row)) return corner(first.columnFixed, columns[0], false, row);
  if (oneRow && within(columns, column)) return corner(false, column, first.rowFixed, rows[0]);
  return '#VALUE!';
}

function corner(columnFixed: boolean, column: number, rowFixed: boolean, row: number): string {
  return `${columnFixed ? '$' : ''}${columnName(column)}${rowFixed ? '$' : ''}${row}`;
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}

function within(lines: readonly [number, number] | null, line: number): boolean {
  return lines === null || (line >= lines[0] && line <= lines[1]);
}
