import type { Difference, DifferenceSide } from '../../core/compare/Difference';
import { isMoved } from '../../core/compare/isMoved';
import { formatValue, fullValue } from '../../core/workbook/formatValue';
import type { Explainer } from '../createExplainer';

/** How values are written. */
export interface WordSettings {
  readonly locale: string;
  readonly dateSystem: 1900 | 1904;
}

/** What an offered difference changes in official, in a line: `0.9 → 0.88`, `new rows: Reserve`. */
export function changeInWords(difference: Difference, explain: Explainer, settings: WordSettings): string {
  const { kind, official, local, note } = difference;
  if (isMoved(difference)) return `${kind}s stand elsewhere`;
  if (kind === 'hidden' || kind === 'table') return note;
  if (kind === 'format') return `format ${official?.format ?? 'General'} → ${local?.format ?? 'General'}`;
  const formulas = explain(difference);
  const words = (side: DifferenceSide, name: 'official' | 'local'): string => {
    if (side.formula === null) return valueInWords(side, settings);
    return formulas[name]?.words?.map(({ text }) => text).join('') ?? side.formula;
  };
  if (official === null || local === null) {
    const side = (official ?? local)!;
    const what = `${official === null ? 'new' : 'without the'} ${kind === 'sheet' ? `sheet ${side.sheet}` : kind === 'name' || kind === 'external' ? kind : `${kind}s`}`;
    const content = side.formula === null && side.value === null ? '' : words(side, official === null ? 'local' : 'official');
    return content === '' ? what : `${what}: ${content}`;
  }
  if (kind === 'sheet') return `sheet ${official.sheet} called ${local.sheet}`;
  const [before, after] = [words(official, 'official'), words(local, 'local')];
  if (before !== after) return `${before} → ${after}`;
  const exact = (side: DifferenceSide): string => side.formula ?? fullValue(side.value, settings.locale);
  return `${exact(official)} → ${exact(local)}`;
}

function valueInWords({ value, format }: DifferenceSide, { locale, dateSystem }: WordSettings): string {
  return value === null ? '(blank)' : formatValue(value, format, { locale, dateSystem });
}
