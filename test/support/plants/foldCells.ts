import type { CellAddress, CellRange } from '../../../src/core/workbook/Address';

/** A differing cell: where it stands in both books, and what the cells of one edit have in common. */
export interface PlacedCell {
  readonly kind: string;
  readonly key: string;
  readonly official: CellAddress;
  readonly local: CellAddress;
}

/** Cells that one edit made differ. */
interface FoldedCells {
  readonly kind: string;
  readonly count: number;
  readonly official: CellRange;
  readonly local: CellRange;
}

interface Block {
  readonly kind: string;
  readonly key: string;
  readonly first: PlacedCell;
  last: PlacedCell;
  count: number;
}

/** One for every rectangle that one edit fills in both books: down the columns first, then side by side. */
export function foldCells(cells: readonly PlacedCell[]): FoldedCells[] {
  const down: Block[] = [];
  const open = new Map<string, Block>();
  const inOrder = [...cells].sort((a, b) => a.official.row - b.official.row || a.official.column - b.official.column);
  for (const cell of inOrder) {
    const slot = `${cell.kind} ${cell.official.column} ${cell.key}`;
    const above = open.get(slot);
    if (above !== undefined && isNext(above.last, cell, 'row')) {
      above.last = cell;
      above.count++;
    } else {
      const block = { kind: cell.kind, key: cell.key, first: cell, last: cell, count: 1 };
      open.set(slot, block);
      down.push(block);
    }
  }
  const folded: Block[] = [];
  const beside = new Map<string, Block>();
  for (const block of down.sort((a, b) => a.first.official.column - b.first.official.column)) {
    const { first, last } = block;
    const slot = [block.kind, block.key, first.official.row, last.official.row, first.local.row, last.local.row].join(' ');
    const left = beside.get(slot);
    if (left !== undefined && isNext(left.last, last, 'column')) {
      left.last = last;
      left.count += block.count;
    } else {
      beside.set(slot, block);
      folded.push(block);
    }
  }
  return folded.map(({ kind, count, first, last }) => ({
    kind,
    count,
    official: rangeOf(first.official, last.official),
    local: rangeOf(first.local, last.local),
  }));
}

function isNext(one: PlacedCell, other: PlacedCell, axis: 'row' | 'column'): boolean {
  const cross = axis === 'row' ? 'column' : 'row';
  return (['official', 'local'] as const).every(
    (side) => other[side][axis] === one[side][axis] + 1 && other[side][cross] === one[side][cross],
  );
}

function rangeOf(first: CellAddress, last: CellAddress): CellRange {
  return { firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column };
}
