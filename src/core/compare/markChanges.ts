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

/**
 * Marks what differs between two texts: formulas (with a leading `=`) token by token, other texts word by word. Spaces
 * and the case of names and functions do not count in formulas.
 */
export function markChanges(official: string, local: string): MarkedChanges {
  const formulas = official.startsWith('=') && local.startsWith('=');
  const ours = split(official, formulas);
  const theirs = split(local, formulas);
  const ids = new Map<string, number>();
  const idOf = (token: string): number => {
    const key = formulas && !token.startsWith('"') ? token.trim().toUpperCase() : token;
    let id = ids.get(key);
    if (id === undefined) ids.set(key, (id = ids.size));
    return id;
  };
  const a = Int32Array.from(ours, idOf);
  const b = Int32Array.from(theirs, idOf);
  const match = a.length + b.length > MOST_TOKENS ? null : myers(a, b, a.length + b.length + 1);
  const kept = new Set<number>(match ?? []);
  return {
    official: segments(ours, (i) => match === null || match[i]! < 0),
    local: segments(theirs, (j) => match === null || !kept.has(j)),
  };
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
