/** How a long step reports, and learns that the user no longer wants it. */
export interface Watch {
  /** `done` runs from 0 to 1; `doing` is a phrase for the user such as `Reading your workbook`. */
  readonly progress: (doing: string, done: number) => void;
  /** An `AbortSignal` fits. */
  readonly signal: { readonly aborted: boolean };
}
