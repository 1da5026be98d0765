import { stringifyRange, type CellAddress } from '../../../src/core/workbook/Address';
import { isSameValue } from '../../../src/core/workbook/CellValue';
import { toRelative } from '../../../src/core/formula/toRelative';
import type { LaidOutPair, Layout, Side } from './Layout';
import { explainMoves, type MovedBlock } from './explainMoves';
import { foldCells, type PlacedCell } from './foldCells';
import { isCopy } from './isCopy';
import { isToldByKey, type KeyedList } from './isToldByKey';
import { Meaning } from './sameMeaning';
import { rangeOf } from './snapshotOfBook';
import type { AxisName, TracedBook, TracedCell, TracedSheet } from './TracedBook';
import { writeFormula } from './tracedFormula';

/** What a layout of two books says differs: what should be listed, and the decisions behind it. */
export interface Explanation {
  /** One line each, as `listed` writes what a comparison lists. */
  readonly differences: readonly string[];
  /** Lines that only one side has: `Data -5`, `Data +7`. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Cells that differ on lines of both: `value Data!B3 Data!B4`. */
  readonly cells: readonly string[];
  readonly cost: ReadingTime;
}

/** The lists of a sheet of official that a comparison matched by key. */
export type KeyedLists = (sheet: string) => readonly KeyedList[];

/** How much there is to read: an explanation is as good as another that takes no more, and no more sheets. */
interface ReadingTime {
  readonly sheets: number;
  /** A difference takes as long as ten cells that are told of, a cell that merely stands elsewhere half as long as one. */
  readonly cells: number;
}

/** The blocks that a comparison says moved on a sheet of official. */
export type NamedMoves = (sheet: string) => readonly MovedBlock[];

/** A difference takes as long to read as so many cells that are told of. */
const READING = 10;

/** What differs between two books where lines are laid out so: cells compared one by one, by other code than the one under test. */
export function explain(
  official: TracedBook,
  local: TracedBook,
  layout: Layout,
  planted: boolean,
  named: NamedMoves = () => [],
  keyed: KeyedLists = () => [],
): Explanation {
  const books = { official, local };
  const meaning = new Meaning(official, local, layout);
  // A range means the same in a cell that nobody touched, unless lines moved into it or out of it.
  const untouched = planted && rises(layout, books);
  const differences: string[] = [];
  const lines = { rows: [] as string[], columns: [] as string[] };
  const cells: string[] = [];
  let sheets = 0;
  let told = 0;
  for (const pair of layout.pairs) {
    if (pair.official === null || pair.local === null) {
      const side: Side = pair.official === null ? 'local' : 'official';
      const sheet = books[side].sheets[pair[side]!]!;
      const name = `${sheet.name}!`;
      const count = [...sheet.entries()].length;
      sheets++;
      // As of rows and columns that one side has for itself, all that stands there is told of; of a copy, that it is one.
      if (!isCopy(sheet, books[side])) told += count;
      differences.push(line('sheet', count, side === 'official' ? name : null, side === 'local' ? name : null));
      continue;
    }
    const both = { official: official.sheets[pair.official]!, local: local.sheets[pair.local]! };
    const places = [`${both.official.name}!`, `${both.local.name}!`] as const;
    if (both.official.name.toLowerCase() !== both.local.name.toLowerCase()) differences.push(line('sheet', 1, ...places));
    if (both.official.visibility !== both.local.visibility) differences.push(line('hidden', 1, ...places));
    const own = { official: { rows: [] as number[], columns: [] as number[] }, local: { rows: [] as number[], columns: [] as number[] } };
    for (const axis of ['rows', 'columns'] as const) {
      const filled = { official: both.official.filled(axis), local: both.local.filled(axis) };
      for (const side of ['official', 'local'] as const) {
        own[side][axis] = ownLines(pair, axis, side, filled[side]);
        const { name } = both[side];
        for (const number of own[side][axis]) lines[axis].push(`${name} ${side === 'official' ? '-' : '+'}${number}`);
        for (const { first, last } of runsOf(own[side][axis])) {
          const count = filled[side].slice(first, last + 1).reduce((sum, each) => sum + each, 0);
          const address = `${name}!${linesText(axis, first, last)}`;
          const kind = axis === 'rows' ? 'row' : 'column';
          told += count;
          differences.push(line(kind, Math.max(1, count), side === 'official' ? address : null, side === 'local' ? address : null));
        }
      }
      for (const { official: from, local: to } of explainMoves(
        pair,
        axis,
        both,
        named(both.official.name).filter((block) => block.axis === axis),
        (ours, theirs) => keyed(both.official.name).some((list) => isToldByKey(list, both, pair, ours, theirs)),
      )) {
        const sum = (side: Side, { first, last }: typeof from): number =>
          filled[side].slice(first, last + 1).reduce((all, each) => all + each, 0);
        const [before, after] = [
          `${both.official.name}!${linesText(axis, from.first, from.last)}`,
          `${both.local.name}!${linesText(axis, to.first, to.last)}`,
        ];
        differences.push(line(axis === 'rows' ? 'row' : 'column', Math.max(1, sum('official', from), sum('local', to)), before, after));
        lines[axis].push(`${both.official.name} ~${from.first}:${from.last}`);
        told += sum('official', from) / 2;
      }
      differences.push(...hiddenRuns(pair, axis, both));
    }
    const found = differingCells(pair, both, own, meaning, books, { planted, untouched });
    for (const { kind, official: ours, local: theirs } of found) {
      cells.push(`${kind} ${places[0]}${ours.row},${ours.column} ${places[1]}${theirs.row},${theirs.column}`);
    }
    for (const { kind, count, official: ours, local: theirs } of foldCells(found)) {
      differences.push(line(kind, count, places[0] + stringifyRange(ours), places[1] + stringifyRange(theirs)));
    }
    differences.push(...differingTables(both, meaning));
  }
  differences.push(...differingNames(books, meaning));
  return {
    differences: differences.sort(),
    ...lines,
    cells,
    cost: { sheets, cells: READING * differences.length + told + cells.length },
  };
}

/** True when all lines of both stand in the same order. */
function rises({ pairs }: Layout, books: Readonly<Record<Side, TracedBook>>): boolean {
  return pairs.every((pair) => {
    if (pair.official === null || pair.local === null) return true;
    const sheet = books.official.sheets[pair.official]!;
    return (['rows', 'columns'] as const).every((axis) => {
      let highest = 0;
      for (let number = 1, end = sheet.lastUsed(axis); number <= end; number++) {
        const partner = pair[axis].official(number);
        if (partner !== 0 && partner < highest) return false;
        highest = Math.max(highest, partner);
      }
      return true;
    });
  });
}

/** A difference as a line: kind, cells, and its place in both workbooks. */
export function line(kind: string, cells: number, official: string | null, local: string | null): string {
  return `${kind} ×${cells} ${official ?? '∅'} → ${local ?? '∅'}`;
}

/** Lines of one side that the other lacks, or has only past its end. */
function ownLines(pair: LaidOutPair, axis: AxisName, side: Side, filled: readonly number[]): number[] {
  const own: number[] = [];
  const last = filled.findLastIndex((count) => count > 0);
  for (let number = 1; number <= last; number++) {
    // Blank ones among those typed past the other side's end are as blank there.
    if (pair[axis][side](number) === 0 && (filled[number]! > 0 || !pair[axis].isPastEnd(side, number))) own.push(number);
  }
  return own;
}

function runsOf(numbers: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    if (runs.at(-1)?.last === number - 1) runs.at(-1)!.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}

function linesText(axis: AxisName, first: number, last: number): string {
  if (axis === 'rows') return `${first}:${last}`;
  return [first, last]
    .map((column) => stringifyRange({ firstRow: 1, lastRow: 1, firstColumn: column, lastColumn: column }).slice(0, -1))
    .join(':');
}

function hiddenRuns(pair: LaidOutPair, axis: AxisName, both: Readonly<Record<Side, TracedSheet>>): string[] {
  const runs: { first: [number, number]; last: [number, number]; state: boolean }[] = [];
  for (let number = 1; number <= both.official[axis].length; number++) {
    const partner = pair[axis].official(number);
    if (partner === 0 || partner > both.local[axis].length) continue;
    const ours = both.official.hidden[axis].has(both.official[axis][number - 1]!);
    if (ours === both.local.hidden[axis].has(both.local[axis][partner - 1]!)) continue;
    const before = runs.at(-1);
    if (before?.state === ours && before.last[0] === number - 1 && before.last[1] === partner - 1) before.last = [number, partner];
    else runs.push({ first: [number, partner], last: [number, partner], state: ours });
  }
  return runs.map(({ first, last }) =>
    line(
      'hidden',
      last[0] - first[0] + 1,
      `${both.official.name}!${linesText(axis, first[0], last[0])}`,
      `${both.local.name}!${linesText(axis, first[1], last[1])}`,
    ),
  );
}

function differingCells(
  pair: LaidOutPair,
  both: Readonly<Record<Side, TracedSheet>>,
  own: Readonly<Record<Side, Readonly<Record<AxisName, readonly number[]>>>>,
  meaning: Meaning,
  books: Readonly<Record<Side, TracedBook>>,
  { planted, untouched }: { readonly planted: boolean; readonly untouched: boolean },
): PlacedCell[] {
  const isOwn = (side: Side) => {
    const [rows, columns] = [new Set(own[side].rows), new Set(own[side].columns)];
    return (row: number, column: number): boolean => rows.has(row) || columns.has(column);
  };
  const [ownOfficial, ownLocal] = [isOwn('official'), isOwn('local')];
  const found: PlacedCell[] = [];
  const look = (
    official: readonly [number, number],
    local: readonly [number, number],
    ours: TracedCell | undefined,
    theirs: TracedCell | undefined,
  ) => {
    if (ours === theirs && untouched) return;
    const places = { official: { row: official[0], column: official[1] }, local: { row: local[0], column: local[1] } };
    const kind = contentKind(ours, theirs, meaning);
    if (kind !== null) found.push({ kind, key: foldKey(kind, ours, theirs, places, books, planted), ...places });
    if (ours && theirs && ours.format !== theirs.format) found.push({ kind: 'format', key: `${ours.format}→${theirs.format}`, ...places });
  };
  for (const { row, column, cell } of both.official.entries()) {
    if (ownOfficial(row, column)) continue;
    const place = [pair.rows.official(row), pair.columns.official(column)] as const;
    look([row, column], place, cell, both.local.cell(...place));
  }
  for (const { row, column, cell } of both.local.entries()) {
    if (ownLocal(row, column)) continue;
    const place = [pair.rows.local(row), pair.columns.local(column)] as const;
    if (both.official.cell(...place) === undefined) look(place, [row, column], undefined, cell);
  }
  return found;
}

function contentKind(ours: TracedCell | undefined, theirs: TracedCell | undefined, meaning: Meaning): string | null {
  const [f, g] = [ours?.formula ?? null, theirs?.formula ?? null];
  if (f !== null && g !== null) return meaning.same(f, g) ? null : 'formula';
  if (f === null && g === null) return isSameValue(ours?.value ?? null, theirs?.value ?? null) ? null : 'value';
  if (ours === undefined || theirs === undefined) return 'formula';
  return f !== null ? 'hardcoded' : 'unhardcoded';
}

/**
 * Equal for cells that one edit made differ. A deletion, lines that are taken for others, and constants over formulas,
 * whatever they are, make one difference wherever formulas read the same.
 */
function foldKey(
  kind: string,
  ours: TracedCell | undefined,
  theirs: TracedCell | undefined,
  places: Readonly<Record<Side, CellAddress>>,
  books: Readonly<Record<Side, TracedBook>>,
  planted: boolean,
): string {
  const text = (cell: TracedCell | undefined, side: Side): string => {
    if (!cell?.formula) return cell === undefined ? `blank ${places[side].row} ${places[side].column}` : JSON.stringify(cell.value);
    return `=${toRelative(writeFormula(cell.formula, books[side]), places[side].row, places[side].column)}`;
  };
  // What was typed over formulas, or that they were cleared, counts no more than that they were.
  if (kind === 'hardcoded' || (kind === 'formula' && !theirs)) return `-${text(ours, 'official')}`;
  if (kind === 'unhardcoded' || (kind === 'formula' && !ours)) return `+${text(theirs, 'local')}`;
  const tags = `${ours?.tag ?? ''} ${theirs?.tag ?? ''}`;
  return !planted || tags === ' ' || tags.includes('#')
    ? `${planted ? tags : ''} ${text(ours, 'official')} ${text(theirs, 'local')}`
    : tags;
}

function differingTables(both: Readonly<Record<Side, TracedSheet>>, meaning: Meaning): string[] {
  const tablesOf = (side: Side) =>
    new Map(
      both[side].areas.flatMap(({ what, at }) => (typeof what === 'object' && 'table' in what ? [[what.table.name, at] as const] : [])),
    );
  const theirs = tablesOf('local');
  const place = (side: Side, name: string): string => `${both[side].name}!${name}`;
  const cellsOf = (side: Side, at: Parameters<typeof rangeOf>[1]): number => {
    const { firstRow, lastRow, firstColumn, lastColumn } = rangeOf(both[side], at);
    return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
  };
  const lines: string[] = [];
  for (const [name, at] of tablesOf('official')) {
    const partner = theirs.get(name);
    theirs.delete(name);
    if (partner === undefined) lines.push(line('table', cellsOf('official', at), place('official', name), null));
    else if (!meaning.same([at], [partner])) lines.push(line('table', 1, place('official', name), place('local', name)));
  }
  for (const [name, at] of theirs) lines.push(line('table', cellsOf('local', at), null, place('local', name)));
  return lines;
}

function differingNames({ official, local }: Readonly<Record<Side, TracedBook>>, meaning: Meaning): string[] {
  const scopeOf = (book: TracedBook, scope: TracedBook['names'][number]['scope']): string =>
    scope === null ? '' : (book.sheetOf(scope)?.name ?? '');
  const left = new Map(local.names.map((each) => [each.name.toLowerCase(), each]));
  const gone: TracedBook['names'] = [];
  const lines: string[] = [];
  const place = (book: TracedBook, { name, scope }: TracedBook['names'][number]): string => `${scopeOf(book, scope)}!${name}`;
  for (const name of official.names) {
    const partner = left.get(name.name.toLowerCase());
    left.delete(name.name.toLowerCase());
    if (partner === undefined) gone.push(name);
    else if (!meaning.same(name.formula, partner.formula)) lines.push(line('name', 1, place(official, name), place(local, partner)));
  }
  for (const name of gone) {
    // Another name for the same is a name renamed.
    const renamed = [...left.values()].find((other) => meaning.same(name.formula, other.formula));
    if (renamed !== undefined) left.delete(renamed.name.toLowerCase());
    lines.push(line('name', 1, place(official, name), renamed === undefined ? null : place(local, renamed)));
  }
  for (const name of left.values()) lines.push(line('name', 1, null, place(local, name)));
  return lines;
}
