import { nameKey } from '../explain/Precedents';
import { findReferences } from '../formula/findReferences';
import { namesSheet } from '../formula/rewriteReferences';
import { cellCount, type CellRange } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import type { Definition } from './Definition';

/** Cells of a sheet (by its index) that a dictionary says a metric is found in. */
export interface MetricCells {
  readonly sheet: number;
  readonly range: CellRange;
}

/** More cells than these are a table, not a metric. */
const MOST_CELLS = 1_000;

/**
 * The cells that a metric's reference or formula stands for when it is nothing but a reference with its sheet, such as
 * `=Summary!B4` or `Summary!B4:E4`, or a defined name; null otherwise.
 */
export function tiedCells(snapshot: Snapshot, { texts, sheet }: Definition): MetricCells | null {
  return cellsNamed(snapshot, texts.reference ?? '', sheet) ?? cellsNamed(snapshot, texts.formula ?? '', sheet);
}

function cellsNamed(snapshot: Snapshot, written: string, sheet: number): MetricCells | null {
  const text = written.replace(/^=/, '').trim();
  if (text === '') return null;
  const keys = [nameKey(text, snapshot.sheets[sheet]!.name), nameKey(text, null)];
  const name = snapshot.names.find((known) => keys.includes(nameKey(known.name, known.scope)));
  return cellsOf(snapshot, name?.formula ?? text);
}

function cellsOf({ sheets }: Snapshot, formula: string): MetricCells | null {
  const [reference, another] = findReferences(formula);
  if (reference === undefined || another !== undefined || reference.kind !== 'cells') return null;
  const { prefix, first, last, end } = reference;
  if (prefix === null || prefix.start !== 0 || end !== formula.length) return null;
  const text = formula.slice(prefix.start, prefix.end);
  const sheet = sheets.findIndex(({ name }) => namesSheet(text, name));
  const range = {
    firstRow: Math.min(first.row, last.row),
    lastRow: Math.max(first.row, last.row),
    firstColumn: Math.min(first.column, last.column),
    lastColumn: Math.max(first.column, last.column),
  };
  const size = cellCount(range);
  return sheet < 0 || size > MOST_CELLS ? null : { sheet, range };
}
