import type { CellValue } from '../../../core/workbook/CellValue';
import { richText, unescapeExcel } from '../read/cellText';
import { serialOfDate } from '../read/serialOfDate';
import { writtenAttribute } from './editCell';
import type { WrittenCell } from './EditRows';
import { decodeXml } from './editXml';

/** What is needed to tell what a written cell means. */
export interface ValueSource {
  /** Of the part's elements, such as `x:`. */
  readonly prefix: string;
  readonly strings: () => readonly string[];
  readonly dateSystem: 1900 | 1904;
}

const STORED = /<(?:[\w.-]+:)?v(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?v\s*>)/;

/** The value that a written cell holds, or the stored result of its formula. */
export function readValue(cell: WrittenCell, { prefix, strings, dateSystem }: ValueSource): CellValue {
  const type = writtenAttribute(cell.attributes, 't') ?? 'n';
  if (type === 'inlineStr') {
    const bytes = new TextEncoder().encode(cell.inner);
    return cell.inner.includes('<') ? richText(bytes, 0, bytes.length, prefix.length) : null;
  }
  const match = STORED.exec(cell.inner);
  if (!match) return null;
  if (match[1] === undefined) return type === 'str' ? '' : null;
  const text = decodeXml(match[1]);
  switch (type) {
    case 's':
      return strings()[Number(text)] ?? '';
    case 'b':
      return text === '1' || text.startsWith('t');
    case 'e':
      return { error: text.trim() };
    case 'd': {
      const serial = serialOfDate(text, dateSystem);
      return Number.isNaN(serial) ? text : serial;
    }
    case 'n':
      if (text.trim() === '') return null;
      return Number.isNaN(Number(text)) ? text : Number(text);
    default:
      return unescapeExcel(text);
  }
}
