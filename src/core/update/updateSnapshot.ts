import { unitOf } from '../compare/unitOf';
import { toRelative } from '../formula/toRelative';
import { contentAt, sameContent } from '../sync/cellContent';
import type { CellContent } from '../sync/SyncPlan';
import { isInside, type CellRange } from '../workbook/Address';
import { findCell, valueAt } from '../workbook/cellAt';
import { isSameValue, type CellValue } from '../workbook/CellValue';
import type { SheetSnapshot, Snapshot } from '../workbook/Snapshot';
import { SnapshotBuilder } from '../workbook/SnapshotBuilder';
import type { CellUpdate } from './CellUpdate';
import { patchColumns, type CellPatch } from './patchColumns';

/**
 * The snapshot after an edit, as reading the whole workbook again would give it; sheets that stay as they were are the
 * same objects, and texts and formulas keep their numbers. Whether an edit is one that this can take in, `findObstacle` says.
 */
export function updateSnapshot(snapshot: Snapshot, { edited, recalculated }: CellUpdate): Snapshot {
  const builder = new SnapshotBuilder(snapshot);
  const sheets = snapshot.sheets.map((sheet): SheetSnapshot => {
    const change = new SheetChange(snapshot, sheet, builder);
    for (const { sheet: name, range, values } of recalculated) {
      if (name === sheet.name) visit(range, (row, column, i, j) => change.recalculate(row, column, values[i]?.[j] ?? null));
    }
    for (const { sheet: name, range, values, formulas, formats } of edited) {
      if (name !== sheet.name) continue;
      visit(range, (row, column, i, j) =>
        change.write(row, column, {
          value: values[i]?.[j] ?? null,
          formula: formulas[i]?.[j] ?? null,
          format: formats[i]?.[j] ?? 'General',
        }),
      );
    }
    return change.patches.size === 0 ? sheet : { ...sheet, cells: patchColumns(sheet.cells, [...change.patches.values()]) };
  });
  if (sheets.every((sheet, index) => sheet === snapshot.sheets[index])) return snapshot;
  return {
    ...snapshot,
    // The bytes it was read from hold something else.
    sha256: null,
    sheets,
    strings: builder.strings.texts,
    formulas: builder.formulas.texts,
    formats: builder.formats.texts,
  };
}

function visit(range: CellRange, at: (row: number, column: number, down: number, across: number) => void): void {
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++)
      at(row, column, row - range.firstRow, column - range.firstColumn);
  }
}

/** Collects what becomes of the cells of one sheet. */
class SheetChange {
  readonly patches = new Map<number, CellPatch>();

  constructor(
    readonly snapshot: Snapshot,
    readonly sheet: SheetSnapshot,
    readonly builder: SnapshotBuilder,
  ) {}

  /** A formula or an array has another result; what is neither was not calculated, and is told of when someone wrote it. */
  recalculate(row: number, column: number, value: CellValue): void {
    const { cells, arrays } = this.sheet;
    const position = findCell(cells, row, column);
    if (position < 0 || isSameValue(valueAt(this.snapshot, cells, position), value)) return;
    const formula = cells.formula[position]!;
    if (formula < 0 && !arrays.some(({ range }) => isInside(range, { row, column }))) return;
    const [kind, payload] = this.builder.encode(value);
    this.#set({ row, column, kind, payload, formula, format: cells.format[position]! });
  }

  /** Someone wrote here. */
  write(row: number, column: number, content: CellContent): void {
    const { cells } = this.sheet;
    const position = findCell(cells, row, column);
    const { formula } = content;
    if (formula === null && (content.value === null || content.value === '')) {
      if (position >= 0) this.#set({ row, column, kind: -1, payload: 0, formula: -1, format: 0 });
      return;
    }
    const before = contentAt(this.snapshot, this.sheet, position);
    const format =
      position >= 0 && isSameFormat(before.format, content.format) ? cells.format[position]! : this.builder.formats.index(content.format!);
    // The file and Excel's formula bar spell one formula in two ways.
    const kept = formula !== null && before.formula !== null && sameContent(before, content);
    if (position >= 0 && format === cells.format[position] && isSameValue(before.value, content.value)) {
      if (kept || (formula === null && before.formula === null)) return;
    }
    const [kind, payload] = this.builder.encode(content.value);
    const own =
      formula === null
        ? -1
        : kept
          ? cells.formula[position]!
          : this.builder.formulas.index(toRelative(formula.replace(/^=/, ''), row, column));
    this.#set({ row, column, kind, payload, formula: own, format });
  }

  #set(patch: CellPatch): void {
    this.patches.set(patch.row * 16_385 + patch.column, patch);
  }
}

/** Excel says dates as the user's country writes them, files do not; no edit of a cell turns one date format into another. */
function isSameFormat(before: string | null, after: string | null): boolean {
  return before === after || (before !== null && after !== null && unitOf(before).date && unitOf(after).date);
}
