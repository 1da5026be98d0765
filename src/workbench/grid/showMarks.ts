import { InterceptorEffectEnum, type IDisposable, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { isInside } from '../../core/workbook/Address';
import type { HostBook } from '../book/HostBook';
import type { HostSheet } from '../book/HostSheet';

/** Colours cells which the add-in filled or marked by a conditional format, only on the screen: the cells' own styles stay untouched. */
export function showMarks(univer: Univer, book: HostBook): IDisposable {
  const interceptors = univer.__getInjector().get(SheetInterceptorService);
  return interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'tieout-marks',
    effect: InterceptorEffectEnum.Style,
    handler: (cell, location, next) => {
      const sheet = book.findSheet(location.subUnitId) ?? book.findSheet(location.worksheet.getName());
      const mark = sheet && markAt(sheet, location.row + 1, location.col + 1);
      if (!mark) return next(cell);
      const own = typeof cell?.s === 'string' ? location.workbook.getStyles().get(cell.s) : cell?.s;
      return next({
        ...cell,
        s: { ...own, ...(mark.fill && { bg: { rgb: mark.fill } }), ...(mark.color && { cl: { rgb: mark.color } }) },
      });
    },
  });
}

/** Rules that are always true: `=TRUE`, and the one by which the Excel adapter knows its own marks again. */
const ALWAYS = /^=(?:TRUE(?:\(\))?|LEN\("[^"]+"\)>0)$/i;

/** A conditional format lies over a fill. Tieout's marks always apply; another formula is not calculated here and marks nothing. */
function markAt(sheet: HostSheet, row: number, column: number): { fill: string | null; color: string | null } | null {
  for (const { ranges, formula, fill, fontColor } of sheet.conditionalFormats) {
    if (!ALWAYS.test(formula)) continue;
    const inside = ranges.some((range) => isInside(range, { row, column }));
    if (inside) return { fill, color: fontColor };
  }
  const { fill } = sheet.cell(row, column);
  return fill ? { fill, color: null } : null;
}
