import { groupBy } from '../groupBy';
import type { CellRange } from '../workbook/Address';
import type { SheetRange } from './CellUpdate';

/** The same cells, or some more, in no more than `most` blocks a sheet: each block costs a reader as much as many cells. */
export function joinBlocks(blocks: readonly SheetRange[], most: number): SheetRange[] {
  return [...groupBy(blocks, ({ sheet }) => sheet)].flatMap(([sheet, own]) => {
    let joined = own.map(({ range }) => range);
    joined = join(joined, 'Column', 'Row');
    joined = join(joined, 'Row', 'Column');
    return (joined.length > most ? [joined.reduce((one, other) => around([one, other]))] : joined).map((range) => ({ sheet, range }));
  });
}

/** Joins blocks that lie side by side along one axis and reach equally far on the other. */
function join(blocks: readonly CellRange[], along: 'Row' | 'Column', across: 'Row' | 'Column'): CellRange[] {
  const sorted = [...blocks].sort(
    (a, b) =>
      a[`first${across}`] - b[`first${across}`] || a[`last${across}`] - b[`last${across}`] || a[`first${along}`] - b[`first${along}`],
  );
  const joined: CellRange[] = [];
  for (const block of sorted) {
    const before = joined.at(-1);
    const touches =
      before !== undefined &&
      before[`first${across}`] === block[`first${across}`] &&
      before[`last${across}`] === block[`last${across}`] &&
      before[`last${along}`] + 1 >= block[`first${along}`];
    if (touches) joined[joined.length - 1] = around([before, block]);
    else joined.push(block);
  }
  return joined;
}

function around(blocks: readonly CellRange[]): CellRange {
  return {
    firstRow: Math.min(...blocks.map((block) => block.firstRow)),
    firstColumn: Math.min(...blocks.map((block) => block.firstColumn)),
    lastRow: Math.max(...blocks.map((block) => block.lastRow)),
    lastColumn: Math.max(...blocks.map((block) => block.lastColumn)),
  };
}
