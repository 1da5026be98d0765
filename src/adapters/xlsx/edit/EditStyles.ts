import { BUILT_IN_FORMATS } from '../read/readFormats';
import { attribute, childOf, childrenOf, insertBefore, newElement, setAttribute, type XmlElement } from './editXml';

const NUMBER_OF_BUILT_IN = new Map([
  ['General', 0],
  ...Object.entries(BUILT_IN_FORMATS).map(([number, code]): [string, number] => [code, Number(number)]),
]);
const FIRST_CUSTOM = 164;
const PLAIN_STYLE = { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', xfId: '0' };

/** A `styles.xml` for a package that has none. */
export const MINIMAL_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** The styles of a package, extended as formats are asked for. */
export class EditStyles {
  readonly #styles: XmlElement;
  readonly #known = new Map<string, number>();
  readonly #formats = new Map<number, string>();

  constructor(styleSheet: XmlElement) {
    this.#styles = styleSheet;
  }

  /** The number format of a style. */
  formatOf(style: number): string {
    let known = this.#formats.get(style);
    if (known === undefined) this.#formats.set(style, (known = this.#findFormat(style)));
    return known;
  }

  #findFormat(style: number): string {
    const list = childOf(this.#styles, 'cellXfs');
    const like = list && childrenOf(list, 'xf')[style];
    const id = (like && attribute(like, 'numFmtId')) ?? '0';
    const custom = childOf(this.#styles, 'numFmts');
    const own = custom && childrenOf(custom, 'numFmt').findLast((format) => attribute(format, 'numFmtId') === id);
    return own ? (attribute(own, 'formatCode') ?? 'General') : (BUILT_IN_FORMATS[Number(id)] ?? 'General');
  }

  /** The number of a style that looks like style `style` but has this number format. */
  withFormat(style: number, code: string): number {
    const key = `${style} ${code}`;
    let known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, (known = this.#find(style, code)));
    return known;
  }

  #find(style: number, code: string): number {
    const list = this.#section('cellXfs', ['cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst']);
    // Cells that name no style have the first one, which must stay General.
    if (childrenOf(list, 'xf').length === 0) list.children.push(newElement(list, 'xf', PLAIN_STYLE));
    const styles = childrenOf(list, 'xf');
    const like = styles[style] ?? styles[0];
    const format = String(this.#formatNumber(code, like && attribute(like, 'numFmtId')));
    if (like && attribute(like, 'numFmtId') === format) return styles.indexOf(like);
    const made: XmlElement = like ? { ...like, children: [...like.children] } : newElement(list, 'xf', PLAIN_STYLE);
    setAttribute(made, 'numFmtId', format);
    setAttribute(made, 'applyNumberFormat', '1');
    list.children.push(made);
    setAttribute(list, 'count', String(styles.length + 1));
    return styles.length;
  }

  /** The number of a format code; `current` is kept when it already means the code. */
  #formatNumber(code: string, current: string | undefined): number {
    const custom = childOf(this.#styles, 'numFmts');
    const formats = custom ? childrenOf(custom, 'numFmt') : [];
    const named = formats.filter((format) => attribute(format, 'formatCode') === code).map((format) => attribute(format, 'numFmtId'));
    if (named.length > 0) return Number(current !== undefined && named.includes(current) ? current : named[0]);
    const builtIn = NUMBER_OF_BUILT_IN.get(code);
    if (builtIn !== undefined && !formats.some((format) => attribute(format, 'numFmtId') === String(builtIn))) return builtIn;
    const into = custom ?? this.#section('numFmts', ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs']);
    const number = Math.max(FIRST_CUSTOM, ...formats.map((format) => Number(attribute(format, 'numFmtId')) + 1));
    into.children.push(newElement(into, 'numFmt', { numFmtId: String(number), formatCode: code }));
    setAttribute(into, 'count', String(formats.length + 1));
    return number;
  }

  #section(name: string, later: readonly string[]): XmlElement {
    const found = childOf(this.#styles, name);
    if (found) return found;
    const made = newElement(this.#styles, name, { count: '0' });
    insertBefore(this.#styles, made, later);
    return made;
  }
}
