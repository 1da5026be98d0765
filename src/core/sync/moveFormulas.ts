import type { Span } from '../workbook/Snapshot';
import { followMoves, type FollowedSpan } from './followMoves';
import { moveReferences, type SheetMove } from './moveReferences';
import type { SheetMoves } from './planMoves';

/** A run of lines that a formula refers to, on a sheet on which lines move. */
export interface ReferredLines {
  readonly sheet: number;
  readonly axis: 'row' | 'column';
  readonly span: Span;
}

/** What a formula reads once lines have moved. */
export interface FollowedFormula {
  readonly formula: string;
  /** What it refers to of which Excel might make something else: it has to be put aside meanwhile. */
  readonly uncertain: readonly ReferredLines[];
  /** What it refers to that then no longer stands together. */
  readonly torn: readonly ReferredLines[];
}

/** Returns a function that tells what a formula of the sheet `home` (null: a name) reads once these lines have moved. */
export function moveFormulas(
  sheets: readonly SheetMoves[],
  nameOf: (sheet: number) => string,
): (formula: string, home: string | null) => FollowedFormula {
  let uncertain: ReferredLines[] = [];
  let torn: ReferredLines[] = [];
  const moves = new Map<string, SheetMove>();
  for (const { sheet, row, column } of sheets) {
    const along = (axis: 'row' | 'column', follow: (first: number, last: number) => FollowedSpan) => (first: number, last: number) => {
      const { span, whole, byItself } = follow(first, last);
      if (!byItself) uncertain.push({ sheet, axis, span: { first, last } });
      if (!whole) torn.push({ sheet, axis, span: { first, last } });
      return span;
    };
    moves.set(nameOf(sheet).toLowerCase(), {
      name: nameOf(sheet),
      rows: along('row', followMoves(row, 'row')),
      columns: along('column', followMoves(column, 'column')),
    });
  }
  const stay = (first: number, last: number): Span => ({ first, last });
  return (formula, home) => {
    uncertain = [];
    torn = [];
    const moved = moveReferences(formula, home, {
      // What names the sheet keeps the spelling it has.
      sheet: (name) => ({ ...(moves.get(name.toLowerCase()) ?? { rows: stay, columns: stay }), name }),
      name: () => null,
      table: () => null,
      outside: 'keep',
    });
    return { formula: moved.formula ?? formula, uncertain, torn };
  };
}
