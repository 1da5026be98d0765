import type { SkippedCell } from '../../app/ports/WorkbookHost';
import type { SyncStep } from '../../core/sync/SyncPlan';

/** What became of a step that changes sheets, lines or names: done, or left with the reason. */
export type Changed = { readonly inverse: SyncStep; readonly skipped: null } | { readonly inverse: null; readonly skipped: SkippedCell };

/** Whether a step took effect although Excel reported a failure or did not answer; null when that cannot be found out. */
export type TookEffect = () => Promise<boolean | null>;

/** Called right before a step is sent, with the step that takes it back and a way to find out whether it took effect. */
export type Started = (inverse: SyncStep, tookEffect: TookEffect) => void;
