import { markChanges, type Segment } from '../compare/markChanges';

/** So many stretches are quoted; past that a list of them says less than both texts side by side. */
const MOST_QUOTED = 2;
/** Where so little of both texts is the same, they are two texts. */
const LEAST_SHARED = 0.35;
/** A quotation is cut to so many characters. */
const LONGEST = 80;

/** What became of a text, as one says it: `yours leaves out “less downgrades”`, `“gross” in official, “net” in yours`. */
export function wordsOfChange(official: string, local: string): string {
  const marked = markChanges(official, local);
  const left = changedIn(marked.official);
  const added = changedIn(marked.local);
  const shared = lengthOf(marked.official.filter(({ changed }) => !changed)) * 2;
  if (shared < LEAST_SHARED * (official.length + local.length)) return `${quote(official)} in official, ${quote(local)} in yours`;
  if (left.length > MOST_QUOTED || added.length > MOST_QUOTED) return 'worded otherwise in yours';
  if (left.length === 0) return `yours adds ${added.map(quote).join(' and ')}`;
  if (added.length === 0) return `yours leaves out ${left.map(quote).join(' and ')}`;
  if (left.length === 1 && added.length === 1) return `${quote(left[0]!)} in official, ${quote(added[0]!)} in yours`;
  return `yours leaves out ${left.map(quote).join(' and ')} and adds ${added.map(quote).join(' and ')}`;
}

function changedIn(segments: readonly Segment[]): string[] {
  return segments.flatMap(({ text, changed }) => {
    const bare = text.trim().replace(/^[,;]\s*|\s*[,;]$/g, '');
    return changed && bare !== '' ? [bare] : [];
  });
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0);
}

/** A text in quotation marks, cut when it is long. */
export function quote(text: string): string {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text}”`;
}
