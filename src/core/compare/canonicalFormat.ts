import { tokenize } from 'numfmt';

/** What is shown as it stands, however it is written: `"x"`, `\x` or, where Excel lets it, `x`. */
const LITERAL: ReadonlySet<string> = new Set(['STRING', 'ESCAPED', 'SPACE', 'MINUS', 'PLUS', 'PAREN', 'CURRENCY', 'CHAR']);
/** Words that count in any case. */
const ANY_CASE: ReadonlySet<string> = new Set(['DATETIME', 'DURATION', 'AMPM', 'GENERAL', 'COLOR', 'CONDITION']);

type Token = ReturnType<typeof tokenize>[number];

const known = new Map<string, string>();

/**
 * A number format code in one spelling: programs quote texts in their own ways, so that `"$"#,##0_);("$"#,##0)` comes back
 * from another one as `\$#,##0_);"($"#,##0\)`. Codes that show the same have the same; one that is none stays as it is.
 */
export function canonicalFormat(code: string): string {
  let canonical = known.get(code);
  if (canonical === undefined) {
    if (known.size > 10_000) known.clear();
    known.set(code, (canonical = read(code)));
  }
  return canonical;
}

function read(code: string): string {
  try {
    const sections = sectionsOf(tokenize(code)).map(sectionText);
    // A text is shown as it stands where no section says otherwise.
    if (sections.length > 1 && sections[sections.length - 1] === '@') sections.pop();
    return sections.join(';');
  } catch {
    return code;
  }
}

function sectionsOf(tokens: readonly Token[]): Token[][] {
  const sections: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'BREAK') sections.push([]);
    else sections[sections.length - 1]!.push(token);
  }
  return sections;
}

function sectionText(tokens: readonly Token[]): string {
  const isDate = tokens.some(({ type }) => type === 'DATETIME' || type === 'DURATION' || type === 'AMPM');
  let text = '';
  let literal = '';
  const flush = (): void => {
    if (literal !== '') text += JSON.stringify(literal);
    literal = '';
  };
  tokens.forEach((token, at) => {
    // Between days and months a point or a comma is itself; before figures it is that of a second's fraction.
    const isMark = isDate && (token.type === 'POINT' || token.type === 'COMMA') && tokens[at + 1]?.type !== 'ZERO';
    if (LITERAL.has(token.type) || isMark) {
      literal += token.type === 'STRING' || token.type === 'ESCAPED' ? String(token.value) : token.raw;
      return;
    }
    flush();
    text += ANY_CASE.has(token.type) ? token.raw.toLowerCase() : token.raw;
  });
  flush();
  return text;
}
