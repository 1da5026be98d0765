import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import { EDITS, FORMULAS, intersectionsFile } from '../support/intersections';
import { cellOf, typeInCell } from './harness/gridActions';
import { openWorkbench } from './harness/openWorkbench';
import { useBrowser } from './harness/useBrowser';

describe('formulas that take one cell of a range', () => {
  const browser = useBrowser();

  it('keep what the file saved, and after edits have the values that Excel and LibreOffice calculate', async () => {
    const page = await browser.newPage();
    const local = { name: 'Intersections.xlsx', bytes: intersectionsFile('before', true) };
    await openWorkbench(page, browser.workbenchUrl, { local, official: 'none' });
    const shown = () =>
      Promise.all(
        FORMULAS.map(async ([address]) => {
          const { formula, value } = await cellOf(page, 'Model', address);
          return [address, formula, isCellError(value as CellValue) ? (value as { error: string }).error : value];
        }),
      );
    expect(await shown()).toEqual(FORMULAS.map(([address, formula, before]) => [address, `=${formula}`, before]));
    for (const [address, value] of Object.entries(EDITS)) await typeInCell(page, 'Model', address, String(value));
    expect(await shown()).toEqual(FORMULAS.map(([address, formula, , after]) => [address, `=${formula}`, after]));
    expect(await cellOf(page, 'Model', 'G3')).toMatchObject({ formula: '=SUM(A3:A7*2)', value: 2100 });
  });

  it('follow a name to its new range, and rows that are put in', async () => {
    const page = await browser.newPage();
    const local = { name: 'Intersections.xlsx', bytes: intersectionsFile('before', true) };
    await openWorkbench(page, browser.workbenchUrl, { local, official: 'none' });
    await page.evaluate(async () => {
      const book = window.workbench.book!;
      book.names.change(book.names.find('Amount', null)!, { formula: 'Other!$A$2:$A$9' }, 'addin');
      await book.settle();
    });
    expect(await cellOf(page, 'Model', 'B6')).toMatchObject({ formula: '=ABS(Amount)', value: 600 });
    await page.evaluate(async () => {
      const book = window.workbench.book!;
      book.insertRows('Model', 4, 2, 'addin');
      await book.settle();
    });
    await typeInCell(page, 'Model', 'A8', '77');
    await typeInCell(page, 'Other', 'A8', '5');
    expect(await cellOf(page, 'Model', 'B3')).toMatchObject({ formula: '=A:A*2', value: 20 });
    expect(await cellOf(page, 'Model', 'B8')).toMatchObject({ formula: '=ABS(Amount)', value: 5 });
  });
});
