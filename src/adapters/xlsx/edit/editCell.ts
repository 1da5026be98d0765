import { isCellError, type CellValue } from '../../../core/workbook/CellValue';
import { decodeXml, encodeXml } from './editXml';
import { encodeText } from './encodeText';
import type { WrittenCell } from './EditRows';

/** A cell's `<f>` as written. */
export interface WrittenFormula {
  /** Entities resolved; empty in a member of a shared formula. */
  readonly text: string;
  /** Each with a space in front. */
  readonly attributes: string;
}

const FORMULA = /<((?:[\w.-]+:)?)f((?:\s(?:[^>"'/]|"[^"]*"|'[^']*'|\/(?!>))*)?)(?:\/>|>([\s\S]*?)<\/\1f\s*>)/;
const RESULT = /<((?:[\w.-]+:)?)(?:v|is)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1(?:v|is)\s*>)/g;
const DROPPED = /\s(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g;
const TYPE = /\st\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** The cell's formula as written, or null. */
export function formulaOf(cell: WrittenCell): WrittenFormula | null {
  const match = matchFormula(cell);
  return match && written(match);
}

function matchFormula({ inner }: WrittenCell): RegExpExecArray | null {
  return inner.includes('f') ? FORMULA.exec(inner) : null;
}

function written(match: RegExpExecArray): WrittenFormula {
  return { text: decodeXml(match[3] ?? ''), attributes: match[2] ?? '' };
}

/** One attribute of a written formula or cell, such as `si` or `ref`. */
export function writtenAttribute(attributes: string, name: string): string | null {
  if (attributes === '') return null;
  const match = attributePattern(name).exec(attributes);
  return match ? decodeXml(match[1] ?? match[2] ?? '') : null;
}

/** The attributes with one of them set, or taken out by null. */
export function withAttribute(attributes: string, name: string, value: string | null): string {
  const rest = attributes.replace(attributePattern(name), '');
  return value === null ? rest : `${rest} ${name}="${encodeXml(value).replace(/"/g, '&quot;')}"`;
}

const PATTERNS = new Map<string, RegExp>();

/** One object a name: making it anew costs more than matching, and there may be a million cells. */
function attributePattern(name: string): RegExp {
  let pattern = PATTERNS.get(name);
  if (!pattern) PATTERNS.set(name, (pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  return pattern;
}

/** Gives the cell the formula that `change` makes of its own and leaves its result; false where it has none or `change` answers null. */
export function changeFormula(cell: WrittenCell, prefix: string, change: (formula: WrittenFormula) => WrittenFormula | null): boolean {
  const match = matchFormula(cell);
  const changed = match && change(written(match));
  if (!match || !changed) return false;
  cell.inner = cell.inner.slice(0, match.index) + printFormula(changed, prefix) + cell.inner.slice(match.index + match[0].length);
  return true;
}

/** Gives the cell a new content; `formula` is as the file writes it, without `=`. The style stays. */
export function setContent(cell: WrittenCell, formula: string | null, value: CellValue, prefix: string): void {
  const attributes = cell.attributes.replace(DROPPED, '');
  const opening = formula === null ? '' : printFormula({ text: formula, attributes: '' }, prefix);
  const { type, text } = formula === null ? constant(value, prefix) : result(value, prefix);
  cell.attributes = type ? `${attributes} t="${type}"` : attributes;
  cell.inner = opening + text;
}

/** Replaces a formula's last result. */
export function setResult(cell: WrittenCell, value: CellValue, prefix: string): void {
  const { type, text } = formulaOf(cell) ? result(value, prefix) : constant(value, prefix);
  cell.attributes = cell.attributes.replace(TYPE, '') + (type ? ` t="${type}"` : '');
  const rest = cell.inner.replace(RESULT, '');
  const at = rest.search(/<(?:[\w.-]+:)?extLst/);
  cell.inner = at < 0 ? rest + text : rest.slice(0, at) + text + rest.slice(at);
}

function printFormula({ text, attributes }: WrittenFormula, p: string): string {
  if (text === '') return `<${p}f${attributes}/>`;
  return `<${p}f${attributes}>${encodeXml(text)}</${p}f>`;
}

function result(value: CellValue, p: string): { type: string; text: string } {
  return typeof value === 'string' ? { type: 'str', text: `<${p}v>${encodeText(value)}</${p}v>` } : constant(value, p);
}

/** Texts are written into the cell itself, so that the list of shared texts stays as it was. */
function constant(value: CellValue, p: string): { type: string; text: string } {
  if (value === null) return { type: '', text: '' };
  if (typeof value === 'number') return { type: '', text: `<${p}v>${value}</${p}v>` };
  if (typeof value === 'boolean') return { type: 'b', text: `<${p}v>${value ? 1 : 0}</${p}v>` };
  if (isCellError(value)) return { type: 'e', text: `<${p}v>${encodeXml(value.error)}</${p}v>` };
  const space = value === value.trim() && !value.includes('\n') ? '' : ' xml:space="preserve"';
  return { type: 'inlineStr', text: `<${p}is><${p}t${space}>${encodeText(value)}</${p}t></${p}is>` };
}
