import { sameContent, BLANK } from '../../../core/sync/cellContent';
import type { SheetObjects } from '../../../core/sync/SheetObjects';
import type { CellContent, NameContent } from '../../../core/sync/SyncPlan';
import { parseRange, stringifyAddress, type CellRange } from '../../../core/workbook/Address';
import { displayFormula } from '../read/displayFormula';
import { readSharedStrings } from '../read/readSharedStrings';
import { readValue } from './cellValue';
import type { EditBook, SheetEntry } from './EditBook';
import type { WrittenCell } from './EditRows';
import type { EditSheet } from './EditSheet';
import { formulaOf, writtenAttribute } from './editCell';
import { inheritedStyle, tablesOf, type TableAt } from './editCells';
import { readShared, type SharedText } from './editFormulas';
import { attribute, childOf, childrenOf, textOf } from './editXml';
import { sheetTables } from './sheetTables';

interface KnownSheet {
  readonly tableAt: TableAt;
  /** Null until a cell asks. */
  shared: SharedText | null;
  objects: SheetObjects | null;
}

/** Reads what cells, names and tables of a package hold while it is being edited. */
export class HeldCells {
  readonly #book: EditBook;
  readonly #known = new Map<string, KnownSheet>();
  #strings: readonly string[] | null = null;

  constructor(book: EditBook) {
    this.#book = book;
  }

  /** To be called when lines, sheets or tables changed. */
  forget(): void {
    this.#known.clear();
  }

  /** What a cell holds, its formula as Excel shows it. */
  content(entry: SheetEntry, sheet: EditSheet, row: number, column: number): CellContent {
    const cell = sheet.rows.find(row, column);
    if (cell) return this.#contentOf(entry, sheet, row, cell);
    return { ...BLANK, format: this.#book.styles.formatOf(inheritedStyle(sheet, row, column)) };
  }

  /** The address of the first cell of a range that holds something; null when all are blank. */
  firstFilled(entry: SheetEntry, sheet: EditSheet, range: CellRange): string | null {
    let found: string | null = null;
    sheet.rows.forEachIn(range, (row, cell) => {
      if (cell.inner !== '' && !sameContent(this.#contentOf(entry, sheet, row, cell), BLANK)) {
        found = stringifyAddress({ row, column: cell.column });
      }
      return found === null;
    });
    return found;
  }

  /** The arrays, merged cells and tables of a sheet as they stand now; where cells are still to move, the arrays are given. */
  objects(entry: SheetEntry, sheet: EditSheet, arrays?: SheetObjects['arrays']): SheetObjects {
    if (arrays) return { arrays, merges: mergesOf(sheet), tables: this.#tables(entry) };
    const known = this.#sheet(entry);
    return (known.objects ??= { arrays: arraysOf(sheet), merges: mergesOf(sheet), tables: this.#tables(entry) });
  }

  /** What a name stands for; null when there is none. */
  name(name: string, scope: string | null): NameContent | null {
    const found = this.#book.findName(name, scope);
    if (!found) return null;
    const hidden = ['1', 'true'].includes(attribute(found, 'hidden') ?? '');
    return { formula: displayFormula(textOf(found)), comment: attribute(found, 'comment') ?? '', hidden };
  }

  #contentOf(entry: SheetEntry, sheet: EditSheet, row: number, cell: WrittenCell): CellContent {
    const known = this.#sheet(entry);
    const written = formulaOf(cell);
    const text = written && (written.text === '' ? ((known.shared ??= readShared(sheet.rows))(row, cell, written) ?? '') : written.text);
    return {
      formula: text ? `=${displayFormula(text, known.tableAt(row, cell.column))}` : null,
      value: readValue(cell, { prefix: sheet.prefix, strings: () => this.#sharedStrings(), dateSystem: this.#dateSystem() }),
      format: this.#book.styles.formatOf(Number(writtenAttribute(cell.attributes, 's') ?? 0)),
    };
  }

  #sheet(entry: SheetEntry): KnownSheet {
    let known = this.#known.get(entry.path);
    if (!known) {
      known = { tableAt: tablesOf(this.#book, entry), shared: null, objects: null };
      this.#known.set(entry.path, known);
    }
    return known;
  }

  #tables(entry: SheetEntry): SheetObjects['tables'] {
    return sheetTables(this.#book, entry).map(({ name, range }) => ({ name, range }));
  }

  #sharedStrings(): readonly string[] {
    if (this.#strings === null) {
      const path = this.#book.parts.related(this.#book.path, 'sharedStrings')[0];
      const text = path === undefined ? null : this.#book.parts.text(path);
      this.#strings = text === null ? [] : readSharedStrings(new TextEncoder().encode(text));
    }
    return this.#strings;
  }

  #dateSystem(): 1900 | 1904 {
    const properties = childOf(this.#book.workbook, 'workbookPr');
    return properties && ['1', 'true'].includes(attribute(properties, 'date1904') ?? '') ? 1904 : 1900;
  }
}

function arraysOf(sheet: EditSheet): CellRange[] {
  const arrays: CellRange[] = [];
  sheet.rows.forEach(
    (text) => text.includes('array') || text.includes('dataTable'),
    (_, cell) => {
      const formula = formulaOf(cell);
      const type = formula && writtenAttribute(formula.attributes, 't');
      const range = formula && (type === 'array' || type === 'dataTable') && parseRange(writtenAttribute(formula.attributes, 'ref') ?? '');
      if (range) arrays.push(range);
      return false;
    },
  );
  return arrays;
}

function mergesOf(sheet: EditSheet): CellRange[] {
  const list = childOf(sheet.root, 'mergeCells');
  return list ? childrenOf(list, 'mergeCell').flatMap((merge) => parseRange(attribute(merge, 'ref') ?? '') ?? []) : [];
}
