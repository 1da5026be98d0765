import { MAX_COLUMN } from '../workbook/Address';
import { ValueKind, type CellColumns, type Snapshot, type Table } from '../workbook/Snapshot';
import { mix } from './mix';
import type { SharedIds } from './SharedIds';

/**
 * What identifies the cells of one sheet of a pair, position by position: equal tokens mean equal content in both
 * snapshots. Results of formulas say nothing; the formula does.
 */
export interface SheetContent {
  readonly cells: CellColumns;
  readonly rowCount: number;
  readonly columnCount: number;
  /** How many cells each column (1…) holds. */
  readonly columnCells: Int32Array;
  /** Of the whole content: text, formula, number. */
  readonly exact: Int32Array;
  /** Of what lasts: text, a formula wherever its references point, and merely that it is a number. */
  readonly loose: Int32Array;
  /** What a cell weighs when lines are compared. */
  readonly contentClass: Uint8Array;
  /** The texts that cells' payloads number, and formulas in relative form. */
  readonly strings: readonly string[];
  readonly formulas: readonly string[];
  /** The Excel tables of the sheet. */
  readonly tables: readonly Table[];
  /** Keys that the user chose for lists of the sheet; a list that has none of them finds its own. */
  readonly keys: readonly SheetKey[];
  /** Tokens of the defined names that begin in a row or column, for names that both snapshots have. */
  readonly marks: SheetMarks;
}

/** A key of one list of a sheet, or of all that have its columns. */
export interface SheetKey {
  /** As headers. */
  readonly columns: readonly string[];
  /** A cell or range of the one list that it is for; left out for all. */
  readonly list?: string | undefined;
}

/** Tokens by row and by column. */
export interface SheetMarks {
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly columns: ReadonlyMap<number, readonly number[]>;
}

/** Labels and formulas identify a line; numbers hardly do. */
export const ContentClass = { Number: 0, Label: 1, Formula: 2 } as const;

const NUMBER_TOKEN = 7;

/** The content of a snapshot's sheet, with tokens that can be compared with those of the other snapshot's sheets. */
export function sheetContent(
  snapshot: Snapshot,
  sheet: number,
  ids: SharedIds,
  side: 'official' | 'local',
  marks: SheetMarks,
  keys: readonly SheetKey[],
): SheetContent {
  const { name, cells } = snapshot.sheets[sheet]!;
  const { count, row, column, kind, payload, formula } = cells;
  const exact = new Int32Array(count);
  const loose = new Int32Array(count);
  const contentClass = new Uint8Array(count);
  const shapes = side === 'official' ? ids.officialShapes : ids.localShapes;
  const strings = side === 'official' ? null : ids.strings;
  const formulas = side === 'official' ? null : ids.formulas;
  const formulaTokens = Int32Array.from(shapes, (_, f) => mix(2, formulas === null ? f : formulas[f]!));
  const shapeTokens = shapes.map((shape) => mix(3, shape));
  const bits = new Float64Array(1);
  const halves = new Int32Array(bits.buffer);
  const columnCells = new Int32Array(MAX_COLUMN + 1);
  let columnCount = 0;
  for (let p = 0; p < count; p++) {
    if (column[p]! > columnCount) columnCount = column[p]!;
    columnCells[column[p]!]!++;
    const f = formula[p]!;
    if (f >= 0) {
      contentClass[p] = ContentClass.Formula;
      exact[p] = formulaTokens[f]!;
      loose[p] = shapeTokens[f]!;
    } else if (kind[p] === ValueKind.Number) {
      bits[0] = payload[p]! + 0;
      exact[p] = mix(halves[0]! ^ 4, halves[1]!);
      loose[p] = NUMBER_TOKEN;
    } else {
      const text = kind[p] === ValueKind.Text || kind[p] === ValueKind.Error;
      const id = text && strings !== null ? strings[payload[p]!]! : payload[p]!;
      contentClass[p] = text ? ContentClass.Label : ContentClass.Number;
      exact[p] = loose[p] = mix(10 + kind[p]!, id);
    }
  }
  return {
    cells,
    rowCount: count === 0 ? 0 : row[count - 1]!,
    columnCount,
    columnCells: columnCells.slice(0, columnCount + 1),
    exact,
    loose,
    contentClass,
    strings: snapshot.strings,
    formulas: snapshot.formulas,
    tables: snapshot.tables.filter((table) => table.sheet === name),
    keys,
    marks,
  };
}
