import type { AlignOptions } from '../align/align';
import { correspond } from '../settle/correspond';
import { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import type { Correspondence, KeyedTable, SheetPair } from '../align/Correspondence';
import { calculationNoise } from '../explain/calculationNoise';
import type { ComputedReads } from '../explain/ComputedReads';
import { RoleAssigner } from '../explain/RoleAssigner';
import { traceCauses } from '../explain/traceCauses';
import { OLD_VALUE } from '../explain/whyUnexplained';
import { findHeadlines } from '../headlines/findHeadlines';
import { columnName, stringifyRange } from '../workbook/Address';
import { findCell, valueAt } from '../workbook/cellAt';
import type { Snapshot, Span } from '../workbook/Snapshot';
import { arrayResults } from './arrayResults';
import type { OwnLines } from './compareLines';
import { compareLinks } from './compareLinks';
import { compareNames } from './compareNames';
import { compareNotes } from './compareNotes';
import type { ComparedList, ComparedSheet, ComparedWorkbook, Comparison } from './Comparison';
import { compareTables } from './compareTables';
import { compareSheets } from './compareSheets';
import { compareValidations } from './compareValidations';
import { countDifferences } from './countDifferences';
import { DifferenceSink, type DifferenceDraft } from './DifferenceSink';
import { foldRuns, type SettledPair } from './foldRuns';
import { placeKey, type CellMarks } from './CellMarks';
import type { CellPair } from './CellPair';
import { markDefinitions, type DefinitionMarks } from './markDefinitions';
import { markTables } from './markTables';
import { pairNames } from './pairNames';
import { movedSheets } from './movedSheets';
import { pairTables } from './pairTables';
import { readRenamed } from './readRenamed';
import { Tolerances, type ToleranceOptions } from './Tolerances';

export interface CompareOptions extends AlignOptions, ToleranceOptions {
  /** Headlines the user asks for, each a defined name or `Sheet!A1`; found by themselves when left out. */
  readonly headlines?: readonly string[];
  /** The one sheet that differences and headlines are looked for on, where all else is known to be the same workbook; every sheet when left out. */
  readonly onlySheet?: string;
  /** A correspondence made before, for these two snapshots. */
  readonly correspondence?: Correspondence;
  /** Finds what OFFSET and INDIRECT read; without it what follows through them alone is unexplained. */
  readonly computedReads?: ComputedReads;
  /** A clock in milliseconds, for the timing. */
  readonly now?: () => number;
}

/** Everything that is not the same in two workbooks: differences on the common grid, what is cause and what follows, headlines. */
export function compare(official: Snapshot, local: Snapshot, options: CompareOptions = {}): Comparison {
  const now = options.now ?? (() => 0);
  const tolerances = new Tolerances(options);
  const started = now();
  const correspondence = options.correspondence ?? correspond(official, local, options);
  const aligned = now();
  const grid = new CommonGrid(official, local, correspondence.sheets);
  const sink = new DifferenceSink();

  for (const draft of compareLinks(official, local)) sink.add(draft);
  const { onlySheet } = options;
  // What other sheets and names say of that one's cells moves along with them.
  const namePairs = onlySheet === undefined ? pairNames(grid) : [];
  const tablePairs = pairTables(grid);
  grid.readAs(readRenamed(grid, namePairs, tablePairs));
  const names = compareNames(grid, namePairs);
  for (const draft of names.drafts) sink.add(draft);

  const found = compareSheets(grid, tolerances, onlySheet);
  const noise = calculationNoise(grid, found, names.keys);
  const sheets = noise.size === 0 ? found : found.map((sheet) => ({ ...sheet, cells: sheet.cells.filter((cell) => !noise.has(cell)) }));
  const definitions = markDefinitions(grid);
  const compared = now();
  const roles = new RoleAssigner(
    grid,
    sheets.map(({ differing }) => differing),
    names.keys,
    options.computedReads,
  );
  const tables = compareTables(grid, tablePairs, {
    otherFormula: (pair, column, firstRow, lastRow) =>
      sheets[pair]!.cells.some((cell) => cell.kind === 'formula' && cell.column === column && cell.row >= firstRow && cell.row <= lastRow),
  });
  grid.pairs.forEach((pair, index) => {
    const sheet = sheets[index]!;
    for (const draft of sheet.drafts) sink.add(withMetric(draft, definitions));
    const name = (side: 'official' | 'local'): string | undefined => {
      const at = pair[side];
      return at === null ? undefined : grid[side].sheets[at]!.name;
    };
    for (const draft of tables) {
      const own = draft.official === null ? draft.local!.sheet === name('local') : draft.official.sheet === name('official');
      if (own) sink.add(draft);
    }
    if (pair.official === null || pair.local === null) return;
    const marks = { ...markTables(grid, index, tablePairs), ...definitions.cells(index) };
    for (const draft of foldRuns(grid, index, settle(grid, index, sheet.cells, roles, marks), marks)) sink.add(draft);
    for (const draft of compareNotes(grid, index)) sink.add(draft);
    for (const draft of compareValidations(grid, index)) sink.add(draft);
  });
  for (const draft of definitions.apart) sink.add(draft);
  const differences = traceCauses(sink.differences, grid, roles.precedents);
  const explained = now();
  const moved = movedSheets(grid.pairs);
  const headlines = findHeadlines(grid, {
    tolerances,
    wanted: options.headlines ?? null,
    ...(onlySheet !== undefined && { on: onlySheet }),
    definitions: definitions.pairs,
  });
  const done = now();
  return {
    schema: 'tieout.comparison/1',
    official: describe(official),
    local: describe(local),
    sheets: sheets.map(({ lines }, index) => comparedSheet(grid, index, lines, differences, moved, options)),
    differences,
    names: names.names,
    headlines,
    counts: countDifferences(differences),
    signals: [],
    precise: correspondence.precise,
    warnings: [
      ...official.warnings.map((warning) => `Official: ${warning}`),
      ...local.warnings.map((warning) => `Yours: ${warning}`),
      ...correspondence.reasons,
    ],
    timing: { align: aligned - started, compare: compared - aligned, explain: explained - compared, headlines: done - explained },
  };
}

/** Rows that one workbook has for itself, with the metrics that its dictionary defines there. */
function withMetric(draft: DifferenceDraft, definitions: DefinitionMarks): DifferenceDraft {
  const side = draft.official === null ? 'local' : 'official';
  const place = draft[side];
  const rows = draft.kind === 'row' && place !== null ? /(\d+)(?::\D*(\d+))?$/.exec(place.address) : null;
  const mark = rows === null ? null : definitions.rowMark(side, place!.sheet, Number(rows[1]), Number(rows[2] ?? rows[1]));
  return mark === null ? draft : { ...draft, ...mark };
}

function settle(
  grid: CommonGrid,
  index: number,
  cells: readonly CellPair[],
  roles: RoleAssigner,
  { notes, defined }: CellMarks,
): SettledPair[] {
  const pair = grid.pairs[index]!;
  const official = grid.official.sheets[pair.official!]!;
  const local = grid.local.sheets[pair.local!]!;
  let officialAnchors: Map<number, number> | null | undefined;
  let localAnchors: Map<number, number> | null | undefined;
  return cells.map((cell): SettledPair => {
    const { role } = cell;
    if (role !== null) {
      const key = placeKey(cell.row, cell.column);
      const definition = cell.kind === 'format' ? undefined : defined.get(key);
      if (definition !== undefined) return { ...cell, role, kind: 'definition', ...definition };
      return { ...cell, role, note: (cell.kind === 'format' ? undefined : notes.get(key)) ?? cell.note };
    }
    let { official: p, local: q } = cell;
    if (p < 0 || official.cells.formula[p]! < 0) p = (officialAnchors ??= arrayResults(official))?.get(p) ?? -1;
    if (q < 0 || local.cells.formula[q]! < 0) q = (localAnchors ??= arrayResults(local))?.get(q) ?? -1;
    // Where only one side's array reaches, it is that side's array which is asked.
    const f = p < 0 ? -1 : official.cells.formula[p]!;
    const g = q < 0 ? -1 : local.cells.formula[q]!;
    if (f < 0 || g < 0) return { ...cell, role: 'consequence' };
    const place: Place = {
      pair: index,
      officialRow: official.cells.row[p]!,
      officialColumn: official.cells.column[p]!,
      localRow: local.cells.row[q]!,
      localColumn: local.cells.column[q]!,
    };
    if (p !== cell.official && !grid.sameFormula(f, g, place)) return { ...cell, role: 'consequence' };
    const found = roles.of(f, g, place);
    // The same words that read other sheets are another formula.
    if (found.role === 'cause') return { ...cell, ...found, kind: 'formula' };
    // What is known of the two values is worth more than a guess.
    const phrases = cell.note !== '' && found.note === OLD_VALUE ? [cell.note] : [cell.note, found.note].filter((note) => note !== '');
    return { ...cell, role: found.role, note: phrases.join(' · ') };
  });
}

function describe({ name, sha256, sheets }: Snapshot): ComparedWorkbook {
  let cells = 0;
  let formulas = 0;
  for (const { cells: own } of sheets) {
    const { count, formula } = own;
    cells += count;
    for (let p = 0; p < count; p++) if (formula[p]! >= 0) formulas++;
  }
  return { name, sha256, cells, formulas };
}

function comparedSheet(
  grid: CommonGrid,
  index: number,
  lines: readonly OwnLines[],
  differences: Comparison['differences'],
  moved: ReadonlySet<number>,
  { sheetPairs = [] }: CompareOptions,
): ComparedSheet {
  const pair = grid.pairs[index]!;
  const ours = pair.official === null ? null : grid.official.sheets[pair.official]!;
  const theirs = pair.local === null ? null : grid.local.sheets[pair.local]!;
  const [official, local] = [ours?.name ?? null, theirs?.name ?? null];
  const numbers = (axis: OwnLines['axis'], side: OwnLines['side']): number[] => {
    const found = lines.flatMap((own) => (own.axis === axis && own.side === side ? own.runs.flatMap(numbersOf) : []));
    return [...new Set(found)].sort((a, b) => a - b);
  };
  const status = (): ComparedSheet['status'] => {
    if (official === null) return 'added';
    if (local === null) return 'removed';
    const byHand = sheetPairs.some((names) => names.official.toLowerCase() === official.toLowerCase());
    if (official.toLowerCase() !== local.toLowerCase() && !byHand) return 'renamed';
    return differences.some((one) => one.official?.sheet === official || one.local?.sheet === local) ? 'changed' : 'same';
  };
  return {
    official,
    local,
    status: status(),
    moved: moved.has(index),
    visibility: { official: ours?.visibility ?? null, local: theirs?.visibility ?? null },
    rowsAdded: numbers('rows', 'local'),
    rowsRemoved: numbers('rows', 'official'),
    columnsAdded: numbers('columns', 'local').map(columnName),
    columnsRemoved: numbers('columns', 'official').map(columnName),
    rowsMoved: pair.moves.flatMap((move) => (move.of === 'rows' ? numbersOf(move.local) : [])).sort((a, b) => a - b),
    keyed: pair.keyed.map((table) => comparedList(grid, pair, table)),
  };
}

function comparedList({ official: snapshot }: CommonGrid, pair: SheetPair, table: KeyedTable): ComparedList {
  const { official, local, key, chosen, reordered, duplicates } = table;
  const { cells } = snapshot.sheets[pair.official!]!;
  const header = (column: number): string => {
    const p = findCell(cells, official.firstRow, column);
    const text = p < 0 ? null : valueAt(snapshot, cells, p);
    return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '';
  };
  const columns = numbersOf({ first: official.firstColumn, last: official.lastColumn }).map(header);
  return {
    official: stringifyRange(official),
    local: stringifyRange(local),
    columns: columns.filter((text) => text !== ''),
    key: key.map(([column]) => header(column) || columnName(column)),
    chosen: chosen !== null,
    reordered,
    duplicates,
  };
}

function numbersOf({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
