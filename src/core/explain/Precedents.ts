import { parseStructRef } from '@borgar/fx';
import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { Place } from '../align/Place';
import { isOverSheets } from '../align/sheetEnds';
import { Ref, REFERENCE_SIZE, type FormulaShape } from '../formula/FormulaShapes';
import type { CellRange } from '../workbook/Address';
import type { DefinedName, Snapshot, Table } from '../workbook/Snapshot';
import type { ComputedReads, ReadsOfCell } from './ComputedReads';
import { findHiddenRead, readsComputedCells, type HiddenRead } from './HiddenRead';

/** What one formula reads directly, beyond cells named in its text: names, tables, and what cannot be told. */
export interface Reads {
  /** Visits every range it reads, in that side's own rows and columns; true from `visit` ends the search and is returned. */
  readonly ranges: (place: Place, visit: (target: Target) => boolean) => boolean;
  /** Keys (see `nameKey`) of the names it uses, straight or through other names. */
  readonly names: readonly string[];
  /** What it depends on that no cell says; null when there is nothing. */
  readonly hidden: HiddenRead | null;
  /** True when only calculating tells what it reads, straight or through a name. */
  readonly isComputed: boolean;
  /** Its references over several sheets, such as `Jan:Mar!A1`, straight or through names, in the order in which they stand. */
  readonly overSheets: readonly OverSheets[];
}

/** A reference over several sheets, by indexes into its workbook's sheets. */
export interface OverSheets {
  readonly first: number;
  readonly last: number;
  /** The range that it covers on each of them; its pair is that of the first. */
  readonly range: (place: Place) => Target;
}

/** Texts, names with or without their sheet, structured references with or without their table. */
const WORD =
  /"(?:[^"]|"")*"|(?:(?:'(?:[^']|'')+'|[\w.\u0080-\uffff]+)!)?[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![\p{L}\p{N}_.\\?(!])(?:\[(?:[^[\]]|\[[^\]]*\])*\])?|\[(?:[^[\]]|\[[^\]]*\])*\]/gu;
const PLACEHOLDER = /^_[rdxm]/;

/** What the formulas of one side of a comparison read. */
export class Precedents {
  readonly #reads = new Map<FormulaShape, Reads>();
  readonly #names: ReadonlyMap<string, DefinedName>;
  readonly #snapshot: Snapshot;
  readonly #pairs: Int32Array;
  readonly #computedReads: ComputedReads | null;
  #readsOfCell: ReadsOfCell | null = null;

  constructor(
    readonly grid: CommonGrid,
    readonly side: 'official' | 'local',
    computedReads: ComputedReads | null = null,
  ) {
    this.#computedReads = computedReads;
    this.#snapshot = side === 'official' ? grid.official : grid.local;
    this.#pairs = side === 'official' ? grid.officialPair : grid.localPair;
    this.#names = new Map(this.#snapshot.names.map((name) => [nameKey(name.name, name.scope), name]));
  }

  /** What a shape reads whose formula stands on the sheet with this name. */
  of(shape: FormulaShape, sheet: string): Reads {
    let reads = this.#reads.get(shape);
    if (reads === undefined) this.#reads.set(shape, (reads = this.#withComputed(this.#find(shape, sheet, []))));
    return reads;
  }

  /** What it reads besides, where that can be worked out. */
  #withComputed(reads: Reads): Reads {
    const computedReads = this.#computedReads;
    if (!reads.isComputed || computedReads === null) return reads;
    return {
      ...reads,
      ranges: (place, visit) => reads.ranges(place, visit) || this.#visitComputed(computedReads, place, visit),
    };
  }

  #visitComputed(computedReads: ComputedReads, place: Place, visit: (target: Target) => boolean): boolean {
    const sheet = this.grid.pairs[place.pair]![this.side];
    const [row, column] = this.side === 'official' ? [place.officialRow, place.officialColumn] : [place.localRow, place.localColumn];
    if (sheet === null || row === 0 || column === 0) return false;
    const found = (this.#readsOfCell ??= computedReads(this.#snapshot))(sheet, row, column) ?? [];
    return found.some(({ sheet: other, range }) => visit({ pair: this.#pairs[other]!, ...range }));
  }

  #find(shape: FormulaShape, sheet: string, within: readonly string[]): Reads {
    const names: string[] = [];
    const inner: Reads[] = [];
    const tables: Target[] = [];
    for (const [word] of shape.skeleton.matchAll(WORD)) {
      if (word.startsWith('"') || PLACEHOLDER.test(word)) continue;
      const key = word.includes('[') ? undefined : this.#keyOf(word, sheet);
      if (key === undefined) {
        const target = this.#tableTarget(word, sheet);
        if (target !== null) tables.push(target);
      } else if (!within.includes(key)) {
        const shapes = this.side === 'official' ? this.grid.officialShapes : this.grid.localShapes;
        names.push(key);
        inner.push(this.#find(shapes.ofText(this.#names.get(key)!.formula, 1, 1), sheet, [...within, key]));
      }
    }
    return {
      names: [...names, ...inner.flatMap((reads) => reads.names)],
      hidden:
        findHiddenRead(shape.skeleton, (name) => this.#keyOf(name, sheet) !== undefined) ??
        inner.find(({ hidden }) => hidden !== null)?.hidden ??
        null,
      isComputed: readsComputedCells(shape.skeleton) || inner.some(({ isComputed }) => isComputed),
      ranges: (place, visit) =>
        this.#visitReferences(shape, place, visit) || tables.some(visit) || inner.some((reads) => reads.ranges(place, visit)),
      overSheets: [...this.#overSheets(shape), ...inner.flatMap((reads) => reads.overSheets)],
    };
  }

  #overSheets(shape: FormulaShape): OverSheets[] {
    const { references } = shape;
    const found: OverSheets[] = [];
    for (let at = 0; at < references.length; at += REFERENCE_SIZE) {
      const [first, last] = [references[at + Ref.sheet]!, references[at + Ref.lastSheet]!];
      if (!isOverSheets(references, at) || first < 0 || last < 0) continue;
      found.push({ first, last, range: (place) => this.#target(shape, at, place, emptyTarget()) });
    }
    return found;
  }

  #target(shape: FormulaShape, at: number, place: Place, into: Target): Target {
    return this.side === 'official' ? this.grid.officialTarget(shape, at, place, into) : this.grid.localTarget(shape, at, place, into);
  }

  #keyOf(word: string, sheet: string): string | undefined {
    const plain = word.startsWith("'") ? word.replace(/^'((?:[^']|'')+)'!/, (_, name: string) => `${name.replace(/''/g, "'")}!`) : word;
    return [nameKey(plain, sheet), nameKey(plain, null), nameKey(plain.replace(/^.*!/, ''), null)].find((key) => this.#names.has(key));
  }

  #visitReferences(shape: FormulaShape, place: Place, visit: (target: Target) => boolean): boolean {
    const { references, skeleton } = shape;
    const target = emptyTarget();
    for (let at = 0; at < references.length; at += REFERENCE_SIZE) {
      this.#target(shape, at, place, target);
      if (skeleton.includes('#') || skeleton.includes('ANCHORARRAY')) this.#widenToSpill(target);
      for (let s = references[at + Ref.sheet]!; s <= references[at + Ref.lastSheet]!; s++) {
        if (s >= 0) target.pair = this.#pairs[s]!;
        if (target.pair >= 0 && visit(target)) return true;
      }
    }
    return false;
  }

  #tableTarget(word: string, sheet: string): Target | null {
    const bracket = word.indexOf('[');
    const wanted = (bracket < 0 ? undefined : parseStructRef(word)?.columns) ?? [];
    const name = (bracket < 0 ? word : word.slice(0, bracket)).toLowerCase();
    const table = this.#snapshot.tables.find((other) =>
      name === '' ? other.sheet === sheet && wanted.every((column) => columnAt(other, column) >= 0) : other.name.toLowerCase() === name,
    );
    const index = table === undefined ? -1 : this.#snapshot.sheets.findIndex((other) => other.name === table.sheet);
    const pair = index < 0 ? -1 : this.#pairs[index]!;
    return table === undefined || pair < 0 ? null : { pair, ...rangeOfColumns(table, wanted) };
  }

  #widenToSpill(target: Target): void {
    const index = this.grid.pairs[target.pair]?.[this.side] ?? null;
    if (index === null) return;
    for (const { range } of this.#snapshot.sheets[index]!.arrays) {
      if (range.firstRow !== target.firstRow || range.firstColumn !== target.firstColumn) continue;
      target.lastRow = Math.max(target.lastRow, range.lastRow);
      target.lastColumn = Math.max(target.lastColumn, range.lastColumn);
    }
  }
}

/** How a defined name is told from others: in any case, with its sheet where it has one. */
export function nameKey(name: string, scope: string | null): string {
  return (scope === null ? name : `${scope}!${name}`).toLowerCase();
}

function emptyTarget(): Target {
  return { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
}

function columnAt({ columns }: Table, name: string): number {
  return columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
}

function rangeOfColumns(table: Table, names: readonly string[]): CellRange {
  const places = names.map((name) => columnAt(table, name)).filter((at) => at >= 0);
  if (places.length === 0) return table.range;
  const { firstColumn } = table.range;
  return { ...table.range, firstColumn: firstColumn + Math.min(...places), lastColumn: firstColumn + Math.max(...places) };
}
