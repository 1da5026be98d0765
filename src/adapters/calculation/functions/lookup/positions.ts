import { isCellError } from '../../../../core/workbook/CellValue';
import { RangeMemory } from '../../model/RangeMemory';
import type { Area } from '../../values/Area';
import type { Scalar } from '../../values/Scalar';
import type { Vector } from './vectors';

/** Where each value stands first. */
type Positions = ReadonlyMap<Scalar, number>;

/** Looking through so few values is as fast as looking one up. */
const FEW = 64;

const memory = new RangeMemory<Positions>(readPositions);

/** What a value is found by: texts in any case. */
export function keyOf(value: Scalar): Scalar {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/**
 * Where the values of cells stand first, when these cells are looked through again and again while nothing changes; null when it is
 * better to look through them.
 */
export function positionsOf({ cells, length }: Vector): Positions | null {
  return cells === null || length < FEW ? null : memory.of(cells);
}

function readPositions(cells: Area): Positions {
  const positions = new Map<Scalar, number>();
  const { rows, columns } = cells;
  for (let index = 0; index < rows * columns; index++) {
    const value = columns === 1 ? cells.at(index, 0) : cells.at(0, index);
    if (value === null || isCellError(value)) continue;
    const key = keyOf(value);
    if (!positions.has(key)) positions.set(key, index);
  }
  return positions;
}
