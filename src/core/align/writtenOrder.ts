import { ValueKind, type CellColumns } from '../workbook/Snapshot';

/** The cells of a sheet with the texts that they number, and formulas in relative form. */
interface Written {
  readonly cells: CellColumns;
  readonly strings: readonly string[];
  readonly formulas: readonly string[];
}

/**
 * An order of sheets by what someone wrote into them: below 0 when `one` goes first, 0 when they hold the same. It depends on their content alone,
 * so that whatever is done in this order has the same answer from both sides. Results of formulas do not count.
 */
export function writtenOrder(one: Written, other: Written): number {
  const [a, b] = [one.cells, other.cells];
  if (a.count !== b.count) return a.count - b.count;
  for (let p = 0; p < a.count; p++) {
    const place = a.row[p]! - b.row[p]! || a.column[p]! - b.column[p]!;
    if (place !== 0) return place;
    const [f, g] = [a.formula[p]!, b.formula[p]!];
    if (f < 0 !== g < 0) return f < 0 ? -1 : 1;
    const order = f >= 0 ? alphabetical(one.formulas[f]!, other.formulas[g]!) : valueOrder(one, other, p);
    if (order !== 0) return order;
  }
  return 0;
}

function valueOrder(one: Written, other: Written, p: number): number {
  const kind = one.cells.kind[p]!;
  if (kind !== other.cells.kind[p]) return kind - other.cells.kind[p]!;
  const [a, b] = [one.cells.payload[p]!, other.cells.payload[p]!];
  return kind === ValueKind.Text ? alphabetical(one.strings[a]!, other.strings[b]!) : a - b;
}

function alphabetical(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
