import type { Segment } from '../../core/compare/markChanges';

/** So much of an unchanged stretch stays beside a change. */
const AROUND = 60;
/** So much stays of a changed stretch, or of a text without a change. */
const ALONE = 300;
const GAP = ' … ';

/**
 * Cuts a long marked text down to its changes and what stands around them; the same segments when nothing is worth
 * cutting. Segments that stand for something (`place`) are never cut in two.
 */
export function shortSegments<T extends Segment & { readonly place?: unknown }>(segments: readonly T[]): readonly (T | Segment)[] {
  const stretches = stretchesOf(segments);
  const last = stretches.length - 1;
  const short = stretches.map((stretch, index): readonly (T | Segment)[] => {
    const changed = stretch[0]!.changed;
    const head = changed || last === 0 ? ALONE : index === 0 ? 0 : AROUND;
    const tail = changed || index === last ? 0 : AROUND;
    const length = stretch.reduce((sum, { text }) => sum + text.length, 0);
    if (length <= head + tail + AROUND) return stretch;
    return [...take(stretch, head, 'start'), { text: GAP, changed }, ...take(stretch, tail, 'end')];
  });
  if (short.every((stretch, index) => stretch === stretches[index])) return segments;
  return joined(short.flat());
}

/** Segments that follow each other and are all changed, or all the same. */
function stretchesOf<T extends Segment>(segments: readonly T[]): T[][] {
  const stretches: T[][] = [];
  for (const segment of segments) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last[0]!.changed === segment.changed) last.push(segment);
    else stretches.push([segment]);
  }
  return stretches;
}

/** So many characters from one end of a stretch. */
function take<T extends Segment & { readonly place?: unknown }>(stretch: readonly T[], room: number, end: 'start' | 'end'): T[] {
  const taken: T[] = [];
  let left = room;
  for (const segment of end === 'start' ? stretch : [...stretch].reverse()) {
    if (left <= 0) break;
    const whole = segment.text.length <= left || hasPlace(segment);
    const text = whole ? segment.text : end === 'start' ? segment.text.slice(0, left) : segment.text.slice(-left);
    taken.push(whole ? segment : { ...segment, text });
    left -= text.length;
  }
  return end === 'start' ? taken : taken.reverse();
}

/** Mere words that follow each other as one, and no spaces at either end. */
function joined<T extends Segment & { readonly place?: unknown }>(segments: readonly (T | Segment)[]): (T | Segment)[] {
  const found: (T | Segment)[] = [];
  for (const segment of segments) {
    const last = found[found.length - 1];
    if (last !== undefined && last.changed === segment.changed && !hasPlace(last) && !hasPlace(segment)) {
      found[found.length - 1] = { ...last, text: last.text + segment.text };
    } else found.push(segment);
  }
  const trimmed = (text: string, index: number): string => {
    const start = index === 0 ? text.trimStart() : text;
    return index === found.length - 1 ? start.trimEnd() : start;
  };
  return found.map((segment, index) => ({ ...segment, text: trimmed(segment.text, index) }));
}

function hasPlace(segment: Segment & { readonly place?: unknown }): boolean {
  return segment.place != null;
}
