import { isCellError } from '../../../../core/workbook/CellValue';
import type { Arrangement } from '../../model/Arrangement';
import { Pending } from '../../model/interruptions';
import type { Scalar } from '../../values/Scalar';
import type { Vector } from './vectors';

/** Where each value stands first. */
type Positions = ReadonlyMap<Scalar, number>;

/** Looking through so few values is as fast as looking one up. */
const FEW = 64;

/** What is remembered of one generation of values: by place, where values stand, or null where it was asked for only once. */
interface Memory {
  readonly generation: number;
  readonly places: Map<string, Positions | null>;
}

const memories = new WeakMap<Arrangement, Memory>();

/** What a value is found by: texts in any case. */
export function keyOf(value: Scalar): Scalar {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/**
 * Where the values of cells stand first, when these cells are looked through again and again while nothing changes; null when it is
 * better to look through them.
 */
export function positionsOf(vector: Vector): Positions | null {
  const { cells } = vector;
  if (cells === null || vector.length < FEW) return null;
  const { arrangement, sheet, firstRow, firstColumn, rows, columns } = cells;
  const { generation } = arrangement;
  if (generation === null) return null;
  let memory = memories.get(arrangement);
  if (memory?.generation !== generation) memories.set(arrangement, (memory = { generation, places: new Map() }));
  const place = `${sheet},${firstRow},${firstColumn},${rows},${columns}`;
  const known = memory.places.get(place);
  if (known) return known;
  const positions = known === null ? readPositions(vector) : null;
  memory.places.set(place, positions);
  return positions;
}

/** Where each value stands; null when some cell has no value yet, which looking through them may never get to. */
function readPositions(vector: Vector): Positions | null {
  const positions = new Map<Scalar, number>();
  try {
    for (let index = 0; index < vector.length; index++) {
      const value = vector.at(index);
      if (value === null || isCellError(value)) continue;
      const key = keyOf(value);
      if (!positions.has(key)) positions.set(key, index);
    }
  } catch (reason) {
    if (reason instanceof Pending) return null;
    throw reason;
  }
  return positions;
}
