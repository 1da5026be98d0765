import fc from 'fast-check';
import { shiftReferences, type Shift } from '../../src/core/formula/shiftReferences';
import { columnName, stringifyAddress } from '../../src/core/workbook/Address';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { workbook, type CellText } from './workbook';

/** A small workbook that can be edited as Excel edits one: sheets of cells by `row,column`. */
export interface Model {
  readonly sheets: Readonly<Record<string, ReadonlyMap<string, CellText>>>;
  readonly names: Readonly<Record<string, string>>;
}

export function snapshotOf({ sheets, names }: Model): Snapshot {
  const text = (cells: ReadonlyMap<string, CellText>): Record<string, CellText> =>
    Object.fromEntries([...cells].map(([key, cell]) => [stringifyAddress(placeOf(key)), cell]));
  return workbook(Object.fromEntries(Object.entries(sheets).map(([name, cells]) => [name, text(cells)])), { names });
}

function placeOf(key: string): { row: number; column: number } {
  const [row, column] = key.split(',').map(Number) as [number, number];
  return { row, column };
}

/** The last row or column of a sheet that holds anything; 0 when it is blank. */
export function lastOf(model: Model, sheet: string, axis: 'row' | 'column'): number {
  return Math.max(0, ...[...model.sheets[sheet]!.keys()].map((key) => placeOf(key)[axis]));
}

/** The model after rows or columns are inserted as Excel does it: cells move and references follow. */
export function insertLines(model: Model, shift: Omit<Shift, 'sheetOfFormula'>): Model {
  const { sheet, axis, at, count } = shift;
  const sheets = Object.entries(model.sheets).map(([name, cells]) => {
    const moved = [...cells].map(([key, cell]): [string, CellText] => {
      const { row, column } = placeOf(key);
      const by = (index: number): number => (name === sheet && index >= at ? index + count : index);
      const formula = typeof cell === 'string' && cell.startsWith('=') ? shiftReferences(cell, { ...shift, sheetOfFormula: name }) : cell;
      return [axis === 'row' ? `${by(row)},${column}` : `${row},${by(column)}`, formula];
    });
    return [name, new Map(moved)] as const;
  });
  const names = Object.entries(model.names).map(
    ([name, formula]) => [name, shiftReferences(formula, { ...shift, sheetOfFormula: '' })] as const,
  );
  return { sheets: Object.fromEntries(sheets), names: Object.fromEntries(names) };
}

/** The model with one cell written; null clears it. */
export function writeCell(model: Model, sheet: string, key: string, cell: CellText): Model {
  const cells = new Map(model.sheets[sheet]);
  if (cell === null) cells.delete(key);
  else cells.set(key, cell);
  return { ...model, sheets: { ...model.sheets, [sheet]: cells } };
}

const ROWS = 9;
const COLUMNS = 6;
const place = fc.tuple(fc.integer({ min: 1, max: ROWS }), fc.integer({ min: 1, max: COLUMNS }));
const dollar = fc.constantFrom('', '', '$');
const corner = fc.tuple(dollar, place, dollar).map(([one, [row, column], other]) => `${one}${columnName(column)}${other}${row}`);
const reference = fc.tuple(fc.constantFrom('', '', '', 'Two!', 'One!'), fc.oneof(corner, fc.tuple(corner, corner).map(orderedRange)));
const operand = reference.map(([sheet, cells]) => (cells.includes(':') ? `SUM(${sheet}${cells})` : sheet + cells));
const formula = fc.array(operand, { minLength: 1, maxLength: 2 }).map((operands) => `=${operands.join('*')}`);
const label = fc.constantFrom('Revenue', 'Cost', 'Margin', 'Total', 'Seats', 'Q1', 'Q2', 'n/a');
const number = fc.constantFrom(0, 0, 1, 2, 5, 12.5, 100);

/** A cell of any kind. */
export const cellText: fc.Arbitrary<CellText> = fc.oneof(
  { weight: 2, arbitrary: label },
  { weight: 3, arbitrary: number },
  { weight: 3, arbitrary: formula },
);

const sheet = fc
  .oneof(
    fc.array(fc.tuple(place, cellText), { maxLength: 30 }),
    fc.array(fc.tuple(place, number), { maxLength: 30 }),
    fc.array(fc.tuple(place, formula), { maxLength: 30 }),
  )
  .map((cells) => new Map(cells.map(([[row, column], cell]) => [`${row},${column}`, cell])));

/** Small workbooks of two sheets and a name, with blank rows, repeated rows, and sheets of numbers or formulas only. */
export const model: fc.Arbitrary<Model> = fc
  .tuple(sheet, sheet, corner)
  .map(([One, Two, target]) => ({ sheets: { One, Two }, names: { Rate: `One!${target.replace(/\$?([A-Z]+)\$?(\d+)/, '$$$1$$$2')}` } }));

/** Corners in the order in which Excel writes them. */
function orderedRange([one, other]: readonly [string, string]): string {
  const parts = [one, other].map((text) => /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(text)!);
  const columns = [...parts].sort((a, b) => (a[2]! < b[2]! ? -1 : 1));
  const rows = [...parts].sort((a, b) => Number(a[4]) - Number(b[4]));
  return [0, 1].map((k) => `${columns[k]![1]}${columns[k]![2]}${rows[k]![3]}${rows[k]![4]}`).join(':');
}

/** A model and what a few insertions and edits made of it. */
export const edited: fc.Arbitrary<readonly [Model, Model]> = fc
  .tuple(
    model,
    fc.array(fc.tuple(fc.constantFrom('One', 'Two'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }), cellText), {
      maxLength: 3,
    }),
    fc.array(fc.tuple(fc.constantFrom('One', 'Two'), fc.constantFrom('row' as const, 'column' as const), fc.integer({ min: 1, max: 8 })), {
      maxLength: 2,
    }),
  )
  .map(([before, edits, insertions]) => {
    let after = before;
    for (const [sheet, row, column, cell] of edits) after = writeCell(after, sheet, `${row},${column}`, cell);
    for (const [sheet, axis, at] of insertions) after = insertLines(after, { sheet, axis, at, count: 1 });
    return [before, after];
  });
