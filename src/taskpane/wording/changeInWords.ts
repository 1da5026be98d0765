import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference, DifferenceKind } from '../../core/compare/Difference';
import type { Strings } from '../strings';
import { valueTexts } from './valueTexts';

/** What a line says of a difference: official → yours, or one phrase in `local` alone; `full` is for hovering. */
export interface ChangeInWords {
  readonly official: string | null;
  readonly local: string | null;
  readonly full: string;
}

/** In these the formula differs, whatever the value does today. */
const OF_FORMULAS: ReadonlySet<DifferenceKind> = new Set(['formula', 'hardcoded', 'unhardcoded']);

/** The change in as few words as a line has room for. */
export function changeInWords(
  difference: Difference,
  models: ComparedModels,
  locale: string,
  strings: Strings['differences'],
): ChangeInWords {
  const { kind, official, local, note } = difference;
  const both = (from: string, to: string): ChangeInWords => ({
    official: from,
    local: to,
    full: `${strings.official}: ${from}\n${strings.yours}: ${to}`,
  });
  const phrase = (text: string): ChangeInWords => ({ official: null, local: text, full: text });
  switch (kind) {
    case 'row':
    case 'column':
      if (official !== null && local !== null) return phrase(strings.moved(official.address));
      return phrase(official === null ? strings.onlyYours : strings.onlyOfficial);
    case 'sheet':
      return phrase(official === null ? strings.onlyYours : local === null ? strings.onlyOfficial : note);
    case 'name':
    case 'table':
    case 'external':
      if (official === null) return phrase(strings.onlyYours);
      if (local === null) return phrase(strings.onlyOfficial);
      if (kind === 'external') return both(official.address, local.address);
      return official.formula === local.formula ? phrase(note) : both(official.formula ?? '', local.formula ?? '');
    case 'definition':
      return phrase(note);
    case 'format':
      return both(official?.format ?? '', local?.format ?? '');
    case 'note':
    case 'validation':
      if (official === null || official.value === null) return phrase(strings.onlyYours);
      if (local === null || local.value === null) return phrase(strings.onlyOfficial);
      if (kind === 'validation' && note !== '') return phrase(note);
      return both(String(official.value), String(local.value));
    case 'hidden':
      return phrase(note || (official === null ? strings.onlyYours : local === null ? strings.onlyOfficial : ''));
    default: {
      const texts = valueTexts(difference, models, locale);
      if (texts.officialFull === texts.localFull) {
        const value = texts.local || strings.empty;
        return phrase(OF_FORMULAS.has(kind) ? strings.sameValue(value) : value);
      }
      const full = `${strings.official}: ${texts.officialFull || strings.empty}\n${strings.yours}: ${texts.localFull || strings.empty}`;
      return { official: texts.official || strings.empty, local: texts.local || strings.empty, full };
    }
  }
}
