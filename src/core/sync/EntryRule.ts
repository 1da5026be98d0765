import type { RuleManner } from '../workbook/Snapshot';

/** Which entries cells permit (Excel's data validation). Formulas are A1 without `=`, relative to the top left cell of the range they rule. */
export interface EntryRule {
  /** As in a `Validation`. */
  readonly type: string;
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly allowBlank: boolean;
  /** Absent where it stays as it is, or as Excel has it for a new rule. */
  readonly manner?: RuleManner;
}

/** As Excel has it for a rule that somebody sets. */
export const USUAL_MANNER: RuleManner = {
  dropDown: true,
  prompt: { show: true, title: '', message: '' },
  alert: { show: true, style: 'stop', title: '', message: '' },
};
