import type { CommonGrid } from '../align/CommonGrid';
import { toA1 } from '../formula/toA1';
import { findCell, valueAt } from '../workbook/cellAt';
import { columnName } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import type { Difference, DifferenceRole, DifferenceSide } from './Difference';

/** A difference that still lacks its id. */
export type DifferenceDraft = Omit<Difference, 'id' | 'causes' | 'note' | 'role'> & {
  readonly role?: DifferenceRole;
  readonly note?: string;
};

/** Collects differences and gives each its id: kind and place, numbered where two would have the same. */
export class DifferenceSink {
  readonly #differences: Difference[] = [];
  readonly #taken = new Map<string, number>();

  add({ kind, cells, official, local, role = 'cause', note = '', metric }: DifferenceDraft): void {
    const base = `${kind}:${official !== null ? placeOf(official) : `+${placeOf(local!)}`}`;
    const count = (this.#taken.get(base) ?? 0) + 1;
    this.#taken.set(base, count);
    const id = count === 1 ? base : `${base}~${count}`;
    this.#differences.push({ id, kind, role, cells, official, local, causes: [], ...(metric !== undefined && { metric }), note });
  }

  get differences(): readonly Difference[] {
    return this.#differences;
  }
}

function placeOf({ sheet, address }: DifferenceSide): string {
  return sheet === '' ? address : address === '' ? sheet : `${sheet}!${address}`;
}

/** How a cell (or the first cell of a range) of one sheet looks; blank cells have neither value, formula nor format. */
export function sideOfCell(snapshot: Snapshot, sheet: number, address: string, row: number, column: number): DifferenceSide {
  const { name, cells } = snapshot.sheets[sheet]!;
  const position = findCell(cells, row, column);
  if (position < 0) return plainSide(name, address);
  const formula = cells.formula[position]!;
  return {
    sheet: name,
    address,
    value: valueAt(snapshot, cells, position),
    formula: formula < 0 ? null : `=${toA1(snapshot.formulas[formula]!, row, column)}`,
    format: snapshot.formats[cells.format[position]!]!,
  };
}

/** A side that is no cell: a sheet, rows, a name. */
export function plainSide(
  sheet: string,
  address: string,
  value: DifferenceSide['value'] = null,
  formula: string | null = null,
): DifferenceSide {
  return { sheet, address, value, formula, format: null };
}

/** `5:7` or `C:D`; a single row or column is written twice, as Excel does. */
export function lineAddress(axis: 'rows' | 'columns', first: number, last: number): string {
  return axis === 'rows' ? `${first}:${last}` : `${columnName(first)}:${columnName(last)}`;
}

/** The name of a pair's sheet on one side, or an empty text. */
export function sheetName(grid: CommonGrid, pair: number, side: 'official' | 'local'): string {
  const index = grid.pairs[pair]?.[side] ?? null;
  return index === null ? '' : (side === 'official' ? grid.official : grid.local).sheets[index]!.name;
}
