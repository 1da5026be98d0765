import { toA1 } from '../../../core/formula/toA1';
import type { CellError } from '../../../core/workbook/CellValue';
import type { Snapshot } from '../../../core/workbook/Snapshot';
import type { Arrangement } from '../model/Arrangement';
import { RectangleMap } from '../model/RectangleMap';
import type { NodeValues } from '../model/NodeValues';
import { Area } from '../values/Area';
import { ERRORS } from '../values/errors';
import type { Scalar } from '../values/Scalar';
import type { Cell, FormulaReference } from '../compile/Program';
import type { HybridSheet, Rectangle } from './HybridSheet';

type Side = 'official' | 'local';

/** Which content a cell has now: the workbook it is from and where it is among its sheet's cells; -1 for nothing. */
export interface NodeContent {
  readonly side: Side;
  readonly at: number;
}

/** A workbook that is part official and part local, as its drivers stand. Sheets are sheet pairs. */
export class HybridArrangement implements Arrangement {
  readonly dateSystem: 1900 | 1904;
  readonly sheetNames: readonly string[];
  /** Told of every rectangle that is read, while somebody listens. */
  trace: ((sheet: number, area: Rectangle) => void) | null = null;
  /** By node, 1 where some driver makes it another value; null as long as that is not known. */
  mayChange: Uint8Array | null = null;
  #arranged = 1;
  /** By rectangle, whether nothing in it changes before lines are numbered anew. */
  readonly #steady = new RectangleMap<boolean>();
  readonly #pairOf: { readonly official: readonly number[]; readonly local: readonly number[] };

  constructor(
    readonly snapshots: { readonly official: Snapshot; readonly local: Snapshot },
    readonly sheets: readonly HybridSheet[],
    readonly nodes: NodeValues,
    readonly contentOf: (node: number) => NodeContent,
  ) {
    const { official, local } = snapshots;
    this.dateSystem = official.dateSystem;
    this.sheetNames = sheets.map(
      ({ pair }) => (pair.official === null ? local.sheets[pair.local!]! : official.sheets[pair.official]!).name,
    );
    this.#pairOf = {
      official: official.sheets.map((_, index) => sheets.findIndex(({ pair }) => pair.official === index)),
      local: local.sheets.map((_, index) => sheets.findIndex(({ pair }) => pair.local === index)),
    };
  }

  /** Says that lines are numbered anew. */
  beginArrangement(): void {
    this.#arranged++;
    this.#steady.clear();
  }

  version(sheet: number, firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): number | null {
    if (this.trace !== null) return null;
    if (this.mayChange === null) return this.nodes.generation;
    let steady = this.#steady.get(sheet, firstRow, firstColumn, lastRow, lastColumn);
    if (steady === undefined) {
      const { mayChange } = this;
      steady = !this.sheets[sheet]!.someNode({ firstRow, firstColumn, lastRow, lastColumn }, (node) => mayChange[node] === 1);
      this.#steady.set(sheet, firstRow, firstColumn, lastRow, lastColumn, steady);
    }
    // Below zero, so that it is none of the other numbers.
    return steady ? -this.#arranged : this.nodes.generation;
  }

  value(sheet: number, row: number, column: number): Scalar {
    this.trace?.(sheet, { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column });
    const node = this.sheets[sheet]!.node(row, column);
    return node < 0 ? null : this.nodes.read(node);
  }

  forEachIn(
    sheet: number,
    firstRow: number,
    firstColumn: number,
    lastRow: number,
    lastColumn: number,
    visit: (value: Scalar) => void,
  ): void {
    this.trace?.(sheet, { firstRow, firstColumn, lastRow, lastColumn });
    const { nodes } = this;
    this.sheets[sheet]!.someNode({ firstRow, firstColumn, lastRow, lastColumn }, (node) => {
      const value = nodes.read(node);
      if (value !== null) visit(value);
    });
  }

  lastRow(sheet: number): number {
    return this.sheets[sheet]!.lastRow;
  }

  lastColumn(sheet: number): number {
    return this.sheets[sheet]!.lastColumn;
  }

  formula(sheet: number, row: number, column: number): string | null {
    return this.#content(sheet, row, column, (snapshot, own, at) => {
      const { cells } = snapshot.sheets[own]!;
      const id = cells.formula[at]!;
      return id < 0 ? null : toA1(snapshot.formulas[id]!, cells.row[at]!, cells.column[at]!);
    });
  }

  format(sheet: number, row: number, column: number): string {
    return (
      this.#content(sheet, row, column, (snapshot, own, at) => snapshot.formats[snapshot.sheets[own]!.cells.format[at]!]!) ?? 'General'
    );
  }

  isRowHidden(sheet: number, row: number): boolean {
    const { pair, rows } = this.sheets[sheet]!;
    const side = pair.official === null ? 'local' : 'official';
    const own = rows.ownOf(side, row);
    return this.snapshots[side].sheets[pair[side]!]!.hiddenRows.some(({ first, last }) => own >= first && own <= last);
  }

  spill(sheet: number, row: number, column: number): { readonly rows: number; readonly columns: number } | null {
    const node = this.sheets[sheet]!.node(row, column);
    const array = node < 0 ? undefined : this.nodes.arrays.get(node);
    if (array) return array;
    return this.#content(sheet, row, column, (snapshot, own, at) => {
      const { cells, arrays } = snapshot.sheets[own]!;
      const range = arrays.find(({ range }) => range.firstRow === cells.row[at] && range.firstColumn === cells.column[at])?.range;
      return range ? { rows: range.lastRow - range.firstRow + 1, columns: range.lastColumn - range.firstColumn + 1 } : null;
    });
  }

  /**
   * A cell of one workbook for its formula to be calculated in, wherever it stands by now. `twin` is the same formula as the other
   * workbook has it: a range that grew round a line at its end has that line in one of the two only.
   */
  cell(side: Side, place: Cell['own'], twin: FormulaTwin | null): Cell {
    return new HybridCell(this, side, this.#pairOf[side][place.sheet]!, place, twin);
  }

  /** The cells that a formula of one workbook means by a rectangle of it. */
  area(side: Side, ownSheet: number, area: Rectangle): Area | CellError {
    const sheet = this.#pairOf[side][ownSheet] ?? -1;
    const there = sheet < 0 ? null : this.sheets[sheet]!.area(side, area);
    return there ? new Area(this, sheet, there.firstRow, there.firstColumn, there.lastRow, there.lastColumn) : ERRORS.reference;
  }

  /** The sheet pair that a sheet of one workbook is in, where every cell is numbered as that workbook has it; else -1. */
  plainSheet(side: Side, ownSheet: number): number {
    const sheet = this.#pairOf[side][ownSheet] ?? -1;
    return sheet >= 0 && this.sheets[sheet]!.isPlain ? sheet : -1;
  }

  #content<T>(sheet: number, row: number, column: number, read: (snapshot: Snapshot, own: number, at: number) => T): T | null {
    const node = this.sheets[sheet]!.node(row, column);
    if (node < 0) return null;
    const { side, at } = this.contentOf(node);
    const own = this.sheets[sheet]!.pair[side];
    return at < 0 || own === null ? null : read(this.snapshots[side], own, at);
  }
}

/** A formula as the other workbook has it. */
export interface FormulaTwin {
  readonly references: readonly FormulaReference[];
  readonly cell: Cell;
}

/** The smallest rectangle around two of one sheet. */
function around(a: Area, b: Area): Area {
  const [firstRow, firstColumn] = [Math.min(a.firstRow, b.firstRow), Math.min(a.firstColumn, b.firstColumn)];
  const [lastRow, lastColumn] = [Math.max(a.lastRow, b.lastRow), Math.max(a.lastColumn, b.lastColumn)];
  return new Area(a.arrangement, a.sheet, firstRow, firstColumn, lastRow, lastColumn);
}

/** A cell of a hybrid workbook; where it stands is asked only by the few formulas that need it. */
class HybridCell implements Cell {
  constructor(
    readonly arrangement: HybridArrangement,
    readonly side: Side,
    readonly sheet: number,
    readonly own: Cell['own'],
    readonly twin: FormulaTwin | null,
  ) {}

  get row(): number {
    return this.arrangement.sheets[this.sheet]!.place(this.side, this.own.row, this.own.column).row;
  }

  get column(): number {
    return this.arrangement.sheets[this.sheet]!.place(this.side, this.own.row, this.own.column).column;
  }

  area(sheet: number, firstRow: number, firstColumn: number, lastRow: number, lastColumn: number, reference: number): Area | CellError {
    if (this.twin === null) {
      const plain = this.arrangement.plainSheet(this.side, sheet);
      if (plain >= 0) return new Area(this.arrangement, plain, firstRow, firstColumn, lastRow, lastColumn);
    }
    const own = this.arrangement.area(this.side, sheet, { firstRow, firstColumn, lastRow, lastColumn });
    if (this.twin === null) return own;
    const twins = this.twin.references[reference]?.areas(this.twin.cell) ?? [];
    if (!(own instanceof Area)) return twins[0] ?? own;
    const twin = twins.find((area) => area.sheet === own.sheet);
    return twin === undefined ? own : around(own, twin);
  }
}
