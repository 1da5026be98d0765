import { isInside, parseRange, type CellRange } from '../../../core/workbook/Address';
import type { CellValue } from '../../../core/workbook/CellValue';
import { displayFormula } from '../read/displayFormula';
import type { CellEdit } from './CellEdit';
import type { EditBook, SheetEntry } from './EditBook';
import type { WrittenCell } from './EditRows';
import { formulaOf, setContent, setResult, withAttribute, writtenAttribute } from './editCell';
import { expandShared, masterIndex } from './editFormulas';
import type { EditSheet } from './EditSheet';
import { attribute, childOf, childrenOf } from './editXml';
import { renameColumns } from './renameColumns';
import { sheetTables } from './sheetTables';
import { storedFormula } from './storedFormula';

/** Writes cells of one sheet. */
export function editCells(book: EditBook, entry: SheetEntry, sheet: EditSheet, edits: readonly CellEdit[]): void {
  const tableAt = tablesOf(book, entry);
  sheet.markChanged();
  releaseFormulas(sheet, edits, tableAt);
  for (const edit of edits) {
    const { row, column } = edit;
    const existing = sheet.rows.find(row, column);
    if (edit.kind === 'result') {
      if (existing || edit.value !== null) setResult(sheet.rows.touch(row, column), edit.value, sheet.prefix);
      continue;
    }
    const bare = edit.kind === 'content' && edit.formula === null && edit.value === null && (edit.format ?? 'General') === 'General';
    if (!existing && bare) continue;
    const cell = sheet.rows.touch(row, column);
    if (!existing) cell.attributes = withStyle('', inheritedStyle(sheet, row, column));
    if (edit.kind === 'content') writeContent(cell, edit.formula, edit.value, sheet.prefix, tableAt(row, column));
    if (edit.format !== null) {
      const style = Number(writtenAttribute(cell.attributes, 's') ?? 0);
      const wanted = book.styles.withFormat(style, edit.format);
      if (wanted !== style) cell.attributes = withStyle(cell.attributes, wanted);
    }
  }
  renameColumns(book, entry, edits);
  sheet.updateDimension();
}

/** A formula that the cell has already stays as it is written, as an array or with what files add to it. */
function writeContent(cell: WrittenCell, formula: string | null, value: CellValue, prefix: string, table: string | null): void {
  if (formula !== null && hasFormula(cell, formula, table)) setResult(cell, value, prefix);
  else setContent(cell, formula === null ? null : storedFormula(formula, table), value, prefix);
}

function hasFormula(cell: WrittenCell, formula: string, table: string | null): boolean {
  const written = formulaOf(cell);
  return written !== null && written.text !== '' && displayFormula(written.text, table) === formula.replace(/^=/, '');
}

function withStyle(attributes: string, style: number): string {
  return style === 0 ? attributes : withAttribute(attributes, 's', String(style));
}

/** Before a cell is overwritten whose formula others share or spill from: the others then stand alone, or lose their results. */
function releaseFormulas(sheet: EditSheet, edits: readonly CellEdit[], tableAt: TableAt): void {
  const masters = new Set<string>();
  for (const edit of edits) {
    if (edit.kind !== 'content') continue;
    const cell = sheet.rows.find(edit.row, edit.column);
    if (!cell?.inner.includes('f') || (edit.formula !== null && hasFormula(cell, edit.formula, tableAt(edit.row, edit.column)))) continue;
    const shared = masterIndex(cell);
    if (shared !== null) masters.add(shared);
    const formula = formulaOf(cell);
    const type = formula && writtenAttribute(formula.attributes, 't');
    if (formula && (type === 'array' || type === 'dataTable')) {
      const range = parseRange(writtenAttribute(formula.attributes, 'ref') ?? '');
      if (range) clearResults(sheet, range, edit.row, edit.column);
    }
  }
  if (masters.size > 0) expandShared(sheet.rows, sheet.prefix, masters);
}

function clearResults(sheet: EditSheet, range: CellRange, anchorRow: number, anchorColumn: number): void {
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      if ((row === anchorRow && column === anchorColumn) || !sheet.rows.find(row, column)) continue;
      setContent(sheet.rows.touch(row, column), null, null, sheet.prefix);
    }
  }
}

/** The style a new cell gets from its row, else from its column. */
export function inheritedStyle(sheet: EditSheet, row: number, column: number): number {
  const own = sheet.rows.rowAttributes(row);
  if (['1', 'true'].includes(writtenAttribute(own, 'customFormat') ?? '')) return Number(writtenAttribute(own, 's') ?? 0);
  const columns = childOf(sheet.root, 'cols');
  const found =
    columns && childrenOf(columns, 'col').find((col) => Number(attribute(col, 'min')) <= column && Number(attribute(col, 'max')) >= column);
  return Number((found && attribute(found, 'style')) ?? 0);
}

/** The name of the table around a cell, or null. */
export type TableAt = (row: number, column: number) => string | null;

/** Which tables stand around the cells of a sheet. */
export function tablesOf(book: EditBook, entry: SheetEntry): TableAt {
  const tables = sheetTables(book, entry).filter(({ name }) => name !== '');
  return (row, column) => tables.find(({ range }) => isInside(range, { row, column }))?.name ?? null;
}
