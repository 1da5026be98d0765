import { InvalidArgumentError } from 'commander';
import type { SheetsOfOne } from '../app/sheetInPlace';
import type { ListKey } from '../core/align/align';
import type { ToleranceOptions } from '../core/compare/Tolerances';
import { fail, succeed, type Result } from '../core/Result';

/** A tolerance for all, or of one sheet or headline, beside those said before. */
export function readTolerance(text: string, before: ToleranceOptions = {}): ToleranceOptions {
  const split = text.lastIndexOf('=');
  const [of, figure] = [text.slice(0, Math.max(0, split)).trim(), text.slice(split + 1)];
  const tolerance = figure.trim() === '' ? NaN : Number(figure);
  if (!(tolerance >= 0 && tolerance < 1) || (split >= 0 && of === '')) {
    throw new InvalidArgumentError('It must be a number from 0 up to but not 1, such as 1e-9, or one for a sheet or headline, Sheet=1e-4.');
  }
  return of === '' ? { ...before, tolerance } : { ...before, tolerances: [...(before.tolerances ?? []), { of, tolerance }] };
}

/** A sheet and a column, the sheet in quotes or not, and between them a cell of the list where one is meant; several columns of one are one key. */
export function readKey(text: string, before: readonly ListKey[] = []): readonly ListKey[] {
  const parts = /^(?:'((?:[^']|'')+)'|([^!]+))!(?:(\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?)!)?(.+)$/is.exec(text.trim());
  const sheet = (parts?.[1]?.replaceAll("''", "'") ?? parts?.[2] ?? '').trim();
  const list = parts?.[3]?.replaceAll('$', '').toUpperCase();
  const column = parts?.[4]?.trim() ?? '';
  if (sheet === '' || column === '')
    throw new InvalidArgumentError("It must be a sheet and a column with ! between them, as 'Map!Territory'.");
  const same = before.find((key) => key.sheet.toLowerCase() === sheet.toLowerCase() && key.list === list);
  if (same === undefined) return [...before, { sheet, columns: [column], ...(list === undefined ? {} : { list }) }];
  return before.map((key) => (key === same ? { ...key, columns: [...key.columns, column] } : key));
}

/** Two sheets that are one. */
export function readPair(
  text: string,
  before: readonly { official: string; local: string }[] = [],
): readonly { official: string; local: string }[] {
  const [official, local, ...rest] = text.split('=');
  if (!official || !local || rest.length > 0) throw new InvalidArgumentError('It must be two sheet names with = between them.');
  return [...before, { official: official.trim(), local: local.trim() }];
}

/** Two sheets of one workbook that are compared, where `--sheet` names them; the last of several counts. */
export function readSheets(text: string): SheetsOfOne {
  return readPair(text)[0]!;
}

/** What `--sheet` says in the help of a command. */
export const SHEETS_WORDS = 'compare two sheets of one workbook, which alone is then named: New forecast=Forecast';

/** The workbook that is compared, and edited; the failure `usage` where it is not named, or two are and sheets of one are to be compared. */
export function localOf(official: string, local: string | undefined, sheets: SheetsOfOne | undefined): Result<string> {
  if (sheets === undefined && local === undefined) return fail('usage', 'Name two workbooks: the official model, then yours.');
  if (sheets !== undefined && local !== undefined) return fail('usage', 'With --sheet name one workbook, which has both sheets.');
  return succeed(local ?? official);
}

/** Words with commas between them. */
export function readList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
