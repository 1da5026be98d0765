import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { ERRORS } from '../../values/errors';
import { checkSize } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import type { Grid, Value } from '../../values/Value';
import { gridOf } from './pairsOf';

/** What LINEST and TREND are given: the numbers to explain, and the columns or rows of those that are to explain them. */
export interface KnownData {
  readonly ys: readonly number[];
  /** One list a variable. */
  readonly variables: readonly (readonly number[])[];
  /** How the variables lie: all in one block like the ys, or side by side as columns, or one below the other as rows. */
  readonly layout: 'block' | 'columns' | 'rows';
  readonly rows: number;
  readonly columns: number;
}

/** Reads known ys and xs; without xs they are 1, 2, 3… Anything but numbers is `#VALUE!`, shapes that do not fit are `#REF!`. */
export function knownDataOf(knownYs: Value | undefined, knownXs: Value | undefined): KnownData | CellError {
  const yGrid = gridOf(knownYs);
  if ('error' in yGrid) return yGrid;
  const ys = plainNumbers(yGrid);
  if ('error' in ys) return ys;
  const { rows, columns } = yGrid;
  if (knownXs === undefined || knownXs === null) return { ys, variables: [ys.map((_, k) => k + 1)], layout: 'block', rows, columns };
  const xGrid = gridOf(knownXs);
  if ('error' in xGrid) return xGrid;
  const layout = layoutOf(yGrid, xGrid);
  if (layout === null) return ERRORS.reference;
  const xs = plainNumbers(xGrid);
  if ('error' in xs) return xs;
  return { ys, variables: variablesOf(xs, xGrid.columns, layout), layout, rows, columns };
}

/** The values of each variable in a grid that lies as the known ones do; `#REF!` when it has not as many variables. */
export function newVariablesOf(grid: Grid, known: KnownData): readonly (readonly number[])[] | CellError {
  const count = known.layout === 'block' ? 1 : known.layout === 'columns' ? grid.columns : grid.rows;
  if (count !== known.variables.length) return ERRORS.reference;
  const values = plainNumbers(grid);
  return 'error' in values ? values : variablesOf(values, grid.columns, known.layout);
}

function layoutOf(ys: Grid, xs: Grid): KnownData['layout'] | null {
  if (ys.rows === xs.rows && ys.columns === xs.columns) return 'block';
  if (ys.columns === 1 && xs.rows === ys.rows) return 'columns';
  return ys.rows === 1 && xs.columns === ys.columns ? 'rows' : null;
}

function variablesOf(values: readonly number[], columns: number, layout: KnownData['layout']): readonly (readonly number[])[] {
  if (layout === 'block') return [values];
  const rows = values.length / columns;
  if (layout === 'rows') return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
  return Array.from({ length: columns }, (_, column) => Array.from({ length: rows }, (_row, row) => values[row * columns + column]!));
}

function plainNumbers(grid: Grid): number[] | CellError {
  checkSize(grid.rows, grid.columns);
  const numbers: number[] = [];
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const value: Scalar = grid.at(row, column);
      if (typeof value !== 'number') return isCellError(value) ? value : ERRORS.value;
      numbers.push(value);
    }
  }
  return numbers;
}
