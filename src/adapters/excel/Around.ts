import type { SkippedCell } from '../../app/ports/WorkbookHost';
import type { SyncStep, WriteStep } from '../../core/sync/SyncPlan';

/** A step that changes sheets, lines, tables or names. */
export type Structural = Exclude<SyncStep, WriteStep>;

/** What became of a step that changes sheets, lines or names: done, or left with the reason. */
export type Changed = { readonly inverse: Structural; readonly skipped: null } | { readonly inverse: null; readonly skipped: SkippedCell };

/** What goes with a step, in the request in which it is done. */
export interface Around {
  /** Queued before the step, of which `inverse` takes it back; called anew for each attempt. */
  readonly before: (context: Excel.RequestContext, inverse: Structural) => void;
  /** Queued behind it. */
  readonly after: (context: Excel.RequestContext) => void;
  /** The step met what somebody typed in the very moment: it is taken back at once, and this written again. */
  readonly met: (theirs: WriteStep) => void;
  /** Queued where it is taken back. */
  readonly again: (context: Excel.RequestContext) => void;
  /** Whether the request that did what the step takes back may have broken off. */
  readonly inDoubt?: boolean;
  /** Whether the step took effect although Excel reported a failure; null when that cannot be found out. */
  readonly isDone: (inverse: Structural) => Promise<boolean | null>;
}
