import type { EntryRule } from '../../core/workbook/EntryRule';
import type { CellRange } from '../../core/workbook/Address';
import type { LineShift } from './LineShift';

/** A structural operation since loading, sheets named as they were called at that moment; replayed in order on the loaded file. */
export type JournalEntry =
  | ({ readonly sheet: string } & LineShift)
  | { readonly kind: 'addSheet'; readonly sheet: string; readonly position: number }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  /** The table keeps its first cell and its columns. */
  | { readonly kind: 'resizeTable'; readonly sheet: string; readonly table: string; readonly range: CellRange }
  /** Lets cells permit other entries; null for any. */
  | { readonly kind: 'setRule'; readonly sheet: string; readonly range: CellRange; readonly after: EntryRule | null }
  | { readonly kind: 'renameSheet'; readonly sheet: string; readonly name: string }
  /** `position` counts from 0, in the order without the moved sheet. */
  | { readonly kind: 'moveSheet'; readonly sheet: string; readonly position: number };
