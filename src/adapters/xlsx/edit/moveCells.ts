import type { EditBook } from './EditBook';
import type { EditRows } from './EditRows';
import { rewriteAlone, shiftArrayRanges, type CellRewrite } from './editFormulas';
import type { EditSheet } from './EditSheet';
import { mentionOf } from './mentionOf';

/** How the cells of one sheet move. */
export interface CellMoves {
  /** Where a range such as `A1:B2` stands after each move, in turn; null when all of it is gone. */
  readonly shiftRanges: readonly ((range: string) => string | null)[];
  readonly move: (rows: EditRows) => void;
}

/** Moves the cells of sheets, by name, and rewrites the formulas in all cells of the book; what stands around cells is left as it is. */
export function moveCells(book: EditBook, moved: ReadonlyMap<string, CellMoves>, rewrite: CellRewrite): void {
  const mentions = [...moved.keys()].map(mentionOf);
  for (const entry of book.sheets) {
    const sheet = book.sheet(entry);
    const own = moved.get(entry.name);
    if (!sheet || (!own && !mentions.some((mention) => sheet.mentions(mention)))) continue;
    sheet.markChanged();
    const wanted = (text: string): boolean => own !== undefined || mentions.some((mention) => mention(text));
    rewriteAlone(sheet.rows, sheet.prefix, entry.name, wanted, rewrite);
    if (own) moveOwn(sheet, own);
  }
}

function moveOwn({ rows, prefix }: EditSheet, { shiftRanges, move }: CellMoves): void {
  shiftArrayRanges(rows, prefix, shiftRanges);
  move(rows);
}
