import type { Comparison } from '../../core/compare/Comparison';
import type { Difference } from '../../core/compare/Difference';
import { cellCount, columnNumber, MAX_COLUMN, MAX_ROW, overlaps, parseRange, type CellRange } from '../../core/workbook/Address';

interface Place {
  readonly difference: Difference;
  readonly range: CellRange;
}

const known = new WeakMap<Comparison, ReadonlyMap<string, readonly Place[]>>();

/**
 * The difference that lies at a place of the local workbook (A1 cell or range, `$` allowed); null when there is none. Where
 * several do, `preferred` if it is one of them, else causes before others, else the one over the fewest cells.
 */
export function findDifferenceAt(comparison: Comparison, sheet: string, address: string, preferred: string | null): Difference | null {
  const range = parsePlace(address);
  if (range === null) return null;
  const hits = (placesOf(comparison).get(sheet) ?? []).filter((place) => overlaps(place.range, range));
  const chosen = hits.find(({ difference }) => difference.id === preferred);
  if (chosen) return chosen.difference;
  const best = hits.reduce<Place | null>((found, place) => (found === null || rank(place) < rank(found) ? place : found), null);
  return best?.difference ?? null;
}

/** A range of cells from `B3`, `B3:C9`, `5:7` or `C:D`; null when the text is none of these. */
export function parsePlace(address: string): CellRange | null {
  const plain = address.replaceAll('$', '');
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) return { firstRow: Number(rows[1]), lastRow: Number(rows[2]), firstColumn: 1, lastColumn: MAX_COLUMN };
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  if (columns) return { firstRow: 1, lastRow: MAX_ROW, firstColumn: columnNumber(columns[1]!), lastColumn: columnNumber(columns[2]!) };
  return parseRange(plain);
}

function placesOf(comparison: Comparison): ReadonlyMap<string, readonly Place[]> {
  let places = known.get(comparison);
  if (places === undefined) {
    const bySheet = new Map<string, Place[]>();
    for (const difference of comparison.differences) {
      if (difference.local === null) continue;
      const range = parsePlace(difference.local.address);
      if (range === null) continue;
      const inSheet = bySheet.get(difference.local.sheet);
      if (inSheet) inSheet.push({ difference, range });
      else bySheet.set(difference.local.sheet, [{ difference, range }]);
    }
    places = bySheet;
    known.set(comparison, places);
  }
  return places;
}

function rank({ difference, range }: Place): number {
  const cells = cellCount(range);
  return (difference.role === 'cause' ? 0 : difference.role === 'unexplained' ? 1e12 : 2e12) + cells;
}
