import { makeAxis } from '../align/axis';
import { bandAt } from '../align/bands';
import type { Axis, Band, SheetPair } from '../align/Correspondence';
import { extendEnd } from '../align/extendEnd';
import { cellsOfLine, positionAt, type LineIndex } from '../align/LineIndex';

type AxisName = 'rows' | 'columns';
type LinesOfBoth = readonly [LineIndex, LineIndex];

/**
 * A sheet pair with its bands each as wide as the block that it is a part of: up to a blank line, or to another band. Lines at the end of a
 * block that hold the same all the way, such as formulas filled down, look alike whether they were shifted with it or not.
 */
export function widerBands(pair: SheetPair, lines: Readonly<Record<AxisName, LinesOfBoth>>): SheetPair {
  const of = pair.bands[0]!.of;
  const across = of === 'rows' ? 'columns' : 'rows';
  const wider = { ...pair, bands: wholeBlocks(pair.bands, pair[of], lines[of]) };
  return { ...wider, [across]: inStepBehind(wider, of, lines) };
}

function wholeBlocks(bands: readonly Band[], axis: Axis, [official, local]: LinesOfBoth): readonly Band[] {
  const isFilled = (common: number): boolean => {
    const [i, j] = [axis.toOfficial[common]!, axis.toLocal[common]!];
    return i !== 0 && j !== 0 && cellsOfLine(official, i) + cellsOfLine(local, j) > 0;
  };
  const wider: Band[] = [];
  bands.forEach((band, k) => {
    let { first, last } = band;
    const [from, to] = [(wider.at(-1)?.last ?? 0) + 1, (bands[k + 1]?.first ?? axis.length + 1) - 1];
    while (first > from && isFilled(first - 1)) first--;
    while (last < to && isFilled(last + 1)) last++;
    wider.push({ ...band, first, last });
  });
  return wider;
}

/** The axis across, with the lines in step that hold something in bands only, behind all others: there they are matched by the band's own. */
function inStepBehind(pair: SheetPair, of: AxisName, lines: Readonly<Record<AxisName, LinesOfBoth>>): Axis {
  const across = of === 'rows' ? 'columns' : 'rows';
  const axis = pair[across];
  const [official, local] = lines[across];
  const end = lastOutside(pair, of, 'fromOfficial', lines[of][0]);
  const localEnd = lastOutside(pair, of, 'fromLocal', lines[of][1]);
  if (!axis.inOrder || end === 0 || axis.toLocal[axis.fromOfficial[end]!] !== localEnd) return axis;
  const match = Int32Array.from({ length: official.count + 1 }, (_, i) => {
    const j = i > end ? localEnd + i - end : axis.toLocal[axis.fromOfficial[i]!]!;
    return i === 0 || j > local.count ? 0 : j;
  });
  return makeAxis(...extendEnd(match, lines[across]));
}

/** The last line across of a side that holds something outside of bands. */
function lastOutside(pair: SheetPair, of: AxisName, from: 'fromOfficial' | 'fromLocal', index: LineIndex): number {
  let last = 0;
  for (let line = 1; line <= index.count; line++) {
    if (bandAt(pair, of, pair[of][from][line]!) !== undefined) continue;
    for (let x = index.start[line]!; x < index.start[line + 1]!; x++) last = Math.max(last, index.cross[positionAt(index, x)]!);
  }
  return last;
}
