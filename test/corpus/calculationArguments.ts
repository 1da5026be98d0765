/** Why formulas of a workbook may give something else than what is stored in it. */
export interface Argument {
  /** Which: by `Sheet!A1` or by what the formula says. */
  readonly places: RegExp;
  readonly why: string;
}

const NOT_CALCULATED = 'written by a program that puts 0 where Excel has not calculated yet';

/** By file, what differs from the results stored in the corpus, and why that is not a fault. */
export const ARGUED: Readonly<Record<string, readonly Argument[]>> = {
  'calculation/MATH_AND_TRIGONOMETRY/TRIGONOMETRIC.xlsx': [
    {
      places: /^COT_CSC_SEC!(?:[BC]33|D3[45])$/,
      why: 'within 1E-12 of a pole Excel has seven right digits; ours agree with 40-digit arithmetic',
    },
  ],
  'calculation/STATISTICAL/GEOMEAN.xlsx': [
    { places: /^Sheet1!(?:F2|[C-G]1[16]|M15|[D-G]23|[EF]27|E28)$/, why: 'the file keeps texts, "#NUM!", where Excel keeps errors' },
  ],
  'calculation/TEXT/T_VALUE_VALUETOTEXT.xlsx': [
    { places: /^Sheet1!(?:I5|C15)$/, why: 'VALUE of "10-12-1999" and "2/3/2023" on a computer that writes the day first' },
  ],
  'singles/excel-authored/dynamic_array01.xlsx': [{ places: /^Sheet1!A1$/, why: NOT_CALCULATED }],
  'singles/excel-authored/table35.xlsx': [{ places: /^BASE\(/, why: NOT_CALCULATED }],
  'singles/excel-authored/table36.xlsx': [{ places: /^BASE\(/, why: NOT_CALCULATED }],
};
