import { BookRefusal } from './BookRefusal';
import { formulaPieces } from './formulaTokens';

/** Refuses a formula Excel would not take: unclosed brackets or quotes, characters that mean nothing, sheets that are not there. */
export function checkFormula(formula: string, hasSheet: (name: string) => boolean): void {
  let open = 0;
  for (const { text, kind, sheet } of formulaPieces(formula)) {
    if (text === '(' || text === '{') open++;
    else if (text === ')' || text === '}') open--;
    const unclosed = text.startsWith('"') && (text.length < 2 || !text.endsWith('"'));
    if (kind === 'unknown' || unclosed || open < 0) throw refusal(formula);
    if (sheet === null || sheet === '#REF' || sheet.includes('[')) continue;
    if (!sheet.split(':').every(hasSheet)) throw refusal(formula);
  }
  if (open !== 0) throw refusal(formula);
}

function refusal(formula: string): BookRefusal {
  return new BookRefusal('InvalidArgument', `The formula ${formula} is not valid here: check its brackets, quotes and sheet names.`);
}
