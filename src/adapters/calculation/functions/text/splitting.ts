import { isCellError, type CellError } from '../../../../core/workbook/CellValue';
import { CalculationLimit } from '../../model/interruptions';
import { toBoolean, toNumber, toText } from '../../values/coerce';
import { ERRORS } from '../../values/errors';
import { lift } from '../../values/lift';
import { Matrix } from '../../values/Matrix';
import type { Scalar } from '../../values/Scalar';
import { isGrid, type Value } from '../../values/Value';
import { rangeFunction } from '../define';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitValues } from '../numbersOf';
import { inSmallLetters } from './limited';

/** With more, looking for all of them would take too long. */
const MOST_DELIMITERS = 500;

/** Texts taken apart: TEXTBEFORE, TEXTAFTER and TEXTSPLIT. */
export const splitting: readonly FunctionDefinition[] = [
  beside('TEXTBEFORE', (text, { at }) => text.slice(0, at)),
  beside('TEXTAFTER', (text, { at, length }) => text.slice(at + length)),
  rangeFunction('TEXTSPLIT', [2, 6], ([text, columns, rows, ignore, mode, pad = ERRORS.notAvailable]) => {
    const columnDelimiters = delimitersOf(columns);
    const rowDelimiters = delimitersOf(rows);
    if (!Array.isArray(columnDelimiters)) return columnDelimiters;
    if (!Array.isArray(rowDelimiters)) return rowDelimiters;
    if (columnDelimiters.length + rowDelimiters.length === 0 || [...columnDelimiters, ...rowDelimiters].includes('')) return ERRORS.value;
    return lift([text, ignore, mode], ([each, ignoreScalar, modeScalar]) => {
      const value = toText(each ?? null);
      const ignoresEmpty = toBoolean(ignoreScalar ?? null);
      const anyCase = modeOf(modeScalar);
      if (typeof value !== 'string') return value;
      if (typeof ignoresEmpty !== 'boolean') return ignoresEmpty;
      if (typeof anyCase !== 'boolean') return anyCase;
      const split = (part: string, delimiters: readonly string[]): string[] => {
        const pieces = delimiters.length === 0 ? [part] : piecesOf(part, placesOf(part, delimiters, anyCase));
        return ignoresEmpty ? pieces.filter((piece) => piece !== '') : pieces;
      };
      const lines = split(value, rowDelimiters)
        .map((line) => split(line, columnDelimiters))
        .filter((line) => line.length > 0);
      if (lines.length === 0) return ERRORS.calculation;
      const width = Math.max(...lines.map((line) => line.length));
      const padding = isGrid(pad) ? pad.at(0, 0) : (pad as Scalar);
      return Matrix.from(lines.length, width, (row, column) => lines[row]![column] ?? padding);
    });
  }),
];

/** Where a delimiter stands in a text, and how long it is. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** A function that takes what stands on one side of a delimiter. */
function beside(name: string, take: (text: string, place: Place) => string): FunctionDefinition {
  return rangeFunction(name, [2, 6], ([text, delimiter, instance, mode, end, otherwise = ERRORS.notAvailable]) => {
    const delimiters = delimitersOf(delimiter);
    if (!Array.isArray(delimiters)) return delimiters;
    const shortest = Math.min(...delimiters.map((each) => each.length));
    return lift([text, instance ?? 1, mode, end, otherwise], ([each, instanceScalar, modeScalar, endScalar, missing]) => {
      const value = toText(each ?? null);
      const wanted = toNumber(instanceScalar ?? 1);
      const anyCase = modeOf(modeScalar);
      const matchesEnd = modeOf(endScalar);
      if (typeof value !== 'string') return value;
      if (typeof wanted !== 'number') return wanted;
      if (typeof anyCase !== 'boolean') return anyCase;
      if (typeof matchesEnd !== 'boolean') return matchesEnd;
      const number = Math.floor(wanted);
      if (number === 0 || (value !== '' && Math.abs(number) > value.length + (matchesEnd ? 1 : 0))) return ERRORS.value;
      // Only where Excel is asked for one by its number does it say that there can be none.
      if (instance !== undefined && shortest > value.length) return ERRORS.value;
      const places = delimiters.includes('')
        ? [{ at: number > 0 ? 0 : value.length, length: 0 }]
        : [...placesOf(value, delimiters, anyCase)];
      if (matchesEnd && number > 0) places.push({ at: value.length, length: 0 });
      if (matchesEnd && number < 0) places.unshift({ at: 0, length: 0 });
      const place = places.at(number > 0 ? number - 1 : number);
      return place === undefined ? (missing ?? '') : take(value, place);
    });
  });
}

/** The delimiters that an argument says; none where it is not given. */
function delimitersOf(arg: Value | undefined): string[] | CellError {
  if (arg === undefined || arg === null) return [];
  const delimiters: string[] = [];
  let error: CellError | null = null;
  visitValues([arg], (value) => {
    const read = toText(value);
    if (typeof read === 'string') delimiters.push(read);
    else error ??= read;
  });
  if (delimiters.length > MOST_DELIMITERS) throw new CalculationLimit(`${delimiters.length} delimiters`);
  return error ?? delimiters;
}

/** What 0 and 1 say of case, or of the end of a text; `#VALUE!` for other numbers. */
function modeOf(scalar: Scalar | undefined): boolean | CellError {
  const read = toNumber(scalar ?? null);
  if (isCellError(read as Scalar)) return read as CellError;
  return read === 0 ? false : read === 1 ? true : ERRORS.value;
}

/** Where delimiters stand, from left to right; of several in one place the longest counts. */
function placesOf(text: string, delimiters: readonly string[], anyCase: boolean): readonly Place[] {
  const within = anyCase ? inSmallLetters(text) : text;
  const sought = delimiters.map((each) => (anyCase ? inSmallLetters(each) : each)).sort((a, b) => b.length - a.length);
  const places: Place[] = [];
  const next = sought.map((each) => within.indexOf(each));
  for (let from = 0; ;) {
    let [at, length] = [Infinity, 0];
    for (const [k, each] of sought.entries()) {
      if (next[k]! >= 0 && next[k]! < from) next[k] = within.indexOf(each, from);
      if (next[k]! >= 0 && next[k]! < at) [at, length] = [next[k]!, each.length];
    }
    if (at === Infinity) return places;
    places.push({ at, length });
    from = at + length;
  }
}

function piecesOf(text: string, places: readonly Place[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, length } of places) {
    pieces.push(text.slice(from, at));
    from = at + length;
  }
  pieces.push(text.slice(from));
  return pieces;
}
