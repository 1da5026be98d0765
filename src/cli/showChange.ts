import { fullValue } from '../core/workbook/formatValue';
import type { DifferenceSide } from '../core/compare/Difference';
import { isSameValue } from '../core/workbook/CellValue';
import { showValue } from './showValue';

type Shown = Pick<DifferenceSide, 'value' | 'format'>;

/** Texts longer than this are shown around what changed only, with so many letters to either side. */
const LONG = 300;
const AROUND = 60;

/** What a cell held and holds: in all their digits where two numbers look the same, long texts around what changed. */
export function showChange(official: Shown, local: Shown): string {
  if (typeof official.value === 'string' && typeof local.value === 'string' && Math.max(official.value.length, local.value.length) > LONG)
    return showTexts(official.value, local.value);
  const [before, after] = [showValue(official.value, official.format), showValue(local.value, local.format)];
  if (before !== after || isSameValue(official.value, local.value)) return `${before} → ${after}`;
  return `${fullValue(official.value, 'en-US')} → ${fullValue(local.value, 'en-US')}`;
}

function showTexts(official: string, local: string): string {
  const shorter = Math.min(official.length, local.length);
  let start = 0;
  while (start < shorter && official[start] === local[start]) start++;
  let end = 0;
  while (end < shorter - start && official[official.length - 1 - end] === local[local.length - 1 - end]) end++;
  const part = (text: string): string => {
    const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, text.length - end + AROUND)];
    const middle = text.slice(from, to);
    const cut = middle.length <= LONG ? middle : `${middle.slice(0, LONG / 2)} … ${middle.slice(-LONG / 2)}`;
    return `"${from > 0 ? '… ' : ''}${cut}${to < text.length ? ' …' : ''}"`;
  };
  return `${part(official)} → ${part(local)}`;
}
