import { CellColumnsBuilder } from './CellColumnsBuilder';
import { linksInFormulas } from './linkTarget';
import type { RangesReading, SheetReading } from './Reading';
import type { SheetSnapshot, Snapshot } from './Snapshot';
import { SnapshotBuilder } from './SnapshotBuilder';

/**
 * The snapshot of a workbook that was read range by range. It has cells, names and formats only; its warning says
 * what cannot be seen this way.
 */
export function snapshotFromRanges(reading: RangesReading): Snapshot {
  const builder = new SnapshotBuilder();
  const sheets = reading.sheets.map((sheet) => snapshotSheet(sheet, builder));
  return {
    name: reading.name,
    sha256: null,
    dateSystem: 1900,
    calculation: reading.manual ? 'manual' : 'automatic',
    // Nobody asked.
    iteration: null,
    sheets,
    names: reading.names.map((name) => ({ ...name, formula: name.formula.replace(/^=/, '') })),
    tables: [],
    externalLinks: linksInFormulas([...builder.formulas.texts, ...reading.names.map(({ formula }) => formula)]),
    strings: builder.strings.texts,
    formulas: builder.formulas.texts,
    formats: builder.formats.texts,
    structureProtected: false,
    warnings: [
      'The open workbook was read cell by cell because Excel did not give out its file: notes, tables, validation rules, merged and hidden cells are not compared.',
    ],
  };
}

function snapshotSheet(sheet: SheetReading, builder: SnapshotBuilder): SheetSnapshot {
  const cells = new CellColumnsBuilder();
  for (const { range, values, formulas, formats } of sheet.blocks) {
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      const down = row - range.firstRow;
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        const across = column - range.firstColumn;
        const value = values[down]?.[across] ?? null;
        const formula = formulas[down]?.[across] ?? null;
        builder.addCell(cells, row, column, value === '' && formula === null ? null : value, formula, formats[down]?.[across] ?? 'General');
      }
    }
  }
  const { name, visibility, protected: isProtected } = sheet;
  return {
    name,
    visibility,
    protected: isProtected,
    cells: cells.finish(),
    arrays: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    notes: [],
    validations: [],
  };
}
