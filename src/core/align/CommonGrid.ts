import { AS_WRITTEN, canonicalFormula, type ReadNames } from '../formula/canonicalFormula';
import { FormulaShapes, Ref, REFERENCE_SIZE, RefFlag, RefSheet, type FormulaShape } from '../formula/FormulaShapes';
import { findCell } from '../workbook/cellAt';
import { ValueKind, type CellColumns, type ExternalLink, type Snapshot } from '../workbook/Snapshot';
import { fromCommon, isIdentity, toCommon } from './axis';
import { bandAt, columnsAt, rowsAt } from './bands';
import type { Band, Correspondence, SheetPair } from './Correspondence';
import { MatchedSpans } from './MatchedSpans';
import { NearFormulas } from './NearFormulas';
import { isPastEnd, pairEnds, type PairEnds } from './pairEnds';
import { pairLinks } from './pairLinks';
import { share } from './SharedIds';
import { isOverSheets, sheetEnds } from './sheetEnds';
import type { Place } from './Place';
import { layOut, type Target } from './Target';

const DOLLARS = RefFlag.RowFixed | RefFlag.ColumnFixed | RefFlag.LastRowFixed | RefFlag.LastColumnFixed;

/** How names, tables and their columns are to be read in the formulas of either side. */
export interface Readings {
  readonly official: ReadNames;
  readonly local: ReadNames;
}

/** The one coordinate space of both snapshots, and what formulas mean in it. */
export class CommonGrid {
  readonly officialShapes: FormulaShapes;
  readonly localShapes: FormulaShapes;
  readonly officialPair: Int32Array;
  readonly localPair: Int32Array;
  readonly #localFormulas: Int32Array;
  readonly #sameSkeleton: Map<number, boolean>;
  readonly #canonical: { readonly official: Map<string, string>; readonly local: Map<string, string> };
  #readings: Readings;
  readonly #still: readonly boolean[];
  readonly #allStill: boolean;
  /** By pair: what only one side has past the other's end. */
  readonly ends: readonly (PairEnds | null)[];
  readonly #spans = new MatchedSpans();
  readonly #near: NearFormulas;
  readonly #a: Target = { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  readonly #b: Target = { pair: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };

  constructor(
    readonly official: Snapshot,
    readonly local: Snapshot,
    readonly pairs: Correspondence['sheets'],
    /** The grid of the same sheet pairs laid out in another way: what does not hang on the layout is taken over from it. */
    like?: CommonGrid,
  ) {
    const links = like === undefined ? pairLinks(official.externalLinks, local.externalLinks) : null;
    this.officialShapes = like?.officialShapes ?? new FormulaShapes(official, links!.official);
    this.localShapes = like?.localShapes ?? new FormulaShapes(local, links!.local);
    this.officialPair = like?.officialPair ?? pairIndex(official.sheets.length, pairs, 'official');
    this.localPair = like?.localPair ?? pairIndex(local.sheets.length, pairs, 'local');
    this.#localFormulas = like === undefined ? share(official.formulas, local.formulas) : like.#localFormulas;
    this.#sameSkeleton = like === undefined ? new Map() : like.#sameSkeleton;
    this.#readings = like === undefined ? { official: AS_WRITTEN, local: AS_WRITTEN } : like.#readings;
    this.#canonical = like === undefined ? { official: new Map(), local: new Map() } : like.#canonical;
    this.#still = pairs.map(
      (pair) =>
        pair.official !== null && pair.local !== null && pair.bands.length === 0 && isIdentity(pair.rows) && isIdentity(pair.columns),
    );
    this.ends = pairs.map((pair, k) => (pair === like?.pairs[k] ? like.ends[k]! : pairEnds(official, local, pair)));
    const sameNames = pairs.every(
      ({ official: o, local: l }) =>
        o === null || l === null || official.sheets[o]!.name.toLowerCase() === local.sheets[l]!.name.toLowerCase(),
    );
    this.#near = new NearFormulas(pairs, (pair, axis, [first, last], [otherFirst, otherLast]) =>
      this.#spans.same(pairs[pair]![axis], this.ends[pair]?.[axis], first, last, otherFirst, otherLast),
    );
    this.#allStill = sameNames && this.#still.every(Boolean) && sameLinks(official.externalLinks, local.externalLinks);
  }

  /** From here on formulas use what was renamed under one name, whatever either workbook calls it. */
  readAs(readings: Readings): void {
    this.#readings = readings;
    this.#sameSkeleton.clear();
    this.#canonical.official.clear();
    this.#canonical.local.clear();
  }

  /** True for a place of a sheet pair that is neither on a row or column of one side alone nor past the other side's end. */
  bothHave(pairIndex: number, row: number, column: number): boolean {
    const pair = this.pairs[pairIndex]!;
    const rows = rowsAt(pair, column);
    const columns = columnsAt(pair, row);
    const ends = this.ends[pairIndex]!;
    if (rows === pair.rows && isPastEnd(ends.rows, row)) return false;
    if (columns === pair.columns && isPastEnd(ends.columns, column)) return false;
    return (['official', 'local'] as const).every((side) => fromCommon(rows, side, row) !== 0 && fromCommon(columns, side, column) !== 0);
  }

  /** True when an official and a local formula (ids of their snapshots) mean the same at this place. */
  sameFormula(officialFormula: number, localFormula: number, place: Place): boolean {
    if (this.#allStill && this.#localFormulas[localFormula] === officialFormula) return true;
    if (!this.sameSkeleton(officialFormula, localFormula)) return false;
    const [official, local] = [this.officialShapes.of(officialFormula), this.localShapes.of(localFormula)];
    return this.#near.same(officialFormula, official, localFormula, local, place) || this.sameTargets(official, local, place);
  }

  /** True when the references of two formulas that do the same are absolute and relative alike. */
  sameDollars(officialFormula: number, localFormula: number): boolean {
    if (this.#localFormulas[localFormula] === officialFormula) return true;
    const { references: ours } = this.officialShapes.of(officialFormula);
    const { references: theirs } = this.localShapes.of(localFormula);
    for (let at = Ref.flags; at < ours.length; at += REFERENCE_SIZE) if (((ours[at]! ^ theirs[at]!) & DOLLARS) !== 0) return false;
    return true;
  }

  /** True when two formulas do the same, wherever they look. */
  sameSkeleton(officialFormula: number, localFormula: number): boolean {
    const key = officialFormula * this.local.formulas.length + localFormula;
    let same = this.#sameSkeleton.get(key);
    if (same === undefined) {
      same = this.sameShape(this.officialShapes.of(officialFormula), this.localShapes.of(localFormula));
      this.#sameSkeleton.set(key, same);
    }
    return same;
  }

  /** True when two shapes do the same, wherever they look. */
  sameShape(official: FormulaShape, local: FormulaShape): boolean {
    if (official.references.length !== local.references.length) return false;
    if (official.skeleton === local.skeleton) return true;
    return this.#canonicalOf(official.skeleton, 'official') === this.#canonicalOf(local.skeleton, 'local');
  }

  /** True when the references of two shapes, one by one, cover the same cells of the common grid. */
  sameTargets(official: FormulaShape, local: FormulaShape, place: Place): boolean {
    for (let at = 0; at < official.references.length; at += REFERENCE_SIZE) if (!this.sameTarget(official, local, at, place)) return false;
    return true;
  }

  /** True when the references that begin at `at` cover the same cells of the common grid. */
  sameTarget(official: FormulaShape, local: FormulaShape, at: number, place: Place): boolean {
    const a = this.officialTarget(official, at, place, this.#a);
    const b = this.localTarget(local, at, place, this.#b);
    const over = isOverSheets(official.references, at) || isOverSheets(local.references, at);
    if (over ? !this.#sameSheets(official.references, local.references, at, a, b) : a.pair !== b.pair) return false;
    const pair = this.pairs[a.pair];
    const same = a.firstRow === b.firstRow && a.lastRow === b.lastRow && a.firstColumn === b.firstColumn && a.lastColumn === b.lastColumn;
    if (same && this.#still[a.pair] === true) return true;
    if (pair === undefined) return same;
    const band = bandOfBoth(pair, a, b);
    const rows = band?.of === 'columns' ? band.axis : pair.rows;
    const columns = band?.of === 'rows' ? band.axis : pair.columns;
    const ends = this.ends[a.pair];
    const sameLaidOut =
      this.#spans.same(rows, rows === pair.rows ? ends?.rows : undefined, a.firstRow, a.lastRow, b.firstRow, b.lastRow) &&
      this.#spans.same(
        columns,
        columns === pair.columns ? ends?.columns : undefined,
        a.firstColumn,
        a.lastColumn,
        b.firstColumn,
        b.lastColumn,
      );
    if (sameLaidOut) return true;
    // Where whole lines changed places, the cells of a line went with it.
    return same && band === undefined && rows.inOrder && columns.inOrder && this.#stayedInPlace(a, pair);
  }

  /** True when two references over several sheets begin and end with the same sheets; both then stand in the first. */
  #sameSheets(official: Int32Array, local: Int32Array, at: number, a: Target, b: Target): boolean {
    const ours = sheetEnds(official, at, this.officialPair);
    const theirs = sheetEnds(local, at, this.localPair);
    if (ours === null || theirs === null) return ours === theirs && a.pair === b.pair;
    a.pair = ours.first;
    b.pair = theirs.first;
    return ours.first === theirs.first && ours.last === theirs.last;
  }

  /**
   * True when both sides name the same cells, which hold the same, while the cells that the correspondence pairs with them
   * hold something else, seen from either side: part of the sheet moved and this part did not, as when cells rather than
   * whole rows are inserted.
   */
  #stayedInPlace({ firstRow, lastRow, firstColumn, lastColumn }: Target, pair: SheetPair): boolean {
    if (pair.official === null || pair.local === null) return false;
    const ours = this.official.sheets[pair.official]!.cells;
    const theirs = this.local.sheets[pair.local]!.cells;
    const displaced = { official: false, local: false };
    for (const [row, column] of [
      [firstRow, firstColumn],
      [lastRow, lastColumn],
    ] as const) {
      const cell = findCell(ours, row, column);
      const other = findCell(theirs, row, column);
      if (!this.#sameContent(ours, cell, theirs, other)) return false;
      const partner = partnerCell(pair, 'official', row, column, theirs);
      if (cell >= 0 && !this.#sameContent(ours, cell, theirs, partner)) displaced.official = true;
      const otherPartner = partnerCell(pair, 'local', row, column, ours);
      if (other >= 0 && !this.#sameContent(ours, otherPartner, theirs, other)) displaced.local = true;
    }
    return displaced.official && displaced.local;
  }

  #sameContent(ours: CellColumns, p: number, theirs: CellColumns, q: number): boolean {
    if (p < 0 || q < 0) return p === q;
    const f = ours.formula[p]!;
    const g = theirs.formula[q]!;
    if (f >= 0 || g >= 0) return f >= 0 && g >= 0 && this.sameSkeleton(f, g);
    if (ours.kind[p] !== theirs.kind[q]) return false;
    const text = ours.kind[p] === ValueKind.Text || ours.kind[p] === ValueKind.Error;
    return text
      ? this.official.strings[ours.payload[p]!] === this.local.strings[theirs.payload[q]!]
      : ours.payload[p] === theirs.payload[q];
  }

  /** Lays out the official reference that begins at `at`; its pair is negative when it is in no sheet of the workbook. */
  officialTarget({ references }: FormulaShape, at: number, place: Place, into: Target): Target {
    const sheet = references[at + Ref.sheet]!;
    into.pair = sheet === RefSheet.Own ? place.pair : sheet < 0 ? sheet : this.officialPair[sheet]!;
    return layOut(references, at, place.officialRow, place.officialColumn, into);
  }

  /** Lays out the local reference that begins at `at`. */
  localTarget({ references }: FormulaShape, at: number, place: Place, into: Target): Target {
    const sheet = references[at + Ref.sheet]!;
    into.pair = sheet === RefSheet.Own ? place.pair : sheet < 0 ? sheet : this.localPair[sheet]!;
    return layOut(references, at, place.localRow, place.localColumn, into);
  }

  #canonicalOf(skeleton: string, side: 'official' | 'local'): string {
    const known = this.#canonical[side];
    let canonical = known.get(skeleton);
    if (canonical === undefined) known.set(skeleton, (canonical = canonicalFormula(skeleton, this.#readings[side])));
    return canonical;
  }
}

/** Position of the cell that the other side has for a cell of one side; -1 when it has none. */
function partnerCell(pair: SheetPair, side: 'official' | 'local', row: number, column: number, others: CellColumns): number {
  const other = side === 'official' ? 'local' : 'official';
  const partnerRow = fromCommon(pair.rows, other, toCommon(pair.rows, side, row));
  const partnerColumn = fromCommon(pair.columns, other, toCommon(pair.columns, side, column));
  return partnerRow === 0 || partnerColumn === 0 ? -1 : findCell(others, partnerRow, partnerColumn);
}

/** The band that both references lie in; one that reaches further is laid out as the rest of the sheet is. */
function bandOfBoth(pair: SheetPair, official: Target, local: Target): Band | undefined {
  const of = pair.bands[0]?.of;
  if (of === undefined) return undefined;
  const at = (side: 'official' | 'local', end: 'first' | 'last', { firstRow, lastRow, firstColumn, lastColumn }: Target): number =>
    of === 'rows'
      ? toCommon(pair.rows, side, end === 'first' ? firstRow : lastRow)
      : toCommon(pair.columns, side, end === 'first' ? firstColumn : lastColumn);
  const band = bandAt(pair, of, at('official', 'first', official));
  const inside = (common: number): boolean => band !== undefined && common >= band.first && common <= band.last;
  return inside(at('official', 'last', official)) && inside(at('local', 'first', local)) && inside(at('local', 'last', local))
    ? band
    : undefined;
}

function pairIndex(sheets: number, pairs: readonly SheetPair[], side: 'official' | 'local'): Int32Array {
  const index = new Int32Array(sheets).fill(RefSheet.Missing);
  pairs.forEach((pair, k) => {
    const sheet = pair[side];
    if (sheet !== null) index[sheet] = k;
  });
  return index;
}

function sameLinks(official: readonly ExternalLink[], local: readonly ExternalLink[]): boolean {
  return (
    official.length === local.length && official.every(({ index, target }, k) => local[k]!.index === index && local[k]!.target === target)
  );
}
