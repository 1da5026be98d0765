import { quoteSheetName } from '../workbook/Address';
import { namesSheet } from './rewriteReferences';
import { walkFormula } from './walkFormula';

/**
 * The formula with everything on sheet `from` taken from sheet `to` instead; `#REF!` when `to` is null, as after deleting the sheet.
 * The ends of a 3-D reference such as `Jan:Mar!A1` are renamed too, and left when their sheet is deleted.
 */
export function renameSheet(formula: string, from: string, to: string | null): string {
  let renamed = '';
  let done = 0;
  walkFormula(formula, (start, prefix) => {
    if (prefix === null || prefix.start < done) return start;
    const written = newPrefix(formula.slice(prefix.start, prefix.end), from, to);
    if (written !== null) {
      renamed += formula.slice(done, prefix.start) + written;
      done = prefix.end;
    }
    return start;
  });
  return lostReferences(renamed + formula.slice(done), from, to);
}

/** The new text of a prefix with its `!`, or null when it stays. */
function newPrefix(prefix: string, from: string, to: string | null): string | null {
  if (namesSheet(prefix, from)) return to === null ? '#REF!' : `${quoteSheetName(to)}!`;
  const bare = prefix.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'");
  const ends = bare.split(':');
  if (to === null || ends.length !== 2 || bare.includes('[')) return null;
  const now = ends.map((end) => (end.toLowerCase() === from.toLowerCase() ? to : end));
  if (now.join(':') === bare) return null;
  const quoted = now.some((end) => quoteSheetName(end).startsWith("'"));
  return quoted ? `'${now.join(':').replace(/'/g, "''")}'!` : `${now.join(':')}!`;
}

/** `Sheet1!#REF!` names its sheet too, but no word follows that the walk would stop at. */
function lostReferences(formula: string, from: string, to: string | null): string {
  if (!formula.includes('!#REF!')) return formula;
  return formula.replace(/('(?:[^']|'')+'|[\w.\u0080-\uffff]+)!#REF!/g, (whole, sheet: string) =>
    namesSheet(`${sheet}!`, from) ? `${to === null ? '' : `${quoteSheetName(to)}!`}#REF!` : whole,
  );
}
