import { commonPlace, ownPlace } from '../align/bands';
import type { CommonGrid } from '../align/CommonGrid';
import type { Target } from '../align/Target';
import type { Place } from '../align/Place';
import { arrayResults } from '../compare/arrayResults';
import { findCell } from '../workbook/cellAt';
import type { Precedents } from './Precedents';

type Side = 'official' | 'local';

/** What takes what a cell reads: keys of names (see `nameKey`), and ranges in the rows and columns of one workbook. */
export interface ReadsVisitor {
  readonly name: (key: string) => void;
  readonly range: (side: Side, target: Target) => void;
}

/** A cell of the common grid. */
export interface CommonCell {
  readonly pair: number;
  readonly row: number;
  readonly column: number;
}

/** Tells what the cells of the common grid read, in either workbook; a cell that an array fills reads what the array's formula reads. */
export class CellReads {
  readonly #results = { official: new Map<number, Map<number, number> | null>(), local: new Map<number, Map<number, number> | null>() };

  constructor(
    readonly grid: CommonGrid,
    readonly precedents: Readonly<Record<Side, Precedents>>,
  ) {}

  /** Visits what a cell reads, in official first; targets are only good until the next visit. */
  visit({ pair, row, column }: CommonCell, visitor: ReadsVisitor): void {
    const sheets = this.grid.pairs[pair]!;
    const [ours, theirs] = [ownPlace(sheets, 'official', row, column), ownPlace(sheets, 'local', row, column)];
    const place = { pair, officialRow: ours.row, officialColumn: ours.column, localRow: theirs.row, localColumn: theirs.column };
    this.#visitSide('official', place, visitor);
    this.#visitSide('local', place, visitor);
  }

  /** The cell of the common grid that stands at a row and column of one workbook. */
  cellAt(side: Side, pair: number, row: number, column: number): CommonCell {
    return { pair, ...commonPlace(this.grid.pairs[pair]!, side, row, column) };
  }

  #visitSide(side: Side, place: Place, visitor: ReadsVisitor): void {
    const sheet = this.grid.pairs[place.pair]![side];
    const [row, column] = side === 'official' ? [place.officialRow, place.officialColumn] : [place.localRow, place.localColumn];
    if (sheet === null || row === 0 || column === 0) return;
    const { cells, name } = this.grid[side].sheets[sheet]!;
    let at = findCell(cells, row, column);
    if (at >= 0 && cells.formula[at]! < 0) at = this.#resultsOf(side, sheet)?.get(at) ?? -1;
    const formula = at < 0 ? -1 : cells.formula[at]!;
    if (formula < 0) return;
    const [fromRow, fromColumn] = [cells.row[at]!, cells.column[at]!];
    const from =
      side === 'official' ? { officialRow: fromRow, officialColumn: fromColumn } : { localRow: fromRow, localColumn: fromColumn };
    const shapes = side === 'official' ? this.grid.officialShapes : this.grid.localShapes;
    const { names, ranges } = this.precedents[side].of(shapes.of(formula), name);
    names.forEach(visitor.name);
    ranges({ ...place, ...from }, (target) => {
      visitor.range(side, target);
      return false;
    });
  }

  #resultsOf(side: Side, sheet: number): Map<number, number> | null {
    let results = this.#results[side].get(sheet);
    if (results === undefined) this.#results[side].set(sheet, (results = arrayResults(this.grid[side].sheets[sheet]!)));
    return results;
  }
}
