import { ALL_FUNCTIONS } from '../../../../src/adapters/calculation/functions/allFunctions';
import { cellValue } from '../../../../src/adapters/calculation/model/calculateCell';
import { FormulaCells } from '../../../../src/adapters/calculation/model/FormulaCells';
import { Unknowable } from '../../../../src/adapters/calculation/model/interruptions';
import type { Scalar } from '../../../../src/adapters/calculation/values/Scalar';
import { storedArrangement } from '../../../../src/adapters/calculation/model/storedArrangement';
import type { CellText } from '../../../support/workbook';
import { workbook } from '../../../support/workbook';

/** A column of keys `k1`, `k2` …, and a formula in C1 that can be calculated again after cells have changed. */
function lookup(formula: string, count: number): { calculate: () => Scalar; set: (row: number, value: Scalar) => void } {
  const cells: Record<string, CellText> = { C1: [formula, null] };
  for (let row = 1; row <= count; row++) cells[`A${row}`] = `k${row}`;
  const snapshot = workbook({ Sheet1: cells });
  const sheet = snapshot.sheets[0]!.cells;
  const at = (row: number, column: number): number => sheet.row.findIndex((one, k) => one === row && sheet.column[k] === column);
  const arrangement = storedArrangement(snapshot);
  const formulas = new FormulaCells(snapshot, ALL_FUNCTIONS);
  const program = formulas.program(sheet.formula[at(1, 3)]!, 0, false);
  if (program instanceof Unknowable) throw program;
  return {
    calculate: () => cellValue(program, formulas.cell(arrangement, 0, 1, 3)),
    set: (row, value) => arrangement.nodes.set(arrangement.nodeOf[0]![at(row, 1)]!, value),
  };
}

describe('looking up again and again', () => {
  it.each(['=MATCH("K150",A1:A200,0)', '=XMATCH("k150",A:A)', '=XLOOKUP("k150",A1:A200,ROW(A1:A200))'])(
    '%s sees that cells have changed',
    (formula) => {
      const { calculate, set } = lookup(formula, 200);
      for (let time = 0; time < 3; time++) expect(calculate()).toBe(150);
      set(20, 'K150');
      for (let time = 0; time < 3; time++) expect(calculate()).toBe(20);
      set(20, 'other');
      set(150, null);
      for (let time = 0; time < 3; time++) expect(calculate()).toEqual({ error: '#N/A' });
    },
  );

  it('takes no longer for the thousandth time', () => {
    const { calculate } = lookup('=MATCH("none",A1:A20000,0)', 20_000);
    calculate();
    const begin = performance.now();
    for (let time = 0; time < 20_000; time++) calculate();
    // Looking through all cells each time would be 400 million of them.
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
