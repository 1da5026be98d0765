import type { CommonGrid } from '../align/CommonGrid';
import { findCell } from '../workbook/cellAt';
import { ValueKind, type Snapshot } from '../workbook/Snapshot';
import { isCalculatedNumber, partnerOf, type HeadlineCell, type HeadlinePlace } from './HeadlineCell';

/** `RESULTS`, `Key outputs:`, `Summary of results`. Nothing else may stand in it, or it is a heading of some results among others. */
const HEADING =
  /^(?:(?:key|main|model|financial|project|overall|summary of|headline)\s+)*(?:results?|outputs?|kpis?|headlines|figures|metrics)(?:\s+summary)?\s*:?$/i;
/** These words alone can be a heading of anything. */
const TOO_LITTLE = /^(?:figures|metrics|result|output)\s*:?$/i;
/** So far right of its label a number can stand. */
const REACH = 4;

/**
 * The calculated numbers of blocks that call themselves results on any visible sheet: labels one below the other under the heading, each with
 * its number to the right. Rows of which several numbers are calculated are left out, as those are over time.
 */
export function resultBlocks(grid: CommonGrid, most: number): HeadlinePlace[] {
  const { official } = grid;
  const found: HeadlinePlace[] = [];
  official.sheets.forEach(({ cells, visibility }, sheet) => {
    if (visibility !== 'visible') return;
    for (let p = 0; p < cells.count && found.length < most; p++) {
      if (!isHeading(official, sheet, p)) continue;
      for (const { name, cell } of linesBelow(official, sheet, p))
        if (found.length < most) found.push({ name, official: cell, local: partnerOf(grid, 'official', cell) });
    }
  });
  return found;
}

function isHeading(snapshot: Snapshot, sheet: number, position: number): boolean {
  const text = textAt(snapshot, sheet, position);
  return text !== null && HEADING.test(text) && !TOO_LITTLE.test(text);
}

interface Line {
  readonly name: string;
  readonly cell: HeadlineCell;
}

function linesBelow(snapshot: Snapshot, sheet: number, heading: number): Line[] {
  const { cells } = snapshot.sheets[sheet]!;
  const [top, column] = [cells.row[heading]!, cells.column[heading]!];
  const lines: Line[] = [];
  for (let row = top + 1; ; row++) {
    const position = findCell(cells, row, column);
    const name = position < 0 ? null : textAt(snapshot, sheet, position);
    // A blank line is usual below the heading only.
    if (name === null && !(row === top + 1 && position < 0)) return lines;
    const cell = name === null ? null : soleNumber(snapshot, sheet, position);
    if (cell !== null) lines.push({ name: name!.replace(/\s*:$/, ''), cell });
  }
}

/** The one number of a row that is calculated, up to a text or a blank behind it; null where there is none, or there are several. */
function soleNumber(snapshot: Snapshot, sheet: number, label: number): HeadlineCell | null {
  const { cells } = snapshot.sheets[sheet]!;
  const [row, first] = [cells.row[label]!, cells.column[label]!];
  let found: HeadlineCell | null = null;
  for (let position = label + 1; position < cells.count && cells.row[position] === row; position++) {
    const column = cells.column[position]!;
    if (column > first + REACH || (found !== null && column > found.column + 1)) break;
    if (cells.kind[position] === ValueKind.Empty) continue;
    const cell = { sheet, row, column, position };
    if (!isCalculatedNumber(snapshot, cell)) break;
    if (found !== null) return null;
    found = cell;
  }
  return found;
}

/** A text that was typed; null for anything else. */
function textAt(snapshot: Snapshot, sheet: number, position: number): string | null {
  const { cells } = snapshot.sheets[sheet]!;
  if (cells.kind[position] !== ValueKind.Text || cells.formula[position]! >= 0) return null;
  return snapshot.strings[cells.payload[position]!]!.trim() || null;
}
