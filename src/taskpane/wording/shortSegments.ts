import type { Segment } from '../../core/compare/markChanges';

/** So much of an unchanged stretch stays beside a change. */
const AROUND = 60;
/** So much stays of a changed stretch, or of a text without a change. */
const ALONE = 300;
const GAP = ' … ';

/** Cuts a long marked text down to its changes and what stands around them; the same segments when nothing is worth cutting. */
export function shortSegments(segments: readonly Segment[]): readonly Segment[] {
  const last = segments.length - 1;
  const short = segments.map((segment, index) => {
    const { text, changed } = segment;
    const head = changed || last === 0 ? ALONE : index === 0 ? 0 : AROUND;
    const tail = changed || index === last ? 0 : AROUND;
    if (text.length <= head + tail + AROUND) return segment;
    return { text: `${text.slice(0, head)}${GAP}${tail === 0 ? '' : text.slice(-tail)}`.trim(), changed };
  });
  return short.every((segment, index) => segment === segments[index]) ? segments : short;
}
