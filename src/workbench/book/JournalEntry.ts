import type { NoteContent } from '../../core/sync/SyncPlan';
import type { CellAddress, CellRange } from '../../core/workbook/Address';
import type { EntryRule } from '../../core/workbook/EntryRule';
import type { Span } from '../../core/workbook/Snapshot';
import type { LineShift } from './LineShift';

/** A structural operation since loading, sheets named as they were called at that moment; replayed in order on the loaded file. */
export type JournalEntry =
  | ({ readonly sheet: string } & LineShift)
  | { readonly kind: 'addSheet'; readonly sheet: string; readonly position: number }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  /** The table keeps its first cell; `columns` are the names of those that come in. */
  | {
      readonly kind: 'resizeTable';
      readonly sheet: string;
      readonly table: string;
      readonly range: CellRange;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'renameTable'; readonly sheet: string; readonly table: string; readonly name: string }
  /** Lets cells permit other entries; null for any. */
  | { readonly kind: 'setRule'; readonly sheet: string; readonly range: CellRange; readonly after: EntryRule | null }
  | { readonly kind: 'setHidden'; readonly sheet: string; readonly axis: 'row' | 'column'; readonly span: Span; readonly hidden: boolean }
  /** Gives a cell another note; null for none. Threaded comments are not saved. */
  | { readonly kind: 'setNote'; readonly sheet: string; readonly cell: CellAddress; readonly after: NoteContent | null }
  | { readonly kind: 'renameSheet'; readonly sheet: string; readonly name: string }
  /** `position` counts from 0, in the order without the moved sheet. */
  | { readonly kind: 'moveSheet'; readonly sheet: string; readonly position: number };
