import { columnName, MAX_COLUMN, MAX_ROW } from '../../../../core/workbook/Address';
import { Area, AreaList } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import { Matrix } from '../../values/Matrix';
import { isError, isGrid, Lambda, type Value } from '../../values/Value';
import { optional, rangeFunction, scalarFunction, text, truth, whole } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** Where cells are: ROW, ROWS, COLUMN, COLUMNS, AREAS and ADDRESS. */
export const places: readonly FunctionDefinition[] = [
  rangeFunction('ROW', [0, 1], ([of], cell) => {
    if (of === undefined) return cell.row;
    const area = areaOf(of);
    if (!(area instanceof Area)) return area;
    return area.rows === 1 ? area.firstRow : Matrix.from(area.rows, 1, (row) => area.firstRow + row);
  }),
  rangeFunction('COLUMN', [0, 1], ([of], cell) => {
    if (of === undefined) return cell.column;
    const area = areaOf(of);
    if (!(area instanceof Area)) return area;
    return area.columns === 1 ? area.firstColumn : Matrix.from(1, area.columns, (_, column) => area.firstColumn + column);
  }),
  rangeFunction('ROWS', [1, 1], ([of]) => countLines(of, 'rows')),
  rangeFunction('COLUMNS', [1, 1], ([of]) => countLines(of, 'columns')),
  rangeFunction('AREAS', [1, 1], ([of]) => {
    if (of instanceof AreaList) return of.areas.length;
    return of instanceof Area ? 1 : isError(of) ? of : ERRORS.value;
  }),
  scalarFunction(
    'ADDRESS',
    [whole, whole, { ...optional(whole, 1), emptyIsAbsent: true }, optional(truth, true), optional(text, null as string | null)],
    (row, column, kind, isA1, sheet) => {
      if (row < 1 || row > MAX_ROW || column < 1 || column > MAX_COLUMN || kind < 1 || kind > 4) return ERRORS.value;
      const [fixedRow, fixedColumn] = [kind === 1 || kind === 2, kind === 1 || kind === 3];
      const address = isA1
        ? `${fixedColumn ? '$' : ''}${columnName(column)}${fixedRow ? '$' : ''}${row}`
        : `R${fixedRow ? row : `[${row}]`}C${fixedColumn ? column : `[${column}]`}`;
      return sheet === null ? address : `${quoted(sheet)}!${address}`;
    },
  ),
];

function areaOf(value: Value): Area | Value {
  if (value instanceof Area) return value;
  if (value instanceof AreaList) return value.areas.length === 1 ? value.areas[0]! : ERRORS.value;
  return isError(value) ? value : ERRORS.value;
}

function countLines(value: Value | undefined, lines: 'rows' | 'columns'): Value {
  if (isGrid(value)) return value[lines];
  if (value instanceof AreaList || value instanceof Lambda || value === undefined) return ERRORS.reference;
  return isError(value) ? value : 1;
}

/** A sheet's name as references have it, in quotation marks when it needs them. */
function quoted(name: string): string {
  return name === '' || /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}
