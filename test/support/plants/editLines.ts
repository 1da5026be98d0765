import type { AxisName, Ends, Line, Reference, TracedBook, TracedSheet } from './TracedBook';
import { Line as NewLine } from './TracedBook';

/** Inserts blank lines before number `at`: references know their lines, so all of them follow. */
export function insertLines(sheet: TracedSheet, axis: AxisName, at: number, count: number): void {
  sheet[axis] = sheet[axis].toSpliced(at - 1, 0, ...Array.from({ length: count }, () => new NewLine()));
}

/** Deletes lines: ranges around them shrink, and what was deleted whole becomes `#REF!`. */
export function deleteLines(book: TracedBook, sheet: TracedSheet, axis: AxisName, at: number, count: number, tag: string): void {
  const before = sheet[axis];
  const gone = new Set(before.slice(at - 1, at - 1 + count));
  const cells = axis === 'rows' ? [] : [...sheet.cells.values()];
  for (const line of gone) {
    sheet.hidden[axis].delete(line);
    if (axis === 'rows') sheet.cells.delete(line);
    for (const row of cells) row.delete(line);
  }
  book.followReferences(tag, (reference) => {
    const ends = reference[axis];
    if (reference.sheet !== sheet.key || ends === null) return reference;
    const left = endsWithout(ends, before, gone);
    return left === ends ? reference : left === null ? '#REF!' : { ...reference, [axis]: left };
  });
  sheet[axis] = before.filter((line) => !gone.has(line));
}

function endsWithout(ends: Ends, before: readonly Line[], gone: ReadonlySet<Line>): Ends | null {
  const lost = (end: Ends['first']): boolean => typeof end !== 'number' && gone.has(end);
  if (!lost(ends.first) && !lost(ends.last)) return ends;
  const place = (end: Ends['first']): number => (typeof end === 'number' ? before.length + end : before.indexOf(end) + 1);
  let [first, last] = [place(ends.first), place(ends.last)];
  const isGone = (number: number): boolean => number <= before.length && gone.has(before[number - 1]!);
  while (first <= last && isGone(first)) first++;
  while (first <= last && isGone(last)) last--;
  if (first > last) return null;
  const end = (number: number): Ends['first'] => before[number - 1] ?? number - before.length;
  return { ...ends, first: end(first), last: end(last) };
}

/** Moves lines to stand before number `to` (as numbered before): what refers to them follows. False where a range would be torn. */
export function moveLines(book: TracedBook, sheet: TracedSheet, axis: AxisName, at: number, count: number, to: number): boolean {
  const block = sheet[axis].slice(at - 1, at - 1 + count);
  const moved = new Set<unknown>(block);
  let torn = false;
  const look = (reference: Reference): Reference => {
    const ends = reference[axis];
    if (reference.sheet === sheet.key && ends !== null && moved.has(ends.first) !== moved.has(ends.last)) torn = true;
    return reference;
  };
  book.followReferences('', look);
  if (torn) return false;
  const target = sheet[axis][to - 1];
  const rest = sheet[axis].filter((line) => !moved.has(line));
  const place = target === undefined ? rest.length : rest.indexOf(target);
  sheet[axis] = rest.toSpliced(place, 0, ...block);
  return true;
}
