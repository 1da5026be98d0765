import { makeAxis } from './axis';
import type { Axis, Band, KeyedTable, Move, SheetPair } from './Correspondence';

/** An aligned sheet pair seen from the other side. */
export function swapAligned<Aligned extends Pick<SheetPair, 'rows' | 'columns' | 'bands' | 'moves' | 'keyed'>>(aligned: Aligned): Aligned {
  const { rows, columns, bands, moves, keyed } = aligned;
  const faced = { rows: swapAxis(rows), columns: swapAxis(columns) };
  return {
    ...aligned,
    ...faced,
    bands: bands.map(({ of, first, last, axis }): Band => {
      // Both ends of a band are matched lines.
      const before = of === 'rows' ? rows : columns;
      const place = (common: number): number => faced[of].fromLocal[before.toOfficial[common]!]!;
      return { of, first: place(first), last: place(last), axis: swapAxis(axis) };
    }),
    moves: moves.map(swapMove).sort(inOfficialOrder),
    keyed: keyed.map(swapTable),
  };
}

function swapAxis(axis: Axis): Axis {
  const partners = axis.fromLocal.map((common) => axis.toOfficial[common]!);
  return makeAxis(axis.fromLocal.length - 1, axis.fromOfficial.length - 1, partners);
}

function swapMove({ of, official, local }: Move): Move {
  return { of, official: local, local: official };
}

/** Rows first, as they are found. */
function inOfficialOrder(a: Move, b: Move): number {
  return a.of === b.of ? a.official.first - b.official.first : a.of === 'rows' ? -1 : 1;
}

function swapTable({ official, local, key, ...table }: KeyedTable): KeyedTable {
  return { ...table, official: local, local: official, key: key.map(([ours, theirs]) => [theirs, ours] as const) };
}
