import type { FrameLocator, Locator, Page } from 'playwright-core';
import { columnName, MAX_COLUMN, MAX_ROW, parseRange, stringifyRange } from '../../../src/core/workbook/Address';
import { createStrings } from '../../../src/taskpane/strings';
import { eventually } from './eventually';
import './gridActions';

/** The row of the list that the keyboard is at. */
export function current(frame: FrameLocator): Locator {
  return frame.locator('[role=treeitem][aria-selected=true]');
}

/** Presses the down arrow, from the top, until the row that the keyboard is at matches. */
export async function walkTo(page: Page, frame: FrameLocator, words: RegExp): Promise<void> {
  await page.keyboard.press('Home');
  for (let i = 0; i < 40; i++) {
    if (words.test(await current(frame).innerText())) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no row matches ${words}`);
}

/** What is selected in the grid, such as `Model!B2` or `Model!A3:XFD3`. */
export async function selection(page: Page): Promise<string> {
  const { sheet, range } = await page.evaluate(() => {
    const { activeSheet, selection } = window.workbench.book!;
    return { sheet: activeSheet.name, range: selection };
  });
  return `${sheet}!${stringifyRange(range)}`;
}

/** Presses the down arrow through the list, from the top, and checks at each difference that its cells are selected in the grid; returns how many it checked. */
export async function walkAndFollow(page: Page, frame: FrameLocator, steps: number): Promise<number> {
  await frame.getByRole('tree').focus();
  await page.keyboard.press('Home');
  let sheet = '';
  let followed = 0;
  for (let i = 0; i < steps; i++) {
    const row = await current(frame).evaluate((element: HTMLElement) => ({
      id: element.dataset['id'],
      heading: element.dataset['row'] === 'heading',
      words: element.innerText.split('\n').map((words) => words.trim()),
    }));
    // What folds rows or columns that moved is a heading within a sheet.
    if (row.heading && !row.id!.startsWith('moved/')) sheet = row.words.find((words) => words !== '')!;
    const cells = row.heading || row.words.includes(ONLY_OFFICIAL) ? null : cellsNamedIn(row.words);
    if (cells !== null) {
      await eventually(() => selection(page), `${sheet}!${cells}`);
      followed++;
    }
    await page.keyboard.press('ArrowDown');
    const next = await current(frame).getAttribute('data-id');
    if (next === row.id) break;
  }
  return followed;
}

const ONLY_OFFICIAL = createStrings('en-US').differences.onlyOfficial;

/** The cells that a row of the list names: `B2`, `B2:B9`, `row 5`, `columns C–D`. Null when it names none, as for a sheet or a name. */
function cellsNamedIn(words: readonly string[]): string | null {
  for (const each of words) {
    if (parseRange(each)) return each;
    const [, first, last = first] = /^(?:row|column)s? (\w+)(?:–(\w+))?$/.exec(each) ?? [];
    if (first !== undefined) return /^\d/.test(first) ? `A${first}:${columnName(MAX_COLUMN)}${last}` : `${first}1:${last}${MAX_ROW}`;
  }
  return null;
}
