import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { parseRange } from '../../../src/core/workbook/Address';
import { bookOf, contentOf } from '../../support/bookOf';
import { withExcel } from '../../support/excelSession';

/** A book whose formulas get their values when the test lets them. */
function slowBook() {
  const book = bookOf({ Data: { A1: 1, B1: { formula: '=A1*2', value: 2, format: null } } });
  let release: () => void = () => undefined;
  book.calculator = {
    settle: () =>
      new Promise<void>((resolve) => {
        release = () => {
          book.setCalculated('Data', [{ row: 1, column: 2, value: 10 }]);
          resolve();
        };
      }),
  };
  const edit = (): void => book.setCells('Data', parseRange('A1')!, [[contentOf(5)]], 'user');
  return { book, edit, release: () => release() };
}

const done = { ok: true, value: 'done' };

test('results that are still to come are pending, until Excel tells that it has calculated', async () => {
  const { book, edit, release } = slowBook();
  await withExcel(book, async ({ host: { stats }, idle }) => {
    const host = createExcelHost(packer);
    let told = 0;
    const stop = host.onCalculated(() => told++);
    await idle();
    edit();
    expect(await host.calculation()).toEqual({ ok: true, value: 'pending' });
    expect(await host.calculation()).toEqual({ ok: true, value: 'pending' });
    expect(told).toBe(0);
    release();
    await idle();
    expect(told).toBeGreaterThan(0);
    expect(await host.calculation()).toEqual(done);
    const read = await host.readCells([], [{ sheet: 'Data', range: parseRange('B1')! }]);
    expect(read).toMatchObject({ value: { recalculated: [{ values: [[10]] }] } });
    stop();
    await idle();
    told = 0;
    book.setCalculated('Data', [{ row: 1, column: 2, value: 11 }]);
    await idle();
    expect(told).toBe(0);
    expect(stats.unsupported).toEqual([]);
  });
});

test('with calculation set to manual they come when asked for', async () => {
  const { book, edit, release } = slowBook();
  await withExcel(book, async ({ idle }) => {
    const host = createExcelHost(packer);
    book.calculationMode = 'Manual';
    expect(await host.calculation()).toEqual(done);
    edit();
    expect(await host.calculation()).toEqual({ ok: true, value: 'manual' });
    const calculated = book.calculate();
    release();
    await calculated;
    await idle();
    expect(await host.calculation()).toEqual(done);
  });
});
