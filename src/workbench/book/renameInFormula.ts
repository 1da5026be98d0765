import { quoteSheetName } from '../../core/workbook/Address';
import { formulaPieces } from './formulaTokens';

/** The formula with every reference to sheet `from` pointing to `to`; to nowhere (`#REF!`) when `to` is null, as after deleting the sheet. */
export function renameInFormula(formula: string, from: string, to: string | null): string {
  // Most formulas never name the sheet: the cheap test saves tokenising them.
  if (!formula.toLowerCase().includes(from.replace(/'/g, "''").toLowerCase())) return formula;
  const prefix = to === null ? '#REF!' : `${quoteSheetName(to)}!`;
  return formulaPieces(formula)
    .map(({ text, sheet, prefix: old }) => {
      if (sheet === null) return text;
      if (sameName(sheet, from)) return prefix + text.slice(old.length);
      const ends = sheet.split(':');
      if (ends.length !== 2 || to === null || !ends.some((end) => sameName(end, from))) return text;
      const renamed = ends.map((end) => (sameName(end, from) ? to : end)).join(':');
      const quoted = ends.some((end) => quoteSheetName(sameName(end, from) ? to : end).startsWith("'"));
      return (quoted ? `'${renamed.replace(/'/g, "''")}'!` : `${renamed}!`) + text.slice(old.length);
    })
    .join('');
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
