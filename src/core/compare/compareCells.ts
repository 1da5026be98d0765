import { format } from 'numfmt';
import { columnsAt, rowsAt } from '../align/bands';
import type { CommonGrid, Place } from '../align/CommonGrid';
import type { PairEnds } from '../align/pairEnds';
import { walkPair } from '../align/walkPair';
import { findCell } from '../workbook/cellAt';
import { ValueKind, type CellColumns, type SheetSnapshot, type Snapshot } from '../workbook/Snapshot';
import type { CellPair } from './CellPair';
import type { Difference } from './Difference';
import { DATE_SYSTEM_SHIFT, isNumberAsText, noteOnTexts, sameNumber } from './sameValue';
import { unitOf } from './unitOf';

/** A formula that looks at the same cells, and would look elsewhere only if it were copied. */
export const ONLY_DOLLARS = 'only $ signs differ';

/** What is compared with what, beyond the two sheets. */
export interface CellComparison {
  readonly grid: CommonGrid;
  readonly pair: number;
  readonly ends: PairEnds;
  readonly tolerance: number;
  /** Shared ids of the local snapshot's texts and formats, see `share`. */
  readonly strings: Int32Array;
  readonly formats: Int32Array;
}

/** The cells of a sheet pair that differ, row by row. Formulas are compared on the common grid, values by tolerance. */
export function compareCells(comparison: CellComparison): CellPair[] {
  const { grid, formats } = comparison;
  // What stands past the other side's end is a row or column of its own.
  const { both: lastRow } = comparison.ends.rows;
  const { both: lastColumn } = comparison.ends.columns;
  const pair = grid.pairs[comparison.pair]!;
  const official = grid.official.sheets[pair.official!]!;
  const local = grid.local.sheets[pair.local!]!;
  const a = official.cells;
  const b = local.cells;
  const officialResults = arrayResults(official);
  const localResults = arrayResults(local);
  const values = new ValueComparison(grid.official, a, grid.local, b, comparison);
  const place: Place = { pair: comparison.pair, officialRow: 0, officialColumn: 0, localRow: 0, localColumn: 0 };
  const found: CellPair[] = [];
  walkPair(a, b, pair, (p, q, row, column) => {
    if ((row > lastRow && rowsAt(pair, column) === pair.rows) || (column > lastColumn && columnsAt(pair, row) === pair.columns)) return;
    const f = p < 0 ? -1 : a.formula[p]!;
    const g = q < 0 ? -1 : b.formula[q]!;
    let sameFormula = f < 0 && g < 0;
    if (f >= 0 && g >= 0) {
      place.officialRow = a.row[p]!;
      place.officialColumn = a.column[p]!;
      place.localRow = b.row[q]!;
      place.localColumn = b.column[q]!;
      sameFormula = grid.sameFormula(f, g, place);
    }
    const dollars = sameFormula && f >= 0 && !grid.sameDollars(f, g);
    if (sameFormula && !dollars && p >= 0 && q >= 0 && formats[b.format[q]!] === a.format[p] && values.same(p, q, f >= 0)) return;
    const ours = f >= 0 || (officialResults !== null && officialResults.has(p));
    const theirs = g >= 0 || (localResults !== null && localResults.has(q));
    const add = (kind: Difference['kind'], role: CellPair['role'], note: string, valueDiffers: boolean): void => {
      found.push({ row, column, official: p, local: q, kind, role, note, valueDiffers });
    };
    let unit = false;
    if (ours && theirs) {
      const same = values.same(p, q, true);
      if (f >= 0 && g >= 0) {
        if (!sameFormula) add('formula', 'cause', '', !same);
        else if (!same) add('value', null, values.note(p, q), true);
        else if (dollars) add('formula', 'cause', ONLY_DOLLARS, false);
      } else if (f >= 0 !== g >= 0) {
        add('formula', 'cause', 'an array formula on one side covers this cell', !same);
      } else if (!same) add('value', null, values.note(p, q), true);
    } else if (ours || theirs) {
      const other = ours ? q : p;
      const blank = other < 0 || (ours ? b : a).kind[other] === ValueKind.Empty;
      const differs = !values.same(p, q, true);
      // Where one array reaches further than the other, the blank cell is a result too.
      if (blank && (ours ? f : g) < 0) {
        if (differs) add('value', null, '', true);
      } else if (blank) add('formula', 'cause', ours ? 'the formula is gone' : '', differs);
      else add(ours ? 'hardcoded' : 'unhardcoded', 'cause', differs ? '' : 'same value today', differs);
    } else if (!values.same(p, q, false)) {
      const unitNote = values.unitNote(p, q);
      unit = unitNote !== '';
      add(unit ? 'unit' : 'value', 'cause', unit ? unitNote : values.note(p, q), true);
    } else if (p >= 0 && q >= 0 && values.currencyChanged(p, q)) {
      unit = true;
      add('unit', 'cause', 'another currency', false);
    }
    if (!unit && p >= 0 && q >= 0 && formats[b.format[q]!] !== a.format[p]) add('format', 'cause', '', false);
  });
  return found;
}

/** Positions of cells that an array formula above or left of them fills; null when there is none. */
export function arrayResults({ cells, arrays }: SheetSnapshot): Map<number, number> | null {
  if (arrays.length === 0) return null;
  const results = new Map<number, number>();
  for (const { range } of arrays) {
    const anchor = findCell(cells, range.firstRow, range.firstColumn);
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        const position = findCell(cells, row, column);
        if (position >= 0 && position !== anchor && cells.formula[position]! < 0) results.set(position, anchor);
      }
    }
  }
  return results;
}

class ValueComparison {
  readonly #shift: number;

  constructor(
    readonly official: Snapshot,
    readonly a: CellColumns,
    readonly local: Snapshot,
    readonly b: CellColumns,
    readonly options: CellComparison,
  ) {
    this.#shift = local.dateSystem === official.dateSystem ? 0 : local.dateSystem === 1904 ? DATE_SYSTEM_SHIFT : -DATE_SYSTEM_SHIFT;
  }

  /** True when both hold the same value; a formula's empty text is as good as blank. */
  same(p: number, q: number, results: boolean): boolean {
    const kind = p < 0 ? ValueKind.Empty : this.a.kind[p]!;
    const otherKind = q < 0 ? ValueKind.Empty : this.b.kind[q]!;
    const payload = p < 0 ? 0 : this.a.payload[p]!;
    const other = q < 0 ? 0 : this.b.payload[q]!;
    if (kind === otherKind) {
      if (kind === ValueKind.Number) {
        if (this.#shift === 0 && payload === other) return true;
        return sameNumber(payload, this.#shifted(q, other), this.options.tolerance, results);
      }
      if (kind === ValueKind.Text || kind === ValueKind.Error) return this.options.strings[other] === payload;
      return payload === other;
    }
    if (!results) return false;
    return (
      (kind === ValueKind.Empty && otherKind === ValueKind.Text && this.local.strings[other] === '') ||
      (otherKind === ValueKind.Empty && kind === ValueKind.Text && this.official.strings[payload] === '')
    );
  }

  /** A phrase on how little differs; empty when there is nothing to say. */
  note(p: number, q: number): string {
    const kind = p < 0 ? ValueKind.Empty : this.a.kind[p]!;
    const otherKind = q < 0 ? ValueKind.Empty : this.b.kind[q]!;
    const payload = p < 0 ? 0 : this.a.payload[p]!;
    const other = q < 0 ? 0 : this.b.payload[q]!;
    const text = kind === ValueKind.Text ? this.official.strings[payload]! : '';
    const otherText = otherKind === ValueKind.Text ? this.local.strings[other]! : '';
    if (kind === ValueKind.Number && otherKind === ValueKind.Number) return this.#numberNote(p, q, payload, this.#shifted(q, other));
    if (kind === ValueKind.Text && otherKind === ValueKind.Text) return noteOnTexts(text, otherText);
    if (kind === ValueKind.Text && otherKind === ValueKind.Number && isNumberAsText(text, other))
      return 'a text in official, a number in yours';
    if (kind === ValueKind.Number && otherKind === ValueKind.Text && isNumberAsText(otherText, payload))
      return 'a number in official, a text in yours';
    if (kind === ValueKind.Empty && otherKind === ValueKind.Text && otherText === '') return 'blank in official, an empty text in yours';
    if (otherKind === ValueKind.Empty && kind === ValueKind.Text && text === '') return 'an empty text in official, blank in yours';
    return '';
  }

  #numberNote(p: number, q: number, value: number, other: number): string {
    const pattern = this.official.formats[this.a.format[p]!]!;
    if (pattern === this.local.formats[this.b.format[q]!] && pattern !== 'General' && shown(pattern, value) === shown(pattern, other)) {
      return 'rounding only';
    }
    return '';
  }

  /** Says so when both sides give the same figure in another unit, such as 4% and 4, or thousands; else empty. */
  unitNote(p: number, q: number): string {
    if (p < 0 || q < 0 || this.a.kind[p] !== ValueKind.Number || this.b.kind[q] !== ValueKind.Number) return '';
    const unit = unitOf(this.official.formats[this.a.format[p]!]!);
    const other = unitOf(this.local.formats[this.b.format[q]!]!);
    if (unit.date || other.date) return '';
    if (unit.currency !== other.currency && unit.currency !== '' && other.currency !== '') return 'another currency';
    const sameFigure = sameNumber(this.a.payload[p]! * unit.scale, this.b.payload[q]! * other.scale, this.options.tolerance, false);
    if (unit.scale !== other.scale) return sameFigure ? 'the same figure in another unit' : '';
    return scaleNote(this.a.payload[p]!, this.b.payload[q]!, this.options.tolerance);
  }

  currencyChanged(p: number, q: number): boolean {
    if (this.a.kind[p] !== ValueKind.Number || this.options.formats[this.b.format[q]!] === this.a.format[p]) return false;
    const { currency } = unitOf(this.official.formats[this.a.format[p]!]!);
    const other = unitOf(this.local.formats[this.b.format[q]!]!).currency;
    return currency !== other && currency !== '' && other !== '';
  }

  /** A local number in the official workbook's date system. */
  #shifted(q: number, value: number): number {
    return this.#shift !== 0 && unitOf(this.local.formats[this.b.format[q]!]!).date ? value + this.#shift : value;
  }
}

/** Thousands or millions typed as units, or a percentage as a fraction, under the same format; else empty. */
function scaleNote(value: number, other: number, tolerance: number): string {
  if (value === 0 || other === 0) return '';
  const smaller = Math.min(Math.abs(value), Math.abs(other));
  for (const factor of [1_000, 1_000_000, 100]) {
    // A round number made a hundred times as large is an edit like any other; a fraction is not.
    if (factor === 100 && (smaller >= 1 || Math.max(Math.abs(value), Math.abs(other)) > 100)) continue;
    if (sameNumber(other, value * factor, tolerance, false)) return `exactly ${factor.toLocaleString('en-US')} times official`;
    if (sameNumber(other * factor, value, tolerance, false)) return `exactly 1/${factor.toLocaleString('en-US')} of official`;
  }
  return '';
}

function shown(pattern: string, value: number): string {
  try {
    return format(pattern, value);
  } catch {
    return String(value);
  }
}
