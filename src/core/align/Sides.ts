import type { LineMatch } from './alignLines';
import type { LineIndex } from './LineIndex';
import type { Lines } from './Lines';
import type { LineWorth } from './lineWorth';
import type { SheetContent } from './SheetContent';

/** Both sides of a sheet pair, each seen along both axes. */
export interface Sides {
  readonly official: SheetContent;
  readonly local: SheetContent;
  readonly rows: readonly [LineIndex, LineIndex];
  readonly columns: readonly [LineIndex, LineIndex];
  /** Each line matched with the one of its number. */
  readonly inStep: { readonly rows: LineMatch; readonly columns: LineMatch };
  /** The lines of an axis given a match of the other one; the same again for the same match. */
  readonly lines: (axis: 'rows' | 'columns', otherMatch: Int32Array) => SeenLines;
}

/** The lines of one axis and what they are worth. */
interface SeenLines {
  readonly lines: Lines;
  readonly worth: LineWorth;
}
