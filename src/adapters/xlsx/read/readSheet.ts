import { isInside, MAX_COLUMN, MAX_ROW, parseRange, type CellRange } from '../../../core/workbook/Address';
import type { ArrayFormula, SheetSnapshot, Span, Table } from '../../../core/workbook/Snapshot';
import type { CellMetadata } from './readMetadata';
import { readNotes } from './readNotes';
import { readTable } from './readTable';
import { readValidations } from './readValidations';
import { readRelationships } from './relationships';
import { SheetScanner, type ScanContext } from './SheetScanner';
import { gapsBetween, mergeSpans, spansOf } from './spans';
import { decodeXml, parseXml, wideEncoding, type XmlElement } from './XmlElement';
import type { WorkbookPackage } from './WorkbookPackage';

/** What a sheet needs of its workbook. */
export interface SheetSource {
  readonly file: WorkbookPackage;
  readonly name: string;
  readonly path: string;
  readonly visibility: SheetSnapshot['visibility'];
  readonly metadata: CellMetadata;
  readonly persons: ReadonlyMap<string, string>;
  readonly cells: Omit<ScanContext, 'array' | 'row' | 'problem' | 'richError' | 'formula'>;
  /** The interned relative form of a stored formula at a cell; `table` is the table that the cell lies in. */
  readonly formula: (stored: string, row: number, column: number, table: string | null) => number;
  /** Takes a sentence for the user. */
  readonly warn: (sentence: string) => void;
  /** Hears how many bytes were scanned. */
  readonly scanned: (bytes: number) => void;
}

/** Parts of a worksheet that hold nothing we read, and may be large. */
const SKIPPED = new Set([
  'sheetViews',
  'conditionalFormatting',
  'conditionalFormattings',
  'sparklineGroups',
  'hyperlinks',
  'rowBreaks',
  'colBreaks',
  'ignoredErrors',
  'controls',
  'oleObjects',
  'scenarios',
  'autoFilter',
  'protectedRanges',
]);

/** Reads a worksheet and the parts that belong to it. */
export async function readSheet(source: SheetSource): Promise<{ sheet: SheetSnapshot; tables: Table[] }> {
  const { file, name, path, visibility, warn } = source;
  const related = await readRelationships(file, path);
  const partsOf = async (type: string): Promise<XmlElement[]> => {
    const parts: XmlElement[] = [];
    for (const { target } of related.filter((relationship) => relationship.type === type && !relationship.external)) {
      const bytes = await file.read(target);
      if (bytes !== null) parts.push(parseXml(bytes, target));
    }
    return parts;
  };
  // Tables come first because formulas inside them are shown without the table's name.
  const tables = (await partsOf('table')).flatMap((table) => readTable(table, name) ?? []);
  const hidden: number[] = [];
  const shown: number[] = [];
  const arrays: ArrayFormula[] = [];
  const problems = { outside: 0, text: 0, formula: 0 };
  const scanner = new SheetScanner({
    ...source.cells,
    formula: (stored, row, column) => source.formula(stored, row, column, stored.includes('[') ? tableAt(tables, row, column) : null),
    richError: (metadata) => source.metadata.richError(metadata),
    row: (row, isHidden) => void (isHidden ? hidden : shown).push(row),
    problem: (kind) => void problems[kind]++,
    array: (ref, kind, metadata) => {
      const range = parseRange(ref);
      if (range !== null) arrays.push({ range, kind: kind === 'array' && source.metadata.isDynamic(metadata) ? 'spill' : kind });
    },
  });
  const worksheet = parseXml(await scan(source, scanner), path, SKIPPED);
  const cells = scanner.cells.finish();
  const tell = (count: number, one: string, many: string): void => {
    if (count > 0) warn(`On “${name}” ${count === 1 ? `1 ${one}` : `${count} ${many}`}`);
  };
  const outside = 'outside the sheet (beyond XFD1048576) and';
  tell(problems.outside, `cell lies ${outside} was left out.`, `cells lie ${outside} were left out.`);
  tell(problems.text, 'text is missing in the file and was read as empty.', 'texts are missing in the file and were read as empty.');
  tell(
    problems.formula,
    'formula is missing in the file; only its value was read.',
    'formulas are missing in the file; only their values were read.',
  );
  const twice = 'in the file; the last one counts.';
  tell(scanner.cells.count - cells.count, `cell stands twice ${twice}`, `cells stand twice ${twice}`);

  const rowsHiddenByDefault = worksheet.child('sheetFormatPr')?.flag('zeroHeight') ?? false;
  return {
    sheet: {
      name,
      visibility,
      protected: worksheet.child('sheetProtection')?.flag('sheet') ?? false,
      cells,
      arrays,
      merges: worksheet.list('mergeCells', 'mergeCell').flatMap((merge): CellRange[] => {
        const range = parseRange(merge.attribute('ref') ?? '');
        return range === null ? [] : [range];
      }),
      hiddenRows: rowsHiddenByDefault ? gapsBetween(spansOf(shown), MAX_ROW) : spansOf(hidden),
      hiddenColumns: hiddenColumns(worksheet),
      notes: readNotes(await partsOf('comments'), await partsOf('threadedComment'), source.persons),
      validations: readValidations(worksheet),
    },
    tables,
  };
}

/** Scans the cells; returns the XML around them. */
async function scan({ file, path, scanned }: SheetSource, scanner: SheetScanner): Promise<Uint8Array> {
  let wide: Uint8Array | null = null;
  let filled = 0;
  await file.stream(path, (piece) => {
    if (filled === 0 && wideEncoding(piece) !== null) wide = new Uint8Array(file.size(path));
    if (wide === null) scanner.push(piece);
    else wide.set(piece, filled);
    filled += piece.length;
    scanned(piece.length);
  });
  if (wide !== null) scanner.push(new TextEncoder().encode(decodeXml(wide).replace(/^\ufeff?<\?xml[^>]*\?>/, '')));
  return scanner.finish();
}

function tableAt(tables: readonly Table[], row: number, column: number): string | null {
  const found = tables.find(({ range }) => isInside(range, { row, column }));
  return found?.name ?? null;
}

function hiddenColumns(worksheet: XmlElement): Span[] {
  const hidden = worksheet.list('cols', 'col').filter((column) => column.flag('hidden') || Number(column.attribute('width') ?? 1) === 0);
  return mergeSpans(
    hidden.flatMap((column) => {
      const first = Math.max(1, column.number('min', 0));
      const last = Math.min(MAX_COLUMN, column.number('max', 0));
      return first <= last ? { first, last } : [];
    }),
  );
}
