import { ALL_FUNCTIONS } from '../../../src/adapters/calculation/functions/allFunctions';
import { arrayValue, cellValue } from '../../../src/adapters/calculation/model/calculateCell';
import { FormulaCells } from '../../../src/adapters/calculation/model/FormulaCells';
import { Unknowable } from '../../../src/adapters/calculation/model/interruptions';
import type { Scalar } from '../../../src/adapters/calculation/values/Scalar';
import { isCellError } from '../../../src/core/workbook/CellValue';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type SheetText, type WorkbookExtras } from '../workbook';
import { storedArrangement } from '../../../src/adapters/calculation/model/storedArrangement';

/** A value as tests write it: errors as their codes; arrays as rows of values. */
type Written = null | number | string | boolean;

/** What a plain formula in cell `at` of the first sheet gives: errors as their codes, `unknown: …` when it cannot be calculated. */
export function evaluate(formula: string, cells: SheetText = {}, at = 'Z99', extras: WorkbookExtras = {}): Written {
  return outcome(() => written(run(formula, cells, at, extras, false) as Scalar));
}

/** What a formula gives that spills: its rows. */
export function spill(
  formula: string,
  cells: SheetText = {},
  at = 'Z99',
  extras: WorkbookExtras = {},
): readonly (readonly Written[])[] | string {
  return outcome(() => {
    const matrix = run(formula, cells, at, extras, true);
    if (matrix === null || typeof matrix !== 'object' || 'error' in matrix) throw new Error('an array was expected');
    return Array.from({ length: matrix.rows }, (_, row) =>
      Array.from({ length: matrix.columns }, (_, column) => written(matrix.at(row, column))),
    );
  });
}

function run(formula: string, cells: SheetText, at: string, extras: WorkbookExtras, isArray: boolean) {
  const snapshot: Snapshot = workbook({ Sheet1: { ...cells, [at]: [formula, null] } }, extras);
  const sheet = snapshot.sheets[0]!.cells;
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(at)!;
  const column = [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0);
  const position = sheet.row.findIndex((row, k) => row === Number(digits) && sheet.column[k] === column);
  const formulas = new FormulaCells(snapshot, ALL_FUNCTIONS);
  const program = formulas.program(sheet.formula[position]!, 0, isArray);
  if (program instanceof Unknowable) throw program;
  const cell = formulas.cell(storedArrangement(snapshot), 0, Number(digits), column);
  return isArray ? arrayValue(program, cell, null) : cellValue(program, cell);
}

function outcome<T>(calculate: () => T): T | string {
  try {
    return calculate();
  } catch (reason) {
    if (reason instanceof Unknowable) return `unknown: ${reason.what}`;
    throw reason;
  }
}

function written(value: Scalar): Written {
  return isCellError(value) ? value.error : (value as Written);
}
