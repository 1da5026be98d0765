import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import type { HostReading } from '../../../src/app/ports/WorkbookHost';
import type { Result } from '../../../src/core/Result';
import { updateSnapshot } from '../../../src/core/update/updateSnapshot';
import { parseRange } from '../../../src/core/workbook/Address';
import { snapshotFromRanges } from '../../../src/core/workbook/snapshotFromRanges';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { bookOf, contentOf, type CellNotation } from '../../support/bookOf';
import { withExcel } from '../../support/excelSession';
import { rereadSnapshot } from '../../support/rereadSnapshot';

const WATCH = { progress: () => undefined, signal: { aborted: false } };
const at = (sheet: string, address: string) => ({ sheet, range: parseRange(address)! });

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function snapshotOf(reading: HostReading): Snapshot {
  if (reading.kind !== 'ranges') throw new Error('not read range by range');
  return snapshotFromRanges(reading);
}

test('the edited cells and new results make the snapshot that reading all again makes', async () => {
  const rows = 1_000;
  const formulas: Record<string, CellNotation> = {};
  // More cells than fit one answer.
  for (let row = 1; row <= rows; row++)
    for (let k = 0; k < 26; k++) formulas[String.fromCharCode(65 + k) + row] = { formula: `=Data!$B$1+${k}`, value: k, format: null };
  const book = bookOf({ Data: { A1: 'Rate', B1: 0.5, C1: 'gone', D1: '=B1&""', E1: 5 }, Results: formulas });
  await withExcel(book, async ({ idle }) => {
    const host = createExcelHost(packer);
    const before = snapshotOf(value(await host.read(WATCH)));
    const write = (address: string, cell: CellNotation) => book.setCells('Data', parseRange(address)!, [[contentOf(cell)]], 'user');
    write('B1', { formula: null, value: 0.25, format: '0.0%' });
    write('C1', null);
    write('E1', { formula: '=B1*2', value: 0.5, format: null });
    write('F3', 'a text');
    book.setCalculated('Results', [
      { row: 1, column: 1, value: 7 },
      { row: rows, column: 26, value: { error: '#DIV/0!' } },
      { row: 9, column: 3, value: true },
    ]);
    book.setCalculated('Data', [{ row: 1, column: 4, value: '' }]);
    await idle();
    const update = value(
      await host.readCells([at('Data', 'B1:C1'), at('Data', 'E1:F3')], [at('Data', 'D1'), at('Results', `A1:Z${rows}`)]),
    );
    const after = snapshotOf(value(await host.read(WATCH)));
    expect(after).not.toEqual(before);
    expect(rereadSnapshot(updateSnapshot(before, update))).toEqual(after);
  });
});

test('a sheet that is gone is a failure with a sentence', async () => {
  await withExcel(bookOf({ Data: { A1: 1 } }), async () => {
    const read = await createExcelHost(packer).readCells([at('Data', 'A1')], [at('Gone', 'A1')]);
    expect(read).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/\.$/) } });
  });
});
