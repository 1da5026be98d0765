import fc from 'fast-check';
import { columnName, MAX_COLUMN, MAX_ROW } from '../../src/core/workbook/Address';

const row = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: MAX_ROW }) },
);
const column = fc
  .oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: MAX_COLUMN }) })
  .map(columnName);
const dollar = fc.constantFrom('', '', '$');

const cell = fc.tuple(dollar, column, dollar, row).map((parts) => parts.join(''));
const join = fc.constantFrom(':', ':', ':', '.:.', ':.', '.:');
const reference = fc.oneof(
  { weight: 4, arbitrary: cell },
  { weight: 3, arbitrary: fc.tuple(cell, join, cell).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(dollar, column, join, dollar, column).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(dollar, row, join, dollar, row).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: cell.map((text) => `${text}#`) },
);

/** Sheet prefixes, those of other workbooks and of several sheets included. */
const prefix = fc.constantFrom(
  '',
  '',
  '',
  'Sheet1!',
  "'Q4'!",
  "'It''s A1:B2'!",
  '[1]Sheet1!',
  "'[2]My sheet'!",
  'Jan:Dec!',
  '#REF!',
  'R1C1!',
  '[1]!',
);

/** What stands between references and must be left alone although it resembles them. */
const lookalike = fc.constantFrom(
  '"A10"',
  '"say ""B2"" R[1]C"',
  'Tbl[Q4]',
  'Tbl[[#This Row],[Q4]]',
  "Tbl[a'[1']",
  '[@Q4]',
  '[@[R 1]]',
  'Tax2024x',
  'Tax.A1',
  'A1.B2',
  '_A1',
  'XFE1',
  'A1048577',
  'RC',
  'R1C1',
  '\\RC',
  '\\\\R2',
  'r1c1x',
  'C',
  'R',
  'R[A1]',
  'Größe1',
  'Ü1',
  '1E5',
  '1.5E-3',
  '12.5%',
  'TRUE',
  '#REF!',
  '#N/A',
  '#DIV/0!',
  '#NAME?',
  '[1]!Rate',
  "'[3]My book.xlsx'!Rate1",
  '{1,2;3,4}',
);

const operand = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(prefix, reference).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: lookalike },
);
const operator = fc.constantFrom('+', '-', '*', '&', ' & ', ',', ' ', '<=', '^', ' = @', ')+(');
const name = fc.constantFrom('', '', 'SUM', 'LOG10', 'R2', 'ATAN2', '_xlfn.XLOOKUP', 'R1C1', '\\RC');

/** Formulas, without `=`, that mix references of every kind with text that only looks like one. */
export const formulaText: fc.Arbitrary<string> = fc
  .array(fc.tuple(name, operand, operator), { minLength: 1, maxLength: 6 })
  .map((terms) => terms.map(([func, text, between]) => `${func}(${text})${between}`).join(''));

/** A place for a formula to stand. */
export const place = fc.record({ row: fc.integer({ min: 1, max: MAX_ROW }), column: fc.integer({ min: 1, max: MAX_COLUMN }) });
