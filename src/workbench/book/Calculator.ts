/** Calculates the book's formulas: the grid in the browser. */
export interface Calculator {
  /** Resolves when every formula that follows what was written so far has its new value in the book. */
  settle(): Promise<void>;
}
