import type { CommonGrid } from '../align/CommonGrid';
import type { Headline } from '../compare/Comparison';
import { daysBetween, sameNumber } from '../compare/sameValue';
import type { Tolerances } from '../compare/Tolerances';
import { unitOf } from '../compare/unitOf';
import { valueAt } from '../workbook/cellAt';
import { isCellError, type CellValue } from '../workbook/CellValue';
import type { Snapshot } from '../workbook/Snapshot';
import { addressOf, type HeadlineCell, type HeadlinePlace } from './HeadlineCell';
import { toleranceOfHeadline } from './toleranceOfHeadline';

/** A headline, official beside local, with its gap and whether it ties. */
export function headlineOf(grid: CommonGrid, { name, official, local }: HeadlinePlace, tolerances: Tolerances): Headline {
  const ours = valueOf(grid.official, official);
  const theirs = valueOf(grid.local, local);
  const format = formatOf(grid.official, official) ?? formatOf(grid.local, local) ?? 'General';
  const shift = unitOf(format).day ? daysBetween(grid.official, grid.local) : 0;
  const officialAddress = official && addressOf(grid.official, official);
  const localAddress = local && addressOf(grid.local, local);
  const tolerance = toleranceOfHeadline({ name, officialAddress, localAddress }, grid, tolerances);
  const numbers = typeof ours === 'number' && typeof theirs === 'number';
  return {
    name,
    officialAddress,
    localAddress,
    official: ours,
    local: theirs,
    format,
    gap: numbers ? theirs + shift - ours : null,
    ties: official !== null && local !== null && (numbers ? sameNumber(ours, theirs + shift, tolerance, true) : sameConstant(ours, theirs)),
    bridge: [],
    exact: false,
  };
}

/** What a workbook stores in a cell; null for a blank one and where there is no cell. */
export function valueOf(snapshot: Snapshot, cell: HeadlineCell | null): CellValue {
  return cell === null ? null : valueAt(snapshot, snapshot.sheets[cell.sheet]!.cells, cell.position);
}

function sameConstant(a: CellValue, b: CellValue): boolean {
  return isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
}

function formatOf(snapshot: Snapshot, cell: HeadlineCell | null): string | null {
  if (cell === null || cell.position < 0) return null;
  return snapshot.formats[snapshot.sheets[cell.sheet]!.cells.format[cell.position]!]!;
}
