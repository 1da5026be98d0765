/** Why formulas of a workbook may give something else than what is stored in it. */
export interface Argument {
  /** Which: by `Sheet!A1` or by what the formula says. */
  readonly places: RegExp;
  readonly why: string;
}

/** By file, what differs from the results stored in the corpus, and why that is not a fault. */
export const ARGUED: Readonly<Record<string, readonly Argument[]>> = {
  'calculation/STATISTICAL/GEOMEAN.xlsx': [{ places: /^Sheet1!F2$/, why: 'the file keeps the text "#N/A" where Excel keeps the error' }],
  'singles/excel-authored/dynamic_array01.xlsx': [
    { places: /^Sheet1!A1$/, why: 'written by a program that puts 0 where Excel has not calculated yet' },
  ],
};
