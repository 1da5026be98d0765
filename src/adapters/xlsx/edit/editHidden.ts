import type { Span } from '../../../core/workbook/Snapshot';
import type { EditSheet } from './EditSheet';
import { attribute, childOf, childrenOf, insertBefore, newElement, setAttribute, type XmlElement } from './editXml';
import { withAttribute, writtenAttribute } from './editCell';

/** Whether all lines of a span are hidden, or none (false); null where some are. Rows of a sheet that hides what it does not mention count as not known: undefined. */
export function heldHidden(sheet: EditSheet, axis: 'row' | 'column', { first, last }: Span): boolean | null | undefined {
  const defaults = childOf(sheet.root, 'sheetFormatPr');
  if (axis === 'row' && defaults && isSet(attribute(defaults, 'zeroHeight'))) return undefined;
  let hidden = 0;
  for (let line = first; line <= last; line++) if (axis === 'row' ? isRowHidden(sheet, line) : isColumnHidden(sheet, line)) hidden++;
  return hidden === 0 ? false : hidden === last - first + 1 ? true : null;
}

/** Shows or hides lines; their heights and widths stay, but for a column as wide as nothing. */
export function setHidden(sheet: EditSheet, axis: 'row' | 'column', span: Span, hidden: boolean): void {
  sheet.markChanged();
  if (axis === 'column') return setColumns(sheet.root, span, hidden);
  for (let row = span.first; row <= span.last; row++)
    sheet.rows.changeRow(row, (attributes) => withAttribute(attributes, 'hidden', hidden ? '1' : null));
}

function isRowHidden(sheet: EditSheet, row: number): boolean {
  return isSet(writtenAttribute(sheet.rows.rowAttributes(row), 'hidden') ?? undefined);
}

function isColumnHidden(sheet: EditSheet, column: number): boolean {
  const list = childOf(sheet.root, 'cols');
  const found =
    list && childrenOf(list, 'col').find((each) => Number(attribute(each, 'min')) <= column && Number(attribute(each, 'max')) >= column);
  return found !== undefined && (isSet(attribute(found, 'hidden')) || Number(attribute(found, 'width') ?? 1) === 0);
}

/** Cuts the runs of columns where the span begins and ends, and says it of those in between. */
function setColumns(root: XmlElement, { first, last }: Span, hidden: boolean): void {
  let list = childOf(root, 'cols');
  if (!list) insertBefore(root, (list = newElement(root, 'cols')), ['sheetData']);
  const owner = list;
  const made: XmlElement[] = [];
  let next = first;
  const say = (column: XmlElement): XmlElement => {
    setAttribute(column, 'hidden', hidden ? '1' : undefined);
    if (!hidden && Number(attribute(column, 'width') ?? 1) === 0) setAttribute(column, 'width', undefined);
    return column;
  };
  const fresh = (from: number, to: number): void => {
    if (hidden && from <= to) made.push(say(newElement(owner, 'col', { min: String(from), max: String(to), width: '9.140625' })));
  };
  for (const column of childrenOf(owner, 'col')) {
    const [min, max] = [Number(attribute(column, 'min')), Number(attribute(column, 'max'))];
    if (min > last || max < first) {
      if (min > last) {
        fresh(next, last);
        next = last + 1;
      }
      made.push(column);
      continue;
    }
    fresh(next, min - 1);
    const part = (from: number, to: number): XmlElement => {
      const copy: XmlElement = { ...column, children: [...column.children] };
      setAttribute(copy, 'min', String(from));
      setAttribute(copy, 'max', String(to));
      return copy;
    };
    if (min < first) made.push(part(min, first - 1));
    made.push(say(part(Math.max(min, first), Math.min(max, last))));
    if (max > last) made.push(part(last + 1, max));
    next = Math.min(max, last) + 1;
  }
  fresh(next, last);
  owner.children = made;
  if (made.length === 0) root.children = root.children.filter((child) => child !== owner);
}

function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
