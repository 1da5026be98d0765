import { parseStructRef, tokenize, tokenTypes } from '@borgar/fx/xlsx';

/** The formula, A1 or relative, with `=` or without, with references to a table of its own workbook under the table's new name; all else as it is. */
export function renameTable(formula: string, from: string, to: string): string {
  if (!formula.toLowerCase().includes(from.toLowerCase())) return formula;
  return tokenize(formula, { mergeRefs: true, withLocation: false })
    .map(({ type, value }) => {
      if (type === tokenTypes.REF_NAMED) return isSame(value, from) ? to : value;
      const reference = type === tokenTypes.REF_STRUCT ? parseStructRef(value) : undefined;
      if (!reference?.table || reference.workbookName || !isSame(reference.table, from)) return value;
      return to + value.slice(value.indexOf('['));
    })
    .join('');
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
