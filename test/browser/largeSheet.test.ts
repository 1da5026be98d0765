import { largeWorkbook, type LargeModel } from '../bench/LargeModel';
import { openWorkbench } from './harness/openWorkbench';
import { useBrowser } from './harness/useBrowser';

/** More cells than the grid follows line by line. */
const MODEL: LargeModel = { rows: 5_200, content: 'various', inserted: 5, edits: 20 };

describe('a large sheet', () => {
  const { newPage, workbenchUrl } = useBrowser();

  test('rows that an add-in puts in and takes out are drawn, and what depends on what it writes is calculated', async () => {
    const page = await newPage();
    await openWorkbench(page, workbenchUrl, { local: { name: 'large.xlsx', bytes: largeWorkbook(MODEL, 'official') }, official: 'none' });
    const found = await page.evaluate(async () => {
      const { book } = window.workbench;
      const last = book!.getCell('Model', 5_200, 1).value;
      book!.insertRows('Model', 10, 2, 'addin');
      const rate = { firstRow: 2, lastRow: 2, firstColumn: 5, lastColumn: 5 };
      book!.setCells('Model', rate, [[{ formula: null, value: 5, format: null }]], 'addin');
      await book!.settle();
      const { grid } = window.workbench;
      const put = {
        calculated: book!.getCell('Model', 2, 2).value,
        moved: grid!.textAt('Model', 5_202, 1) === last,
        blank: grid!.textAt('Model', 10, 1),
        formula: book!.getCell('Model', 12, 4).formula,
      };
      book!.deleteRows('Model', 10, 2, 'addin');
      await book!.settle();
      return { ...put, back: window.workbench.grid!.textAt('Model', 5_200, 1) === last, another: window.workbench.grid !== grid };
    });
    expect(found).toEqual({ calculated: 30, moved: true, blank: '', formula: '=D9*1.02+C12', back: true, another: true });
  });
});
