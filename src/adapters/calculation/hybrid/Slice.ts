import type { Steps } from '../../../core/Steps';
import { Unknowable } from '../model/interruptions';
import { CircleFinder } from './CircleFinder';
import { RectangleMap } from '../model/RectangleMap';
import type { Rectangle } from './HybridSheet';
import type { HybridNodes, NodeFormula, Side } from './HybridNodes';
import { tracedReads } from './tracedReads';

/** The most drivers whose reach fits into one number a cell. */
export const MOST_DRIVERS = 30;

/** What stands between drivers and the cells that are asked for. */
export interface Slice {
  /** The nodes that a driver reaches, each behind all that it reads. */
  readonly affected: Int32Array;
  /** By node, a bit for each driver that reaches it. */
  readonly reach: Int32Array;
  /** All nodes that were walked through. */
  readonly seen: readonly number[];
  /** By node, the circle that it may be part of; nodes of none have none, and nobody has where neither workbook iterates. */
  readonly circles: ReadonlyMap<number, readonly number[]>;
  /** True when only calculating tells what some of them read. */
  readonly isDynamic: boolean;
}

const SIDES = ['official', 'local'] as const;
const NEW = 0;
const OPEN = 1;
const DONE = 2;

/** A cell, or a rectangle that several formulas read, on the way through the graph. */
interface Frame {
  readonly id: number;
  readonly reads: number[];
  next: number;
}

interface FoundRectangle {
  readonly sheet: number;
  readonly area: Rectangle;
  /** True for a part of another one, which has seen to the lines itself. */
  readonly isPiece: boolean;
  reach: number;
  state: number;
}

interface DynamicFormula {
  readonly node: number;
  readonly formula: NodeFormula;
}

/** Nodes and rectangles a step. */
const STRIDE = 512;
/** Rectangles of more rows are looked into in pieces that others may share: running totals read mostly the same cells. */
const TALL = 64;

/** Walks back from the cells that are asked for to everything they may read, in either workbook. */
export class SliceFinder {
  readonly #reach: Int32Array;
  readonly #state: Uint8Array;
  #order: number[] = [];
  /** Null where circles are not calculated. */
  #circles: CircleFinder | null = null;
  /** True when something reads itself; by either workbook alone it need not. */
  #hasCircles = false;
  #changed = false;
  /** Cells of which only calculating tells what they read. */
  #dynamic: DynamicFormula[] = [];
  /** Rectangles get numbers behind those of nodes; each is looked into once. */
  readonly #rectangleIds = { whole: new RectangleMap<number>(), piece: new RectangleMap<number>() };
  readonly #rectangles: FoundRectangle[] = [];

  constructor(
    private readonly nodes: HybridNodes,
    /** The bits of all drivers. */
    private readonly all: number,
  ) {
    this.#reach = new Int32Array(nodes.values.count);
    this.#state = new Uint8Array(nodes.values.count);
  }

  /** The slice behind these nodes; all lines of both workbooks have to be there meanwhile. */
  *find(targets: readonly number[]): Steps<Slice> {
    const { official, local } = this.nodes.snapshots;
    do {
      this.#changed = false;
      this.#order = [];
      this.#circles = official.iteration === null && local.iteration === null ? null : new CircleFinder();
      this.#dynamic = [];
      this.#state.fill(NEW);
      for (const rectangle of this.#rectangles) rectangle.state = NEW;
      for (const target of targets) yield* this.#walk(target);
      // In a mixture it may read what it reads in neither workbook.
      for (const { node } of this.#dynamic) if (this.#reach[node] !== 0) this.#add(node, this.all);
      // What goes round in a circle is handed on once more each time.
    } while ((this.#hasCircles || this.#dynamic.length > 0) && this.#changed);
    const affected = Int32Array.from(this.#order.filter((node) => this.#reach[node] !== 0));
    const circles = this.#circles?.circles(this.#order) ?? new Map<number, readonly number[]>();
    return { affected, reach: this.#reach, seen: this.#order, circles, isDynamic: this.#dynamic.length > 0 };
  }

  *#walk(start: number): Steps<void> {
    // Whoever asks stands as a frame of its own below, so that the first cell is opened as all others are.
    const stack: Frame[] = [{ id: -1, reads: [start], next: 0 }];
    for (let work = 1; ; work++) {
      if (work % STRIDE === 0) yield this.#order.length / this.#state.length;
      const frame = stack[stack.length - 1]!;
      if (frame.next === frame.reads.length) {
        stack.pop();
        if (frame.id < 0) return;
        this.#close(frame);
        const reader = stack[stack.length - 1]!.id;
        this.#circles?.leave(frame.id, reader);
        this.#add(reader, this.#reachOf(frame.id));
        continue;
      }
      const id = frame.reads[frame.next++]!;
      const state = this.#stateOf(id);
      if (state === NEW) {
        this.#circles?.enter(id);
        const known = this.#dynamic.length;
        const opened = this.#open(id);
        stack.push(opened);
        for (let k = known; k < this.#dynamic.length; k++) yield* this.#trace(this.#dynamic[k]!, opened.reads);
      } else {
        this.#hasCircles ||= state === OPEN;
        this.#circles?.meet(frame.id, id);
        this.#add(frame.id, this.#reachOf(id));
      }
    }
  }

  /** Adds what a formula turns out to read, with the values of either workbook. */
  *#trace({ node, formula }: DynamicFormula, reads: number[]): Steps<void> {
    yield* this.nodes.keepLocal();
    for (const stored of SIDES)
      for (const { sheet, area } of this.nodes.withStored(stored, () => tracedReads(this.nodes, formula)))
        this.#addArea(reads, sheet, area, node);
  }

  #open(id: number): Frame {
    const reads: number[] = [];
    if (id >= this.#state.length) {
      const rectangle = this.#rectangles[id - this.#state.length]!;
      rectangle.state = OPEN;
      this.#lookInto(reads, rectangle);
      return { id, reads, next: 0 };
    }
    this.#state[id] = OPEN;
    const driver = this.nodes.drivers[id]!;
    if (driver >= 0) this.#reach[id]! |= 1 << driver;
    for (const side of SIDES) this.#addReads(reads, id, side);
    return { id, reads, next: 0 };
  }

  #lookInto(reads: number[], rectangle: FoundRectangle): void {
    const { sheet, area, isPiece } = rectangle;
    const hybrid = this.nodes.sheets[sheet]!;
    if (!isPiece) rectangle.reach |= hybrid.lineDrivers(area);
    const lastRow = Math.min(area.lastRow, hybrid.mostRows);
    if (lastRow - area.firstRow < TALL) {
      hybrid.someNode(area, (node) => void reads.push(node));
      return;
    }
    // The largest pieces that begin at a multiple of their own height; each is two of half its height.
    for (let row = area.firstRow; row <= lastRow;) {
      let height = 1;
      while (row % (height * 2) === 0 && row + height * 2 - 1 <= lastRow) height *= 2;
      if (row === area.firstRow && row + height - 1 >= lastRow) height /= 2;
      const end = height < TALL ? Math.min(lastRow, row + TALL - (row % TALL) - 1) : row + height - 1;
      reads.push(this.#rectangle(sheet, { ...area, firstRow: row, lastRow: end }, true));
      row = end + 1;
    }
  }

  #close({ id }: Frame): void {
    if (id >= this.#state.length) this.#rectangles[id - this.#state.length]!.state = DONE;
    else {
      this.#state[id] = DONE;
      this.#order.push(id);
    }
  }

  #addReads(reads: number[], node: number, side: Side): void {
    const member = this.nodes.member(node, side);
    if (member) return void reads.push(member.anchor);
    const formula = this.nodes.formula(node, side);
    if (formula === null || formula.program instanceof Unknowable) return;
    const { program, cell } = formula;
    for (const { areas, isRead } of program.references) {
      for (const area of areas(cell)) {
        if (isRead) this.#addArea(reads, area.sheet, area, node);
        else this.#reach[node]! |= this.nodes.sheets[area.sheet]!.lineDrivers(area);
      }
    }
    if (program.dynamic) this.#dynamic.push({ node, formula });
  }

  #addArea(reads: number[], sheet: number, area: Rectangle, reader: number): void {
    const { firstRow, firstColumn, lastRow, lastColumn } = area;
    if (firstRow === lastRow && firstColumn === lastColumn) {
      const node = this.nodes.sheets[sheet]!.node(firstRow, firstColumn);
      if (node >= 0) reads.push(node);
      return;
    }
    const id = this.#rectangle(sheet, area, false);
    if (id !== reader) reads.push(id);
  }

  /** A rectangle is worth a node of its own where several formulas may read it. */
  #rectangle(sheet: number, { firstRow, firstColumn, lastRow, lastColumn }: Rectangle, isPiece: boolean): number {
    const ids = this.#rectangleIds[isPiece ? 'piece' : 'whole'];
    let id = ids.get(sheet, firstRow, firstColumn, lastRow, lastColumn);
    if (id === undefined) {
      id = this.#state.length + this.#rectangles.length;
      ids.set(sheet, firstRow, firstColumn, lastRow, lastColumn, id);
      this.#rectangles.push({ sheet, area: { firstRow, firstColumn, lastRow, lastColumn }, isPiece, reach: 0, state: NEW });
    }
    return id;
  }

  #stateOf(id: number): number {
    return id < this.#state.length ? this.#state[id]! : this.#rectangles[id - this.#state.length]!.state;
  }

  #reachOf(id: number): number {
    return id < this.#state.length ? this.#reach[id]! : this.#rectangles[id - this.#state.length]!.reach;
  }

  #add(id: number, reach: number): void {
    if (id < 0) return;
    const before = this.#reachOf(id);
    if ((before | reach) === before) return;
    this.#changed = true;
    if (id < this.#state.length) this.#reach[id] = before | reach;
    else this.#rectangles[id - this.#state.length]!.reach = before | reach;
  }
}
