import { format } from 'numfmt';
import { ValueKind, type CellColumns, type Snapshot } from '../workbook/Snapshot';
import { noteOnMixed, type MixedValue } from './noteOnMixed';
import { daysBetween, noteOnTexts, sameNumber } from './sameValue';
import { unitOf, type Unit } from './unitOf';

/** The note on a number that stands for another currency. */
export const ANOTHER_CURRENCY = 'another currency';

/** Two numbers that are one figure in two units are so to the last digit but float noise, whatever may differ elsewhere. */
const SAME_FIGURE = 1e-9;

interface ValueOptions {
  readonly tolerance: number;
  /** Shared ids of the local snapshot's texts, see `share`. */
  readonly strings: Int32Array;
  /** False where differences are only counted: notes then stay empty. */
  readonly notes?: boolean;
}

/** Compares the values of two sheets' cells, given by their positions, -1 for a blank cell; what it says from one side it says from the other. */
export class ValueComparison {
  readonly #shift: number;

  constructor(
    readonly official: Snapshot,
    readonly a: CellColumns,
    readonly local: Snapshot,
    readonly b: CellColumns,
    readonly options: ValueOptions,
  ) {
    this.#shift = daysBetween(official, local);
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
        return sameNumber(payload, this.#shifted(p, q), this.options.tolerance, results);
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
    if (this.options.notes === false) return '';
    const one = mixed(this.official, this.a, p);
    const other = mixed(this.local, this.b, q);
    if (one.kind === ValueKind.Number && other.kind === ValueKind.Number) return this.#noteOnNumbers(p, q);
    if (one.kind === ValueKind.Text && other.kind === ValueKind.Text) return noteOnTexts(one.text, other.text);
    return noteOnMixed(one, other);
  }

  /** Says so when both sides give the same figure in another unit, such as 4% and 4, or thousands; else empty. */
  unitNote(p: number, q: number): string {
    if (p < 0 || q < 0 || this.a.kind[p] !== ValueKind.Number || this.b.kind[q] !== ValueKind.Number) return '';
    const { unit, other } = this.#units(p, q);
    if (unit.date || other.date) return '';
    if (areOtherCurrencies(unit, other)) return ANOTHER_CURRENCY;
    const [value, theirs] = [this.a.payload[p]!, this.b.payload[q]!];
    if (unit.scale === other.scale) return scaleNote(value, theirs);
    return sameNumber(value * unit.scale, theirs * other.scale, SAME_FIGURE, false) ? 'the same figure in another unit' : '';
  }

  /** What another number format makes of a number: another currency, or figures in percent or thousands; else empty. */
  formatNote(p: number, q: number): string {
    if (this.a.kind[p] !== ValueKind.Number || this.b.kind[q] !== ValueKind.Number) return '';
    const { unit, other } = this.#units(p, q);
    if (unit.date || other.date) return '';
    if (areOtherCurrencies(unit, other)) return ANOTHER_CURRENCY;
    return unit.scale === other.scale ? '' : `shown ${scaleWords(unit)} in official, ${scaleWords(other)} in yours`;
  }

  #noteOnNumbers(p: number, q: number): string {
    const [value, other] = [this.a.payload[p]!, this.#shifted(p, q)];
    if (this.#shift !== 0 && other === this.b.payload[q] && sameNumber(value, other + this.#shift, SAME_FIGURE, false)) {
      return 'the same day, counted from 1904 in one of the two';
    }
    const { unit, other: theirs } = this.#units(p, q);
    // Two days that look the same, as under `mmm yy`, differ by more than rounding.
    if ((unit.day || theirs.day) && Math.floor(value) !== Math.floor(other)) return '';
    if (areShownApart(value, other, Math.min(unit.step, theirs.step))) return '';
    const patterns = [this.official.formats[this.a.format[p]!]!, this.local.formats[this.b.format[q]!]!];
    return patterns.every((pattern) => pattern !== 'General' && looksSame(pattern, value, other)) ? 'rounding only' : '';
  }

  #units(p: number, q: number): { readonly unit: Unit; readonly other: Unit } {
    return { unit: unitOf(this.official.formats[this.a.format[p]!]!), other: unitOf(this.local.formats[this.b.format[q]!]!) };
  }

  /** The local number in the official workbook's date system: one that either workbook shows as a day is a day. */
  #shifted(p: number, q: number): number {
    const value = this.b.payload[q]!;
    if (this.#shift === 0) return value;
    const { unit, other } = this.#units(p, q);
    return unit.day || other.day ? value + this.#shift : value;
  }
}

function mixed({ strings }: Snapshot, { kind, payload }: CellColumns, position: number): MixedValue {
  if (position < 0) return { kind: ValueKind.Empty, number: 0, text: '' };
  const [is, holds] = [kind[position] as ValueKind, payload[position]!];
  return { kind: is, number: holds, text: is === ValueKind.Text || is === ValueKind.Error ? strings[holds]! : '' };
}

function areOtherCurrencies({ currency }: Unit, { currency: other }: Unit): boolean {
  return currency !== other && currency !== '' && other !== '';
}

const SCALES: readonly (readonly [scale: number, words: string])[] = [
  [100, 'in percent'],
  [1e-3, 'in thousands'],
  [1e-6, 'in millions'],
  [1e-9, 'in billions'],
];

function scaleWords({ scale }: Unit): string {
  return SCALES.find(([known]) => sameNumber(scale, known, SAME_FIGURE, false))?.[1] ?? 'in units';
}

/** Thousands or millions typed as units, or a percentage as a fraction, under the same format; else empty. */
function scaleNote(value: number, other: number): string {
  if (value === 0 || other === 0) return '';
  const smaller = Math.min(Math.abs(value), Math.abs(other));
  for (const factor of [1_000, 1_000_000, 100]) {
    // A round number made a hundred times as large is an edit like any other; a fraction is not.
    if (factor === 100 && (smaller >= 1 || Math.max(Math.abs(value), Math.abs(other)) > 100)) continue;
    if (sameNumber(other, value * factor, SAME_FIGURE, false)) return `exactly ${factor.toLocaleString('en-US')} times official`;
    if (sameNumber(other * factor, value, SAME_FIGURE, false)) return `exactly 1/${factor.toLocaleString('en-US')} of official`;
  }
  return '';
}

/** Digits past these are not shown. */
const SHOWN = 1e-14;

/** True when a format with such a last figure surely shows two numbers as two; most numbers need not be written out to be told apart. */
function areShownApart(value: number, other: number, step: number): boolean {
  const largest = Math.max(Math.abs(value), Math.abs(other));
  // Of one sign, for a format may show no sign.
  return value * other > 0 && Math.abs(value - other) >= 2 * Math.max(step, SHOWN * largest);
}

/** True when a format shows two numbers as one; one that shows no figure, such as `;;;`, says nothing about them. */
function looksSame(pattern: string, value: number, other: number): boolean {
  const text = shown(pattern, value);
  return /\d/.test(text) && text === shown(pattern, other);
}

function shown(pattern: string, value: number): string {
  try {
    return format(pattern, value);
  } catch {
    return String(value);
  }
}
