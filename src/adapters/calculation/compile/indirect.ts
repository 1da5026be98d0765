import { MAX_COLUMN, MAX_ROW } from '../../../core/workbook/Address';
import { Unknowable } from '../model/interruptions';
import { Area, AreaList } from '../values/Area';
import { toBoolean, toText } from '../values/coerce';
import { ERRORS } from '../values/errors';
import { soleValue } from '../values/lift';
import { isError, type Value } from '../values/Value';
import { parseFormula, type FormulaNode } from './parseFormula';
import type { Cell, Program } from './Program';
import { compileReference } from './references';
import type { PartCompiler, Surroundings } from './Surroundings';

/** A cell or rectangle in R1C1 notation, the sheet in front of it. */
const R1C1 = /^(?:(.*)!)?R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(:R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?)?$/i;
const CORNER = { row: 1, column: 1 } as const;
/** A reference that is none of those that stand in the formula. */
const NONE = -1;

/** The program of INDIRECT: the cells that a text names. An address means where cells stand now, whatever workbook the formula is from. */
export function compileIndirect([text, isA1]: readonly Program[], compiler: PartCompiler, around: Surroundings): Program {
  const names = new Map<string, Program>();
  return (cell, locals) => {
    const name = sole(text!(cell, locals));
    if (typeof name !== 'string') return name;
    const style = isA1 ? toBoolean(soleValue(isA1(cell, locals)) ?? null) : true;
    if (isError(style)) return style;
    if (!style) return resolveR1C1(name.trim(), cell);
    const node = /^[=+\s]/.test(name) ? null : parseFormula(withoutZeros(name.trim()));
    if (node?.type === 'ReferenceIdentifier' && node.kind !== 'name' && node.kind !== 'table')
      return resolveAddress(String(node.value), cell);
    if (!isNamed(node)) return ERRORS.reference;
    let program = names.get(name);
    if (program === undefined) names.set(name, (program = compiler.part(node, { ...around, use: 'range', locals: [] })));
    const result = program(unrelated(cell), []);
    return result instanceof Area || result instanceof AreaList ? result : ERRORS.reference;
  };
}

/** True for a defined name, a table or what a formula spilled. */
function isNamed(node: FormulaNode | null): boolean {
  return node?.type === 'ReferenceIdentifier' || (node?.type === 'UnaryExpression' && node.operator === '#');
}

function sole(value: Value): ReturnType<typeof toText> {
  const one = soleValue(value);
  if (one === undefined) throw new Unknowable('function', 'INDIRECT with several texts');
  return toText(one);
}

/** An address without zeros in front of its row numbers, as in `A01`. */
function withoutZeros(text: string): string {
  const at = text.lastIndexOf('!') + 1;
  const address = text.slice(at);
  return /^\$?[A-Z]{0,3}\$?\d+(?::\$?[A-Z]{0,3}\$?\d+)?$/i.test(address)
    ? text.slice(0, at) + address.replace(/(^|\D)0+(?=\d)/g, '$1')
    : text;
}

function resolveAddress(text: string, cell: Cell): Value {
  const { arrangement, sheet } = cell;
  // Read as for the first cell of the sheet, where every offset is the place itself.
  const corner: Cell = {
    ...CORNER,
    arrangement,
    sheet,
    own: { ...CORNER, sheet },
    area: (...place) => new Area(arrangement, place[0], place[1], place[2], place[3], place[4]),
  };
  return compileReference(text, CORNER, { sheet: (name) => sheetNamed(name, cell) }, NONE)(corner);
}

function sheetNamed(name: string, { arrangement }: Cell): number {
  return arrangement.sheetNames.findIndex((one) => one.toLowerCase() === name.toLowerCase());
}

/** The cell, for references that do not stand in its formula. */
function unrelated(cell: Cell): Cell {
  const { arrangement, sheet, own } = cell;
  return {
    arrangement,
    sheet,
    own,
    get row() {
      return cell.row;
    },
    get column() {
      return cell.column;
    },
    area: (...place) => cell.area(place[0], place[1], place[2], place[3], place[4], NONE),
  };
}

function resolveR1C1(text: string, cell: Cell): Value {
  const match = R1C1.exec(text);
  if (match === null) return ERRORS.reference;
  const [, sheetName, row, column, range, otherRow, otherColumn] = match;
  const sheet = sheetName === undefined ? cell.sheet : sheetNamed(sheetName.replace(/^'(.*)'$/, '$1').replace(/''/g, "'"), cell);
  if (sheet < 0) return ERRORS.reference;
  const rows = lines(row, range === undefined ? row : otherRow, cell.row, MAX_ROW);
  const columns = lines(column, range === undefined ? column : otherColumn, cell.column, MAX_COLUMN);
  if (rows === null || columns === null) return ERRORS.reference;
  return new Area(cell.arrangement, sheet, rows[0], columns[0], rows[1], columns[1]);
}

/** The first and last line that two texts name, `5`, `[-1]` or nothing for the cell's own; null when they are not on the sheet. */
function lines(from: string | undefined, to: string | undefined, own: number, most: number): readonly [number, number] | null {
  const place = (text: string | undefined): number =>
    text === undefined ? own : text.startsWith('[') ? own + Number(text.slice(1, -1)) : Number(text);
  const [first, last] = [Math.min(place(from), place(to)), Math.max(place(from), place(to))];
  return first < 1 || last > most ? null : [first, last];
}
