import type { CellRange } from './Address';

/** More than any sheet has columns. */
export const PLACE = 16_385;

/**
 * The rectangles without holes that cells of one key make up, down each column first, then over columns, in the order in which a sheet is
 * read. A cell is row × `PLACE` + column; two that are next to each other stay apart unless they are `alike`.
 */
export function rectanglesOf(
  cells: ReadonlyMap<number, string>,
  alike: (one: number, other: number) => boolean = () => true,
): { range: CellRange; key: string }[] {
  const places = [...cells.keys()].sort((a, b) => (a % PLACE) - (b % PLACE) || a - b);
  const runs: { range: { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }; key: string }[] = [];
  for (const place of places) {
    const row = Math.floor(place / PLACE);
    const column = place % PLACE;
    const key = cells.get(place)!;
    const last = runs[runs.length - 1];
    if (
      last !== undefined &&
      last.key === key &&
      last.range.lastColumn === column &&
      last.range.lastRow === row - 1 &&
      alike(place - PLACE, place)
    )
      last.range.lastRow = row;
    else runs.push({ range: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }, key });
  }
  const joined: typeof runs = [];
  const lastOf = new Map<string, (typeof runs)[number]>();
  for (const run of runs) {
    const slot = `${run.range.firstRow} ${run.range.lastRow} ${run.key}`;
    const before = lastOf.get(slot);
    const place = run.range.firstRow * PLACE + run.range.firstColumn;
    if (before !== undefined && before.range.lastColumn === run.range.firstColumn - 1 && alike(place - 1, place))
      before.range.lastColumn = run.range.lastColumn;
    else {
      lastOf.set(slot, run);
      joined.push(run);
    }
  }
  return joined.sort((a, b) => a.range.firstRow - b.range.firstRow || a.range.firstColumn - b.range.firstColumn);
}
