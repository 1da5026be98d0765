import type { Sides } from './Sides';

/**
 * Tells of a row of either side whether both hold the same, cell by cell, as a match pairs their columns; true of none
 * where a column has no partner.
 */
export function equalRows(sides: Sides, columnMatch: Int32Array): (official: number, local: number) => boolean {
  const { official, local } = sides;
  const all = official.columnCount === local.columnCount && columnMatch.every((partner, column) => column === 0 || partner !== 0);
  if (!all) return () => false;
  const ids = sides.lines('rows', columnMatch).lines.ids('exact');
  return (one, other) => ids.official[one] === ids.local[other];
}
