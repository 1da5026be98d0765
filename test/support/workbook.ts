import { toA1 } from '../../src/core/formula/toA1';
import { toRelative } from '../../src/core/formula/toRelative';
import { parseRange } from '../../src/core/workbook/Address';
import { CellColumnsBuilder } from '../../src/core/workbook/CellColumnsBuilder';
import type { CellValue } from '../../src/core/workbook/CellValue';
import type { DefinedName, SheetSnapshot, Snapshot, Table } from '../../src/core/workbook/Snapshot';
import { SnapshotBuilder } from '../../src/core/workbook/SnapshotBuilder';

/**
 * One cell: a value; a formula `'=B1*2'`; a formula with its value `['=B1*2', 24]`; either with a number format,
 * `{ value: 0.12, format: '0%' }`. A text that begins with `#` and is an error code stands for the error.
 */
export type CellText = CellValue | readonly [formula: string, value: CellValue] | CellWithFormat;

interface CellWithFormat {
  readonly value?: CellValue;
  readonly formula?: string;
  readonly format: string;
}

/** What a sheet has beyond its cells, under the key `sheet`. */
export type SheetText = Readonly<Record<string, CellText>>;

export interface WorkbookExtras {
  readonly name?: string;
  readonly dateSystem?: 1900 | 1904;
  readonly calculation?: Snapshot['calculation'];
  /** `{ Rate: 'Inputs!$B$2', 'Inputs!Local': '5' }`: a name of one sheet has the sheet in front. */
  readonly names?: Readonly<Record<string, string>>;
  readonly tables?: readonly Table[];
  /** What sheets have beyond their cells, by name. */
  readonly sheets?: Readonly<Record<string, Partial<Omit<SheetSnapshot, 'cells' | 'name'>>>>;
  readonly structureProtected?: boolean;
  readonly iteration?: Snapshot['iteration'];
  readonly externalLinks?: Snapshot['externalLinks'];
}

const ERROR = /^#(?:N\/A|[A-Z0-9_/]+[!?])$/;

/** The snapshot of a workbook written down as `{ Sheet1: { A1: 'Revenue', B1: 12, B2: ['=B1*2', 24] } }`. */
export function workbook(sheets: Readonly<Record<string, SheetText>>, extras: WorkbookExtras = {}): Snapshot {
  const builder = new SnapshotBuilder();
  const snapshots = Object.entries(sheets).map(([name, cells]) => sheetSnapshot(name, cells, builder, extras));
  return {
    name: extras.name ?? 'Test.xlsx',
    sha256: null,
    dateSystem: extras.dateSystem ?? 1900,
    calculation: extras.calculation ?? 'automatic',
    iteration: extras.iteration ?? null,
    sheets: snapshots,
    names: Object.entries(extras.names ?? {}).map(([name, formula]) => definedName(name, formula)),
    tables: extras.tables ?? [],
    externalLinks: extras.externalLinks ?? [],
    strings: builder.strings.texts,
    formulas: builder.formulas.texts,
    formats: builder.formats.texts,
    structureProtected: extras.structureProtected ?? false,
    warnings: [],
  };
}

function sheetSnapshot(name: string, texts: SheetText, builder: SnapshotBuilder, extras: WorkbookExtras): SheetSnapshot {
  const cells = new CellColumnsBuilder();
  for (const [address, text] of Object.entries(texts)) {
    const range = parseRange(address);
    if (range === null) throw new Error(`${address} is no address`);
    const { value, formula, format } = readCell(text);
    // A range fills every cell; its formula is as it stands in the first one, like a fill in Excel with `$` and all.
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        if (formula === null) builder.addCell(cells, row, column, value, null, format);
        else builder.addCell(cells, row, column, value, fill(formula, range.firstRow, range.firstColumn, row, column), format);
      }
    }
  }
  return {
    name,
    visibility: 'visible',
    protected: false,
    arrays: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    notes: [],
    validations: [],
    ...extras.sheets?.[name],
    cells: cells.finish(),
  };
}

function readCell(text: CellText): { value: CellValue; formula: string | null; format: string } {
  if (Array.isArray(text)) return { value: readValue(text[1] as CellValue), formula: String(text[0]), format: 'General' };
  if (typeof text === 'object' && text !== null && 'format' in text) {
    return { value: readValue(text.value ?? null), formula: text.formula ?? null, format: text.format };
  }
  const value = text as CellValue;
  if (typeof value === 'string' && value.startsWith('=')) return { value: null, formula: value, format: 'General' };
  return { value: readValue(value), formula: null, format: 'General' };
}

function readValue(value: CellValue): CellValue {
  return typeof value === 'string' && ERROR.test(value) ? { error: value } : value;
}

function fill(formula: string, fromRow: number, fromColumn: number, row: number, column: number): string {
  return toA1(toRelative(formula, fromRow, fromColumn), row, column);
}

function definedName(text: string, formula: string): DefinedName {
  const [name = '', scope] = text.split('!').reverse();
  return { name, scope: scope ?? null, formula, hidden: false, comment: '' };
}
