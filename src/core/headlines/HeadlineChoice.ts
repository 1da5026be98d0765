/** A cell that the user made a headline, with all that finds it again where rows or columns moved. JSON-safe. */
export interface ChosenHeadline {
  /** What its row and column are called, `Net revenue · FY26`; empty where nothing heads it. */
  readonly label: string;
  /** Where each workbook had it, `Summary!C4`; null where that one did not. */
  readonly official: string | null;
  readonly local: string | null;
}

/** What the user makes of the headlines that are found by themselves. JSON-safe. */
export interface HeadlineChoice {
  readonly added: readonly ChosenHeadline[];
  /** Names of those that are not to be shown. */
  readonly removed: readonly string[];
}

/** Nothing chosen: the headlines are those that are found. */
export const NO_CHOICE: HeadlineChoice = { added: [], removed: [] };
