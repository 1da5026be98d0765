import { tokenize } from '@borgar/fx';

/** A stretch of formula text, and the sheet it is qualified with where it is a reference. */
export interface FormulaPiece {
  readonly text: string;
  readonly kind: 'range' | 'name' | 'other' | 'unknown';
  /** `Sheet1!` or `'My sheet'!` as written, or empty. */
  readonly prefix: string;
  /** The sheet the prefix names, unquoted; null without a prefix; 3-D and external prefixes stand as they are. */
  readonly sheet: string | null;
}

/** A formula cut into references, names and everything else; joined again, the texts give the formula. */
export function formulaPieces(formula: string): readonly FormulaPiece[] {
  return tokenize(formula, { mergeRefs: true, withLocation: false }).map((token) => {
    const text = String(token.value);
    const kind = token.type.startsWith('range_named')
      ? 'name'
      : token.type.startsWith('range') || token.type === 'structured'
        ? 'range'
        : token.type === 'unknown'
          ? 'unknown'
          : 'other';
    const bang = kind === 'other' ? -1 : text.lastIndexOf('!');
    const prefix = text.slice(0, bang + 1);
    return { text, kind, prefix, sheet: bang < 0 ? null : unquoted(text.slice(0, bang)) };
  });
}

function unquoted(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -1).replace(/''/g, "'") : prefix;
}
