import { fromCommon, toCommon } from './axis';
import type { Axis, Band, SheetPair } from './Correspondence';

type Side = 'official' | 'local';

/** The column axis that holds in a common row. */
export function columnsAt(pair: SheetPair, commonRow: number): Axis {
  return bandAt(pair, 'rows', commonRow)?.axis ?? pair.columns;
}

/** The row axis that holds in a common column. */
export function rowsAt(pair: SheetPair, commonColumn: number): Axis {
  return bandAt(pair, 'columns', commonColumn)?.axis ?? pair.rows;
}

/** The band with this common row or column in it, if any. */
export function bandAt({ bands }: SheetPair, of: Band['of'], common: number): Band | undefined {
  if (bands.length === 0 || bands[0]!.of !== of) return undefined;
  return bands.find(({ first, last }) => common >= first && common <= last);
}

/** A cell's place on the common grid, from its row and column in one workbook. */
export function commonPlace(pair: SheetPair, side: Side, row: number, column: number): { readonly row: number; readonly column: number } {
  if (pair.bands[0]?.of === 'columns') {
    const common = toCommon(pair.columns, side, column);
    return { row: toCommon(rowsAt(pair, common), side, row), column: common };
  }
  const common = toCommon(pair.rows, side, row);
  return { row: common, column: toCommon(columnsAt(pair, common), side, column) };
}

/** The row and column in one workbook of a place on the common grid; 0 where that workbook does not have it. */
export function ownPlace(pair: SheetPair, side: Side, row: number, column: number): { readonly row: number; readonly column: number } {
  return { row: fromCommon(rowsAt(pair, column), side, row), column: fromCommon(columnsAt(pair, row), side, column) };
}
