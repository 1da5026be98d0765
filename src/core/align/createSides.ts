import type { LineMatch } from './alignLines';
import { columnLines, rowLines, type LineIndex } from './LineIndex';
import { lineWorth } from './lineWorth';
import { placedLines, type PlacedSide } from './placedLines';
import type { SheetContent } from './SheetContent';
import type { Sides } from './Sides';

type Axes = Pick<Sides, 'official' | 'local' | 'rows' | 'columns'>;

/** Both sides of a sheet pair seen along both axes. */
export function createSides(official: SheetContent, local: SheetContent): Sides {
  const axes: Axes = {
    official,
    local,
    rows: [rowLines(official), rowLines(local)],
    columns: [columnLines(official), columnLines(local)],
  };
  const seen = { rows: new Map<Int32Array, ReturnType<Sides['lines']>>(), columns: new Map<Int32Array, ReturnType<Sides['lines']>>() };
  return {
    ...axes,
    inStep: { rows: inStep(axes.rows), columns: inStep(axes.columns) },
    lines: (axis, otherMatch) => {
      let found = seen[axis].get(otherMatch);
      if (found === undefined) {
        const [ours, theirs] = place(axes, axis, otherMatch);
        seen[axis].set(otherMatch, (found = { lines: placedLines(ours, theirs), worth: lineWorth(ours, theirs) }));
      }
      return found;
    },
  };
}

function inStep([official, local]: readonly [LineIndex, LineIndex]): LineMatch {
  const match = new Int32Array(official.count + 1);
  for (let i = 1; i <= Math.min(official.count, local.count); i++) match[i] = i;
  return { match, precise: true };
}

/** Both sides seen along one axis, with places as a match of the other axis gives them: official's own indexes. */
function place(axes: Axes, axis: 'rows' | 'columns', otherMatch: Int32Array): [PlacedSide, PlacedSide] {
  const [officialIndex, localIndex] = axes[axis];
  const [officialCross, localCross] = axes[axis === 'rows' ? 'columns' : 'rows'];
  const officialPlace = new Int32Array(officialCross.count + 1);
  const localPlace = new Int32Array(localCross.count + 1);
  for (let i = 1; i <= officialCross.count; i++) {
    const partner = otherMatch[i]!;
    if (partner === 0) continue;
    officialPlace[i] = i;
    localPlace[partner] = i;
  }
  return [
    { content: axes.official, index: officialIndex, place: officialPlace },
    { content: axes.local, index: localIndex, place: localPlace },
  ];
}
