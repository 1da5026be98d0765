/** Rows, columns or cells that were put in or taken out at a place such as `Summary!5:6`, so that what is behind them stands elsewhere. */
export interface LineShift {
  readonly place: string;
  readonly moved: 'in' | 'out';
}

/** The shifts with one more; one that takes the last one back leaves neither. */
export function withShift(shifts: readonly LineShift[], next: LineShift): readonly LineShift[] {
  const last = shifts[shifts.length - 1];
  return last !== undefined && last.place === next.place && last.moved !== next.moved ? shifts.slice(0, -1) : [...shifts, next];
}
