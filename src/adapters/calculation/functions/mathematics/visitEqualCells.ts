import { RangeMemory } from '../../model/RangeMemory';
import type { Area } from '../../values/Area';
import type { Criterion } from '../../values/criteria';

/** The cells of a range by what they hold; positions are counted from 0, row after row. */
interface EqualCells {
  /** By number or text in small letters, the first of the cells that hold it. */
  readonly first: ReadonlyMap<number | string, number>;
  /** By cell, the next one that holds the same; -1 after the last. */
  readonly next: Int32Array;
  /** True when a text says a number, so that it stands for two things. */
  readonly hasNumbersAsTexts: boolean;
}

/** Looking through so few cells is as fast as looking one up. */
const FEW = 32;

const memory = new RangeMemory<EqualCells>(collect);

/**
 * Visits the positions of the cells that may be equal to what a condition wants, in their order, when these cells are looked through again
 * and again while nothing changes; false when it is better to look through them, and nothing is visited.
 */
export function visitEqualCells(cells: Area, { equals }: Criterion, visit: (position: number) => void): boolean {
  if (equals === undefined || cells.rows * cells.columns < FEW) return false;
  const found = memory.of(cells);
  if (found === null || (typeof equals === 'number' && found.hasNumbersAsTexts)) return false;
  const { first, next } = found;
  const start = first.get(typeof equals === 'string' ? equals.toLowerCase() : equals) ?? -1;
  for (let position = start; position >= 0; position = next[position]!) visit(position);
  return true;
}

function collect(cells: Area): EqualCells {
  const { rows, columns } = cells;
  const first = new Map<number | string, number>();
  const next = new Int32Array(rows * columns).fill(-1);
  let hasNumbersAsTexts = false;
  // From the end, so that each chain begins at its first cell.
  for (let position = rows * columns - 1; position >= 0; position--) {
    const value = cells.at(Math.floor(position / columns), position % columns);
    if (typeof value !== 'number' && typeof value !== 'string') continue;
    const key = typeof value === 'string' ? value.toLowerCase() : value;
    hasNumbersAsTexts ||= typeof value === 'string' && /\d/.test(value);
    next[position] = first.get(key) ?? -1;
    first.set(key, position);
  }
  return { first, next, hasNumbersAsTexts };
}
