import type { CheckedFormula } from '../../app/ports/ResultChecker';
import { ALL_FUNCTIONS } from './functions/allFunctions';
import { arrayValue, cellValue } from './model/calculateCell';
import { FormulaCells } from './model/FormulaCells';
import { Unknowable } from './model/interruptions';
import type { Scalar } from './values/Scalar';
import { toA1 } from '../../core/formula/toA1';
import { stringifyAddress } from '../../core/workbook/Address';
import { valueAt } from '../../core/workbook/cellAt';
import { isCellError } from '../../core/workbook/CellValue';
import type { Snapshot } from '../../core/workbook/Snapshot';
import { storedArrangement } from './model/storedArrangement';

/** Calculates every formula of a workbook from the stored values of the cells it reads, and compares with what is stored for it. */
export function checkStoredResults(snapshot: Snapshot): readonly CheckedFormula[] {
  const arrangement = storedArrangement(snapshot);
  const formulas = new FormulaCells(snapshot, ALL_FUNCTIONS);
  const checked: CheckedFormula[] = [];
  snapshot.sheets.forEach(({ cells, name, arrays }, sheet) => {
    const arrayAt = new Map(
      arrays.map((array) => [stringifyAddress({ row: array.range.firstRow, column: array.range.firstColumn }), array]),
    );
    for (let at = 0; at < cells.count; at++) {
      if (cells.formula[at]! < 0) continue;
      const [row, column] = [cells.row[at]!, cells.column[at]!];
      const address = stringifyAddress({ row, column });
      const array = arrayAt.get(address);
      if (array?.kind === 'dataTable') continue;
      const formula = toA1(snapshot.formulas[cells.formula[at]!]!, row, column);
      const place = `${name}!${address}`;
      const stored = valueAt(snapshot, cells, at);
      const program = formulas.program(cells.formula[at]!, sheet, array !== undefined);
      const cell = formulas.cell(arrangement, sheet, row, column);
      const add = (outcome: CheckedFormula['outcome'], calculated: Scalar): void =>
        void checked.push({ place, formula, outcome, stored, calculated });
      try {
        if (program instanceof Unknowable) throw program;
        if (array === undefined) {
          const value = cellValue(program, cell);
          add(isAlike(stored, value) ? 'equal' : 'different', value);
          continue;
        }
        const { firstRow, lastRow, firstColumn, lastColumn } = array.range;
        const matrix = arrayValue(program, cell, array.range);
        let wrong: Scalar | undefined;
        for (let r = firstRow; r <= lastRow; r++)
          for (let c = firstColumn; c <= lastColumn; c++) {
            const value = matrix.at(r - firstRow, c - firstColumn);
            if (wrong === undefined && !isAlike(arrangement.value(sheet, r, c), value)) wrong = value;
          }
        add(wrong === undefined ? 'equal' : 'different', wrong === undefined ? matrix.at(0, 0) : wrong);
      } catch (reason) {
        if (!(reason instanceof Unknowable)) throw reason;
        add('unknown', reason.message);
      }
    }
  });
  return checked;
}

function isAlike(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b || ((a === null || a === '') && (b === null || b === ''));
}
