import { findCell } from '../workbook/cellAt';
import { ValueKind, type Span } from '../workbook/Snapshot';
import type { SheetContent } from './SheetContent';

/** The share of rows that must have a key, and the share of keys that must be there only once. */
const FILLED = 0.9;
const DISTINCT = 0.9;
/** One column alone must tell nearly all rows apart; of several, fewer are let pass. */
const DISTINCT_TOGETHER = 0.98;
const MOST_TOGETHER = 3;
const TOLD_BY_HEADER = /\b(?:id|code|no|nr|num|number|key|sku|zip|postcode|account|acct|ref|reference|index|isin|iban)\b|#|_id$|id$/i;
const WIDE_NUMBER = 1_000;

/** Official columns that can tell the rows of a list apart, each with its local partner; several are a composite key. */
export type KeyColumns = readonly (readonly [official: number, local: number])[];

/** A key's columns as texts by row of data: what is the same in other capitals, spaces or as a number is the same. */
export function keyTexts(content: SheetContent, data: Span, columns: readonly number[]): (string | null)[] {
  const texts: (string | null)[] = [];
  for (let row = data.first; row <= data.last; row++) {
    const parts = columns.map((column) => keyText(content, row, column));
    texts.push(parts.some((part) => part !== '') && !parts.includes(null) ? parts.join('\u0000') : null);
  }
  return texts;
}

/** A cell of a key; null for a formula, an empty text for a blank. */
function keyText({ cells, strings }: SheetContent, row: number, column: number): string | null {
  const p = findCell(cells, row, column);
  if (p < 0) return '';
  if (cells.formula[p]! >= 0) return null;
  if (cells.kind[p] !== ValueKind.Text) return String(cells.payload[p]);
  const text = strings[cells.payload[p]!]!.replace(/\s+/g, ' ').trim().toLowerCase();
  return /^\d+(?:\.\d+)?$/.test(text) ? String(Number(text)) : text;
}

/**
 * The keys that a list could have, best first: single columns that are filled and tell nearly all rows apart on both
 * sides, texts before numbers that are codes, those that tell most rows apart first; else the first few columns that do so together.
 */
export function keyCandidates(
  [official, officialData]: readonly [SheetContent, Span],
  [local, localData]: readonly [SheetContent, Span],
  columns: KeyColumns,
  header: (column: number) => string,
): KeyColumns[] {
  const usable = columns.flatMap(([o, l]) => {
    const ours = describe(official, officialData, o);
    const theirs = describe(local, localData, l);
    if (ours === null || theirs === null) return [];
    const text = ours.texts && theirs.texts;
    if (!text && !ours.codes && !TOLD_BY_HEADER.test(header(o))) return [];
    return [{ pair: [o, l] as const, text, distinct: Math.min(ours.distinct, theirs.distinct), told: Math.min(ours.told, theirs.told) }];
  });
  const single = usable.filter(({ distinct }) => distinct >= DISTINCT);
  if (single.length > 0) return single.sort((a, b) => Number(b.text) - Number(a.text) || b.told - a.told).map(({ pair }) => [pair]);
  for (let count = 2; count <= Math.min(MOST_TOGETHER, usable.length); count++) {
    const together = usable.slice(0, count).map(({ pair }) => pair);
    const ours = keyTexts(
      official,
      officialData,
      together.map(([o]) => o),
    );
    const theirs = keyTexts(
      local,
      localData,
      together.map(([, l]) => l),
    );
    if (distinctShare(ours) >= DISTINCT_TOGETHER && distinctShare(theirs) >= DISTINCT_TOGETHER) return [together];
  }
  return [];
}

interface Described {
  readonly distinct: number;
  /** The share of rows that it tells apart; a blank tells none. */
  readonly told: number;
  readonly texts: boolean;
  /** Whole numbers of about the same width that do not just count the rows. */
  readonly codes: boolean;
}

/** What a column of a list holds; null when it cannot be part of a key. */
function describe(content: SheetContent, data: Span, column: number): Described | null {
  const { cells } = content;
  let texts = 0;
  let codes = 0;
  let counting = 0;
  for (let row = data.first; row <= data.last; row++) {
    const p = findCell(cells, row, column);
    if (p < 0) continue;
    if (cells.formula[p]! >= 0) return null;
    if (cells.kind[p] === ValueKind.Text) texts++;
    else if (cells.kind[p] === ValueKind.Number) {
      const value = cells.payload[p]!;
      if (Number.isInteger(value) && value >= WIDE_NUMBER) codes++;
      if (value === row - data.first + 1) counting++;
    }
  }
  const rows = data.last - data.first + 1;
  const keys = keyTexts(content, data, [column]);
  const filled = keys.filter((key) => key !== null).length;
  if (filled < FILLED * rows || counting > rows / 2) return null;
  const distinct = distinctShare(keys);
  return { distinct, told: (distinct * filled) / rows, texts: texts > rows / 2, codes: codes === rows };
}

function distinctShare(keys: readonly (string | null)[]): number {
  const filled = keys.filter((key) => key !== null);
  return new Set(filled).size / Math.max(1, filled.length);
}
