import type { DifferenceKind } from '../../src/core/compare/Difference';
import { toA1 } from '../../src/core/formula/toA1';
import { toRelative } from '../../src/core/formula/toRelative';
import { columnName, parseRange } from '../../src/core/workbook/Address';
import { calculate } from './calculate';
import type { ForkList, PlantedDifference } from './ForkList';
import { shiftAddress, shiftWorkbook, type Move } from './shiftWorkbook';
import { addressesIn, Workbook, type Cell, type Content, type Sheet } from './Workbook';

interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** A place in the copy, as it was after so many moves. */
interface LocalPlace extends Place {
  readonly after: number;
}

interface Planted {
  readonly says: string;
  readonly kind: DifferenceKind;
  readonly official: Place | null;
  readonly local: LocalPlace | null;
  readonly cells: number;
}

/**
 * A team's copy of the official model in the making. Every change is written down as the difference it is. Addresses
 * given to it are those of the official model: where rows have moved, it follows them.
 */
export class ShadowCopy {
  readonly workbook: Workbook;
  private readonly moves: Move[] = [];
  private readonly planted: Planted[] = [];
  private saying = '';

  constructor(private readonly official: Workbook) {
    this.workbook = cloneWorkbook(official);
  }

  /** What a person would say of the changes that follow. */
  says(sentence: string): this {
    this.saying = sentence;
    return this;
  }

  /** Types over inputs: `change('Territories', 'E12', 'Anita Desai')`; a function gets the official content. */
  change(
    sheet: string,
    range: string,
    content: Content | ((official: Content) => Content),
    kind: 'value' | 'unit' | 'definition' = 'value',
  ): this {
    return this.edit(kind, sheet, range, (cell) => {
      if (cell.formula !== null) throw new Error(`${sheet}!${range} holds a formula: overwrite() it`);
      cell.value = typeof content === 'function' ? content(cell.value) : content;
    });
  }

  /** Puts constants where formulas are: what they show now, or the content given. */
  overwrite(sheet: string, range: string, content?: Content): this {
    return this.edit('hardcoded', sheet, range, (cell) => {
      if (cell.formula === null) throw new Error(`${sheet}!${range} holds no formula`);
      cell.formula = null;
      if (content !== undefined) cell.value = content;
    });
  }

  /** Replaces formulas by one as it reads in the copy's first cell at this moment, filled over the range. */
  reformulate(sheet: string, range: string, formula: string): this {
    const { firstRow, firstColumn } = parseRange(this.localOf(sheet, range).address)!;
    const relative = toRelative(formula.slice(1), firstRow, firstColumn);
    return this.edit('formula', sheet, range, (cell, address) => {
      const { firstRow: row, firstColumn: column } = parseRange(address)!;
      cell.formula = toA1(relative, row, column);
    });
  }

  reformat(sheet: string, range: string, format: string): this {
    return this.edit('format', sheet, range, (cell) => {
      cell.format = format;
    });
  }

  /** Writes a note on a cell, in place of the official one if there is one. */
  note(sheet: string, address: string, text: string): this {
    const local = this.localOf(sheet, address);
    const had = this.workbook.sheet(sheet).notes.has(local.address);
    this.workbook.sheet(sheet).notes.set(local.address, text);
    return this.plant('note', had ? { sheet, address } : null, local, 1);
  }

  /** Makes a defined name stand for something else. */
  rename(name: string, formula: string): this {
    this.workbook.names.set(name, formula);
    return this.plant('name', { sheet: '', address: name }, { sheet: '', address: name, after: 0 }, 1);
  }

  /** Inserts rows above an official row, filled down from the row above; `rows` gives what is typed in each, by column. */
  insertRows(sheet: string, aboveRow: number, rows: readonly Readonly<Record<string, Content>>[]): this {
    const at = parseRange(this.localOf(sheet, `A${aboveRow}`).address)!.firstRow;
    this.move({ sheet, axis: 'row', at, count: rows.length });
    const target = this.workbook.sheet(sheet);
    rows.forEach((typed, i) => fillDown(target, at - 1, at + i, typed));
    const cells = [...target.cells.keys()].filter((address) => inRows(address, at, at + rows.length - 1)).length;
    return this.plant('row', null, this.now(sheet, `${at}:${at + rows.length - 1}`), cells);
  }

  /** Deletes official rows. */
  deleteRows(sheet: string, firstRow: number, lastRow: number): this {
    const at = parseRange(this.localOf(sheet, `A${firstRow}`).address)!.firstRow;
    const cells = [...this.official.sheet(sheet).cells.keys()].filter((address) => inRows(address, firstRow, lastRow)).length;
    this.move({ sheet, axis: 'row', at, count: firstRow - lastRow - 1 });
    return this.plant('row', { sheet, address: `${firstRow}:${lastRow}` }, null, cells);
  }

  /** Inserts a column left of an official one: a header cell and one content a row. */
  insertColumn(sheet: string, leftOf: string, headerRow: number, header: string, contents: readonly Content[]): this {
    const at = parseRange(this.localOf(sheet, `${leftOf}1`).address)!.firstColumn;
    this.move({ sheet, axis: 'column', at, count: 1 });
    const target = this.workbook.sheet(sheet);
    target.put(columnName(at) + headerRow, header, 'header');
    contents.forEach((content, i) => {
      if (content !== null) target.put(columnName(at) + (headerRow + 1 + i), content, 'input');
    });
    const cells = 1 + contents.filter((content) => content !== null).length;
    return this.plant('column', null, this.now(sheet, `${columnName(at)}:${columnName(at)}`), cells);
  }

  addSheet(name: string, build: (sheet: Sheet) => void): this {
    const sheet = this.workbook.add(name);
    build(sheet);
    return this.plant('sheet', null, this.now(name, ''), sheet.cells.size);
  }

  /** Calculates the copy and gives the list of its forks; `files` are the names of the two workbooks. */
  finish(files: { readonly official: string; readonly local: string }): ForkList {
    calculate(this.workbook);
    const forks = new Map<string, PlantedDifference[]>();
    for (const { says, kind, official, local, cells } of this.planted) {
      forks.set(says, [...(forks.get(says) ?? []), { kind, official, local: local && this.final(local), cells }]);
    }
    return {
      schema: 'tieout.forks/1',
      ...files,
      forks: [...forks].map(([says, differences]) => ({ says, differences })),
      headlines: headlines(this.official, this.workbook),
    };
  }

  private edit(kind: DifferenceKind, sheet: string, range: string, change: (cell: Cell, localAddress: string) => void): this {
    const target = this.workbook.sheet(sheet);
    for (const address of addressesIn(this.localOf(sheet, range).address)) change(target.cell(address), address);
    return this.plant(kind, { sheet, address: range }, this.localOf(sheet, range), addressesIn(range).length);
  }

  private plant(kind: DifferenceKind, official: Place | null, local: LocalPlace | null, cells: number): this {
    this.planted.push({ says: this.saying, kind, official, local, cells });
    return this;
  }

  private move(move: Move): void {
    shiftWorkbook(this.workbook, move);
    this.moves.push(move);
  }

  private now(sheet: string, address: string): LocalPlace {
    return { sheet, address, after: this.moves.length };
  }

  private localOf(sheet: string, address: string): LocalPlace {
    return this.now(sheet, followMoves(sheet, address, this.moves));
  }

  private final({ sheet, address, after }: LocalPlace): Place {
    return { sheet, address: followMoves(sheet, address, this.moves.slice(after)) };
  }
}

/** Where an address, rows `5:7` or columns `C:D` of a sheet are after the moves; throws where a move tears it apart. */
function followMoves(sheet: string, address: string, moves: readonly Move[]): string {
  const lines = /^(\d+):(\d+)$/.exec(address);
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(address);
  let range = lines ? `A${lines[1]}:A${lines[2]}` : columns ? `${columns[1]}1:${columns[2]}1` : address;
  if (sheet === '' || range === '') return address;
  for (const move of moves) {
    if (move.sheet !== sheet) continue;
    const moved = shiftAddress(range, move);
    if (moved === null || addressesIn(moved).length !== addressesIn(range).length) throw new Error(`${sheet}!${address} is torn apart`);
    range = moved;
  }
  const { firstRow, lastRow, firstColumn, lastColumn } = parseRange(range)!;
  if (lines) return `${firstRow}:${lastRow}`;
  return columns ? `${columnName(firstColumn)}:${columnName(lastColumn)}` : range;
}

function fillDown(sheet: Sheet, from: number, to: number, typed: Readonly<Record<string, Content>>): void {
  for (const [address, cell] of [...sheet.cells]) {
    const { firstRow, firstColumn } = parseRange(address)!;
    if (firstRow !== from) continue;
    const letters = columnName(firstColumn);
    const filled = cell.formula === null ? null : toA1(toRelative(cell.formula, from, firstColumn), to, firstColumn);
    if (filled !== null) sheet.put(letters + to, `=${filled}`, cell.look, cell.format);
    else if (letters in typed) sheet.put(letters + to, typed[letters]!, cell.look, cell.format);
  }
  for (const [letters, content] of Object.entries(typed)) {
    if (sheet.cells.get(letters + to) === undefined) throw new Error(`The row above has no cell in column ${letters}`);
    const { look, format } = sheet.cell(letters + to);
    sheet.put(letters + to, content, look, format);
  }
}

function inRows(address: string, first: number, last: number): boolean {
  const { firstRow } = parseRange(address)!;
  return firstRow >= first && firstRow <= last;
}

function headlines(official: Workbook, local: Workbook): ForkList['headlines'] {
  const figure = (workbook: Workbook, name: string) => {
    const [sheet = '', address = ''] = workbook.names.get(name)!.replace(/\$/g, '').split('!');
    return workbook.sheet(sheet).cell(address).value;
  };
  return [...official.names.keys()]
    .filter((name) => name.endsWith('_FY26'))
    .map((name) => ({ name, official: Number(figure(official, name)), local: Number(figure(local, name)) }));
}

function cloneWorkbook(workbook: Workbook): Workbook {
  const clone = new Workbook(workbook.title);
  for (const [name, formula] of workbook.names) clone.names.set(name, formula);
  for (const sheet of workbook.sheets) {
    const copy = clone.add(sheet.name);
    for (const [address, cell] of sheet.cells) copy.cells.set(address, { ...cell });
    for (const [address, text] of sheet.notes) copy.notes.set(address, text);
    copy.widths.push(...sheet.widths);
    copy.validations.push(...sheet.validations.map((validation) => ({ ...validation })));
    copy.tables.push(...sheet.tables.map((table) => ({ ...table })));
    copy.frozenAt = sheet.frozenAt;
    copy.autoFilter = sheet.autoFilter;
    copy.gridLines = sheet.gridLines;
  }
  return clone;
}
