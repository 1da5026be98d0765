import { cellCount } from '../../core/workbook/Address';
import type { ComputedRead, ReadsOfCell } from '../../core/explain/ComputedReads';
import type { ArrayFormula, Snapshot } from '../../core/workbook/Snapshot';
import { ALL_FUNCTIONS } from './functions/allFunctions';
import { arrayValue, cellValue } from './model/calculateCell';
import { FormulaCells } from './model/FormulaCells';
import { Unknowable } from './model/interruptions';
import { storedArrangement } from './model/storedArrangement';

/** More cells than anyone waits for are not looked at; a long list may have a formula over thousands of cells in each row. */
const MOST_CELLS = 20_000_000;

/** What formulas of a workbook read, found by calculating them with the values that it stores; each formula once. */
export function createComputedReads(snapshot: Snapshot): ReadsOfCell {
  const formulas = new FormulaCells(snapshot, ALL_FUNCTIONS);
  const arrangement = storedArrangement(snapshot);
  const known = new Map<string, readonly ComputedRead[] | null>();
  let left = MOST_CELLS;

  function find(sheet: number, row: number, column: number): readonly ComputedRead[] | null {
    const { cells, arrays } = snapshot.sheets[sheet]!;
    const at = formulas.index(sheet).find(row, column);
    const formula = at < 0 ? -1 : cells.formula[at]!;
    if (formula < 0 || left <= 0) return null;
    const array = arrays.find(({ range }) => range.firstRow === row && range.firstColumn === column);
    return trace(formula, sheet, row, column, array);
  }

  function trace(formula: number, sheet: number, row: number, column: number, array: ArrayFormula | undefined): ComputedRead[] | null {
    const program = formulas.program(formula, sheet, array !== undefined);
    if (program instanceof Unknowable) return null;
    const found: ComputedRead[] = [];
    arrangement.trace = (of, range) => {
      left -= cellCount(range);
      found.push({ sheet: of, range });
    };
    try {
      const cell = formulas.cell(arrangement, sheet, row, column);
      if (array === undefined) cellValue(program, cell);
      else arrayValue(program, cell, array.kind === 'array' ? array.range : null);
    } catch (reason) {
      if (!(reason instanceof Unknowable)) throw reason;
    } finally {
      arrangement.trace = null;
    }
    return found;
  }

  return (sheet, row, column) => {
    const key = `${sheet} ${row} ${column}`;
    let reads = known.get(key);
    if (reads === undefined) known.set(key, (reads = find(sheet, row, column)));
    return reads;
  };
}
