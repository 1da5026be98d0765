import { parseRange } from '../../src/core/workbook/Address';
import { findCell, valueAt } from '../../src/core/workbook/cellAt';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { snapshotOf } from '../support/snapshotOf';
import { xlsxFile } from '../support/xlsxFile';
import { selection } from './harness/differenceList';
import { eventually } from './harness/eventually';
import { cellOf, settled, textOf, typeInCell } from './harness/gridActions';
import { openWorkbench, pane } from './harness/openWorkbench';
import { screenshot, useBrowser } from './harness/useBrowser';
import { saveWorkbook } from './harness/workbookFiles';

const generated = {
  name: 'Generated.xlsx',
  bytes: xlsxFile({
    sheets: {
      Model:
        '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c><c r="C1" s="1"><v>0.25</v></c></row>' +
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><f>SUM(A1:A2)+Other!A1</f><v>1000</v></c><c r="C2" t="s"><v>0</v></c></row>',
      Other: '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>Model!B2*Rate</f><v>50</v></c></row>',
    },
    strings: ['007'],
    formats: ['0.0%'],
    behindSheets: '<definedNames><definedName name="Rate">Model!$A$1</definedName></definedNames>',
  }),
};

function valueIn(snapshot: Snapshot, sheet: string, address: string): unknown {
  const { cells } = snapshot.sheets.find(({ name }) => name === sheet)!;
  const { firstRow, firstColumn } = parseRange(address)!;
  return valueAt(snapshot, cells, findCell(cells, firstRow, firstColumn));
}

describe('the workbench', () => {
  const browser = useBrowser();
  const open = async (choice: Parameters<typeof openWorkbench>[2] = { local: generated, official: 'none' }) => {
    const page = await browser.newPage();
    await openWorkbench(page, browser.workbenchUrl, choice);
    return page;
  };

  it.each(['light', 'dark'] as const)('opens the sample workbook, %s', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, width: 1400, height: 850 });
    await openWorkbench(page, browser.workbenchUrl);
    expect(await page.title()).toContain('revenue-model-fy26-finance.xlsx');
    expect(await textOf(page, 'Summary', 'A1')).toContain('revenue model');
    await pane(page).getByRole('button', { name: 'Compare' }).waitFor();
    await screenshot(page, `workbench-${colorScheme}`);
  });

  it('shows what the file saved, and calculates what an edit concerns', async () => {
    const page = await open();
    expect(await textOf(page, 'Model', 'B2')).toBe('1000');
    expect(await textOf(page, 'Model', 'C1')).toBe('25.0%');
    await typeInCell(page, 'Model', 'A1', '10');
    expect(await cellOf(page, 'Model', 'A1')).toMatchObject({ formula: null, value: 10 });
    expect(await cellOf(page, 'Model', 'B1')).toMatchObject({ formula: '=A1*2', value: 20 });
    expect(await cellOf(page, 'Model', 'B2')).toMatchObject({ value: 18 });
    expect(await cellOf(page, 'Other', 'B1')).toMatchObject({ value: 180 });
    await typeInCell(page, 'Model', 'D1', '=B1+1');
    expect(await cellOf(page, 'Model', 'D1')).toMatchObject({ formula: '=B1+1', value: 21 });
    // A formula that takes a blank cell gives 0, as in Excel.
    await typeInCell(page, 'Model', 'A4', '5');
    await typeInCell(page, 'Model', 'D2', '=IF(A4>1,Z9,1)');
    await typeInCell(page, 'Model', 'A4', '6');
    expect(await cellOf(page, 'Model', 'D2')).toMatchObject({ value: 0 });
  });

  it('opens the sample without changing a cell, and calculates an assumption through its tables', async () => {
    const page = await open({});
    const touched = () =>
      page.evaluate(() => {
        let [changed, errors] = [0, 0];
        for (const sheet of window.workbench.book!.sheets) {
          sheet.grid.forEach((_row, _column, { value, touched }) => {
            if (touched !== 'no') changed++;
            if (typeof value === 'object' && value !== null) errors++;
          });
        }
        return { changed, errors };
      });
    await page.evaluate(() => window.workbench.book!.calculate());
    expect(await touched()).toEqual({ changed: 0, errors: 0 });
    const before = await cellOf(page, 'Summary', 'G5');
    await typeInCell(page, 'Assumptions', 'B7', '1 July 2026');
    expect((await cellOf(page, 'Assumptions', 'B7')).value).not.toBe(46113);
    expect((await cellOf(page, 'Summary', 'G5')).value).not.toBe(before.value);
    expect((await touched()).errors).toBe(0);
  });

  it('does not scroll sideways in a narrow window, as at 200% zoom', async () => {
    const page = await browser.newPage({ width: 700, height: 425 });
    await openWorkbench(page, browser.workbenchUrl, { local: generated, official: 'none' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(700);
  });

  it('undoes an edit', async () => {
    const page = await open();
    await typeInCell(page, 'Model', 'A1', '10');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => window.workbench.book!.getCell('Model', 1, 1).value === 2);
    await settled(page);
    expect(await cellOf(page, 'Model', 'B1')).toMatchObject({ formula: '=A1*2', value: 4 });
  });

  it('draws what the add-in does: cells, rows, sheets, names, marks, selection', async () => {
    const page = await open();
    await page.evaluate(async () => {
      const book = window.workbench.book!;
      book.insertRows('Model', 1, 2, 'addin');
      book.setCells(
        'Model',
        { firstRow: 3, firstColumn: 1, lastRow: 3, lastColumn: 1 },
        [[{ formula: null, value: 7, format: '0.00' }]],
        'addin',
      );
      book.addSheet('Added', 'addin', 1);
      book.setCells(
        'Added',
        { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 2 },
        [
          [
            { formula: '=Model!B3', value: 0, format: null },
            { formula: '=Rate+Fee', value: 0, format: null },
          ],
        ],
        'addin',
      );
      book.names.add({ name: 'Fee', scope: null, formula: '0.5', hidden: false, comment: '' }, 'addin');
      await book.settle();
    });
    await settled(page);
    expect(await textOf(page, 'Model', 'A3')).toBe('7.00');
    expect(await cellOf(page, 'Model', 'B3')).toMatchObject({ formula: '=A3*2', value: 14 });
    expect(await cellOf(page, 'Added', 'A1')).toMatchObject({ value: 14 });
    expect(await cellOf(page, 'Added', 'B1')).toMatchObject({ value: 7.5 });
    await page.evaluate(() => {
      const book = window.workbench.book!;
      const range = { firstRow: 4, firstColumn: 1, lastRow: 4, lastColumn: 3 };
      const mark = { id: book.newId(), ranges: [range], formula: '=TRUE', fill: '#FFCC00', fontColor: null, stopIfTrue: false };
      book.setConditionalFormats('Model', [mark], 'addin');
      book.select('Model', { firstRow: 150, firstColumn: 2, lastRow: 150, lastColumn: 2 }, 'addin');
    });
    await page.waitForTimeout(300);
    await page.evaluate(() => window.workbench.book!.select('Model', { firstRow: 4, firstColumn: 2, lastRow: 4, lastColumn: 2 }, 'addin'));
    await page.waitForTimeout(500);
    await screenshot(page, 'workbench-marks');
  });

  it('takes what the user does: selections, rows, undo, sheets, edits', async () => {
    const page = await open();
    const sheet = page.locator('canvas[id^=univer-sheet-main-canvas]');
    await sheet.click({ position: { x: 140, y: 51 } });
    await eventually(() => selection(page), 'Model!B2');
    await sheet.click({ position: { x: 20, y: 51 }, button: 'right' });
    await page.locator('.univerjs-icon-insert-row-above-double-icon').click();
    await page.waitForFunction(() => window.workbench.book!.getCell('Model', 3, 2).formula !== null);
    expect(await cellOf(page, 'Model', 'B3')).toMatchObject({ formula: '=SUM(A1:A3)+Other!A1' });
    expect(await cellOf(page, 'Other', 'B1')).toMatchObject({ formula: '=Model!B3*Rate' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => window.workbench.book!.getCell('Model', 3, 2).formula === null);
    await settled(page);
    expect(await cellOf(page, 'Model', 'B2')).toMatchObject({ formula: '=SUM(A1:A2)+Other!A1', value: 10 });
    await page.getByText('Other', { exact: true }).click();
    await page.waitForFunction(() => window.workbench.book!.activeSheet.name === 'Other');
    await typeInCell(page, 'Other', 'A1', '105');
    const saved = await snapshotOf(await saveWorkbook(page));
    expect(valueIn(saved, 'Model', 'B2')).toBe(110);
    expect(valueIn(saved, 'Other', 'B1')).toBe(220);
  });

  it('moves cells in only some lines, for the add-in and for the user, and saves them so', async () => {
    const page = await open();
    const drawn = (...places: string[]) => Promise.all(places.map((place) => textOf(page, 'Model', place)));
    const held = (...places: string[]) => Promise.all(places.map(async (place) => (await cellOf(page, 'Model', place)).formula));
    const b1 = { firstRow: 1, firstColumn: 2, lastRow: 1, lastColumn: 2 };
    await page.evaluate((range) => window.workbench.book!.insertCells('Model', range, 'right', 'addin'), b1);
    await settled(page);
    expect(await held('B1', 'C1', 'B2')).toEqual([null, '=A1*2', '=SUM(A1:A2)+Other!A1']);
    expect(await drawn('B1', 'C1', 'D1', 'B2', 'C2')).toEqual(['', '4', '25.0%', '1000', '007']);
    await typeInCell(page, 'Model', 'A1', '10');
    expect(await cellOf(page, 'Model', 'C1')).toMatchObject({ value: 20 });
    // What is under the hand of the user goes through the book too: names and formulas of other sheets follow.
    const sheet = page.locator('canvas[id^=univer-sheet-main-canvas]');
    await sheet.click({ position: { x: 80, y: 30 } });
    await sheet.click({ position: { x: 80, y: 30 }, button: 'right' });
    await page.getByText('Insert', { exact: true }).hover();
    await page.getByText('Move Down', { exact: true }).click();
    await page.waitForFunction(() => window.workbench.book!.getCell('Model', 2, 1).value === 10);
    await settled(page);
    expect(await held('C1', 'B2')).toEqual(['=A2*2', '=SUM(A2:A3)+Other!A1']);
    expect(await page.evaluate(() => window.workbench.book!.names.items[0]!.formula)).toBe('Model!$A$2');
    expect(await drawn('A1', 'A2', 'A3', 'C1')).toEqual(['', '10', '3', '20']);
    expect(await cellOf(page, 'Other', 'B1')).toMatchObject({ formula: '=Model!B2*Rate', value: 180 });
    // Undo has nothing left that it could put where it no longer belongs.
    await page.getByRole('button', { name: 'Undo' }).click();
    await typeInCell(page, 'Model', 'A3', '4');
    expect(await cellOf(page, 'Model', 'B2')).toMatchObject({ formula: '=SUM(A2:A3)+Other!A1', value: 19 });
    expect(await cellOf(page, 'Other', 'B1')).toMatchObject({ value: 190 });
    const saved = await snapshotOf(await saveWorkbook(page));
    expect(['A2', 'A3', 'C1', 'D1', 'B2'].map((place) => valueIn(saved, 'Model', place))).toEqual([10, 4, 20, 0.25, 19]);
  });

  it('saves the file it loaded with the edits, everything else kept', async () => {
    const page = await open();
    await typeInCell(page, 'Model', 'A1', '10');
    await typeInCell(page, 'Model', 'C2', 'Changed & kept');
    const saved = await snapshotOf(await saveWorkbook(page));
    const before = await snapshotOf(generated.bytes);
    expect(valueIn(saved, 'Model', 'A1')).toBe(10);
    expect(valueIn(saved, 'Model', 'B2')).toBe(18);
    expect(valueIn(saved, 'Model', 'C2')).toBe('Changed & kept');
    expect(valueIn(saved, 'Model', 'C1')).toBe(0.25);
    expect(saved.formulas).toEqual(before.formulas);
    expect(saved.names).toEqual(before.names);
  });

  it('leaves the open workbook alone when a file cannot be read, and says so', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Open…', exact: true }).click();
    await page.setInputFiles('#file', { name: 'Numbers.xlsx', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Numbers.xlsx was not opened.');
    expect(await page.title()).toContain('Generated.xlsx');
    expect(await textOf(page, 'Model', 'B2')).toBe('1000');
  });

  it('moves the keyboard between sheet and pane with F6', async () => {
    const page = await open();
    const inPane = () => page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
    await pane(page).getByRole('button').first().waitFor();
    await page.evaluate(() => window.workbench.grid!.focus());
    await page.keyboard.press('F6');
    await eventually(inPane, true);
    await pane(page).getByRole('button').first().focus();
    await page.keyboard.press('F6');
    await eventually(inPane, false);
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.workbench.book!.getCell('Model', 1, 1).value === 8);
  });

  it('tells the pane of an official model that is dropped on the page, and not of one that cannot be read', async () => {
    const page = await open();
    const drop = async (name: string, bytes: Uint8Array, times = 1) => {
      const data = await page.evaluateHandle(
        ({ name, bytes, times }) => {
          const transfer = new DataTransfer();
          for (let i = 0; i < times; i++) transfer.items.add(new File([new Uint8Array(bytes)], name));
          return transfer;
        },
        { name, bytes: [...bytes], times },
      );
      await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
      await page.dispatchEvent('#drop-official', 'drop', { dataTransfer: data });
    };
    await drop('Broken.xlsx', generated.bytes.subarray(0, 300));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Broken.xlsx was not opened as the official model.');
    await drop('Published.xlsx', generated.bytes, 2);
    await page.getByText('Several files were dropped, and none was opened. Drop one workbook at a time.').waitFor();
    // A folder is a file that cannot be read.
    await page.evaluate(() => {
      const read = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = function () {
        return this.name === 'Folder' ? Promise.reject(new DOMException('', 'NotFoundError')) : read.call(this);
      };
    });
    await drop('Folder', generated.bytes);
    await page.getByText('Folder cannot be read: it may be a folder').waitFor();
    await drop('Published.xlsx', generated.bytes);
    await pane(page).getByText('Published').first().waitFor();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await page.locator('#drop').waitFor({ state: 'hidden' });
  });
});
