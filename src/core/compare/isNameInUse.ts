import type { Snapshot } from '../workbook/Snapshot';

/** True when a formula of a cell, a name or a rule has this word in it; a word of the same letters in a text counts too. */
export function isNameInUse({ formulas, names, sheets }: Snapshot, name: string): boolean {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_.\\\\?])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}_.\\\\?])`, 'iu');
  return (
    formulas.some((formula) => word.test(formula)) ||
    names.some(({ formula }) => word.test(formula)) ||
    sheets.some(({ validations }) => validations.some(({ formula1, formula2 }) => word.test(formula1) || word.test(formula2)))
  );
}
