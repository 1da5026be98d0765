import type { Difference, DifferenceSide } from '../compare/Difference';
import { columnNumber, MAX_COLUMN, MAX_ROW, parseRange, type CellRange } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import type { DriverSwitch, SwitchedRange } from './DriverSwitch';

type Side = 'official' | 'local';

const WHOLE: CellRange = { firstRow: 1, firstColumn: 1, lastRow: MAX_ROW, lastColumn: MAX_COLUMN };
const CELLS: ReadonlySet<Difference['kind']> = new Set(['value', 'formula', 'hardcoded', 'unhardcoded', 'unit', 'definition']);

/** What the cells, lines and names of some differences are in the two workbooks; nothing of differences that no number depends on. */
export function switchOf(
  differences: readonly Difference[],
  snapshots: { readonly official: Snapshot; readonly local: Snapshot },
): DriverSwitch {
  const ranges: SwitchedRange[] = [];
  const names: string[] = [];
  for (const difference of differences) {
    const { kind, official, local } = difference;
    if (kind === 'name' || kind === 'table') {
      for (const side of [official, local]) if (side !== null) names.push(side.address.replace(/^.*!/, '').toLowerCase());
      continue;
    }
    const of = CELLS.has(kind) || kind === 'sheet' ? 'cells' : kind === 'row' ? 'rows' : kind === 'column' ? 'columns' : null;
    // What moved is there in both.
    if (of === null || (of !== 'cells' && official !== null && local !== null)) continue;
    if (official !== null) ranges.push(...rangeOf('official', official, of, snapshots));
    if (local !== null) ranges.push(...rangeOf('local', local, of, snapshots));
  }
  return { ranges, names };
}

function rangeOf(
  side: Side,
  { sheet: name, address }: DifferenceSide,
  of: SwitchedRange['of'],
  snapshots: { readonly official: Snapshot; readonly local: Snapshot },
): SwitchedRange[] {
  const sheet = snapshots[side].sheets.findIndex((each) => each.name === name);
  const range = address === '' ? WHOLE : linesOf(address);
  return sheet < 0 || range === null ? [] : [{ side, sheet, ...range, of }];
}

/** The cells of an address, of whole rows `5:7` and columns `C:D` too. */
function linesOf(address: string): CellRange | null {
  const rows = /^(\d+):(\d+)$/.exec(address);
  if (rows) return { ...WHOLE, firstRow: Number(rows[1]), lastRow: Number(rows[2]) };
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(address);
  if (columns) return { ...WHOLE, firstColumn: columnNumber(columns[1]!), lastColumn: columnNumber(columns[2]!) };
  return parseRange(address);
}
