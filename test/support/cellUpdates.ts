import fc from 'fast-check';
import type { CellUpdate } from '../../src/core/update/CellUpdate';
import { contentAt, contentOf } from '../../src/core/sync/cellContent';
import type { CellContent } from '../../src/core/sync/SyncPlan';
import type { CellRange } from '../../src/core/workbook/Address';
import type { CellValue } from '../../src/core/workbook/CellValue';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

/** What someone does in a workbook that is open, in terms that fit any workbook: numbers pick sheets and cells. */
export interface Doing {
  readonly what: 'number' | 'text' | 'copy' | 'blank' | 'fill';
  readonly sheet: number;
  readonly at: number;
  /** How far from a cell in use, so that blank ones are written too. */
  readonly aside: readonly [rows: number, columns: number];
  readonly size: readonly [rows: number, columns: number];
  readonly from: number;
  readonly value: number;
  /** Formulas, by number, that come out as `value`. */
  readonly results: readonly number[];
}

/** A few edits, one after the other. */
export const doings: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.record({
    what: fc.constantFrom('number', 'text', 'copy', 'blank', 'fill'),
    sheet: fc.nat(),
    at: fc.nat(),
    aside: fc.tuple(fc.constantFrom(0, 0, 0, 0, 1, 3), fc.constantFrom(0, 0, 0, 0, 1, 2)),
    size: fc.tuple(fc.constantFrom(1, 1, 1, 2, 4), fc.constantFrom(1, 1, 1, 2, 12)),
    from: fc.nat(),
    value: fc.constantFrom(0, 1, 7, 12.5, 100, 4321.25),
    results: fc.array(fc.nat(), { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const TEXTS = ['Revenue', 'Cost', 'Total', 'Another thing', 'Q3', ''];

/** What reading the edited and recalculated cells would give after something was done; null where there is nothing to do it to. */
export function updateOf(snapshot: Snapshot, { what, sheet: pick, at, aside, size, from, value, results }: Doing): CellUpdate | null {
  const sheet = snapshot.sheets[pick % snapshot.sheets.length]!;
  const { cells } = sheet;
  if (cells.count === 0) return null;
  const firstRow = cells.row[at % cells.count]! + aside[0];
  const firstColumn = cells.column[at % cells.count]! + aside[1];
  const [down, across] = what === 'fill' || what === 'blank' ? size : [1, 1];
  const range: CellRange = { firstRow, firstColumn, lastRow: firstRow + down - 1, lastColumn: firstColumn + across - 1 };
  const source = contentAt(snapshot, sheet, from % cells.count);
  const written = (row: number, column: number): CellContent => {
    const { format } = contentOf(snapshot, sheet, row, column);
    if (what === 'blank') return { formula: null, value: null, format };
    if (what === 'copy' || what === 'fill') return { ...source, value: source.formula === null ? source.value : value, format };
    return { formula: null, value: what === 'number' ? value : TEXTS[from % TEXTS.length]!, format };
  };
  const grid = <T>(of: (content: CellContent) => T): T[][] =>
    Array.from({ length: down }, (_, i) => Array.from({ length: across }, (_, j) => of(written(firstRow + i, firstColumn + j))));
  const edited = {
    sheet: sheet.name,
    range,
    values: grid((content) => content.value),
    formulas: grid((content) => content.formula),
    formats: grid(({ format }) => format ?? 'General'),
  };
  return { edited: [edited], recalculated: results.flatMap((number) => recalculated(snapshot, number, value)) };
}

function recalculated(snapshot: Snapshot, number: number, value: CellValue): CellUpdate['recalculated'] {
  const sheet = snapshot.sheets[number % snapshot.sheets.length]!;
  const { row, column, formula, count } = sheet.cells;
  for (let k = 0; k < count; k++) {
    const p = (number + k) % count;
    if (formula[p]! < 0) continue;
    const range = { firstRow: row[p]!, lastRow: row[p]!, firstColumn: column[p]!, lastColumn: column[p]! };
    return [{ sheet: sheet.name, range, values: [[value]] }];
  }
  return [];
}
