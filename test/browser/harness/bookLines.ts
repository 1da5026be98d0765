import type { Page } from 'playwright-core';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import './gridActions';

/** What a book holds, a line for each sheet, cell, name and table, so that two books, or one at two times, can be told apart by their lines. */
export type BookLines = Readonly<Record<string, string>>;

/** The lines of a book. It runs in the page too, so it uses nothing from outside. */
export function bookLines(book: HostBook): BookLines {
  const lines: Record<string, string> = {};
  book.sheets.forEach(({ name, visibility, grid }, position) => {
    lines[`sheet ${name}`] = `${position} ${visibility}`;
    grid.forEach((row, column, { formula, value, format }) => {
      if (formula === null && value === null) return;
      lines[`${name}!R${row}C${column}`] = `${formula ?? JSON.stringify(value)} [${format}]`;
      if (formula !== null) lines[`result of ${name}!R${row}C${column}`] = JSON.stringify(value);
    });
  });
  for (const { name, scope, formula, comment, hidden } of book.names.items) {
    lines[`name ${scope?.name ?? ''}!${name}`] = JSON.stringify([formula, comment, hidden]);
  }
  for (const { name, sheet, range, columns } of book.tables.items) {
    lines[`table ${name}`] = JSON.stringify([sheet.name, range, columns]);
  }
  return lines;
}

/** The lines of the workbook that is open on the page, every formula calculated. */
export async function openBookLines(page: Page): Promise<BookLines> {
  await page.evaluate(() => window.workbench.book!.settle());
  return page.evaluate(`(${bookLines.toString()})(window.workbench.book)`);
}

/** The lines that are not the same, at most twenty of them; results of formulas may differ as far as calculating them twice explains. */
export function unequalLines(before: BookLines, after: BookLines): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => before[key] !== after[key] && !(key.startsWith('result of ') && isSameResult(before[key], after[key])))
    .slice(0, 20)
    .map((key) => `${key}: ${before[key] ?? 'nothing'} became ${after[key] ?? 'nothing'}`);
}

function isSameResult(before = 'null', after = 'null'): boolean {
  const [a, b] = [JSON.parse(before), JSON.parse(after)] as [unknown, unknown];
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
