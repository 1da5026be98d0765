import type { Chance } from '../../../../scripts/samples/chance';
import { amount, whole } from '../models/figures';
import { Line, SheetKey, TracedSheet, type AxisName, type Ends, type Reference, type TracedBook } from '../TracedBook';
import { readFormula } from '../tracedFormula';
import { linesText, pickSheet } from './places';
import type { Plant } from './Plant';

/** Another name for a sheet. */
export const renameSheet: Plant = (book, chance, tag) => {
  const sheet = pickSheet(book, chance);
  if (sheet === null) return null;
  const before = sheet.name;
  sheet.name = chance.pick([`${before} v2`, `Renamed ${tag}`, `FY26 ${before}`]);
  return `rename ${before} to ${sheet.name}`;
};

/** A sheet to another place among the tabs. */
export const reorderSheets: Plant = (book, chance) => {
  if (book.sheets.length < 2) return null;
  const [sheet] = book.sheets.splice(whole(chance, 0, book.sheets.length - 1), 1);
  const at = whole(chance, 0, book.sheets.length);
  book.sheets.splice(at, 0, sheet!);
  return `put ${sheet!.name} at ${at + 1}`;
};

/** A sheet of its own, with a formula that looks at another. */
export const addSheet: Plant = (book, chance, tag) => {
  const sheet = new TracedSheet(new SheetKey(), `Added ${tag}`);
  sheet.rows = lines(6);
  sheet.columns = lines(4);
  for (let row = 1; row <= 3; row++) {
    sheet.setCell(row, 1, { value: `Own ${tag} ${row}`, formula: null, format: 'General', tag });
    sheet.setCell(row, 2, { value: amount(chance), formula: null, format: 'General', tag });
  }
  book.sheets.splice(whole(chance, 0, book.sheets.length), 0, sheet);
  sheet.setCell(3, 2, {
    value: 1,
    formula: readFormula(`SUM(B1:B2)+'${book.sheets[0]!.name.replace(/'/g, "''")}'!A1`, sheet, book),
    format: 'General',
    tag,
  });
  return `add ${sheet.name}`;
};

/** A sheet deleted: what refers to it is lost. */
export const removeSheet: Plant = (book, chance, tag) => {
  if (book.sheets.length < 2) return null;
  const sheet = chance.pick(book.sheets);
  const gone = new Set(book.names.filter(({ scope }) => scope === sheet.key));
  book.sheets = book.sheets.filter((each) => each !== sheet);
  book.names = book.names.filter((name) => !gone.has(name));
  book.followReferences(`#${tag}`, (reference) => (reference.sheet === sheet.key ? '#REF!' : reference));
  return `delete ${sheet.name}`;
};

/** A copy of a sheet behind it; formulas of the copy that name no sheet look at the copy. */
export const copySheet: Plant = (book, chance) => {
  const sheet = pickSheet(book, chance);
  return sheet === null ? null : `copy ${sheet.name} as ${makeCopy(book, sheet).name}`;
};

/** A sheet renamed and a copy of it, in which a few cells are written: which of the two it was can be told. */
export const renameAndCopy: Plant = (book, chance, tag) => {
  const sheet = pickSheet(book, chance);
  if (sheet === null) return null;
  const before = sheet.name;
  const constants = [...sheet.entries()].filter(({ cell }) => cell.formula === null);
  if (constants.length < 6) return null;
  sheet.name = `${before} v2`;
  const copy = makeCopy(book, sheet);
  for (let k = 0; k < 3; k++) {
    const { row, column, cell } = chance.pick(constants);
    copy.setCell(row, column, { ...cell, value: amount(chance), tag: `${tag}.${k}` });
  }
  return `rename ${before} to ${sheet.name} and copy it as ${copy.name} with edits`;
};

/** A sheet hidden, or very hidden. */
export const hideSheet: Plant = (book, chance) => {
  const shown = book.sheets.filter(({ visibility }) => visibility === 'visible');
  if (shown.length < 2) return null;
  const sheet = chance.pick(shown);
  sheet.visibility = chance.pick(['hidden', 'veryHidden'] as const);
  return `hide ${sheet.name}`;
};

/** Rows or columns hidden. */
export function hideLines(axis: AxisName): Plant {
  return (book, chance) => {
    const sheet = pickSheet(book, chance);
    if (sheet === null) return null;
    const last = sheet.lastUsed(axis);
    const count = Math.min(whole(chance, 1, 3), last - 1);
    if (count < 1) return null;
    const at = whole(chance, 1, last - count + 1);
    for (const line of sheet[axis].slice(at - 1, at - 1 + count)) sheet.hidden[axis].add(line);
    return `hide ${linesText(sheet, axis, at, count)}`;
  };
}

/** A name that stands for another cell. */
export const repointName: Plant = (book, chance) => {
  if (book.names.length === 0) return null;
  const name = chance.pick(book.names);
  const target = placeIn(book, chance);
  if (target === null || target === name.formula.join('')) return null;
  const at = book.names.indexOf(name);
  book.names = book.names.with(at, { ...name, formula: readFormula(target, null, book) });
  return `point ${name.name} at ${target}`;
};

/** Another name. */
export const addName: Plant = (book, chance, tag) => {
  const target = placeIn(book, chance);
  if (target === null) return null;
  const name = `Own_${tag.replace(/\W/g, '_')}`;
  book.names = [...book.names, { name, scope: null, formula: readFormula(target, null, book) }];
  return `name ${target} ${name}`;
};

/** A name less. */
export const removeName: Plant = (book, chance) => {
  if (book.names.length === 0) return null;
  const name = chance.pick(book.names);
  book.names = book.names.filter((each) => each !== name);
  return `delete the name ${name.name}`;
};

function placeIn(book: TracedBook, chance: Chance): string | null {
  const sheet = pickSheet(book, chance);
  if (sheet === null) return null;
  const cells = [...sheet.entries()];
  const { row, column } = chance.pick(cells);
  return `'${sheet.name.replace(/'/g, "''")}'!$${String.fromCharCode(64 + Math.min(column, 26))}$${row}`;
}

function makeCopy(book: TracedBook, sheet: TracedSheet): TracedSheet {
  const copy = new TracedSheet(new SheetKey(sheet.key), freeName(book, sheet.name));
  const anew = {
    rows: new Map(sheet.rows.map((line) => [line, new Line()])),
    columns: new Map(sheet.columns.map((line) => [line, new Line()])),
  };
  copy.rows = [...anew.rows.values()];
  copy.columns = [...anew.columns.values()];
  const endsOf = (axis: AxisName, ends: Ends | null): Ends | null => {
    const of = (end: Ends['first']): Ends['first'] => (typeof end === 'number' ? end : anew[axis].get(end)!);
    return ends && { ...ends, first: of(ends.first), last: of(ends.last) };
  };
  const moved = (reference: Reference): Reference => ({
    ...reference,
    sheet: copy.key,
    rows: endsOf('rows', reference.rows),
    columns: endsOf('columns', reference.columns),
  });
  for (const { row, column, cell } of sheet.entries()) {
    const formula = cell.formula?.map((part) => (typeof part === 'string' || !part.own ? part : moved(part))) ?? null;
    copy.setCell(row, column, { ...cell, formula });
  }
  copy.areas = sheet.areas.flatMap((area) =>
    typeof area.what === 'object' && 'table' in area.what ? [] : [{ ...area, at: moved(area.at) }],
  );
  book.sheets.splice(book.sheets.indexOf(sheet) + 1, 0, copy);
  return copy;
}

function freeName(book: TracedBook, name: string): string {
  for (let k = 2; ; k++) {
    const copy = `${name} (${k})`;
    if (!book.sheets.some((sheet) => sheet.name === copy)) return copy;
  }
}

function lines(count: number): Line[] {
  return Array.from({ length: count }, () => new Line());
}
