import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { parseRange } from '../../core/workbook/Address';
import { CellColumnsBuilder } from '../../core/workbook/CellColumnsBuilder';
import type { CellValue } from '../../core/workbook/CellValue';
import type { ArrayFormula, Note, SheetSnapshot, Snapshot } from '../../core/workbook/Snapshot';
import { SnapshotBuilder } from '../../core/workbook/SnapshotBuilder';
import { displayFormula } from './read/displayFormula';
import { damaged } from './read/ReadError';
import { spansOf } from './read/spans';

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;

/**
 * Reads a binary workbook, whose unpacked size was checked before. Its cells, names, notes, merged and hidden cells are
 * read; tables, validation rules, threaded comments and external links are not, and a warning says so.
 */
export async function readXlsb(bytes: Uint8Array, name: string): Promise<Snapshot> {
  // A large library that only the few .xlsb files need.
  const { read } = await import('@e965/xlsx');
  let workbook: WorkBook;
  try {
    // Without WTF a sheet that fails is left out in silence.
    workbook = read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles: true, WTF: true });
  } catch {
    throw damaged('this .xlsb file cannot be read in full. Saving it as .xlsx may help');
  }
  const builder = new SnapshotBuilder();
  const sheets = workbook.SheetNames.flatMap((sheetName, at) => {
    const sheet = workbook.Sheets[sheetName];
    if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return [];
    return snapshotSheet(sheet, sheetName, VISIBILITY[workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0] ?? 'visible', builder);
  });
  return {
    name,
    sha256: null,
    dateSystem: workbook.Workbook?.WBProps?.date1904 ? 1904 : 1900,
    // The library does not tell.
    calculation: 'automatic',
    iteration: null,
    sheets,
    names: (workbook.Workbook?.Names ?? []).map((defined) => ({
      name: defined.Name,
      scope: defined.Sheet === undefined || defined.Sheet === null ? null : (workbook.SheetNames[defined.Sheet] ?? null),
      formula: displayFormula(defined.Ref ?? ''),
      hidden: (defined as { Hidden?: boolean }).Hidden ?? false,
      comment: defined.Comment ?? '',
    })),
    tables: [],
    externalLinks: [],
    strings: builder.strings.texts,
    formulas: builder.formulas.texts,
    formats: builder.formats.texts,
    structureProtected: false,
    warnings: [
      `“${name}” is a binary workbook (.xlsb): its tables, validation rules, threaded comments and links to other workbooks are not compared. Save it as .xlsx to compare them too.`,
    ],
  };
}

function snapshotSheet(sheet: WorkSheet, name: string, visibility: SheetSnapshot['visibility'], builder: SnapshotBuilder): SheetSnapshot {
  const cells = new CellColumnsBuilder();
  const arrays: ArrayFormula[] = [];
  const notes: Note[] = [];
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  rows.forEach((columns, r) =>
    columns?.forEach((cell, c) => {
      if (cell === undefined || cell === null) return;
      const array = cell.F !== undefined && cell.f !== undefined ? parseRange(cell.F) : null;
      if (array !== null) arrays.push({ range: array, kind: cell.D ? 'spill' : 'array' });
      builder.addCell(
        cells,
        r + 1,
        c + 1,
        valueOf(cell),
        cell.f === undefined ? null : displayFormula(cell.f),
        String(cell.z ?? 'General'),
      );
      if (cell.c !== undefined && cell.c.length > 0) {
        const text = cell.c.map((comment) => comment.t ?? '').join('\n');
        notes.push({ row: r + 1, column: c + 1, author: cell.c[0]?.a ?? '', text, kind: 'note' });
      }
    }),
  );
  const hidden = (infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] =>
    (infos ?? []).flatMap((info, at) => (info?.hidden ? [at + 1] : []));
  return {
    name,
    visibility,
    protected: sheet['!protect'] !== undefined,
    cells: cells.finish(),
    arrays,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      firstRow: s.r + 1,
      firstColumn: s.c + 1,
      lastRow: e.r + 1,
      lastColumn: e.c + 1,
    })),
    hiddenRows: spansOf(hidden(sheet['!rows'])),
    hiddenColumns: spansOf(hidden(sheet['!cols'])),
    notes,
    validations: [],
  };
}

function valueOf(cell: CellObject): CellValue {
  switch (cell.t) {
    case 'n':
    case 's':
    case 'b':
      return (cell.v as CellValue | undefined) ?? null;
    case 'e':
      return { error: ERRORS[cell.v as number] ?? '#VALUE!' };
    default:
      return null;
  }
}
