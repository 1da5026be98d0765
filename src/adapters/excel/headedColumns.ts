import type { ShiftStep, TableHeads } from '../../core/sync/SyncPlan';
import { shiftedAddress, shiftedRange } from '../../core/sync/shiftedAddress';
import { stringifyAddress, stringifyRange, type CellRange } from '../../core/workbook/Address';
import { encodeContent } from './cellProtocol';
import { findFilled, type Found } from './findFilled';
import { rangeOf } from './rangeOf';
import type { Requests } from './Requests';

/** The cells that head columns of a table, of which the first is this one. */
export function headsRange({ row, columns }: TableHeads, first: number): CellRange {
  return { firstRow: row, lastRow: row, firstColumn: first, lastColumn: first + columns.length - 1 };
}

/** The headings as they are to be given to Excel, which keeps them as texts. */
export function headTexts({ columns }: TableHeads): (string | number | boolean)[][] {
  return [columns.map(({ name }) => encodeContent({ formula: null, value: name, format: null }, null))];
}

/** What lines that go must be blank in: all of them, but for what heads columns of a table. */
export function blankParts(step: ShiftStep): CellRange[] {
  const range = shiftedRange(step);
  if (!step.heads) return [range];
  const { row } = step.heads;
  return [
    { ...range, lastRow: row - 1 },
    { ...range, firstRow: row + 1 },
  ].filter(({ firstRow, lastRow }) => firstRow <= lastRow);
}

/** Heads columns that a request which broke off put into a table; gives the address of a heading that is somebody's, which stays. Throws an OfficeProblem. */
export async function headAgain(requests: Requests, { sheet, at }: ShiftStep, heads: TableHeads): Promise<string | null> {
  const range = headsRange(heads, at);
  const theirs = await otherHead(requests, sheet, range, heads, true);
  if (theirs === null) await requests.send((context) => void (rangeOf(context, sheet, range).formulas = headTexts(heads)));
  return theirs;
}

/** What is found in lines that are to go, a heading that says something else included; `inDoubt`: Excel's own does not count. Throws an OfficeProblem. */
export async function findBesidesHeads(requests: Requests, step: ShiftStep, inDoubt = false): Promise<Found> {
  const { heads, sheet, at } = step;
  if (!heads) return findFilled(requests, sheet, shiftedAddress(step));
  let cells = 0;
  for (const part of blankParts(step)) {
    const found = await findFilled(requests, sheet, stringifyRange(part));
    cells += found.cells;
    if (found.filled !== null) return found;
  }
  return { filled: await otherHead(requests, sheet, headsRange(heads, at), heads, inDoubt), cells };
}

/**
 * The first of these cells that does not say what it is to say as a heading; null where all do. `orOwn`: one that Excel heads by itself, in any
 * language `Column1`, counts as well. Throws an OfficeProblem.
 */
export async function otherHead(
  requests: Requests,
  sheet: string,
  range: CellRange,
  { columns }: TableHeads,
  orOwn = false,
): Promise<string | null> {
  const { values } = await requests.send((context) => rangeOf(context, sheet, range).load('values'));
  const heads = values[0]!.map(String);
  const at = columns.findIndex(({ name }, index) => heads[index] !== name && !(orOwn && /^\D+\d+$/.test(heads[index]!)));
  return at < 0 ? null : stringifyAddress({ row: range.firstRow, column: range.firstColumn + at });
}
