/** Two texts as short as shows where they part, and whether anything is left out. */
export interface ShortChange {
  readonly before: string;
  readonly after: string;
  readonly cut: boolean;
}

/** Texts up to here are shown whole. */
const LONG = 160;
/** So much of what both begin or end with stays. */
const AROUND = 24;

/** Cuts long texts down to where they differ and a little around it: `…+B7*1.05+B8…`. */
export function shortChange(before: string, after: string): ShortChange {
  if (before.length <= LONG && after.length <= LONG) return { before, after, cut: false };
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const from = start === before.length && start === after.length ? 0 : Math.max(0, start - AROUND);
  const short = (text: string): string => {
    const to = Math.min(text.length - Math.max(0, end - AROUND), from + LONG);
    if (text.length <= LONG && from === 0) return text;
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return { before: short(before), after: short(after), cut: true };
}
