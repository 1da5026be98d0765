import fc from 'fast-check';
import { CellColumnsBuilder } from '../../src/core/workbook/CellColumnsBuilder';
import type { SheetSnapshot, Snapshot } from '../../src/core/workbook/Snapshot';
import { SnapshotBuilder } from '../../src/core/workbook/SnapshotBuilder';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', '\u0000', '__proto__', '=1+1', '\ufeffBOM', '\r\n'),
);
const row = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1_048_576 }));
const column = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 16_384 }));
const number = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100),
  fc.constantFrom(-0, 0, 0.1 + 0.2, 1e21, 2 ** 53, -(2 ** 51), 2 ** 51 + 1, 5e-324, 1e-7, 0.1234567, Infinity, -1.5e300),
);
const value = fc.oneof(
  number,
  text,
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('#N/A', '#REF!').map((error) => ({ error })),
);
const formula = fc.option(fc.constantFrom('A1+1', 'SUM($B$2:B9)', "'Q 1'!A1*2", 'XLOOKUP(A1,B:B,C:C)'), { nil: null, freq: 2 });
const range = fc.tuple(row, row, column, column).map(([a, b, c, d]) => ({
  firstRow: Math.min(a, b),
  lastRow: Math.max(a, b),
  firstColumn: Math.min(c, d),
  lastColumn: Math.max(c, d),
}));
const spans = fc.array(
  fc.tuple(row, row).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) })),
  { maxLength: 2 },
);
const visibility = fc.constantFrom('visible' as const, 'hidden' as const, 'veryHidden' as const);
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 2 });

const said = { show: fc.boolean(), title: text, message: text };
const manner = fc.record({
  dropDown: fc.boolean(),
  prompt: fc.record(said),
  alert: fc.record({ ...said, style: fc.constantFrom('stop' as const, 'warning' as const, 'information' as const) }),
});

const sheet = fc.record({
  name: text,
  visibility,
  protected: fc.boolean(),
  cells: fc.array(fc.tuple(row, column, value, formula, fc.constantFrom('General', '0.0%', '#,##0;[Red]-#,##0')), { maxLength: 30 }),
  arrays: few(fc.record({ range, kind: fc.constantFrom('array' as const, 'spill' as const, 'dataTable' as const) })),
  merges: few(range),
  hiddenRows: spans,
  hiddenColumns: spans,
  notes: few(fc.record({ row, column, author: text, text, kind: fc.constantFrom('note' as const, 'comment' as const) })),
  validations: few(
    fc.record(
      { ranges: few(range), type: text, operator: text, formula1: text, formula2: text, allowBlank: fc.boolean(), manner },
      { requiredKeys: ['ranges', 'type', 'operator', 'formula1', 'formula2', 'allowBlank'] },
    ),
  ),
});

const rest = fc.record({
  name: text,
  sha256: fc.option(text, { nil: null }),
  dateSystem: fc.constantFrom(1900 as const, 1904 as const),
  calculation: fc.constantFrom('automatic' as const, 'manual' as const, 'unfinished' as const),
  iteration: fc.option(fc.record({ count: fc.integer({ min: 1, max: 32_767 }), delta: fc.double({ min: 1e-9, max: 1, noNaN: true }) }), {
    nil: null,
  }),
  names: few(fc.record({ name: text, scope: fc.option(text, { nil: null }), formula: text, hidden: fc.boolean(), comment: text })),
  tables: few(
    fc.record({
      name: text,
      sheet: text,
      range,
      headerRow: fc.boolean(),
      totalsRow: fc.boolean(),
      columns: few(fc.record({ name: text, formula: fc.option(text, { nil: null }) })),
    }),
  ),
  externalLinks: few(fc.record({ index: fc.integer({ min: 1, max: 9 }), target: text })),
  structureProtected: fc.boolean(),
  warnings: few(text),
});

/** Snapshots of all that a snapshot can hold, sensible or not. */
export const anySnapshot: fc.Arbitrary<Snapshot> = fc.tuple(rest, fc.array(sheet, { maxLength: 3 })).map(([others, texts]) => {
  const builder = new SnapshotBuilder();
  const sheets = texts.map(({ cells, ...about }): SheetSnapshot => {
    const columns = new CellColumnsBuilder();
    for (const [atRow, atColumn, held, written, format] of cells) builder.addCell(columns, atRow, atColumn, held, written, format);
    return { ...about, cells: columns.finish() };
  });
  const { strings, formulas, formats } = builder;
  // Records of fast-check have no prototype, which is a difference to toStrictEqual.
  return structuredClone({ ...others, sheets, strings: strings.texts, formulas: formulas.texts, formats: formats.texts });
});
