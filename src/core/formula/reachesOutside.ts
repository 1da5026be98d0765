/** Functions that fetch from, or hand over to, something outside the workbook; as files may write them. */
const NAMES =
  '(?:_xl(?:fn|ws|udf)\\.)*(?:WEBSERVICE|HYPERLINK|IMAGE|RTD|CALL|REGISTER(?:\\.ID)?|SQL\\.REQUEST|STOCKHISTORY|TRANSLATE|DETECTLANGUAGE|COPILOT|PY|CUBE\\w+)';
const NAME = new RegExp(`^${NAMES}$`, 'i');
const CALL = new RegExp(`(?:^|[^\\w.])${NAMES}\\s*\\(`, 'i');

const PARTS = /"(?:[^"]|"")*"|'((?:[^']|'')*)'(\s*!)?|(\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\])([^\s,;)+\-*/^&=<>:}%.]?)|[^"'[]+|./gs;

/** Those of them that run programs, or need parts of the workbook that no formula brings along. */
const PROGRAM = /^(?:_xl(?:fn|ws|udf)\.)*(?:CALL|REGISTER(?:\.ID)?|SQL\.REQUEST|PY)$/i;

/** Whether a function of this name runs a program, or cannot be brought by a formula alone: no tick allows it. */
export function runsProgram(name: string): boolean {
  return PROGRAM.test(name);
}

/** Whether a HYPERLINK with this text, as written in quotes, as its first argument leads to a place in its own workbook. */
export function leadsInside(quoted: string): boolean {
  return quoted.startsWith('"#');
}

/** Whether a function of this name reaches out of its workbook. */
export function isOutwardFunction(name: string): boolean {
  return NAME.test(name);
}

/**
 * Whether a formula reaches out of its workbook: into another one, to a program (DDE, `cmd|'/c …'!A0`), or to a service. Structured references
 * have brackets too, but nothing directly behind them.
 */
export function reachesOutside(formula: string): boolean {
  if (!/[[|(\\]|\.xl/i.test(formula)) return false;
  let words = '';
  for (const [part, quoted, bang, brackets, behind] of formula.matchAll(PARTS)) {
    if (part.startsWith('"')) {
      if (leadsInside(part)) words = words.replace(/\bHYPERLINK\s*\(\s*$/i, '(');
      words += '""';
    } else if (quoted !== undefined) {
      // No sheet can be called so.
      if (bang !== undefined && /[[\]\\/:]|\.xl\w*$/i.test(quoted)) return true;
      words += "''";
    } else if (brackets !== undefined) {
      if (behind !== undefined && behind !== '') return true;
      words += '[]';
    } else words += part;
  }
  return words.includes('|') || /\.xl\w*!/i.test(words) || CALL.test(words);
}
