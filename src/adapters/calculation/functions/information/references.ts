import { columnName } from '../../../../core/workbook/Address';
import { Unknowable } from '../../model/interruptions';
import { Area, AreaList } from '../../values/Area';
import { toText } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { lift, soleValue } from '../../values/lift';
import { Matrix } from '../../values/Matrix';
import { isError, Lambda, type Value } from '../../values/Value';
import { plainNumber, rangeFunction, toolPakFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** ISREF, ISFORMULA, ISODD, ISEVEN, SHEET, SHEETS and what of CELL is certain. */
export const references: readonly FunctionDefinition[] = [
  rangeFunction('ISREF', [1, 1], ([of]) => of instanceof Area || of instanceof AreaList),
  rangeFunction('ISFORMULA', [1, 1], ([of]) => {
    if (!(of instanceof Area)) return isError(of) ? of : ERRORS.value;
    const { arrangement, sheet, firstRow, firstColumn } = of;
    return Matrix.from(
      of.used.rows,
      of.used.columns,
      (row, column) => arrangement.formula(sheet, firstRow + row, firstColumn + column) !== null,
    );
  }),
  toolPakFunction('ISODD', [plainNumber], (value) => Math.abs(Math.trunc(value)) % 2 === 1),
  toolPakFunction('ISEVEN', [plainNumber], (value) => Math.trunc(value) % 2 === 0),
  rangeFunction('SHEET', [0, 1], ([of], cell) => {
    if (of === undefined) return cell.sheet + 1;
    if (of instanceof Area) return of.sheet + 1;
    if (of instanceof AreaList) return of.areas[0]!.sheet + 1;
    return lift([of], ([value = null]) => {
      const name = toText(value);
      if (typeof name !== 'string') return name;
      const index = cell.arrangement.sheetNames.findIndex((sheet) => sheet.toLowerCase() === name.toLowerCase());
      return index < 0 ? ERRORS.notAvailable : index + 1;
    });
  }),
  rangeFunction('SHEETS', [0, 1], ([of], cell) => {
    if (of === undefined) return cell.arrangement.sheetNames.length;
    if (of instanceof Area) return 1;
    if (of instanceof AreaList) return new Set(of.areas.map(({ sheet }) => sheet)).size;
    return isError(of) ? of : ERRORS.reference;
  }),
  rangeFunction('CELL', [1, 2], ([kind = null, of]) => {
    const sole = kind instanceof Lambda ? null : soleValue(kind);
    const what = toText(sole ?? null);
    if (typeof what !== 'string') return what;
    // Without a cell it is about the one that was changed last, which nobody knows.
    if (!(of instanceof Area)) throw new Unknowable('function', 'CELL');
    return aboutCell(what.toLowerCase(), of);
  }),
];

function aboutCell(what: string, area: Area): Value {
  const value = area.at(0, 0);
  switch (what) {
    case 'address':
      return `$${columnName(area.firstColumn)}$${area.firstRow}`;
    case 'col':
      return area.firstColumn;
    case 'row':
      return area.firstRow;
    case 'contents':
      return value ?? 0;
    case 'type':
      return value === null ? 'b' : typeof value === 'string' ? 'l' : 'v';
    default:
      throw new Unknowable('function', `CELL("${what}")`);
  }
}
