/** Whether a text has anything in it that stands for other characters, `*`, `?` or `~`. */
export function hasWildcards(pattern: string): boolean {
  return /[*?~]/.test(pattern);
}

/**
 * Tells the texts that a pattern means, in any case: `*` is any characters, `?` any one, `~` in front of these or of itself takes it as
 * it is. It takes time by the product of both lengths at most, whatever the pattern.
 */
export function compileWildcards(pattern: string): (text: string) => boolean {
  const tokens = tokensOf(pattern.toLowerCase());
  return (text) => isMatch(tokens, text.toLowerCase());
}

/** Stands for any characters and for any one; a token is one of these or a character. */
const MANY = 0;
const ONE = 1;
type Token = typeof MANY | typeof ONE | string;

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    const next = pattern[at + 1];
    if (character === '~' && (next === '*' || next === '?' || next === '~')) {
      tokens.push(next);
      at++;
    } else if (character === '*') {
      if (tokens[tokens.length - 1] !== MANY) tokens.push(MANY);
    } else tokens.push(character === '?' ? ONE : character);
  }
  return tokens;
}

function isMatch(tokens: readonly Token[], text: string): boolean {
  let [token, at] = [0, 0];
  // Where the last `*` stands and how far it reached; only that one ever has to be tried again.
  let [star, reached] = [-1, 0];
  while (at < text.length) {
    if (token < tokens.length && (tokens[token] === ONE || tokens[token] === text[at])) {
      token++;
      at++;
    } else if (token < tokens.length && tokens[token] === MANY) {
      star = token++;
      reached = at;
    } else if (star >= 0) {
      token = star + 1;
      at = ++reached;
    } else return false;
  }
  while (token < tokens.length && tokens[token] === MANY) token++;
  return token === tokens.length;
}
