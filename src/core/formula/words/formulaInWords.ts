import { parse, tokenize } from '@borgar/fx';
import type { FormulaPlace } from './FormulaPlace';
import { nameLine, nameReference } from './nameReference';
import { Level, type AstNode, type ReferenceUse, type Speaker } from './Phrase';
import { phraseOf } from './phraseOf';
import { settleWords } from './settleWords';
import type { WordBook } from './WordBook';
import type { UnsettledWords, WordPart } from './Words';

/**
 * A formula (with or without `=`) at a cell as finance reads it: `Renewals × Renewal rate (Q2)`. Null when it cannot be
 * read, or when nothing in it has a name, so that the words would say no more than the formula.
 */
export function formulaInWords(formula: string, place: FormulaPlace, book: WordBook): readonly WordPart[] | null {
  const words = unsettledWords(formula, place, book);
  return words === null ? null : settleWords([words])[0]!;
}

/** The same with references not yet told apart, for two formulas whose words belong together. */
export function unsettledWords(formula: string, place: FormulaPlace, book: WordBook): UnsettledWords | null {
  const uses = new Map<string, ReferenceUse>();
  const speaker: Speaker = {
    locale: book.locale,
    use(source) {
      let use = uses.get(source);
      if (use === undefined) uses.set(source, (use = nameReference(source, place, book)));
      return use;
    },
    line: (source, axis, index) => nameLine(source, axis, index, place, book),
  };
  let words: UnsettledWords;
  try {
    words = write(parse(tokenize(formula.startsWith('=') ? formula : `=${formula}`)), speaker);
  } catch {
    // No proper formula, or thousands of levels deep.
    return null;
  }
  const references = words.filter((word) => typeof word !== 'string');
  return references.length > 0 && !references.some(({ labelled }) => labelled) ? null : words;
}

function write(root: AstNode, speaker: Speaker): UnsettledWords {
  const words: (string | ReferenceUse)[] = [];
  const visit = (node: AstNode, needs: Level): void => {
    const { level, items } = phraseOf(node, speaker);
    if (level < needs) words.push('(');
    for (const item of items) {
      if (typeof item === 'string') words.push(item);
      else if ('use' in item) words.push(item.use);
      else visit(item.node, item.needs);
    }
    if (level < needs) words.push(')');
  };
  visit(root, Level.Sentence);
  return words;
}
