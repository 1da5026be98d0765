import type { CellValue } from '../../../src/core/workbook/CellValue';
import type { ArrayFormula, Snapshot, Table } from '../../../src/core/workbook/Snapshot';

/** A row or column that can be told from all others, wherever it comes to stand, in both books that come from one. */
export class Line {}

/** A sheet as it can be told from all others, whatever its name; a copy knows of what. */
export class SheetKey {
  constructor(readonly copyOf: SheetKey | null = null) {}

  /** The sheet of which this is a copy, or a copy of a copy; else itself. */
  get origin(): SheetKey {
    return this.copyOf?.origin ?? this;
  }
}

export type AxisName = 'rows' | 'columns';

/** An end of a reference: a line, or so many behind the last line of the sheet. */
export type End = Line | number;

/** A reference that knows its lines rather than their numbers; null for the axis that whole rows or columns do not name. */
export interface Reference {
  readonly sheet: SheetKey;
  /** True when the formula does not name the sheet. */
  readonly own: boolean;
  readonly rows: Ends | null;
  readonly columns: Ends | null;
  /** `:` and its kin; empty for one cell. */
  readonly join: string;
}

export interface Ends {
  readonly first: End;
  readonly last: End;
  readonly firstFixed: boolean;
  readonly lastFixed: boolean;
}

/** A formula without `=`: text, and the references between. */
export type TracedFormula = readonly (string | Reference)[];

/** A cell; replaced, never changed, so that a cell nobody touched is the same object in both books. */
export interface TracedCell {
  readonly value: CellValue;
  readonly formula: TracedFormula | null;
  readonly format: string;
  /** The plant that made it what it is, with `#` and the plant behind for every deletion that took what it refers to; empty for a cell of the model. */
  readonly tag: string;
}

/** What covers cells and follows them. */
export interface Area {
  readonly what: 'merge' | { readonly array: ArrayFormula['kind'] } | { readonly table: Table };
  readonly at: Reference;
}

export interface TracedName {
  readonly name: string;
  readonly scope: SheetKey | null;
  readonly formula: TracedFormula;
}

/** A sheet of a traced book, with lines for all it uses and some blank ones behind. */
export class TracedSheet {
  visibility: 'visible' | 'hidden' | 'veryHidden' = 'visible';
  rows: readonly Line[] = [];
  columns: readonly Line[] = [];
  readonly cells = new Map<Line, Map<Line, TracedCell>>();
  readonly hidden = { rows: new Set<Line>(), columns: new Set<Line>() };
  areas: readonly Area[] = [];
  readonly #places = { rows: null as Places | null, columns: null as Places | null };

  constructor(
    readonly key: SheetKey,
    public name: string,
  ) {}

  clone(): TracedSheet {
    const copy = new TracedSheet(this.key, this.name);
    copy.visibility = this.visibility;
    copy.rows = this.rows;
    copy.columns = this.columns;
    for (const [row, cells] of this.cells) copy.cells.set(row, new Map(cells));
    for (const axis of ['rows', 'columns'] as const) for (const line of this.hidden[axis]) copy.hidden[axis].add(line);
    copy.areas = this.areas;
    return copy;
  }

  /** The number of a line, counted from 1; undefined when it is not in this sheet. */
  numberOf(axis: AxisName, line: Line): number | undefined {
    const lines = this[axis];
    let known = this.#places[axis];
    if (known?.lines !== lines) known = this.#places[axis] = { lines, places: new Map(lines.map((each, k) => [each, k + 1])) };
    return known.places.get(line);
  }

  /** The number at which an end of a reference stands. */
  placeOf(axis: AxisName, end: End): number {
    if (typeof end === 'number') return this[axis].length + end;
    const place = this.numberOf(axis, end);
    if (place === undefined) throw new Error(`a reference to ${axis} that are gone from ${this.name}`);
    return place;
  }

  cell(row: number, column: number): TracedCell | undefined {
    const [r, c] = [this.rows[row - 1], this.columns[column - 1]];
    return r === undefined || c === undefined ? undefined : this.cells.get(r)?.get(c);
  }

  setCell(row: number, column: number, cell: TracedCell | null): void {
    const [r, c] = [this.rows[row - 1]!, this.columns[column - 1]!];
    if (cell === null) this.cells.get(r)?.delete(c);
    else if (this.cells.has(r)) this.cells.get(r)!.set(c, cell);
    else this.cells.set(r, new Map([[c, cell]]));
  }

  /** How many cells each line fills, by number; entry 0 is unused. */
  filled(axis: AxisName): number[] {
    const counts = Array.from({ length: this[axis].length + 1 }, () => 0);
    for (const [row, cells] of this.cells) {
      if (axis === 'rows') counts[this.numberOf('rows', row)!] = cells.size;
      else for (const column of cells.keys()) counts[this.numberOf('columns', column)!]!++;
    }
    return counts;
  }

  /** The last line that holds anything; 0 when the sheet is blank. */
  lastUsed(axis: AxisName): number {
    return Math.max(
      0,
      this.filled(axis).findLastIndex((count) => count > 0),
    );
  }

  /** All cells, row by row. */
  *entries(): Generator<{ row: number; column: number; cell: TracedCell }> {
    for (let row = 1; row <= this.rows.length; row++) {
      const cells = this.cells.get(this.rows[row - 1]!);
      if (cells === undefined) continue;
      const inOrder = [...cells].map(([line, cell]) => ({ row, column: this.numberOf('columns', line)!, cell }));
      yield* inOrder.sort((a, b) => a.column - b.column);
    }
  }
}

interface Places {
  readonly lines: readonly Line[];
  readonly places: ReadonlyMap<Line, number>;
}

/** A workbook whose lines, sheets and references can be followed through every edit, as Excel makes it. */
export class TracedBook {
  constructor(
    public sheets: TracedSheet[],
    public names: TracedName[],
    /** What edits leave alone: date system, links. */
    readonly rest: Pick<Snapshot, 'name' | 'dateSystem' | 'externalLinks'>,
  ) {}

  clone(): TracedBook {
    return new TracedBook(
      this.sheets.map((sheet) => sheet.clone()),
      [...this.names],
      this.rest,
    );
  }

  sheetOf(key: SheetKey): TracedSheet | undefined {
    return this.sheets.find((sheet) => sheet.key === key);
  }

  /** Has every formula, name and area follow; `follow` gives the same object back for what stays as it is, and null for an area that is gone. */
  followReferences(tag: string, follow: (reference: Reference) => Reference | string): void {
    const onFormula = (formula: TracedFormula): TracedFormula => {
      let same = true;
      const followed = formula.map((part) => {
        if (typeof part === 'string') return part;
        const now = follow(part);
        if (now !== part) same = false;
        return now;
      });
      return same ? formula : followed;
    };
    for (const sheet of this.sheets) {
      for (const cells of sheet.cells.values()) {
        for (const [column, cell] of cells) {
          if (cell.formula === null) continue;
          const formula = onFormula(cell.formula);
          if (formula !== cell.formula) cells.set(column, { ...cell, formula, tag: cell.tag + tag });
        }
      }
      sheet.areas = sheet.areas.flatMap((area) => {
        const at = follow(area.at);
        return typeof at === 'string' ? [] : [at === area.at ? area : { ...area, at }];
      });
    }
    this.names = this.names.map((name) => {
      const formula = onFormula(name.formula);
      return formula === name.formula ? name : { ...name, formula };
    });
  }
}
