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
  const pieces: FormulaPiece[] = [];
  let context = '';
  for (const { type, value } of tokenize(formula, { mergeRefs: true, withLocation: false })) {
    // `Sheet1!#REF!` comes as a sheet, a `!` and an error.
    if (type.startsWith('context')) {
      context += value;
      continue;
    }
    if (context !== '' && value === '!') {
      pieces.push({ text: `${context}!`, kind: 'other', prefix: `${context}!`, sheet: unquoted(context) });
      context = '';
      continue;
    }
    const text = context + value;
    context = '';
    const kind = kindOf(type);
    const bang = kind === 'range' || kind === 'name' ? text.lastIndexOf('!') : -1;
    pieces.push({ text, kind, prefix: text.slice(0, bang + 1), sheet: bang < 0 ? null : unquoted(text.slice(0, bang)) });
  }
  return context === '' ? pieces : [...pieces, { text: context, kind: 'unknown', prefix: '', sheet: null }];
}

function kindOf(type: string): FormulaPiece['kind'] {
  if (type === 'range_named') return 'name';
  if (type.startsWith('range') || type === 'structured') return 'range';
  return type === 'unknown' ? 'unknown' : 'other';
}

function unquoted(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -1).replace(/''/g, "'") : prefix;
}
