import type { CommonGrid } from '../align/CommonGrid';
import type { Place } from '../align/Place';
import { walkPair } from '../align/walkPair';
import { pairNames } from '../compare/pairNames';
import { cellsOfTable, pairTables } from '../compare/pairTables';
import { REFERENCE_SIZE, Ref, RefSheet, type FormulaShape } from '../formula/FormulaShapes';

/** Two formulas that do the same, wherever they look: those of cells, or what a name or a table stands for. */
export interface Look {
  readonly official: FormulaShape;
  readonly local: FormulaShape;
  readonly place: Place;
}

/** So many cells with the same formula tell as much as all. */
const OF_ONE_FORMULA = 3;
/** So many looks into one sheet are taken in. */
const MOST = 5_000;

/** What looks into the sheet pairs of a grid from elsewhere: names, tables, and formulas of other sheets. They are gathered when first asked for. */
export class Onlookers {
  #byPair: Look[][] | null = null;

  constructor(readonly grid: CommonGrid) {}

  /** What looks into a sheet pair. */
  of(pair: number): readonly Look[] {
    return (this.#byPair ??= this.#gather())[pair]!;
  }

  #gather(): Look[][] {
    const { grid } = this;
    const byPair: Look[][] = grid.pairs.map(() => []);
    const add = (look: Look): void => {
      if (!grid.sameShape(look.official, look.local)) return;
      const theirs = pairsSeen(look.local, grid.localPair);
      for (const pair of pairsSeen(look.official, grid.officialPair)) {
        if (theirs.includes(pair) && byPair[pair]!.length < MOST) byPair[pair]!.push(look);
      }
    };
    const nowhere: Place = { pair: RefSheet.Missing, officialRow: 1, officialColumn: 1, localRow: 1, localColumn: 1 };
    const addText = (ours: string, theirs: string): void =>
      add({ official: grid.officialShapes.ofText(ours, 1, 1), local: grid.localShapes.ofText(theirs, 1, 1), place: nowhere });
    for (const { official, local } of pairNames(grid)) if (official && local) addText(official.formula, local.formula);
    for (const { official, local } of pairTables(grid).pairs) addText(cellsOfTable(official), cellsOfTable(local));
    grid.pairs.forEach((pair, index) => {
      if (pair.official === null || pair.local === null) return;
      const [ours, theirs] = [grid.official.sheets[pair.official]!.cells, grid.local.sheets[pair.local]!.cells];
      const seen = new Uint8Array(grid.official.formulas.length);
      walkPair(ours, theirs, pair, (p, q) => {
        const f = p < 0 ? -1 : ours.formula[p]!;
        if (f < 0 || q < 0 || theirs.formula[q]! < 0 || seen[f]! >= OF_ONE_FORMULA) return;
        seen[f]!++;
        add(lookOf(grid, index, p, q));
      });
    });
    return byPair;
  }
}

/** The formulas of two cells of a sheet pair, by their positions. */
export function lookOf(grid: CommonGrid, pair: number, p: number, q: number): Look {
  const ours = grid.official.sheets[grid.pairs[pair]!.official!]!.cells;
  const theirs = grid.local.sheets[grid.pairs[pair]!.local!]!.cells;
  return {
    official: grid.officialShapes.of(ours.formula[p]!),
    local: grid.localShapes.of(theirs.formula[q]!),
    place: {
      pair,
      officialRow: ours.row[p]!,
      officialColumn: ours.column[p]!,
      localRow: theirs.row[q]!,
      localColumn: theirs.column[q]!,
    },
  };
}

/** The sheet pairs that a formula names. */
function pairsSeen({ references }: FormulaShape, pairOf: Int32Array): number[] {
  const seen = new Set<number>();
  for (let at = 0; at < references.length; at += REFERENCE_SIZE) {
    const sheet = references[at + Ref.sheet]!;
    if (sheet !== RefSheet.Own && sheet >= 0 && pairOf[sheet]! >= 0) seen.add(pairOf[sheet]!);
  }
  return [...seen];
}
