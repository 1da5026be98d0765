import type { Correspondence } from '../../../core/align/Correspondence';
import type { DriverSwitch } from '../../../core/explain/DriverSwitch';
import { stepsBetween, type Steps } from '../../../core/Steps';
import { isSameValue } from '../../../core/workbook/CellValue';
import type { Iteration, Snapshot } from '../../../core/workbook/Snapshot';
import type { FunctionDefinition } from '../functions/FunctionDefinition';
import { arrayValue, cellValue } from '../model/calculateCell';
import { Pending, PENDING, Unknowable, Withheld, WITHHELD } from '../model/interruptions';
import { ERRORS } from '../values/errors';
import type { Scalar } from '../values/Scalar';
import { assignDrivers } from './assignDrivers';
import { findHidden } from './findHidden';
import { HybridNodes, type NodeFormula, type Side } from './HybridNodes';
import { settleCircle } from './settleCircle';
import { MOST_DRIVERS, SliceFinder, type Slice } from './Slice';

/** A cell that is asked for, where each workbook has it; rows and columns counted from 1. */
export interface AskedCell {
  readonly official: { readonly sheet: number; readonly row: number; readonly column: number } | null;
  readonly local: { readonly sheet: number; readonly row: number; readonly column: number } | null;
}

/** A cell whose formula could not be calculated, so that it keeps the value that official stores. */
export interface OpaqueCell {
  readonly node: number;
  readonly kind: Unknowable['kind'];
  readonly what: string;
}

/** By node; undefined where it was not asked for yet. */
type KnownFormulas = (NodeFormula | null | undefined)[];

/**
 * A workbook that is official's, with some drivers as local has them. What drivers reach on the way to the cells that are asked for is
 * calculated; all else keeps the value that its workbook stores.
 */
export class HybridModel {
  /** By asked cell, a bit for each driver that reaches it. */
  readonly reach: readonly number[];
  readonly #opaque = new Map<number, OpaqueCell>();
  /** What has no value in some mixtures, by node: circles that do not settle, by a node of each, and what nobody can tell of a mixture. */
  readonly #restless = new Map<number, OpaqueCell>();
  readonly #formulas: { readonly official: KnownFormulas; readonly local: KnownFormulas };
  /** The bits of the drivers that are on. */
  readonly #state: { on: number };
  /** By the bit of a driver, what it reaches. */
  readonly #reached = new Map<number, Int32Array>();
  #fresh = false;

  private constructor(
    readonly nodes: HybridNodes,
    readonly slice: Slice,
    private readonly parts: {
      /** By asked cell, its node; -1 where no workbook has it. */
      readonly targets: readonly number[];
      /** Nodes of which it is found out each time whether they are read. */
      readonly hidden: readonly number[];
      /** The bits of all drivers that put lines in or take them out. */
      readonly structural: number;
      /** The bits of all drivers. */
      readonly all: number;
    },
    state: { on: number },
  ) {
    this.#state = state;
    this.#formulas = { official: new Array(nodes.values.count), local: new Array(nodes.values.count) };
    this.reach = parts.targets.map((node) => (node < 0 ? 0 : slice.reach[node]!));
  }

  /** Lays two workbooks into one and finds what stands between drivers and asked cells. `drivers`: what each switches, at most 30. */
  static *build(
    snapshots: { readonly official: Snapshot; readonly local: Snapshot },
    correspondence: Correspondence,
    drivers: readonly DriverSwitch[],
    asked: readonly AskedCell[],
    functions: ReadonlyMap<string, FunctionDefinition>,
  ): Steps<HybridModel> {
    if (drivers.length > MOST_DRIVERS) throw new Error(`${drivers.length} drivers are more than ${MOST_DRIVERS}`);
    const all = 2 ** drivers.length - 1;
    const state = { on: 0 };
    const isOn = (driver: number): boolean => (state.on & (1 << driver)) !== 0;
    const nodes = yield* stepsBetween(0, 0.3, HybridNodes.build(snapshots, correspondence, functions, isOn));
    const structural = yield* stepsBetween(0.3, 0.4, assignDrivers(nodes, drivers));
    nodes.hasStructure = structural !== 0;
    const targets = asked.map((cell) => findNode(nodes, cell));
    nodes.arrange(isOn, true);
    const finder = new SliceFinder(nodes, all);
    const slice = yield* stepsBetween(0.4, 0.95, finder.find(targets.filter((node) => node >= 0)));
    const hidden = slice.isDynamic ? yield* stepsBetween(0.95, 1, findHidden(nodes, slice)) : [];
    nodes.arrangement.mayChange = new Uint8Array(nodes.values.count);
    for (const changing of [slice.affected, hidden]) for (const node of changing) nodes.arrangement.mayChange[node] = 1;
    return new HybridModel(nodes, slice, { targets, hidden, structural, all }, state);
  }

  /** Cells that had to keep what official stores although a driver reaches them, as far as they came up. */
  get opaque(): readonly OpaqueCell[] {
    return [...this.#opaque.values(), ...this.#restless.values()];
  }

  /** The values of the asked cells with the drivers on whose bits are set; null for one that no workbook has. */
  evaluate(on: number): readonly Scalar[] {
    const changed = this.#fresh ? this.#state.on ^ on : -1;
    this.#state.on = on;
    if (!this.#fresh || (changed & this.parts.structural) !== 0) this.nodes.arrange((driver) => (on & (1 << driver)) !== 0, false);
    if (changed !== 0) this.#calculate(changed);
    this.#fresh = true;
    return this.parts.targets.map((node) => (node < 0 ? null : this.nodes.values.values[node]!));
  }

  #calculate(changed: number): void {
    const { isKnown } = this.nodes.values;
    this.nodes.values.beginGeneration();
    for (const node of this.parts.hidden) isKnown[node] = 0;
    const reached = this.#reachedBy(changed);
    for (const node of reached) isKnown[node] = 0;
    for (const node of reached) if (isKnown[node] === 0) this.#calculateNode(node);
  }

  /** The nodes that some of these drivers reach, each behind all that it reads. */
  #reachedBy(changed: number): Int32Array {
    const { affected, reach } = this.slice;
    if ((changed & this.parts.all) === this.parts.all) return affected;
    // Drivers are switched one at a time mostly, the same ones again and again.
    const isOne = (changed & (changed - 1)) === 0;
    const known = isOne ? this.#reached.get(changed) : undefined;
    if (known) return known;
    const found = affected.filter((node) => (reach[node]! & changed) !== 0);
    if (isOne) this.#reached.set(changed, found);
    return found;
  }

  /** Calculates a node, and first whatever it turns out to read that is not known yet. */
  #calculateNode(start: number): void {
    let wanted = this.#wanted(start);
    if (wanted < 0) return;
    const stack = [start];
    while (stack.length > 0) {
      if (wanted < 0) stack.pop();
      else if (stack.includes(wanted)) this.#closeCircle(wanted, stack);
      else stack.push(wanted);
      if (stack.length > 0) wanted = this.#wanted(stack[stack.length - 1]!);
    }
  }

  /** Calculates a node; the node that it has to wait for, -1 when it is done. */
  #wanted(node: number): number {
    try {
      this.#settle(node);
      return -1;
    } catch (reason) {
      if (!(reason instanceof Pending)) throw reason;
      return PENDING.node;
    }
  }

  #settle(node: number): void {
    const { values } = this.nodes;
    if (values.isKnown[node] !== 0) return;
    try {
      values.set(node, this.#valueOf(node));
    } catch (reason) {
      if (!(reason instanceof Withheld)) throw reason;
      values.withhold(node);
    }
  }

  #valueOf(node: number): Scalar {
    const { values } = this.nodes;
    const kept = this.#opaque.get(node);
    if (kept) return this.nodes.stored(node, 'official');
    const { side, at } = this.nodes.content(node);
    const member = this.nodes.member(node, side);
    if (member !== null) {
      values.read(member.anchor);
      const matrix = values.arrays.get(member.anchor);
      if (!matrix) return this.nodes.stored(node, 'official');
      return member.row < matrix.rows && member.column < matrix.columns ? matrix.at(member.row, member.column) : null;
    }
    const formula = at < 0 ? null : this.#formula(node, side);
    if (formula === null) return at < 0 ? null : this.nodes.stored(node, side);
    try {
      return this.#run(node, formula);
    } catch (reason) {
      if (!(reason instanceof Unknowable)) throw reason;
      // What only a mixture asks is nobody's fault, and what the two workbooks store would be wrong in it.
      if (!(formula.program instanceof Unknowable) && this.#ownerOf(node) === null) {
        this.#restless.set(node, { node, kind: reason.kind, what: reason.what });
        throw WITHHELD;
      }
      return this.#giveUp(node, reason);
    }
  }

  #run(node: number, { program, cell, array }: NodeFormula): Scalar {
    if (program instanceof Unknowable) throw program;
    if (array === null) return cellValue(program, cell);
    if (array.kind === 'dataTable') throw new Unknowable('function', 'TABLE');
    const matrix = arrayValue(program, cell, array.kind === 'array' ? array.range : null);
    this.nodes.values.arrays.set(node, matrix);
    return matrix.rows > 0 ? matrix.at(0, 0) : ERRORS.calculation;
  }

  #giveUp(node: number, { kind, what }: Unknowable): Scalar {
    this.#opaque.set(node, { node, kind, what });
    this.nodes.values.arrays.delete(node);
    return this.nodes.stored(node, 'official');
  }

  /** Whose a circle is: with none of the drivers that reach it it is official's, with all of them local's; else null, a mixture's. */
  #ownerOf(node: number): Side | null {
    const reach = this.slice.reach[node]!;
    const on = reach & this.#state.on;
    return on === 0 ? 'official' : on === reach ? 'local' : null;
  }

  /** Either workbook calculates its circles as it is set to. A mixture does where one of the two does: whoever set it meant them. */
  #iteration(owner: Side | null): Iteration | null {
    const official = this.nodes.snapshots.official.iteration;
    const local = this.nodes.snapshots.local.iteration;
    if (owner !== null) return owner === 'official' ? official : local;
    if (official === null || local === null) return official ?? local;
    return { count: Math.max(official.count, local.count), delta: Math.min(official.delta, local.delta) };
  }

  /** Sees to it that a node that is waited for by what it waits for itself has a value. */
  #closeCircle(node: number, stack: number[]): void {
    const members = this.slice.circles.get(node);
    if (members === undefined) return this.#breakCircle(node);
    const owner = this.#ownerOf(node);
    const iteration = this.#iteration(owner);
    stack.splice(stack.findIndex((waiting) => this.slice.circles.get(waiting) === members));
    const { values } = this.nodes;
    const [side, other]: readonly Side[] = owner === 'local' ? ['local', 'official'] : ['official', 'local'];
    const start = (member: number): Scalar => this.nodes.stored(member, this.nodes.position(member, side!) < 0 ? other! : side!);
    if (
      iteration !== null &&
      settleCircle(values, { members, start, calculate: (member) => this.#pulled(member), isOwn: owner !== null }, iteration)
    )
      return;
    // Not for good: another mixture may still calculate it.
    this.#restless.set(node, { node, kind: 'circular', what: iteration === null ? '' : `${iteration.count}` });
    for (const member of members) {
      if (owner === null) values.withhold(member);
      else values.set(member, this.nodes.stored(member, 'official'));
    }
  }

  /** The value of a node, after what it reads that is not known yet has been calculated. */
  #pulled(node: number): Scalar {
    for (;;) {
      try {
        return this.#valueOf(node);
      } catch (reason) {
        if (!(reason instanceof Pending)) throw reason;
        this.#calculateNode(PENDING.node);
      }
    }
  }

  /** A circle that is in a workbook itself keeps what is stored; one that only a mixture has is no number. */
  #breakCircle(node: number): void {
    if (this.#state.on === 0 || this.#state.on === this.parts.all) {
      this.nodes.values.set(node, this.#giveUp(node, new Unknowable('circular', '')));
    } else this.nodes.values.withhold(node);
  }

  /** Cells of the slice that no driver reaches although their formulas' stored results differ: what differs there has no cause. */
  get drifted(): readonly number[] {
    const { slice, nodes } = this;
    const drifted: number[] = [];
    slice.seen.forEach((node) => {
      if (slice.reach[node] === 0 && nodes.position(node, 'official') >= 0 && nodes.position(node, 'local') >= 0)
        if (!isSameValue(nodes.stored(node, 'official'), nodes.stored(node, 'local'))) drifted.push(node);
    });
    return drifted;
  }

  #formula(node: number, side: Side): NodeFormula | null {
    const known = this.#formulas[side];
    let formula = known[node];
    if (formula === undefined) known[node] = formula = this.nodes.formula(node, side);
    return formula;
  }
}

function findNode(nodes: HybridNodes, { official, local }: AskedCell): number {
  const node = official === null ? -1 : nodes.nodeAt('official', official.sheet, official.row, official.column);
  return node >= 0 || local === null ? node : nodes.nodeAt('local', local.sheet, local.row, local.column);
}
