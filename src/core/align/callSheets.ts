/** `Jan!`, `'Q 1'!`, `Jan:Mar!` or `'Q 1:Q 3'!` in front of a reference; in a text it may stand too, which harms no likeness. */
const PREFIX = /(?:'((?:[^']|'')+)'|([\w.:\u0080-\uffff]+))!/g;

/** A formula in which every sheet is called as `name` says, for telling formulas apart and not for Excel. */
export function callSheets(formula: string, name: (sheet: string) => string): string {
  if (!formula.includes('!')) return formula;
  return formula.replace(PREFIX, (_, quoted: string | undefined, bare: string | undefined) => {
    const sheets = (quoted === undefined ? bare! : quoted.replace(/''/g, "'")).split(':');
    return `${sheets.map((sheet) => name(sheet.toLowerCase())).join(':')}!`;
  });
}
