import { Unknowable } from '../model/interruptions';
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
  readonly reads: readonly number[];
  next: number;
}

/** Walks back from the cells that are asked for to everything they may read, in either workbook. */
export class SliceFinder {
  readonly #reach: Int32Array;
  readonly #state: Uint8Array;
  #order: number[] = [];
  /** True when something reads itself; by either workbook alone it need not. */
  #hasCircles = false;
  #changed = false;
  /** Cells of which only calculating tells what they read. */
  #dynamic: number[] = [];
  /** Rectangles get numbers behind those of nodes; each is looked into once. */
  readonly #rectangleIds = new Map<string, number>();
  readonly #rectangles: { readonly sheet: number; readonly area: Rectangle; reach: number; state: number }[] = [];

  constructor(
    private readonly nodes: HybridNodes,
    private readonly formulaOf: (node: number, side: Side) => NodeFormula | null,
    /** The bits of all drivers. */
    private readonly all: number,
  ) {
    this.#reach = new Int32Array(nodes.values.count);
    this.#state = new Uint8Array(nodes.values.count);
  }

  /** The slice behind these nodes; all lines of both workbooks have to be there meanwhile. */
  find(targets: readonly number[]): Slice {
    do {
      this.#changed = false;
      this.#order = [];
      this.#dynamic = [];
      this.#state.fill(NEW);
      for (const rectangle of this.#rectangles) rectangle.state = NEW;
      for (const target of targets) this.#walk(target);
      // In a mixture it may read what it reads in neither workbook.
      for (const node of this.#dynamic) if (this.#reach[node] !== 0) this.#add(node, this.all);
      // What goes round in a circle is handed on once more each time.
    } while ((this.#hasCircles || this.#dynamic.length > 0) && this.#changed);
    const affected = Int32Array.from(this.#order.filter((node) => this.#reach[node] !== 0));
    return { affected, reach: this.#reach, seen: this.#order, isDynamic: this.#dynamic.length > 0 };
  }

  #walk(start: number): void {
    if (this.#stateOf(start) !== NEW) return;
    const stack: Frame[] = [this.#open(start)];
    while (stack.length > 0) {
      const frame = stack[stack.length - 1]!;
      if (frame.next === frame.reads.length) {
        stack.pop();
        this.#close(frame);
        const reader = stack[stack.length - 1];
        if (reader) this.#add(reader.id, this.#reachOf(frame.id));
        continue;
      }
      const id = frame.reads[frame.next++]!;
      const state = this.#stateOf(id);
      if (state === NEW) stack.push(this.#open(id));
      else {
        this.#hasCircles ||= state === OPEN;
        this.#add(frame.id, this.#reachOf(id));
      }
    }
  }

  #open(id: number): Frame {
    if (id >= this.#state.length) {
      const rectangle = this.#rectangles[id - this.#state.length]!;
      rectangle.state = OPEN;
      const inside: number[] = [];
      rectangle.reach |= this.nodes.sheets[rectangle.sheet]!.lineDrivers(rectangle.area);
      this.nodes.sheets[rectangle.sheet]!.someNode(rectangle.area, (node) => void inside.push(node));
      return { id, reads: inside, next: 0 };
    }
    this.#state[id] = OPEN;
    const driver = this.nodes.drivers[id]!;
    if (driver >= 0) this.#reach[id]! |= 1 << driver;
    return { id, reads: [...new Set(SIDES.flatMap((side) => this.#readsOf(id, side)))], next: 0 };
  }

  #close({ id }: Frame): void {
    if (id >= this.#state.length) this.#rectangles[id - this.#state.length]!.state = DONE;
    else {
      this.#state[id] = DONE;
      this.#order.push(id);
    }
  }

  #readsOf(node: number, side: Side): readonly number[] {
    const member = this.nodes.member(node, side);
    if (member) return [member.anchor];
    const formula = this.formulaOf(node, side);
    if (formula === null || formula.program instanceof Unknowable) return [];
    const { program, cell } = formula;
    const reads: number[] = [];
    for (const { areas, isRead } of program.references) {
      for (const area of areas(cell)) {
        if (isRead) this.#addArea(reads, area.sheet, area, node);
        else this.#reach[node]! |= this.nodes.sheets[area.sheet]!.lineDrivers(area);
      }
    }
    if (program.dynamic) {
      this.#dynamic.push(node);
      for (const stored of SIDES)
        for (const { sheet, area } of this.nodes.withStored(stored, () => tracedReads(this.nodes, formula)))
          this.#addArea(reads, sheet, area, node);
    }
    return reads;
  }

  #addArea(reads: number[], sheet: number, area: Rectangle, reader: number): void {
    const { firstRow, firstColumn, lastRow, lastColumn } = area;
    if (firstRow === lastRow && firstColumn === lastColumn) {
      const node = this.nodes.sheets[sheet]!.node(firstRow, firstColumn);
      if (node >= 0) reads.push(node);
      return;
    }
    // A rectangle is worth a node of its own where several formulas may read it.
    const key = `${sheet},${firstRow},${firstColumn},${lastRow},${lastColumn}`;
    let id = this.#rectangleIds.get(key);
    if (id === undefined) {
      id = this.#state.length + this.#rectangles.length;
      this.#rectangleIds.set(key, id);
      this.#rectangles.push({ sheet, area: { firstRow, firstColumn, lastRow, lastColumn }, reach: 0, state: NEW });
    }
    if (id !== reader) reads.push(id);
  }

  #stateOf(id: number): number {
    return id < this.#state.length ? this.#state[id]! : this.#rectangles[id - this.#state.length]!.state;
  }

  #reachOf(id: number): number {
    return id < this.#state.length ? this.#reach[id]! : this.#rectangles[id - this.#state.length]!.reach;
  }

  #add(id: number, reach: number): void {
    const before = this.#reachOf(id);
    if ((before | reach) === before) return;
    this.#changed = true;
    if (id < this.#state.length) this.#reach[id] = before | reach;
    else this.#rectangles[id - this.#state.length]!.reach = before | reach;
  }
}
