import { tokenize } from '@borgar/fx';
import { myers } from '../align/myers';

/** A stretch of a text; `changed` when the other text has something else there. */
export interface Segment {
  readonly text: string;
  readonly changed: boolean;
}

/** Both texts cut into stretches that join up to the text again. */
export interface MarkedChanges {
  readonly official: readonly Segment[];
  readonly local: readonly Segment[];
}

/** More tokens than this are not compared one by one. */
const MOST_TOKENS = 5_000;

/** Gives a reference of one side a text that it shares with the same reference of the other side; null for any other text. */
export type Identify = (token: string) => string | null;

const byText: Identify = () => null;

/**
 * Marks what differs between two texts: formulas (with a leading `=`) token by token, other texts word by word. Spaces
 * and the case of names and functions do not count in formulas, nor does where a reference stands when both sides
 * identify it as the same.
 */
export function markChanges(
  official: string,
  local: string,
  identify: { readonly official: Identify; readonly local: Identify } = { official: byText, local: byText },
): MarkedChanges {
  const formulas = official.startsWith('=') && local.startsWith('=');
  const key = (token: string, side: Identify): string =>
    side(token) ?? (formulas && !token.startsWith('"') ? token.trim().toUpperCase() : token);
  const ours = split(official, formulas);
  const theirs = split(local, formulas);
  const changed = changedTokens(
    ours.map((token) => key(token, identify.official)),
    theirs.map((token) => key(token, identify.local)),
  );
  return { official: segments(ours, changed.official), local: segments(theirs, changed.local) };
}

/** Which of two rows of tokens, given by what has to be equal in them, the other side does not have. */
export function changedTokens(
  official: readonly string[],
  local: readonly string[],
): { readonly official: (index: number) => boolean; readonly local: (index: number) => boolean } {
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    let id = ids.get(key);
    if (id === undefined) ids.set(key, (id = ids.size));
    return id;
  };
  const a = Int32Array.from(official, idOf);
  const b = Int32Array.from(local, idOf);
  const match = a.length + b.length > MOST_TOKENS ? null : myers(a, b, a.length + b.length + 1);
  const kept = new Set<number>(match ?? []);
  return { official: (i) => match === null || match[i]! < 0, local: (j) => match === null || !kept.has(j) };
}

function split(text: string, formula: boolean): string[] {
  if (formula) {
    const tokens = tokenize(text).map(({ value }) => value);
    if (tokens.join('') === text) return tokens;
  }
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

function segments(tokens: readonly string[], isChanged: (index: number) => boolean): Segment[] {
  const joined: { text: string; changed: boolean }[] = [];
  tokens.forEach((text, index) => {
    const last = joined[joined.length - 1];
    const changed = isChanged(index) && text.trim() !== '';
    // Spaces belong to what stands before them, so that a changed stretch is not torn.
    if (last !== undefined && (last.changed === changed || text.trim() === '')) last.text += text;
    else joined.push({ text, changed });
  });
  return joined;
}
