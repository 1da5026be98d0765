import { isCellError } from '../../../../core/workbook/CellValue';
import { Area, AreaList } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import { Matrix } from '../../values/Matrix';
import { isError } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';

/** FORMULATEXT and HYPERLINK. */
export const formulas: readonly FunctionDefinition[] = [
  rangeFunction('FORMULATEXT', [1, 1], ([of]) => {
    const area = of instanceof AreaList && of.areas.length === 1 ? of.areas[0]! : of;
    if (!(area instanceof Area)) return isError(area) ? area : ERRORS.notAvailable;
    const textAt = (row: number, column: number): string | null =>
      area.arrangement.formula(area.sheet, area.firstRow + row, area.firstColumn + column);
    return Matrix.from(area.used.rows, area.used.columns, (row, column) => {
      const formula = textAt(row, column);
      return formula === null ? ERRORS.notAvailable : `=${withoutPrefixes(formula)}`;
    });
  }),
  rangeFunction('HYPERLINK', [1, 2], ([link = null, shown = link]) =>
    // An error in the link is the result even where something else is shown.
    lift([link, shown], ([target = null, friendly = null]) => (isCellError(target) ? target : friendly)),
  ),
];

/** The formula as people see it, without what files put in front of newer functions. */
function withoutPrefixes(formula: string): string {
  return formula.replace(/_xl(?:fn|ws|pm|udf)\./g, '');
}
