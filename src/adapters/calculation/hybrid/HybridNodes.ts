import type { Correspondence } from '../../../core/align/Correspondence';
import { stepsBetween, type Steps } from '../../../core/Steps';
import { valueAt } from '../../../core/workbook/cellAt';
import type { CellRange } from '../../../core/workbook/Address';
import type { Snapshot } from '../../../core/workbook/Snapshot';
import type { CompiledFormula, Cell } from '../compile/Program';
import type { FunctionDefinition } from '../functions/FunctionDefinition';
import { FormulaCells } from '../model/FormulaCells';
import { Unknowable } from '../model/interruptions';
import { NodeValues } from '../model/NodeValues';
import type { Scalar } from '../values/Scalar';
import { HybridArrangement, type FormulaTwin } from './HybridArrangement';
import { HybridSheet } from './HybridSheet';
import { uniteCells } from './UnionCells';

export type Side = 'official' | 'local';

/** Nodes a step. */
const STRIDE = 8_192;

/** A formula in a cell, ready to be calculated. */
export interface NodeFormula {
  readonly program: CompiledFormula | Unknowable;
  readonly cell: Cell;
  /** The cells that an array formula fills, in its own workbook; null for a plain formula. */
  readonly array: { readonly kind: 'array' | 'spill' | 'dataTable'; readonly range: CellRange } | null;
}

/** A value that an array formula in another cell gives. */
export interface ArrayMember {
  readonly anchor: number;
  readonly row: number;
  readonly column: number;
}

/** All cells of two workbooks, one node for each place of the common grid, with the content that either has there. */
export class HybridNodes {
  readonly values: NodeValues;
  readonly arrangement: HybridArrangement;
  /** By node, the driver that switches it from official's content to local's; -1 where none does. */
  readonly drivers: Int16Array;
  /** True when some driver puts lines in or takes them out. */
  hasStructure = false;
  /** What local stores, once it is needed; what official stores where local lacks the cell. */
  #local: Scalar[] | null = null;
  readonly #isOn: (driver: number) => boolean;
  readonly #formulas: { readonly official: FormulaCells; readonly local: FormulaCells };
  readonly #sheetOf: Int32Array;
  readonly #members = { official: new Map<number, ArrayMember>(), local: new Map<number, ArrayMember>() };

  private constructor(
    readonly snapshots: { readonly official: Snapshot; readonly local: Snapshot },
    readonly sheets: readonly HybridSheet[],
    functions: ReadonlyMap<string, FunctionDefinition>,
    isOn: (driver: number) => boolean,
  ) {
    const { official, local } = snapshots;
    const count = sheets.reduce((sum, { cells }) => sum + cells.index.cells.count, 0);
    this.#isOn = isOn;
    this.values = new NodeValues(count);
    this.drivers = new Int16Array(count).fill(-1);
    this.#sheetOf = new Int32Array(count);
    this.sheets.forEach(({ firstNode, cells }, sheet) => this.#sheetOf.fill(sheet, firstNode, firstNode + cells.index.cells.count));
    this.#formulas = { official: new FormulaCells(official, functions), local: new FormulaCells(local, functions) };
    this.arrangement = new HybridArrangement(snapshots, this.sheets, this.values, (node) => this.content(node));
  }

  /** Lays both workbooks into one; every cell holds what official stores, or local where official lacks it. */
  static *build(
    snapshots: { readonly official: Snapshot; readonly local: Snapshot },
    correspondence: Correspondence,
    functions: ReadonlyMap<string, FunctionDefinition>,
    isOn: (driver: number) => boolean,
  ): Steps<HybridNodes> {
    const sheets: HybridSheet[] = [];
    let first = 0;
    for (const [k, pair] of correspondence.sheets.entries()) {
      const before = (0.7 * k) / correspondence.sheets.length;
      const after = (0.7 * (k + 1)) / correspondence.sheets.length;
      const cells = yield* stepsBetween(before, after, uniteCells(pair, snapshots.official, snapshots.local));
      sheets.push(new HybridSheet(pair, cells, first));
      first += cells.index.cells.count;
    }
    const nodes = new HybridNodes(snapshots, sheets, functions, isOn);
    for (const side of ['official', 'local'] as const) yield* nodes.#findMembers(side);
    for (let node = 0; node < first; node++) {
      if (node % STRIDE === 0) yield 0.7 + (0.3 * node) / first;
      nodes.values.set(node, nodes.stored(node, nodes.#plainSide(node)));
    }
    return nodes;
  }

  /** Numbers all lines anew, as the drivers stand; with `all` every line of either workbook is there. */
  arrange(isOn: (driver: number) => boolean, all: boolean): void {
    this.values.beginGeneration();
    this.arrangement.beginArrangement();
    for (const sheet of this.sheets) for (const lines of sheet.lines) lines.arrange(isOn, all);
  }

  /** Makes `withStored` ready for local; how far it is nobody asks. */
  *keepLocal(): Steps<void> {
    if (this.#local !== null) return;
    const local = new Array<Scalar>(this.values.count);
    for (let node = 0; node < local.length; node++) {
      if (node % STRIDE === 0) yield 0;
      local[node] = this.stored(node, this.position(node, 'local') < 0 ? 'official' : 'local');
    }
    this.#local = local;
  }

  /** What `action` gives with every cell as one workbook stores it, or the other where it lacks the cell; `keepLocal` comes before. */
  withStored<T>(side: Side, action: () => T): T {
    const { values } = this.values;
    this.values.values = side === 'local' ? this.#local! : values;
    try {
      return action();
    } finally {
      this.values.values = values;
    }
  }

  /** The sheet pair that a node is on. */
  sheetOf(node: number): HybridSheet {
    return this.sheets[this.#sheetOf[node]!]!;
  }

  /** The node of a cell of one workbook, rows and columns as it has them; -1 when it has nothing there. */
  nodeAt(side: Side, sheet: number, row: number, column: number): number {
    const hybrid = this.sheets.find(({ pair }) => pair[side] === sheet);
    if (!hybrid) return -1;
    const at = this.#formulas[side].index(sheet).find(row, column);
    return at < 0 ? -1 : hybrid.firstNode + (side === 'official' ? hybrid.cells.ofOfficial : hybrid.cells.ofLocal)[at]!;
  }

  /** Visits the nodes of the cells that one workbook has in a rectangle of a sheet of it. */
  visitIn(range: CellRange & { readonly side: Side; readonly sheet: number }, visit: (node: number) => void): void {
    const { side, sheet, firstRow, firstColumn, lastRow, lastColumn } = range;
    const hybrid = this.sheets.find(({ pair }) => pair[side] === sheet);
    if (!hybrid) return;
    const nodeOf = side === 'official' ? hybrid.cells.ofOfficial : hybrid.cells.ofLocal;
    this.#formulas[side].index(sheet).some(firstRow, firstColumn, lastRow, lastColumn, (at) => void visit(hybrid.firstNode + nodeOf[at]!));
  }

  /** Which content a node has as the drivers stand; -1 for none. */
  content(node: number): { readonly side: Side; readonly at: number } {
    const driver = this.drivers[node]!;
    const side = driver < 0 ? this.#plainSide(node) : this.#isOn(driver) ? 'local' : 'official';
    return { side, at: this.position(node, side) };
  }

  /** Where a node's cell is among the cells of its sheet in one workbook; -1 where that one has nothing there. */
  position(node: number, side: Side): number {
    const { cells, firstNode } = this.sheetOf(node);
    return (side === 'official' ? cells.official : cells.local)[node - firstNode]!;
  }

  /** The value that one workbook keeps for a node. */
  stored(node: number, side: Side) {
    const sheet = this.sheetOf(node).pair[side];
    return sheet === null ? null : valueAt(this.snapshots[side], this.snapshots[side].sheets[sheet]!.cells, this.position(node, side));
  }

  /** The formula that one workbook has in a node; null where it has none. */
  formula(node: number, side: Side): NodeFormula | null {
    const found = this.#formulaAt(node, side);
    if (found === null) return null;
    const { program, place, array } = found;
    return { program, cell: this.arrangement.cell(side, place, this.#twin(node, side, program)), array };
  }

  /** Where lines are put in or taken out, a formula that is the same in both workbooks is read as both have it. */
  #twin(node: number, side: Side, program: CompiledFormula | Unknowable): FormulaTwin | null {
    if (!this.hasStructure || this.drivers[node]! >= 0 || program instanceof Unknowable) return null;
    const other = side === 'official' ? 'local' : 'official';
    const twin = this.#formulaAt(node, other);
    if (twin === null || twin.program instanceof Unknowable) return null;
    const { references } = twin.program;
    return references.length !== program.references.length ? null : { references, cell: this.arrangement.cell(other, twin.place, null) };
  }

  #formulaAt(node: number, side: Side) {
    const at = this.position(node, side);
    const sheet = this.sheetOf(node).pair[side];
    if (at < 0 || sheet === null) return null;
    const { cells, arrays } = this.snapshots[side].sheets[sheet]!;
    const id = cells.formula[at]!;
    if (id < 0) return null;
    const [row, column] = [cells.row[at]!, cells.column[at]!];
    const array = arrays.length === 0 ? undefined : arrays.find(({ range }) => range.firstRow === row && range.firstColumn === column);
    return { program: this.#formulas[side].program(id, sheet, array !== undefined), place: { sheet, row, column }, array: array ?? null };
  }

  /** The array whose value a node is in one workbook, without having a formula itself. */
  member(node: number, side: Side): ArrayMember | null {
    return this.#members[side].get(node) ?? null;
  }

  /** Where a node stands in one workbook, for the user; null where that one has nothing there. */
  address(node: number, side: Side): { readonly sheet: string; readonly row: number; readonly column: number } | null {
    const at = this.position(node, side);
    const sheet = this.sheetOf(node).pair[side];
    if (at < 0 || sheet === null) return null;
    const { name, cells } = this.snapshots[side].sheets[sheet]!;
    return { sheet: name, row: cells.row[at]!, column: cells.column[at]! };
  }

  #plainSide(node: number): Side {
    return this.position(node, 'official') >= 0 ? 'official' : 'local';
  }

  *#findMembers(side: Side): Steps<void> {
    for (const [sheet, { arrays }] of this.snapshots[side].sheets.entries()) {
      for (const { range, kind } of arrays) {
        if (kind === 'dataTable') continue;
        const anchor = this.nodeAt(side, sheet, range.firstRow, range.firstColumn);
        if (anchor < 0) continue;
        for (let row = range.firstRow; row <= range.lastRow; row++) {
          yield 0.7;
          for (let column = range.firstColumn; column <= range.lastColumn; column++) {
            const node = this.nodeAt(side, sheet, row, column);
            if (node >= 0 && node !== anchor)
              this.#members[side].set(node, { anchor, row: row - range.firstRow, column: column - range.firstColumn });
          }
        }
      }
    }
  }
}
