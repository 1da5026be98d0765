/** What the user chose to bring from the official model. */
export interface SyncSelection {
  /** `causes`: what someone changed, consequences follow by recalculation; `all`: formats and what moved too; or the ids of differences. */
  readonly take: 'causes' | 'all' | readonly string[];
  /** Ids of differences that neither `causes` nor `all` takes, as somebody decided on them. */
  readonly leave?: readonly string[];
  /** Ids of differences which only local has and which the user ticked for deletion. */
  readonly deleteLocalOnly: readonly string[];
  /** Ids of differences whose formulas may use functions that fetch from, or send to, outside the workbook; none by default. */
  readonly outside?: readonly string[];
  /** Whether differences in formats, and in what is hidden, are taken; by default only with `all` or when named by id. */
  readonly formats?: boolean;
  /** Whether notes can be changed where the plan is to run; by default they can. */
  readonly notes?: boolean;
  /** Whether rows and columns that moved are brought to where official has them; by default only with `all` or when named by id. */
  readonly moves?: boolean;
  /** The one sheet of local that official has another of, where all else is the same workbook; formulas elsewhere then stay what they are. */
  readonly onlySheet?: string;
}
