/** Which entries cells permit (Excel's data validation). Formulas are A1 without `=`, relative to the top left cell of the range they rule. */
export interface EntryRule {
  /** `list`, `whole`, `decimal`, `date`, `time`, `textLength` or `custom`. */
  readonly type: string;
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly allowBlank: boolean;
  /** Absent where it stays as it is, or as Excel has it for a new rule. */
  readonly manner?: RuleManner;
}

/** How Excel asks for an entry, and what it says to one that is not permitted. */
export interface RuleManner {
  /** Whether a list drops down in the cell. */
  readonly dropDown: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly alert: {
    readonly show: boolean;
    readonly style: 'stop' | 'warning' | 'information';
    readonly title: string;
    readonly message: string;
  };
}

/** As Excel has it for a rule that somebody sets. */
export const USUAL_MANNER: RuleManner = {
  dropDown: true,
  prompt: { show: true, title: '', message: '' },
  alert: { show: true, style: 'stop', title: '', message: '' },
};
