/** Longer than most files here because each change is one method, which refuses, does, journals and announces it as a whole. */
import { cutReferences } from '../../core/formula/cutReferences';
import { renameTable } from '../../core/formula/renameTable';
import { renameTableColumn } from '../../core/formula/renameTableColumn';
import { shiftReferences } from '../../core/formula/shiftReferences';
import type { EntryRule } from '../../core/workbook/EntryRule';
import type { CellContent } from '../../core/sync/SyncPlan';
import { isInside, overlaps, type CellRange } from '../../core/workbook/Address';
import { isSameValue, type CellValue } from '../../core/workbook/CellValue';
import type { ArrayFormula, Span } from '../../core/workbook/Snapshot';
import { BookRefusal } from './BookRefusal';
import type { Calculator } from './Calculator';
import { calculatedCells } from './calculatedCells';
import { checkFormula } from './checkFormula';
import { clearConditionalFormats } from './clearConditionalFormats';
import { endArrays } from './endArrays';
import { EMPTY_CELL, isBlank, type HostCell } from './HostCell';
import type { HostEvent, HostListener, Origin, RewrittenCell } from './HostEvent';
import { rewriteRules, withRule } from './hostRules';
import { HostNames } from './HostNames';
import { HostNotes } from './HostNotes';
import { HostSettings } from './HostSettings';
import { HostSheet, type HostConditionalFormat, type Visibility } from './HostSheet';
import { dataRows, HostTables, type HostTable } from './HostTables';
import { HostXmlParts } from './HostXmlParts';
import type { JournalEntry } from './JournalEntry';
import { cutsThrough, lineLimit, shiftOfCells, shiftedCells, type LineAxis, type LineCut, type LineShift } from './LineShift';
import { lastOccupied } from './lastOccupied';
import { mustBeInside, mustNotCutArrays, mustNotTear } from './refuseEdit';
import { renameInFormula } from './renameInFormula';
import { renameTableColumns, type ColumnRename } from './renameTableColumns';
import { rewriteFormulas } from './rewriteFormulas';
import { shiftSheet } from './shiftSheet';

/** One cell's new result: what a calculator hands in. */
export interface CalculatedCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

const SHEET_NAME = /^(?!')[^\\/?*[\]:]{1,31}(?<!')$/;

/**
 * The open workbook in memory: the only truth of the workbench. Rows and columns count from 1. Every change is one method call,
 * refused with a BookRefusal before anything is touched, and announced to the listeners when it is done.
 */
export class HostBook {
  readonly names = new HostNames((event) => {
    this.#changed();
    this.#emit(event);
  });
  readonly tables = new HostTables((event) => this.#emit(event));
  readonly notes = new HostNotes(
    (event) => this.#emit(event),
    (entry) => this.journal.push(entry),
  );
  readonly settings = new HostSettings((event) => this.#emit(event));
  readonly xmlParts = new HostXmlParts((event) => this.#emit(event));
  /** Structural operations since loading, oldest first. */
  readonly journal: JournalEntry[] = [];
  /** Calculates the formulas; null when nobody does, so that formulas keep the values they were loaded or written with. */
  calculator: Calculator | null = null;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  structureProtected = false;
  readOnly = false;

  #sheets: HostSheet[] = [];
  #active: HostSheet | null = null;
  #selection: CellRange = { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 };
  #listeners = new Set<HostListener>();
  #ids = 0;
  #stale = false;
  #changes = 0;
  #dirty = false;

  constructor(
    /** The file's name, such as `Model.xlsx`. */
    public fileName: string,
    readonly dateSystem: 1900 | 1904 = 1900,
  ) {}

  /** A new identifier, unique in this book, in the form Excel uses. */
  newId(): string {
    return `{${(++this.#ids).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  }

  /** Calls `listener` after every change; returns a function that stops it. */
  subscribe(listener: HostListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get sheets(): readonly HostSheet[] {
    return this.#sheets;
  }

  /** True when something was written since loading, or since `markSaved`. */
  get changed(): boolean {
    return this.#dirty;
  }

  /** True while formulas wait for a calculation. */
  get stale(): boolean {
    return this.#stale;
  }

  markSaved(): void {
    this.#dirty = false;
  }

  get activeSheet(): HostSheet {
    if (!this.#active) throw new Error('The book has no sheet yet.');
    return this.#active;
  }

  get selection(): CellRange {
    return this.#selection;
  }

  /** The sheet with that name (any case) or id; null when there is none. */
  findSheet(key: string): HostSheet | null {
    const name = key.toLowerCase();
    return this.#sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === name) ?? null;
  }

  /** As findSheet, but a missing sheet is refused with ItemNotFound. */
  sheet(key: string | HostSheet): HostSheet {
    const sheet = typeof key === 'string' ? this.findSheet(key) : this.#sheets.includes(key) ? key : null;
    if (!sheet) throw new BookRefusal('ItemNotFound', `There is no sheet ${typeof key === 'string' ? key : key.name}.`);
    return sheet;
  }

  getCell(sheet: string | HostSheet, row: number, column: number): HostCell {
    return this.sheet(sheet).cell(row, column);
  }

  /**
   * Writes a block row by row; null leaves a cell alone, and a null format leaves its format. Refused as a whole on a protected
   * sheet, for a formula that is not valid, or for a part of an array formula. `spills` are those of the formulas written which are
   * dynamic arrays.
   */
  setCells(
    key: string | HostSheet,
    range: CellRange,
    contents: readonly (readonly (CellContent | null)[])[],
    origin: Origin,
    spills: readonly ArrayFormula[] = [],
  ): void {
    const sheet = this.sheet(key);
    mustBeInside(range);
    this.#mustBeEditable(sheet, origin);
    const wrongSize =
      contents.length !== range.lastRow - range.firstRow + 1 ||
      contents.some((row) => row.length !== range.lastColumn - range.firstColumn + 1);
    if (wrongSize) throw new BookRefusal('InvalidArgument', 'The block written has not the size of the range.');
    mustNotCutArrays(sheet, range);
    const checked = new Set<string>();
    for (const row of contents) {
      for (const content of row) {
        const formula = content?.formula;
        if (!formula || checked.has(formula)) continue;
        checkFormula(formula, (name) => this.findSheet(name) !== null);
        checked.add(formula);
      }
    }
    const before =
      range.firstRow === range.lastRow && range.firstColumn === range.lastColumn ? sheet.cell(range.firstRow, range.firstColumn) : null;
    endArrays(sheet, range);
    if (spills.length > 0) sheet.arrays = [...sheet.arrays, ...spills];
    contents.forEach((row, i) =>
      row.forEach((content, j) => {
        if (content) this.#put(sheet, range.firstRow + i, range.firstColumn + j, content);
      }),
    );
    for (const rename of renameTableColumns(this.tables.items, sheet, range)) this.#followRename(rename);
    this.#changed();
    this.#emit({ kind: 'cells', sheet, range, origin, before });
  }

  /** Empties the cells of a range: what they hold, their formats, or both. */
  clear(key: string | HostSheet, range: CellRange, what: 'all' | 'contents' | 'formats', origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    if (what !== 'formats') mustNotCutArrays(sheet, range);
    const held: [number, number, HostCell][] = [];
    sheet.grid.forEachIn(range, (row, column, cell) => held.push([row, column, cell]));
    const before =
      range.firstRow === range.lastRow && range.firstColumn === range.lastColumn ? sheet.cell(range.firstRow, range.firstColumn) : null;
    if (what !== 'formats') endArrays(sheet, range);
    for (const [row, column, cell] of held) {
      const kept =
        what === 'contents'
          ? { ...cell, formula: null, value: null }
          : what === 'formats'
            ? { ...cell, format: 'General', fill: null }
            : EMPTY_CELL;
      sheet.grid.set(row, column, { ...kept, touched: 'content' });
    }
    if (what !== 'contents') clearConditionalFormats(sheet, range);
    this.#changed();
    this.#emit(what === 'formats' ? { kind: 'look', sheet, what: 'format' } : { kind: 'cells', sheet, range, origin, before });
  }

  /** Sets number formats or fills of a block; null in `formats` leaves a cell's format. */
  setLook(
    key: string | HostSheet,
    range: CellRange,
    look: { readonly formats?: readonly (readonly (string | null)[])[]; readonly fill?: string },
    origin: Origin,
  ): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        const cell = sheet.cell(row, column);
        const format = look.formats?.[row - range.firstRow]?.[column - range.firstColumn] ?? cell.format;
        const fill = look.fill ?? cell.fill;
        if (format === cell.format && fill === cell.fill) continue;
        sheet.grid.set(row, column, { ...cell, format, fill, touched: cell.touched === 'content' ? 'content' : 'look' });
      }
    }
    this.#emit({ kind: 'look', sheet, what: 'format' });
  }

  clearFill(key: string | HostSheet, range: CellRange, origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    const filled: [number, number, HostCell][] = [];
    sheet.grid.forEachIn(range, (row, column, cell) => {
      if (cell.fill !== null) filled.push([row, column, { ...cell, fill: null, touched: 'content' }]);
    });
    for (const [row, column, cell] of filled) sheet.grid.set(row, column, cell);
    this.#emit({ kind: 'look', sheet, what: 'format' });
  }

  /** Takes results in from the calculator; formulas stay as they are, and cells without a formula take part only in a spill. */
  setCalculated(key: string | HostSheet, results: readonly CalculatedCell[]): void {
    const sheet = this.sheet(key);
    for (const { row, column, value } of results) {
      const cell = sheet.cell(row, column);
      if (isSameValue(cell.value, value)) continue;
      sheet.grid.set(row, column, { ...cell, value, touched: cell.touched === 'no' ? 'value' : cell.touched });
    }
    this.#emit({ kind: 'calculated', sheets: [sheet] });
  }

  /** Says which formulas fill more than their own cell; the calculator knows. */
  setArrays(key: string | HostSheet, arrays: readonly ArrayFormula[]): void {
    this.sheet(key).arrays = arrays;
  }

  /** Waits until every formula has its value; at once when there is nothing to calculate. */
  async settle(): Promise<void> {
    if (!this.#stale || this.calculationMode === 'Manual') return;
    await this.calculate();
  }

  /** Calculates now, whatever the mode. */
  async calculate(): Promise<void> {
    const changes = this.#changes;
    await this.calculator?.settle();
    // Who asks meanwhile waits too, and what was changed meanwhile is still to be calculated.
    if (changes !== this.#changes || !this.#stale) return;
    this.#stale = false;
    this.#emit({ kind: 'calculated', sheets: this.#sheets });
  }

  insertRows(sheet: string | HostSheet, at: number, count: number, origin: Origin): void {
    this.#shift(sheet, { kind: 'insert', axis: 'row', at, count }, origin);
  }

  deleteRows(sheet: string | HostSheet, at: number, count: number, origin: Origin): void {
    this.#shift(sheet, { kind: 'delete', axis: 'row', at, count }, origin);
  }

  insertColumns(sheet: string | HostSheet, at: number, count: number, origin: Origin): void {
    this.#shift(sheet, { kind: 'insert', axis: 'column', at, count }, origin);
  }

  deleteColumns(sheet: string | HostSheet, at: number, count: number, origin: Origin): void {
    this.#shift(sheet, { kind: 'delete', axis: 'column', at, count }, origin);
  }

  /** Puts blank cells in; those in their place and behind move right or down. Refused as Excel does when that would tear something apart. */
  insertCells(sheet: string | HostSheet, range: CellRange, shift: 'right' | 'down', origin: Origin): void {
    mustBeInside(range);
    this.#shift(sheet, shiftOfCells('insert', shift === 'down' ? 'row' : 'column', range), origin);
  }

  /** Takes cells out; those behind move left or up. */
  deleteCells(sheet: string | HostSheet, range: CellRange, shift: 'left' | 'up', origin: Origin): void {
    mustBeInside(range);
    this.#shift(sheet, shiftOfCells('delete', shift === 'up' ? 'row' : 'column', range), origin);
  }

  /** Cuts whole rows or columns and pastes them over blank ones from `to` on. Refused where that would tear something apart. */
  cutLines(key: string | HostSheet, axis: LineAxis, at: number, count: number, to: number, origin: Origin): void {
    const sheet = this.sheet(key);
    const cut: LineCut = { kind: 'cut', axis, at, count, to };
    const target = shiftedCells({ kind: 'insert', axis, at: to, count });
    mustBeInside(target);
    if (overlaps(shiftedCells(cut), target)) throw new BookRefusal('InvalidOperation', 'Lines cannot be pasted over themselves.');
    sheet.grid.forEachIn(target, (_, __, cell) => {
      if (!isBlank(cell)) throw new BookRefusal('InvalidOperation', 'The workbench pastes lines over blank ones only.');
    });
    mustNotTear(sheet, this.tables.items, cut);
    this.#shift(sheet, cut, origin);
  }

  /** Lets a table cover other cells; rows that come in get the formulas of its calculated columns where they are blank, columns are called as they are headed. */
  resizeTable(table: HostTable, range: CellRange, origin: Origin): void {
    this.#mustBeEditable(table.sheet, origin);
    mustBeInside(range);
    const { last } = dataRows(table);
    const width = table.columns.length;
    this.tables.resize(table, range, origin, (column) => headAt(table, column));
    const columns = table.columns.slice(width).map(({ name }) => name);
    this.journal.push({ kind: 'resizeTable', sheet: table.sheet.name, table: table.name, range, columns });
    const heads = { ...range, lastRow: range.firstRow, firstColumn: range.lastColumn - columns.length + 1 };
    if (table.headerRow && columns.some((name, k) => headAt(table, heads.firstColumn + k) !== name))
      this.setCells(table.sheet, heads, [columns.map((value) => ({ formula: null, value, format: null }))], 'calculation');
    this.#fillCalculatedColumns(table, { first: last + 1, last: dataRows(table).last });
  }

  /** Calls a table otherwise; what refers to it follows. */
  renameTable(table: HostTable, name: string, origin: Origin): void {
    this.#mustBeEditable(table.sheet, origin);
    const from = table.name;
    if (this.names.items.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      throw new BookRefusal('ItemAlreadyExists', `There is a name ${name} already.`);
    this.tables.rename(table, name, origin);
    this.#rewriteFormulas((formula) => renameTable(formula, from, name));
    this.journal.push({ kind: 'renameTable', sheet: table.sheet.name, table: from, name });
    this.#changed();
  }

  /** Adds an empty sheet; `position` counts from 0 and the end is the default. */
  addSheet(name: string, origin: Origin, position = this.#sheets.length): HostSheet {
    this.#mustLetStructureChange();
    this.#mustBeFreeName(name);
    const sheet = this.addLoadedSheet(name, position);
    this.journal.push({ kind: 'addSheet', sheet: name, position: this.#sheets.indexOf(sheet) });
    this.#emit({ kind: 'sheet', change: 'added', sheet, origin, rewritten: [] });
    return sheet;
  }

  /** Adds a sheet as a file has it: no event, no journal. */
  addLoadedSheet(name: string, position = this.#sheets.length): HostSheet {
    const sheet = new HostSheet(this.newId(), name);
    this.#sheets.splice(Math.max(0, position), 0, sheet);
    this.#active ??= sheet;
    return sheet;
  }

  deleteSheet(key: string | HostSheet, origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustLetStructureChange();
    if (!this.#sheets.some((other) => other !== sheet && other.visibility === 'visible')) {
      throw new BookRefusal('InvalidOperation', 'A workbook must keep at least one visible sheet.');
    }
    if (sheet.visibility === 'veryHidden') throw new BookRefusal('InvalidOperation', 'A very hidden sheet cannot be deleted.');
    const position = this.#sheets.indexOf(sheet);
    this.#sheets = this.#sheets.filter((other) => other !== sheet);
    this.names.removeScope(sheet);
    this.tables.removeSheet(sheet);
    this.notes.removeSheet(sheet);
    const rewritten = this.#rewriteFormulas((formula) => renameInFormula(formula, sheet.name, null));
    this.journal.push({ kind: 'deleteSheet', sheet: sheet.name });
    this.#changed();
    if (this.#active === sheet) {
      const visible = (other: HostSheet) => other.visibility === 'visible';
      this.#active = this.#sheets.slice(position).find(visible) ?? this.#sheets.slice(0, position).reverse().find(visible)!;
      this.#emit({ kind: 'activated', sheet: this.#active, previous: null, origin });
    }
    this.#emit({ kind: 'sheet', change: 'deleted', sheet, origin, rewritten });
  }

  renameSheet(key: string | HostSheet, name: string, origin: Origin): void {
    const sheet = this.sheet(key);
    if (sheet.name === name) return;
    this.#mustLetStructureChange();
    this.#mustBeFreeName(name, sheet);
    const from = sheet.name;
    sheet.name = name;
    const rewritten = this.#rewriteFormulas((formula) => renameInFormula(formula, from, name));
    this.journal.push({ kind: 'renameSheet', sheet: from, name });
    this.#emit({ kind: 'sheet', change: 'renamed', sheet, origin, rewritten });
  }

  /** Moves a sheet so that `position` (from 0) is its place. */
  moveSheet(key: string | HostSheet, position: number, origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustLetStructureChange();
    if (!Number.isInteger(position) || position < 0 || position >= this.#sheets.length)
      throw new BookRefusal('InvalidArgument', 'There is no such position.');
    this.#sheets = this.#sheets.filter((other) => other !== sheet);
    this.#sheets.splice(position, 0, sheet);
    this.journal.push({ kind: 'moveSheet', sheet: sheet.name, position });
    this.#emit({ kind: 'sheet', change: 'moved', sheet, origin, rewritten: [] });
  }

  setVisibility(key: string | HostSheet, visibility: Visibility, origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustLetStructureChange();
    const last = visibility !== 'visible' && !this.#sheets.some((other) => other !== sheet && other.visibility === 'visible');
    if (last) throw new BookRefusal('InvalidOperation', 'A workbook must keep at least one visible sheet.');
    sheet.visibility = visibility;
    this.#emit({ kind: 'sheet', change: 'visibility', sheet, origin, rewritten: [] });
  }

  setProtected(key: string | HostSheet, isProtected: boolean, origin: Origin): void {
    const sheet = this.sheet(key);
    sheet.protected = isProtected;
    this.#emit({ kind: 'sheet', change: 'protection', sheet, origin, rewritten: [] });
  }

  /** Hides or shows the lines a span covers. */
  setHidden(
    key: string | HostSheet,
    axis: LineAxis,
    span: { readonly first: number; readonly last: number },
    hidden: boolean,
    origin: Origin,
  ): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    const lines = axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns;
    if (hidden) lines.add(span);
    else lines.remove(span);
    this.journal.push({ kind: 'setHidden', sheet: sheet.name, axis, span, hidden });
    this.#emit({ kind: 'look', sheet, what: 'hidden' });
  }

  setMerges(key: string | HostSheet, merges: readonly CellRange[], origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    sheet.merges = merges;
    this.#emit({ kind: 'look', sheet, what: 'merges' });
  }

  /** Puts these conditional formats in the place of all the sheet had. */
  setConditionalFormats(key: string | HostSheet, formats: readonly HostConditionalFormat[], origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    sheet.conditionalFormats = formats;
    this.#emit({ kind: 'look', sheet, what: 'conditional' });
  }

  /** Lets the cells of a range permit what a rule does, or any entry (null). */
  setRule(key: string | HostSheet, range: CellRange, after: EntryRule | null, origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    sheet.rules = withRule(sheet.rules, range, after);
    this.journal.push({ kind: 'setRule', sheet: sheet.name, range, after });
    this.#emit({ kind: 'look', sheet, what: 'rules' });
  }

  activate(key: string | HostSheet, origin: Origin): void {
    const sheet = this.sheet(key);
    if (sheet.visibility !== 'visible') throw new BookRefusal('InvalidOperation', 'A hidden sheet cannot be activated.');
    if (this.#active === sheet) return;
    const previous = this.#active;
    this.#active = sheet;
    this.#selection = { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 };
    this.#emit({ kind: 'activated', sheet, previous, origin });
  }

  select(key: string | HostSheet, range: CellRange, origin: Origin): void {
    mustBeInside(range);
    this.activate(key, origin);
    this.#selection = range;
    this.#emit({ kind: 'selected', sheet: this.activeSheet, range, origin });
  }

  #emit(event: HostEvent): void {
    if (event.kind !== 'selected' && event.kind !== 'activated' && event.kind !== 'calculated') this.#dirty = true;
    for (const listener of [...this.#listeners]) listener(event);
  }

  #changed(): void {
    this.#stale = true;
    this.#changes++;
  }

  #put(sheet: HostSheet, row: number, column: number, content: CellContent): void {
    const old = sheet.cell(row, column);
    const { formula, format } = content;
    // A formula entered again keeps its value until the calculator has the new one.
    const value = formula !== null && formula === old.formula && content.value === 0 ? old.value : content.value;
    sheet.grid.set(row, column, { formula, value, format: format ?? old.format, fill: old.fill, touched: 'content' });
  }

  #shift(key: string | HostSheet, shift: LineShift, origin: Origin): void {
    const sheet = this.sheet(key);
    this.#mustBeEditable(sheet, origin);
    const { kind, axis, at, count, across } = shift;
    const limit = lineLimit(axis);
    if (![at, count].every(Number.isInteger) || at < 1 || count < 1 || at + count - 1 > limit)
      throw new BookRefusal('InvalidArgument', 'There are no such rows or columns.');
    if (kind === 'insert' && lastOccupied(sheet, this.notes.items, shift) >= Math.max(at, limit - count + 1)) {
      throw new BookRefusal('InvalidOperation', 'This would push cells off the end of the sheet.');
    }
    if (sheet.arrays.some((array) => array.kind !== 'spill' && cutsThrough(array.range, shift))) {
      throw new BookRefusal('InvalidOperation', 'A part of an array formula cannot be changed.');
    }
    if (across) mustNotTear(sheet, this.tables.items, shift);
    if (kind !== 'cut' && !across && this.tables.items.filter((table) => table.sheet === sheet && crosses(table.range, shift)).length > 1) {
      throw new BookRefusal('InvalidOperation', 'The operation would shift cells of several tables.');
    }
    const lines = { sheet: sheet.name, axis, at };
    const rewrite = (formula: string, home: string) =>
      shift.kind === 'cut'
        ? cutReferences(formula, { ...lines, sheetOfFormula: home, count, to: shift.to })
        : shiftReferences(formula, { ...lines, sheetOfFormula: home, across, count: kind === 'insert' ? count : -count });
    shiftSheet(sheet, shift, (formula) => rewrite(formula, sheet.name));
    this.tables.shift(sheet, shift);
    this.notes.shift(sheet, shift);
    const rewritten = this.#rewriteFormulas(rewrite);
    this.journal.push({ sheet: sheet.name, ...shift });
    this.#changed();
    this.#emit({ kind: 'lines', sheet, shift, origin, rewritten });
    if (kind !== 'insert' || across) return;
    if (axis === 'column') this.#headNewTableColumns(sheet, shift);
    else
      for (const table of this.tables.items)
        if (table.sheet === sheet) this.#fillCalculatedColumns(table, { first: at, last: at + count - 1 });
  }

  #rewriteFormulas(rewrite: (formula: string, home: string) => string): readonly RewrittenCell[] {
    const rewritten = rewriteFormulas(this.#sheets, rewrite);
    this.names.rewrite((name) => rewrite(name.formula, name.scope?.name ?? ''));
    this.tables.rewrite(rewrite);
    for (const sheet of this.#sheets) sheet.rules = rewriteRules(sheet.rules, (formula) => rewrite(formula, sheet.name));
    return rewritten;
  }

  #followRename({ table, from, to }: ColumnRename): void {
    const rename = (formula: string, own: boolean): string => renameTableColumn(formula, { table: table.name, from, to, own });
    rewriteFormulas(this.#sheets, (formula, home, at) => rename(formula, home === table.sheet.name && isInside(table.range, at)));
    this.names.rewrite(({ formula }) => rename(formula, false));
    this.tables.rewrite((formula, _, other) => rename(formula, other === table));
    for (const sheet of this.#sheets) sheet.rules = rewriteRules(sheet.rules, (formula) => rename(formula, false));
  }

  #fillCalculatedColumns(table: HostTable, rows: Span): void {
    for (const { row, column, content } of calculatedCells(table, rows)) {
      this.setCells(table.sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }, [[content]], 'calculation');
    }
  }

  #headNewTableColumns(sheet: HostSheet, { at, count }: LineShift): void {
    for (const table of this.tables.items) {
      if (table.sheet !== sheet || !table.headerRow || at <= table.range.firstColumn || at > table.range.lastColumn) continue;
      const row = table.range.firstRow;
      const heads = table.columns.slice(at - table.range.firstColumn, at - table.range.firstColumn + count);
      const range = { firstRow: row, lastRow: row, firstColumn: at, lastColumn: at + count - 1 };
      this.setCells(sheet, range, [heads.map(({ name }) => ({ formula: null, value: name, format: null }))], 'calculation');
    }
  }

  #mustBeEditable(sheet: HostSheet, origin: Origin): void {
    if (origin === 'calculation') return;
    if (this.readOnly) throw new BookRefusal('AccessDenied', 'The workbook is open read-only.');
    if (sheet.protected) throw new BookRefusal('AccessDenied', `The sheet ${sheet.name} is protected.`);
  }

  #mustLetStructureChange(): void {
    if (this.readOnly) throw new BookRefusal('AccessDenied', 'The workbook is open read-only.');
    if (this.structureProtected) throw new BookRefusal('AccessDenied', "The workbook's structure is protected.");
  }

  #mustBeFreeName(name: string, but?: HostSheet): void {
    if (!SHEET_NAME.test(name)) throw new BookRefusal('InvalidArgument', `${name} cannot be a sheet's name.`);
    const other = this.findSheet(name);
    if (other && other !== but) throw new BookRefusal('ItemAlreadyExists', `There is a sheet ${name} already.`);
  }
}

/** What a cell in the header row of a table says; null for a blank one. */
function headAt({ sheet, range }: HostTable, column: number): string | null {
  const { value } = sheet.cell(range.firstRow, column);
  return value === null || typeof value === 'object' ? null : String(value);
}

/** True when lines put in or taken out change how many a range has. */
function crosses(range: CellRange, { kind, axis, at, count }: LineShift): boolean {
  const [first, last] = axis === 'row' ? [range.firstRow, range.lastRow] : [range.firstColumn, range.lastColumn];
  return kind === 'insert' ? at > first && at <= last : at <= last && at + count > first;
}
