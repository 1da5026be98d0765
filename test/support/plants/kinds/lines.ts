import type { Chance } from '../../../../scripts/samples/chance';
import { MAX_COLUMN, MAX_ROW } from '../../../../src/core/workbook/Address';
import { toA1 } from '../../../../src/core/formula/toA1';
import { toRelative } from '../../../../src/core/formula/toRelative';
import { deleteLines, insertLines, moveLines } from '../editLines';
import { lineText } from '../lineText';
import { listRows } from '../listRows';
import { amount, whole } from '../models/figures';
import type { AxisName, TracedBook, TracedCell, TracedSheet } from '../TracedBook';
import { readFormula, writeFormula } from '../tracedFormula';
import { canShift, linesText, pickSheet } from './places';
import type { Plant } from './Plant';

/** What stands in inserted lines: nothing, the neighbour's cells, or cells like the neighbour's with contents of their own. */
type Filling = 'blank' | 'copied' | 'new';

/** Inserts one line or a few. */
export function insert(axis: AxisName, filling: Filling): Plant {
  return (book, chance, tag) => {
    const sheet = pickSheet(book, chance);
    if (sheet === null) return null;
    const count = chance.weighted([
      [1, 5],
      [2, 2],
      [3, 1],
    ] as const);
    const at = whole(chance, 1, sheet.lastUsed(axis));
    // Excel inserts nothing that would push cells off the sheet.
    if (!canShift(sheet, axis, at, count) || sheet.lastUsed(axis) + count > (axis === 'rows' ? MAX_ROW : MAX_COLUMN)) return null;
    insertLines(sheet, axis, at, count);
    if (filling !== 'blank') {
      // The line above or below is the pattern.
      const above = at > 1 && chance.next() < 0.6;
      const source = above ? at - 1 : at + count;
      for (let k = 0; k < count; k++) fillLine(book, sheet, axis, source, at + k, filling, chance, `${tag}.${k}`);
      const filled = sheet.filled(axis);
      if (filled.slice(at, at + count).some((cells) => cells === 0)) return null;
    }
    return `insert ${filling} ${linesText(sheet, axis, at, count)}`;
  };
}

/** Deletes one line or a few. */
export function remove(axis: AxisName): Plant {
  return (book, chance, tag) => {
    const sheet = pickSheet(book, chance);
    if (sheet === null) return null;
    const last = sheet.lastUsed(axis);
    const count = Math.min(
      chance.weighted([
        [1, 5],
        [2, 2],
        [3, 1],
      ] as const),
      last - 2,
    );
    if (count < 1) return null;
    const at = whole(chance, 1, last - count + 1);
    if (!canShift(sheet, axis, at, -count)) return null;
    const done = `delete ${linesText(sheet, axis, at, count)}`;
    deleteLines(book, sheet, axis, at, count, `#${tag}`);
    return done;
  };
}

/** Cuts one line or a few and inserts them elsewhere. */
export function move(axis: AxisName): Plant {
  return (book, chance) => {
    const sheet = pickSheet(book, chance);
    if (sheet === null) return null;
    const last = sheet.lastUsed(axis);
    const count = Math.min(
      chance.weighted([
        [1, 4],
        [2, 3],
        [3, 2],
        [5, 1],
      ] as const),
      Math.floor(last / 3),
    );
    if (count < 1) return null;
    const at = whole(chance, 1, last - count + 1);
    const to = whole(chance, 1, last + 1);
    if (to >= at - 1 && to <= at + count + 1) return null;
    if (sheet.areas.some(({ what }) => what !== 'merge')) return null;
    // Rows of a list may come in any order, and texts below a text are taken for one.
    if (axis === 'rows' && (listRows(sheet) !== null || isTextOnly(sheet))) return null;
    if (!isToldApart(book, sheet, axis, at, count)) return null;
    // Past blank lines only, these may as well have gone behind the others and come before them.
    const passed = sheet.filled(axis).slice(Math.min(to, at + count), Math.max(to, at));
    if (passed.every((cells) => cells === 0)) return null;
    const done = `move ${linesText(sheet, axis, at, count)} before ${linesText(sheet, axis, to, 1)}`;
    return moveLines(book, sheet, axis, at, count, to) ? done : null;
  };
}

/** Types new rows below all others. */
export function append(axis: AxisName): Plant {
  return (book, chance, tag) => {
    const sheet = pickSheet(book, chance);
    if (sheet === null) return null;
    const last = sheet.lastUsed(axis);
    if (last >= sheet[axis].length) return null;
    fillLine(book, sheet, axis, last, last + 1, 'new', chance, tag);
    return sheet.lastUsed(axis) > last ? `type ${linesText(sheet, axis, last + 1, 1)}` : null;
  };
}

/** Whether no other line holds the same as any of these, and each holds more than a cell: else they may as well have been deleted there and inserted here. */
function isToldApart(book: TracedBook, sheet: TracedSheet, axis: AxisName, at: number, count: number): boolean {
  const text = lineText(book, sheet, axis);
  const filled = sheet.filled(axis);
  const seen = new Map<string, number>();
  for (let number = 1, end = sheet.lastUsed(axis); number <= end; number++) seen.set(text(number), (seen.get(text(number)) ?? 0) + 1);
  for (let number = at; number < at + count; number++) if (filled[number]! < 2 || seen.get(text(number)) !== 1) return false;
  return true;
}

function isTextOnly(sheet: TracedSheet): boolean {
  return [...sheet.entries()].every(({ cell }) => cell.formula === null && typeof cell.value === 'string');
}

function fillLine(
  book: TracedBook,
  sheet: TracedSheet,
  axis: AxisName,
  source: number,
  target: number,
  filling: Filling,
  chance: Chance,
  tag: string,
): void {
  const other = axis === 'rows' ? 'columns' : 'rows';
  const last = sheet.lastUsed(other);
  for (let cross = 1; cross <= last; cross++) {
    const place = (line: number): [number, number] => (axis === 'rows' ? [line, cross] : [cross, line]);
    const cell = sheet.cell(...place(source));
    if (cell === undefined) continue;
    sheet.setCell(...place(target), copyOf(book, sheet, cell, place(source), place(target), filling, chance, `${tag}.${cross}`));
  }
}

function copyOf(
  book: TracedBook,
  sheet: TracedSheet,
  cell: TracedCell,
  from: [number, number],
  to: [number, number],
  filling: Filling,
  chance: Chance,
  tag: string,
): TracedCell {
  if (cell.formula !== null) {
    const text = toA1(toRelative(writeFormula(cell.formula, book), ...from), ...to);
    return { ...cell, formula: readFormula(text, sheet, book), tag };
  }
  if (filling === 'copied') return { ...cell, tag };
  if (typeof cell.value === 'number') return { ...cell, value: amount(chance), tag };
  return { ...cell, value: `New ${tag} ${to.join('.')}`, tag };
}
