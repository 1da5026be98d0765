import type { LineIndex } from './LineIndex';
import type { SheetContent } from './SheetContent';

/** Both sides of a sheet pair, each seen along both axes. */
export interface Sides {
  readonly official: SheetContent;
  readonly local: SheetContent;
  readonly rows: readonly [LineIndex, LineIndex];
  readonly columns: readonly [LineIndex, LineIndex];
}
