import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editWorkbook } from '../../src/adapters/xlsx/editWorkbook';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { editsOf } from '../../src/workbench/save/editsOf';
import { recalculated, unequalValues, valuesOf } from '../support/recalculated';
import { snapshotOf } from '../support/snapshotOf';
import { describeWithLibreOffice } from '../support/soffice';

const SAMPLES = path.join(__dirname, '../../assets/samples');

describeWithLibreOffice('a saved workbook in LibreOffice', () => {
  it.each(['official', 'finance', 'sales-ops', 'product'])('opens and calculates to the same values: %s', async (copy) => {
    const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, `revenue-model-fy26-${copy}.xlsx`)));
    const loaded = await snapshotOf(bytes);
    const book = hostBookFromSnapshot(loaded);
    const inputs = book.sheet('Assumptions');
    // Moves every value to other cells without changing one, so that all results must stay what Excel saved.
    book.insertRows(inputs, 6, 3, 'user');
    book.insertColumns('Bookings', 3, 2, 'user');
    // Only the cells from here on in these rows; the tables of the sheet are passed by.
    book.insertCells(inputs, { firstRow: 1, firstColumn: 2, lastRow: 4, lastColumn: 3 }, 'right', 'user');
    book.renameSheet('Revenue', "Revenue & O'Neil", 'user');
    book.setCells(
      inputs,
      { firstRow: 7, lastRow: 7, firstColumn: 1, lastColumn: 2 },
      [
        [
          { formula: null, value: 'Added <here> & now', format: null },
          { formula: '=SUM(1,2)/4', value: 0.75, format: '0.0%' },
        ],
      ],
      'user',
    );
    const saved = editWorkbook(bytes, editsOf(book, loaded));
    if (!saved.ok) throw new Error(saved.failure.message);
    const resaved = await recalculated(saved.value);
    expect(unequalValues(valuesOf(await snapshotOf(saved.value)), valuesOf(resaved))).toEqual([]);
    expect(resaved.sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
  });
});
