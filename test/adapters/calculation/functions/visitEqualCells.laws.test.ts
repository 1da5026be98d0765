import fc from 'fast-check';
import { ALL_FUNCTIONS } from '../../../../src/adapters/calculation/functions/allFunctions';
import { cellValue } from '../../../../src/adapters/calculation/model/calculateCell';
import { FormulaCells } from '../../../../src/adapters/calculation/model/FormulaCells';
import { Unknowable } from '../../../../src/adapters/calculation/model/interruptions';
import type { Scalar } from '../../../../src/adapters/calculation/values/Scalar';
import { storedArrangement } from '../../../../src/adapters/calculation/model/storedArrangement';
import { workbook, type CellText } from '../../../support/workbook';

/** Rows of a text or number in A and one over a thousand in B, and formulas in C. */
function ledger(keys: readonly (string | number | boolean)[], formulas: readonly string[]) {
  const cells: Record<string, CellText> = {};
  keys.forEach((key, k) => {
    cells[`A${k + 1}`] = key;
    cells[`B${k + 1}`] = k + 1000;
  });
  formulas.forEach((formula, k) => (cells[`C${k + 1}`] = [formula, 0]));
  const snapshot = workbook({ Sheet1: cells });
  const arrangement = storedArrangement(snapshot);
  const programs = new FormulaCells(snapshot, ALL_FUNCTIONS);
  const index = arrangement.indexes[0]!;
  const { formula } = snapshot.sheets[0]!.cells;
  const calculate = (): Scalar[] =>
    formulas.map((_, k) => {
      const program = programs.program(formula[index.find(k + 1, 3)]!, 0, false);
      if (program instanceof Unknowable) throw program;
      return cellValue(program, programs.cell(arrangement, 0, k + 1, 3));
    });
  const set = (row: number, value: Scalar): void => arrangement.nodes.set(arrangement.nodeOf[0]![index.find(row, 1)]!, value);
  return { arrangement, calculate, set };
}

const key = fc.constantFrom<string | number | boolean>('a', 'A', 'b', '1', '01', 1, 2, 0, true, 'a*', 'ß', 'İ', 'i̇', '#N/A x');
const condition = fc.constantFrom(
  '"a"',
  '"=B"',
  '1',
  '"1"',
  '"=2"',
  '0',
  'TRUE',
  '"a*"',
  '"a~*"',
  '"<>a"',
  '">1"',
  '"İ"',
  '"i̇"',
  '"zz"',
  '""',
  '"ß"',
);

describe('SUMIF and its kin over the same cells again and again', () => {
  it('give what they give the first time, and see what has changed', () => {
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 32, maxLength: 60 }),
        fc.array(condition, { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 31 }),
        key,
        (keys, conditions, at, other) => {
          const last = keys.length;
          const formulas = conditions.flatMap((wanted) => [
            `=COUNTIF(A1:A${last},${wanted})`,
            `=SUMIF(A:A,${wanted},B:B)`,
            `=SUMIFS(B1:B${last},A1:A${last},${wanted},B1:B${last},">1010")`,
          ]);
          const once = (all: readonly (string | number | boolean)[]): Scalar[] =>
            formulas.map((formula) => ledger(all, [formula]).calculate()[0]!);
          const { calculate, set } = ledger(keys, formulas);
          for (let time = 0; time < 3; time++) expect(calculate()).toEqual(once(keys));
          set(at + 1, other);
          const changed = keys.with(at, other);
          for (let time = 0; time < 3; time++) expect(calculate()).toEqual(once(changed));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('do not look through all cells for each of many formulas', () => {
    const rows = 3_000;
    const keys = Array.from({ length: rows }, (_, k) => `customer ${k % 500}`);
    const formulas = Array.from({ length: 500 }, (_, k) => `=SUMIFS(B$1:B$${rows},A$1:A$${rows},"Customer ${k}")`);
    const { arrangement, calculate } = ledger(keys, formulas);
    const read = jest.spyOn(arrangement, 'value');
    const total = calculate().reduce<number>((sum, value) => sum + Number(value), 0);
    expect(total).toBe(Array.from({ length: rows }, (_, k) => k + 1000).reduce((a, b) => a + b));
    // Once through for the first formula, once to remember, and for each row that is added itself and its key.
    expect(read.mock.calls.length).toBeLessThan(2 * rows + 2 * rows + 100);
  });
});
