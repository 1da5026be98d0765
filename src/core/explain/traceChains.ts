import { ownPlace } from '../align/bands';
import type { Difference, DifferenceSide } from '../compare/Difference';
import { sideOfCell } from '../compare/DifferenceSink';
import type { Steps } from '../Steps';
import { stringifyAddress } from '../workbook/Address';
import type { Labeller } from '../workbook/createLabeller';
import type { CellReads, CommonCell } from './CellReads';
import type { Chain, ChainStep } from './Chain';
import type { DifferenceIndex } from './DifferenceIndex';
import { visitDiffering } from './visitDiffering';

/** What chains are looked for in. */
export interface ChainContext {
  readonly differences: readonly Difference[];
  readonly reads: CellReads;
  readonly index: DifferenceIndex;
  readonly labels: { readonly official: Labeller; readonly local: Labeller };
}

export interface ChainsWanted {
  /** Where to begin: each cell, with the place of its difference in the list. */
  readonly from: readonly (readonly [cell: CommonCell, difference: number])[];
  /** Ids of the differences to end at; null for the nearest causes, and what nothing explains. */
  readonly ends: ReadonlySet<string> | null;
  readonly most: number;
}

export interface TracedChains {
  /** The nearest first, one for each difference that is followed. */
  readonly chains: readonly Chain[];
  /** False when there was too much to look through. */
  readonly complete: boolean;
}

/** A cell, or a difference that is no cell, that was reached, and from where. */
interface Reached {
  readonly cell: CommonCell | null;
  readonly difference: number;
  readonly from: number;
}

/** More than a model of a million cells needs; running totals over long lists may come to it. */
const MOST_LOOKED_AT = 20_000_000;
/** So many cells are looked at between two steps. */
const STRIDE = 5_000;

/**
 * Looks for the shortest ways from cells to what they follow, over cells whose values differ and no others. Each cell is passed once, so that
 * circles end; what is read first comes first among ways of a length.
 */
export function* traceChains({ differences, reads, index, labels }: ChainContext, { from, ends, most }: ChainsWanted): Steps<TracedChains> {
  const reached: Reached[] = [];
  const known = new Set<number>();
  /** By difference, how many of its cells were reached: one that was used up need not be looked through again. */
  const used = new Map<number, number>();
  const found = new Map<number, number>();
  const enough = Math.min(most, ends?.size ?? most);
  const own = new Set(from.map(([, difference]) => difference));
  let looked = 0;

  const isEnd = (difference: number): boolean => {
    const { id, role } = differences[difference]!;
    if (own.has(difference)) return false;
    return ends === null ? role !== 'consequence' : ends.has(id);
  };
  const reach = (cell: CommonCell | null, difference: number, before: number): void => {
    const at = reached.push({ cell, difference, from: before }) - 1;
    if (isEnd(difference) && !found.has(difference)) found.set(difference, at);
  };
  const isNew = (cell: CommonCell, difference: number): boolean => {
    const key = keyOf(cell);
    if (known.has(key)) return false;
    known.add(key);
    used.set(difference, (used.get(difference) ?? 0) + 1);
    return true;
  };
  for (const [cell, difference] of from) if (isNew(cell, difference)) reach(cell, difference, -1);

  let sinceStep = 0;
  for (let at = 0; at < reached.length && found.size < enough && looked < MOST_LOOKED_AT; at++) {
    const { cell } = reached[at]!;
    const before = looked++;
    if (cell !== null) {
      reads.visit(cell, {
        name(key) {
          const difference = index.ofName(key);
          if (difference >= 0 && !used.has(difference)) {
            used.set(difference, 1);
            reach(null, difference, at);
          }
        },
        range(side, target) {
          const within = new Set<number>();
          index.forEachIn(side, target, (difference) => within.add(difference));
          looked += within.size;
          for (const difference of within) {
            if ((used.get(difference) ?? 0) >= differences[difference]!.cells) continue;
            looked += visitDiffering(differences[difference]!, side, target, reads, (next) => {
              if (isNew(next, difference)) reach(next, difference, at);
              return found.size >= enough;
            });
          }
        },
      });
    }
    sinceStep += looked - before;
    if (sinceStep >= STRIDE) {
      sinceStep = 0;
      yield Math.min(0.99, at / reached.length);
    }
  }
  const chains = [...found.values()].slice(0, most).map((end) => chainTo(end));
  return { chains, complete: looked < MOST_LOOKED_AT };

  function chainTo(end: number): Chain {
    const steps: ChainStep[] = [];
    for (let at = end; at >= 0; at = reached[at]!.from) steps.unshift(stepOf(reached[at]!));
    return steps;
  }

  function stepOf({ cell, difference }: Reached): ChainStep {
    const { id, role, ...sides } = differences[difference]!;
    const official = cell === null ? sides.official : sideOf('official', cell);
    const local = cell === null ? sides.local : sideOf('local', cell);
    const label = (local && labels.local(local.sheet, local.address)) || (official && labels.official(official.sheet, official.address));
    return { official, local, label: label ?? '', difference: id, role };
  }

  function sideOf(side: 'official' | 'local', { pair, row, column }: CommonCell): DifferenceSide | null {
    const sheets = reads.grid.pairs[pair]!;
    const sheet = sheets[side];
    const own = ownPlace(sheets, side, row, column);
    if (sheet === null || own.row === 0 || own.column === 0) return null;
    return sideOfCell(reads.grid[side], sheet, stringifyAddress(own), own.row, own.column);
  }
}

function keyOf({ pair, row, column }: CommonCell): number {
  return (pair * 2_097_153 + row) * 32_769 + column;
}
