import type { Span } from '../workbook/Snapshot';
import type { LineMatch } from './alignLines';
import type { KeyedTable } from './Correspondence';
import { keyCandidates, keyTexts, type KeyColumns } from './KeyColumns';
import { headerOf, holdsPlace, isOrdered, keyRegions, type KeyRegion } from './KeyRegion';
import type { Lines } from './Lines';
import type { LineWorth } from './lineWorth';
import { pairByKey, type PairedRows } from './pairByKey';
import type { SheetContent, SheetKey } from './SheetContent';
import type { Sides } from './Sides';

/** Lists whose rows were matched by key. */
export interface KeyedMatch {
  readonly rows: LineMatch;
  readonly tables: readonly KeyedTable[];
}

/** Two rows that share less than this in place are doubted to be one. */
const DOUBTED = 0.5;
/** The share of headers that two lists must have in common. */
const SAME_LIST = 0.5;

/**
 * Matches the rows of lists by key, in any order, where rising order leaves rows in doubt: the key, of those that a
 * list could have, that lets most cells find their equal, and no fewer than in order. Null when nothing is matched
 * otherwise than it was.
 */
export function matchKeyed(sides: Sides, rows: LineMatch, columns: LineMatch): KeyedMatch | null {
  const { lines, worth } = sides.lines('rows', columns.match);
  const match = rows.match.slice();
  const tables: KeyedTable[] = [];
  for (const [official, local] of pairRegions(sides, columns)) {
    const among: KeyColumns = columnsOf(official.columns).flatMap((column) => {
      const partner = columns.match[column] ?? 0;
      return partner >= local.columns.first && partner <= local.columns.last ? [[column, partner] as const] : [];
    });
    const chosen = chosenKey(sides, official, local, among);
    if (chosen === null && !isInDoubt(official, local, rows.match, lines, worth)) continue;
    const keys =
      chosen !== null
        ? [chosen.key]
        : keyCandidates([sides.official, official.data], [sides.local, local.data], among, (c) => headerText(sides.official, official, c));
    let best: { readonly key: KeyColumns; readonly paired: PairedRows; readonly equal: number } | null = null;
    for (const key of keys) {
      const paired = pairByKey(
        {
          data: official.data,
          keys: keyTexts(
            sides.official,
            official.data,
            key.map(([o]) => o),
          ),
        },
        {
          data: local.data,
          keys: keyTexts(
            sides.local,
            local.data,
            key.map(([, l]) => l),
          ),
        },
        lines,
        worth,
        match,
        key.length,
      );
      let equal = 0;
      for (const [i, j] of paired.to) equal += worth.common(i, j);
      if (equal > (best?.equal ?? (chosen !== null ? -1 : equalInOrder(official.data, match, worth) - 1e-9))) best = { key, paired, equal };
    }
    if (best === null) continue;
    replace(match, official.data, local.data, best.paired.to);
    tables.push({
      official: rangeOf(official),
      local: rangeOf(local),
      key: best.key,
      chosen: chosen?.asked ?? null,
      reordered: isReordered(official.data, match),
      duplicates: best.paired.duplicates,
      // What no header says is a list may be a statement, whose order somebody chose.
      ordered:
        best.key.some(([column]) => headerText(sides.official, official, column) === '') ||
        isOrdered(sides.official, sides.rows[0], official) ||
        isOrdered(sides.local, sides.rows[1], local),
    });
  }
  return tables.length === 0 ? null : { rows: { match, precise: rows.precise }, tables };
}

/** Lists of both sides whose headers are mostly the same, in columns that are matched; each once. */
function pairRegions(sides: Sides, columns: LineMatch): (readonly [KeyRegion, KeyRegion])[] {
  const local = keyRegions(sides.local, sides.rows[1]);
  const taken = new Set<KeyRegion>();
  return keyRegions(sides.official, sides.rows[0]).flatMap((region) => {
    let best: KeyRegion | null = null;
    let most = 0;
    for (const other of local) {
      if (taken.has(other)) continue;
      const share = sameHeaders(sides, region, other, columns);
      if (share >= SAME_LIST && share > most) [best, most] = [other, share];
    }
    if (best === null) return [];
    taken.add(best);
    return [[region, best] as const];
  });
}

function sameHeaders(sides: Sides, official: KeyRegion, local: KeyRegion, { match }: LineMatch): number {
  const all = columnsOf(official.columns);
  const same = all.filter((column) => {
    const header = headerText(sides.official, official, column);
    return header !== '' && header === headerText(sides.local, local, match[column] ?? 0);
  });
  return same.length / Math.max(1, Math.min(all.length, local.columns.last - local.columns.first + 1));
}

/** True when rows are left on both sides, or rows paired in order differ in a text or have little in common. */
function isInDoubt(official: KeyRegion, local: KeyRegion, match: Int32Array, lines: Lines, worth: LineWorth): boolean {
  const ids = lines.ids('exact');
  let left = 0;
  let met = 0;
  for (let i = official.data.first; i <= official.data.last; i++) {
    const j = match[i] ?? 0;
    if (j < local.data.first || j > local.data.last) {
      left++;
      continue;
    }
    met++;
    if (ids.official[i] === ids.local[j]) continue;
    if (!worth.sameTexts(i, j) || worth.common(i, j) < DOUBTED * Math.max(worth.official(i), worth.local(j))) return true;
  }
  return left > 0 && local.data.last - local.data.first + 1 > met;
}

/** The first of the keys that the user chose whose columns the list has, by either side's headers; a key that no row has is none. */
function chosenKey(
  sides: Sides,
  official: KeyRegion,
  local: KeyRegion,
  among: KeyColumns,
): { readonly key: KeyColumns; readonly asked: readonly string[] } | null {
  const isFor = ({ list }: SheetKey, region: KeyRegion): boolean => list === undefined || holdsPlace(region, list);
  const keys = [...sides.official.keys.filter((key) => isFor(key, official)), ...sides.local.keys.filter((key) => isFor(key, local))];
  // What was chosen for this one list goes before what was for all.
  for (const { columns: asked } of [...keys.filter(({ list }) => list !== undefined), ...keys.filter(({ list }) => list === undefined)]) {
    const key = asked.flatMap((name) => {
      const wanted = plain(name);
      const found =
        among.find(([column]) => headerText(sides.official, official, column) === wanted) ??
        among.find(([, column]) => headerText(sides.local, local, column) === wanted);
      return found === undefined ? [] : [found];
    });
    if (key.length < asked.length) continue;
    const ours = keyTexts(
      sides.official,
      official.data,
      key.map(([o]) => o),
    );
    const theirs = keyTexts(
      sides.local,
      local.data,
      key.map(([, l]) => l),
    );
    if ([ours, theirs].every((texts) => texts.some((text) => text !== null))) return { key, asked };
  }
  return null;
}

/** What finds its equal in rows that are not in doubt. */
function equalInOrder({ first, last }: Span, match: Int32Array, worth: LineWorth): number {
  let equal = 0;
  for (let i = first; i <= last; i++) {
    if ((match[i] ?? 0) === 0) continue;
    const common = worth.common(i, match[i]!);
    if (common >= DOUBTED * Math.max(worth.official(i), worth.local(match[i]!))) equal += common;
  }
  return equal;
}

function replace(match: Int32Array, official: Span, local: Span, to: ReadonlyMap<number, number>): void {
  match.forEach((j, i) => {
    if ((i >= official.first && i <= official.last) || (j >= local.first && j <= local.last)) match[i] = 0;
  });
  for (const [i, j] of to) match[i] = j;
}

function isReordered({ first, last }: Span, match: Int32Array): boolean {
  let highest = 0;
  for (let i = first; i <= last; i++) {
    if (match[i] === 0) continue;
    if (match[i]! < highest) return true;
    highest = match[i]!;
  }
  return false;
}

function headerText(content: SheetContent, region: KeyRegion, column: number): string {
  return plain(headerOf(content, region, column));
}

function plain(header: string): string {
  return header.replace(/\s+/g, ' ').trim().toLowerCase();
}

function columnsOf({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

function rangeOf({ header, data, columns }: KeyRegion): KeyedTable['official'] {
  return { firstRow: header, lastRow: data.last, firstColumn: columns.first, lastColumn: columns.last };
}
