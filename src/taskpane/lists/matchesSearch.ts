import type { Difference, DifferenceSide } from '../../core/compare/Difference';
import { isCellError } from '../../core/workbook/CellValue';

const texts = new WeakMap<Difference, string>();

/** True when every word of the search is in the difference's label, metric, place, formulas, values or note; case does not count. */
export function matchesSearch(difference: Difference, label: string, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  let text = texts.get(difference);
  if (text === undefined) {
    text = [label, difference.metric ?? '', difference.note, sideText(difference.official), sideText(difference.local)]
      .join('\n')
      .toLowerCase();
    texts.set(difference, text);
  }
  return words.every((word) => text.includes(word));
}

function sideText(side: DifferenceSide | null): string {
  if (side === null) return '';
  const value = side.value === null ? '' : isCellError(side.value) ? side.value.error : String(side.value);
  return `${side.sheet}!${side.address}\n${side.formula ?? ''}\n${value}`;
}
