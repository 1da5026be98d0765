import type { Page } from 'playwright-core';
import { xlsxFile } from '../support/xlsxFile';
import { cellOf, settled, textOf } from './harness/gridActions';
import { openWorkbench } from './harness/openWorkbench';
import { useBrowser } from './harness/useBrowser';

const number = (address: string, value: number) => `<c r="${address}"><v>${value}</v></c>`;
const formula = (address: string, words: string, value: number) => `<c r="${address}"><f>${words}</f><v>${value}</v></c>`;

const FILE = {
  name: 'small.xlsx',
  bytes: xlsxFile({
    sheets: {
      Model: `<row r="1">${number('A1', 1)}${formula('B1', 'A1*10', 10)}${number('D1', 1)}${formula('E1', 'D1*10', 10)}</row>`,
    },
  }),
};

declare global {
  interface Window {
    /** How many of the interruptions have happened. */
    interrupted?: number;
  }
}

/**
 * Writes a number into `Model!A1`, and takes each step in the moment in which a calculation that follows from what was done before lets go
 * of the page, as a slow machine does by chance: it has looked which formulas it must calculate, and has not calculated them yet.
 */
async function interrupt(page: Page, value: number, steps: readonly ('insert a column' | 'write D1')[]): Promise<void> {
  await page.evaluate(
    ({ value, steps }) => {
      const book = window.workbench.book!;
      const write = (column: number) =>
        book.setCells(
          'Model',
          { firstRow: 1, lastRow: 1, firstColumn: column, lastColumn: column },
          [[{ formula: null, value, format: null }]],
          'addin',
        );
      const left = [...steps];
      window.interrupted = 0;
      // With a channel's message Univer lets go of the page, between looking and calculating among others.
      const Channel = window.MessageChannel;
      window.MessageChannel = class extends Channel {
        constructor() {
          super();
          if (left.length === 0 || !/CalculateFormulaService/.test(new Error().stack!)) return;
          const step = left.shift();
          queueMicrotask(() => {
            window.interrupted!++;
            if (step === 'write D1') write(4);
            else book.insertColumns('Model', 2, 1, 'addin');
          });
        }
      };
      write(1);
    },
    { value, steps },
  );
  await page.waitForFunction((expected) => window.interrupted === expected, steps.length);
  await settled(page);
}

describe('calculating in the grid', () => {
  const browser = useBrowser();

  async function opened(): Promise<Page> {
    const page = await browser.newPage();
    await openWorkbench(page, browser.workbenchUrl, { local: FILE, official: 'none' });
    return page;
  }

  it('puts no result where a formula was before columns were put in', async () => {
    const page = await opened();
    await interrupt(page, 2, ['insert a column']);
    expect(await textOf(page, 'Model', 'B1')).toBe('');
    expect(await cellOf(page, 'Model', 'C1')).toMatchObject({ formula: '=A1*10', value: 20 });
    await page.evaluate(() => {
      const place = { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 1 };
      window.workbench.book!.setCells('Model', place, [[{ formula: '=B1&"!"', value: null, format: null }]], 'addin');
    });
    await settled(page);
    expect((await cellOf(page, 'Model', 'A2')).value).toBe('!');
  });

  it('calculates all that was changed, however often a calculation is broken off', async () => {
    const page = await opened();
    await interrupt(page, 3, ['write D1', 'insert a column', 'insert a column']);
    expect((await cellOf(page, 'Model', 'D1')).value).toBe(30);
    expect((await cellOf(page, 'Model', 'G1')).value).toBe(30);
    expect(await textOf(page, 'Model', 'B1')).toBe('');
  });

  it('calculates a formula that was written just before it moved', async () => {
    const page = await opened();
    await page.evaluate(() => {
      const { book } = window.workbench;
      const place = { firstRow: 3, lastRow: 3, firstColumn: 6, lastColumn: 6 };
      book!.setCells('Model', place, [[{ formula: '=A1+1', value: null, format: null }]], 'addin');
      book!.insertColumns('Model', 3, 2, 'addin');
    });
    await settled(page);
    expect(await cellOf(page, 'Model', 'H3')).toMatchObject({ formula: '=A1+1', value: 2 });
    expect(await textOf(page, 'Model', 'H3')).toBe('2');
  });
});
