import type { Definition, DefinitionField } from '../../src/core/definitions/Definition';
import type { CellText, SheetText } from './workbook';

/** A metric dictionary as rows of a sheet from `A1`: a header, then a row for each metric. */
export function dictionarySheet(header: readonly string[], rows: readonly (readonly CellText[])[], firstRow = 1): SheetText {
  const cells: Record<string, CellText> = {};
  [header, ...rows].forEach((row, down) =>
    row.forEach((text, across) => {
      if (text !== '' && text !== null) cells[`${'ABCDEFGH'[across]!}${firstRow + down}`] = text;
    }),
  );
  return cells;
}

/** One metric of a dictionary whose columns are those of the fields given. */
export function definition(row: number, texts: Readonly<Partial<Record<DefinitionField, string>>>): Definition {
  const fields = Object.keys(texts) as DefinitionField[];
  return { metric: texts.metric ?? '', sheet: 0, row, columns: Object.fromEntries(fields.map((field, k) => [field, k + 1])), texts };
}
