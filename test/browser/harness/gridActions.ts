import type { Page } from 'playwright-core';
import { parseRange } from '../../../src/core/workbook/Address';
import type { Workbench } from '../../../src/workbench/page/Workbench';

declare global {
  interface Window {
    /** The workbench page's own handle. */
    readonly workbench: Workbench;
  }
}

/** Selects a cell in the grid and puts the keyboard there. */
export async function selectCell(page: Page, sheet: string, address: string): Promise<void> {
  await page.evaluate(
    ({ sheet, range }) => {
      window.workbench.book!.select(sheet, range, 'addin');
      window.workbench.grid!.focus();
    },
    { sheet, range: parseRange(address)! },
  );
}

/** Types a text into a cell as a user does, and waits until the book has it and is calculated. */
export async function typeInCell(page: Page, sheet: string, address: string, text: string): Promise<void> {
  await selectCell(page, sheet, address);
  const taken = await page.evaluateHandle(() => {
    const edit = { done: false };
    const stop = window.workbench.book!.subscribe(({ kind }) => {
      if (kind !== 'cells') return;
      edit.done = true;
      stop();
    });
    return edit;
  });
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.waitForFunction((edit) => edit.done, taken);
  await settled(page);
}

/** Waits until every formula has its value in the book. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => window.workbench.book!.settle());
}

/** What the book holds in a cell: its formula, else its value. */
export function cellOf(page: Page, sheet: string, address: string): Promise<{ formula: string | null; value: unknown; format: string }> {
  return page.evaluate(
    ({ sheet, range }) => {
      const { formula, value, format } = window.workbench.book!.getCell(sheet, range.firstRow, range.firstColumn);
      return { formula, value, format };
    },
    { sheet, range: parseRange(address)! },
  );
}

/** The text that the grid draws in a cell. */
export function textOf(page: Page, sheet: string, address: string): Promise<string> {
  return page.evaluate(({ sheet, range }) => window.workbench.grid!.textAt(sheet, range.firstRow, range.firstColumn), {
    sheet,
    range: parseRange(address)!,
  });
}
