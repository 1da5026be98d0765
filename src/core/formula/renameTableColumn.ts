import { parseStructRef, tokenize, tokenTypes } from '@borgar/fx/xlsx';

/** A column of a table that is called otherwise; `own`: the formula stands in that table, whose name may then be left out. */
export interface RenamedColumn {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly own: boolean;
}

const PLAIN = /^[\p{L}\p{N}_]+$/u;

/** The formula, with `=` or without, with references to a renamed column of a table of its own workbook by the new name; all else as it is. */
export function renameTableColumn(formula: string, { table, from, to, own }: RenamedColumn): string {
  if (!formula.includes('[')) return formula;
  const wanted = new RegExp(`\\[(\\s*@?\\s*)${spelled(from)}(\\s*)\\]`, 'gi');
  return tokenize(formula, { mergeRefs: true, withLocation: false })
    .map(({ type, value }) => {
      const reference = type === tokenTypes.REF_STRUCT ? parseStructRef(value) : undefined;
      if (!reference || reference.workbookName) return value;
      const isMeant = reference.table ? sameName(reference.table, table) : own;
      if (!isMeant || !(reference.columns ?? []).some((column) => sameName(column, from))) return value;
      const name = to.replace(/['[\]#@]/g, "'$&");
      const renamed = value.replace(wanted, (_, head: string, tail: string) =>
        // Behind @ a name with any but plain characters needs brackets of its own.
        head.includes('@') && !PLAIN.test(to) ? `[${head}[${name}]${tail}]` : `[${head}${name}${tail}]`,
      );
      return renamed.replace(/\[@\[([\p{L}\p{N}_]+)\]\]/gu, '[@$1]');
    })
    .join('');
}

/** A column's name as a formula may spell it: some characters stand behind an apostrophe. */
function spelled(name: string): string {
  return [...name].map((letter) => (/['[\]#@]/.test(letter) ? "'?" : '') + letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('');
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
