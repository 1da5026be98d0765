import { parseRange, stringifyRange } from '../../../core/workbook/Address';
import { cutParts, cutSpan, type CutLines } from '../../../core/workbook/cutLines';
import { attribute, childOf, childrenOf, removeElements, setAttribute, type XmlElement } from './editXml';

/** Whole rows or columns of a sheet cut and pasted over as many blank ones from `to` on. */
export interface LineCut extends CutLines {
  readonly kind: 'cut';
  readonly axis: 'row' | 'column';
  readonly sheet: string;
  readonly across?: undefined;
}

/** A function that tells where a range such as `A1:B2` stands: it goes only with all of its lines. */
export function cutRange(cut: LineCut): (range: string) => string | null {
  return (text) => {
    const range = parseRange(text);
    if (!range) return text;
    const [from, until] = cut.axis === 'row' ? (['firstRow', 'lastRow'] as const) : (['firstColumn', 'lastColumn'] as const);
    const span = cutSpan({ first: range[from], last: range[until] }, cut);
    return span && stringifyRange({ ...range, [from]: span.first, [until]: span.last });
  };
}

/** Columns that are cut keep their widths where they are pasted. */
export function cutColumnWidths(root: XmlElement, cut: LineCut): void {
  const list = childOf(root, 'cols');
  if (!list) return;
  const columns = childrenOf(list, 'col').flatMap((column) =>
    cutParts({ first: Number(attribute(column, 'min')), last: Number(attribute(column, 'max')) }, cut).flatMap((span) => {
      const now = cutSpan(span, cut);
      if (now === null) return [];
      const part: XmlElement = { ...column, children: [...column.children] };
      setAttribute(part, 'min', String(now.first));
      setAttribute(part, 'max', String(now.last));
      return [{ first: now.first, part }];
    }),
  );
  list.children = columns.sort((a, b) => a.first - b.first).map(({ part }) => part);
  if (columns.length === 0) removeElements(root, new Set([list]));
}
