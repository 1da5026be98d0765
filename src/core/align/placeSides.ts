import type { PlacedSide } from './placedLines';
import type { Sides } from './Sides';

/** Both sides seen along one axis, with places as a match of the other axis gives them: official's own indexes. */
export function placeSides(sides: Sides, axis: 'rows' | 'columns', otherMatch: Int32Array): [PlacedSide, PlacedSide] {
  const [officialIndex, localIndex] = sides[axis];
  const [officialCross, localCross] = sides[axis === 'rows' ? 'columns' : 'rows'];
  const officialPlace = new Int32Array(officialCross.count + 1);
  const localPlace = new Int32Array(localCross.count + 1);
  for (let i = 1; i <= officialCross.count; i++) {
    const partner = otherMatch[i]!;
    if (partner === 0) continue;
    officialPlace[i] = i;
    localPlace[partner] = i;
  }
  return [
    { content: sides.official, index: officialIndex, place: officialPlace },
    { content: sides.local, index: localIndex, place: localPlace },
  ];
}
