import { commonPlace, commonRanges } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import { compareDefinitions, type DefinedPlace, type DefinitionChange } from '../definitions/compareDefinitions';
import type { Definition } from '../definitions/Definition';
import { pairDefinitions, type DefinitionPair } from '../definitions/pairDefinitions';
import { readDefinitions } from '../definitions/readDefinitions';
import { tiedCells } from '../definitions/tiedCells';
import { stringifyAddress } from '../workbook/Address';
import { findCell } from '../workbook/cellAt';
import { placeKey, type CellMarks, type DefinedCell, type TiedCells } from './CellMarks';
import { sideOfCell, type DifferenceDraft } from './DifferenceSink';

type Side = 'official' | 'local';

/** What the metric dictionaries of two workbooks make of their cells. */
export interface DefinitionMarks {
  /** The metrics of both dictionaries. */
  readonly pairs: readonly DefinitionPair[];
  /** By sheet pair. */
  readonly cells: (pair: number) => Pick<CellMarks, 'defined' | 'tied'>;
  /** A row that only one workbook has, of which its dictionary says what it defines. */
  readonly rowMark: (side: Side, sheet: string, firstRow: number, lastRow: number) => DefinedCell | null;
  /** Differences of definition between cells that the common grid does not lay on each other, as when rows stand in another order. */
  readonly apart: readonly DifferenceDraft[];
}

/** Reads the dictionaries of both workbooks and finds the cells in which they differ. */
export function markDefinitions(grid: CommonGrid): DefinitionMarks {
  const official = readDefinitions(grid.official);
  const local = readDefinitions(grid.local);
  const defined = new Map<number, Map<number, DefinedCell>>();
  const rows: { readonly side: Side; readonly sheet: string; readonly row: number; readonly metric: string }[] = [];
  const apart: DifferenceDraft[] = [];
  const mark = ({ pair, row, column }: Located, { metric, note }: DefinitionChange): void => {
    const cells = defined.get(pair) ?? new Map<number, DefinedCell>();
    defined.set(pair, cells);
    const key = placeKey(row, column);
    const before = cells.get(key);
    // Where one metric stands in the place of another, both are said.
    cells.set(key, before === undefined ? { metric, note } : { metric: before.metric, note: `${before.note}; ${note}` });
  };
  for (const change of compareDefinitions(official, local)) {
    const at = { official: locate(grid, 'official', change.official), local: locate(grid, 'local', change.local) };
    if (change.official !== null && change.local !== null) {
      const [ours, theirs] = [at.official, at.local];
      if (ours !== null && theirs !== null && ours.pair === theirs.pair && ours.row === theirs.row && ours.column === theirs.column)
        mark(ours, change);
      else if (!sameFormula(grid, change.official, change.local)) apart.push(draftOf(grid, change, change.official, change.local));
      continue;
    }
    const side = change.official === null ? 'local' : 'official';
    const place = at[side];
    if (place === null) continue;
    if (grid.bothHave(place.pair, place.row, place.column)) mark(place, change);
    else if (change.field === 'metric') {
      const { sheet, row } = change[side]!;
      rows.push({ side, sheet: grid[side].sheets[sheet]!.name, row, metric: change.metric });
    }
  }
  const pairs = pairDefinitions(official, local);
  const tied = tiedTo(grid, pairs);
  return {
    pairs,
    cells: (pair) => ({ defined: defined.get(pair) ?? new Map<number, DefinedCell>(), tied: tied.get(pair) ?? [] }),
    rowMark: (side, sheet, firstRow, lastRow) => {
      const metrics = rows.filter((one) => one.side === side && one.sheet === sheet && one.row >= firstRow && one.row <= lastRow);
      if (metrics.length === 0) return null;
      const names = metrics.map(({ metric }) => metric).join(', ');
      return { metric: names, note: `only ${side === 'local' ? 'yours' : 'official'} defines ${names}` };
    },
    apart,
  };
}

interface Located {
  readonly pair: number;
  readonly row: number;
  readonly column: number;
}

/** A place on the common grid; null on a sheet that only one workbook has. */
function locate(grid: CommonGrid, side: Side, place: DefinedPlace | null): Located | null {
  if (place === null) return null;
  const pair = pairOf(grid, side, place.sheet);
  return pair === null ? null : { pair, ...commonPlace(grid.pairs[pair]!, side, place.row, place.column) };
}

function pairOf(grid: CommonGrid, side: Side, sheet: number): number | null {
  const index = (side === 'official' ? grid.officialPair : grid.localPair)[sheet]!;
  const pair = grid.pairs[index];
  return pair === undefined || pair.official === null || pair.local === null ? null : index;
}

/** True when both cells hold formulas that mean the same, wherever they stand. */
function sameFormula(grid: CommonGrid, official: DefinedPlace, local: DefinedPlace): boolean {
  const formulaAt = (side: Side, { sheet, row, column }: DefinedPlace): number => {
    const { cells } = grid[side].sheets[sheet]!;
    const position = findCell(cells, row, column);
    return position < 0 ? -1 : cells.formula[position]!;
  };
  const [f, g] = [formulaAt('official', official), formulaAt('local', local)];
  const place = {
    pair: grid.officialPair[official.sheet]!,
    officialRow: official.row,
    officialColumn: official.column,
    localRow: local.row,
    localColumn: local.column,
  };
  return f >= 0 && g >= 0 && grid.sameFormula(f, g, place);
}

function draftOf(grid: CommonGrid, { metric, note }: DefinitionChange, official: DefinedPlace, local: DefinedPlace): DifferenceDraft {
  const side = (name: Side, { sheet, row, column }: DefinedPlace): DifferenceDraft['official'] =>
    sideOfCell(grid[name], sheet, stringifyAddress({ row, column }), row, column);
  return { kind: 'definition', cells: 1, official: side('official', official), local: side('local', local), metric, note };
}

/** By sheet pair, the cells that either dictionary ties a metric to, by official's name for it. */
function tiedTo(grid: CommonGrid, pairs: readonly DefinitionPair[]): Map<number, TiedCells[]> {
  const found = new Map<number, Map<string, TiedCells>>();
  const add = (side: Side, definition: Definition | null, metric: string): void => {
    const cells = definition === null ? null : tiedCells(grid[side], definition);
    const pair = cells === null ? null : pairOf(grid, side, cells.sheet);
    if (cells === null || pair === null) return;
    const known = found.get(pair) ?? new Map<string, TiedCells>();
    found.set(pair, known);
    for (const range of commonRanges(grid.pairs[pair]!, side, cells.range))
      known.set(`${Object.values(range).join(' ')} ${metric}`, { ...range, metric });
  };
  for (const pair of pairs) {
    const { metric } = (pair.official ?? pair.local)!;
    add('official', pair.official, metric);
    add('local', pair.local, metric);
  }
  return new Map([...found].map(([pair, cells]) => [pair, [...cells.values()]]));
}
