import { columnName } from '../../../../src/core/workbook/Address';
import { toRelative } from '../../../../src/core/formula/toRelative';
import { amount, whole } from '../models/figures';
import type { TracedBook, TracedCell, TracedSheet } from '../TracedBook';
import { readFormula, writeFormula } from '../tracedFormula';
import { pickCell, placeText, type Place } from './places';
import type { Plant } from './Plant';

const isNumber = (cell: TracedCell): boolean => cell.formula === null && typeof cell.value === 'number';
const isText = (cell: TracedCell): boolean => cell.formula === null && typeof cell.value === 'string';
const isFormula = (cell: TracedCell): boolean => cell.formula !== null;
/** Whether its row and column hold more, so that the cell's end is not theirs. */
const hasCompany = (_: TracedCell, { sheet, row, column }: Place): boolean =>
  sheet.filled('rows')[row]! > 1 && sheet.filled('columns')[column]! > 1;

/** Writes something else into one cell of a kind. */
function edit(
  accept: (cell: TracedCell, place: Place) => boolean,
  write: (place: Place, book: TracedBook, next: number) => Partial<TracedCell> | null,
): Plant {
  return (book, chance, tag) => {
    const place = pickCell(book, chance, accept);
    if (place === null) return null;
    const change = write(place, book, amount(chance));
    if (change === null) place.sheet.setCell(place.row, place.column, null);
    else place.sheet.setCell(place.row, place.column, { ...place.cell, ...change, tag });
    const now =
      change === null
        ? 'nothing'
        : change.formula
          ? `=${writeFormula(change.formula, book)}`
          : JSON.stringify(change.value ?? change.format);
    return `write ${now} to ${placeText(place)}`;
  };
}

/** Another number. */
export const editNumber = edit(isNumber, (_, __, next) => ({ value: next }));

/** Another text, or the old one with something behind. */
export const editText = edit(isText, ({ cell }, _, next) => ({
  value: next % 2 < 1 ? `${String(cell.value)} (${next})` : `Remark ${next}`,
}));

/** The old formula times a number. */
export const editFormula = edit(isFormula, ({ cell, sheet }, book, next) => ({
  formula: readFormula(`(${writeFormula(cell.formula!, book)})*${next}`, sheet, book),
}));

/** A constant over a formula. */
export const hardcode = edit(isFormula, (_, __, next) => ({ formula: null, value: next }));

/** A formula over a constant. */
export const unhardcode = edit(isNumber, ({ sheet, row, column }, book, next) => ({
  formula: readFormula(`${columnName(column)}${row + 1}*${next}`, sheet, book),
}));

/** Nothing where something was. */
export const clear = edit(hasCompany, () => null);

/** Another number format. */
export const reformat = edit(
  () => true,
  (_, __, next) => ({ format: `0.0"u${next}"` }),
);

/** Something where nothing was. */
export const fillBlank: Plant = (book, chance, tag) => {
  const place = pickCell(book, chance, () => true);
  if (place === null) return null;
  const { sheet } = place;
  const [row, column] = [whole(chance, 1, sheet.lastUsed('rows')), whole(chance, 1, sheet.lastUsed('columns'))];
  const isUsed = sheet.filled('rows')[row]! > 0 && sheet.filled('columns')[column]! > 0;
  if (!isUsed || sheet.cell(row, column) !== undefined) return null;
  const value = amount(chance);
  sheet.setCell(row, column, { value, formula: null, format: 'General', tag });
  return `write ${value} to blank ${placeText({ sheet, row, column })}`;
};

/** The same change to all formulas of a run that was filled down or to the right: one edit. */
export function editFilled(change: 'formula' | 'format'): Plant {
  return (book, chance, tag) => {
    const start = pickCell(book, chance, isFormula);
    if (start === null) return null;
    const [down, right] = chance.next() < 0.6 ? [1, 0] : [0, 1];
    const run = filledRun(book, start, down, right);
    if (run.length < 2) return null;
    const next = amount(chance);
    for (const { sheet, row, column, cell } of run) {
      const changed =
        change === 'format'
          ? { format: `0.0"u${next}"` }
          : { formula: readFormula(`(${writeFormula(cell.formula!, book)})*${next}`, sheet, book) };
      sheet.setCell(row, column, { ...cell, ...changed, tag });
    }
    return `write ${change === 'format' ? 'a format' : `(…)*${next}`} to ${placeText(run[0]!)}:${placeText(run.at(-1)!)}`;
  };
}

function filledRun(book: TracedBook, start: Place, down: number, right: number): Place[] {
  const { sheet } = start;
  const relative = (row: number, column: number): string | null => {
    const cell = sheet.cell(row, column);
    return !cell?.formula ? null : `${toRelative(writeFormula(cell.formula, book), row, column)} ${cell.format} ${cell.tag}`;
  };
  const wanted = relative(start.row, start.column);
  const run: Place[] = [];
  let { row, column } = start;
  while (row > 0 && column > 0 && relative(row, column) === wanted) [row, column] = [row - down, column - right];
  for (;;) {
    [row, column] = [row + down, column + right];
    if (relative(row, column) !== wanted) return run;
    run.push({ sheet, row, column, cell: cellOf(sheet, row, column) });
  }
}

function cellOf(sheet: TracedSheet, row: number, column: number): TracedCell {
  return sheet.cell(row, column)!;
}
