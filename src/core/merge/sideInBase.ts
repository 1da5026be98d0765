import type { Difference, DifferenceSide } from '../compare/Difference';
import { lineAddress, plainSide, sideOfCell } from '../compare/DifferenceSink';
import { rangeOf } from '../explain/DifferenceIndex';
import { stringifyRange, type CellRange } from '../workbook/Address';
import { aspectsOf, rangesOf } from './Changes';
import type { SinceBase } from './SinceBase';
import { rangeInBase, type BothSinceBase } from './whoMoved';

/** How a difference was in the base; null where the base did not have it. */
export function sideInBase(difference: Difference, since: BothSinceBase): DifferenceSide | null {
  for (const name of ['official', 'local'] as const) {
    const side = difference[name];
    if (side === null) continue;
    const found = isByPlace(difference) ? byPlace(difference, side, since[name]) : byChange(difference, side, since[name]);
    if (found !== null) return found;
  }
  return null;
}

/** True for what the base has where the copy's cells were in it. */
function isByPlace(difference: Difference): boolean {
  return aspectsOf(difference).some((aspect) => aspect !== 'note' && aspect !== 'validation' && aspect !== 'sheetName');
}

/** What has no place of its own was as the change of it says, or as it still is where nobody changed it. */
function byChange(difference: Difference, side: DifferenceSide, { changes }: SinceBase): DifferenceSide | null {
  const aspects = aspectsOf(difference);
  const range = rangesOf(side)[0];
  if (aspects.length > 0 && range === undefined) return null;
  const change = aspects.length === 0 ? changes.named('copy', difference.kind, side) : changes.find('copy', side.sheet, range!, aspects);
  return change === null ? side : change.official;
}

function byPlace({ kind }: Difference, side: DifferenceSide, since: SinceBase): DifferenceSide | null {
  const sheet = since.sheetInBase(side.sheet);
  if (sheet === null) return null;
  if (side.address === '') return plainSide(sheet, '');
  const range = rangeOf(side);
  const area = range && rangeInBase(since, side.sheet, range);
  if (area === null) return null;
  const address = /^[A-Z]+\d/.test(side.address) ? stringifyRange(area) : linesOf(side.address, area);
  if (kind === 'row' || kind === 'column' || kind === 'hidden') return plainSide(sheet, address, side.value);
  const index = since.base.sheets.findIndex((each) => each.name === sheet);
  return sideOfCell(since.base, index, address, area.firstRow, area.firstColumn);
}

function linesOf(address: string, area: CellRange): string {
  return /^\d/.test(address) ? lineAddress('rows', area.firstRow, area.lastRow) : lineAddress('columns', area.firstColumn, area.lastColumn);
}
