import { ValueKind } from '../workbook/Snapshot';
import { isNumberAsText } from './sameValue';

/** What a cell holds; a truth value is the number 1 or 0. */
export interface MixedValue {
  readonly kind: ValueKind;
  readonly number: number;
  readonly text: string;
}

/** Says of two values of different kinds what each is, where they look alike: zero, blank and an empty text, or `12` and 12; else empty. */
export function noteOnMixed(official: MixedValue, local: MixedValue): string {
  const [one, other] = [nothing(official), nothing(local)];
  if (one !== null && other !== null) return one === other ? '' : `${one} in official, ${other} in yours`;
  const isTruth = [official, local].some(({ kind }) => kind === ValueKind.Boolean);
  if (isTruth && [official, local].every(isNumeric) && official.number === local.number)
    return `${kindWords(official)} in official, ${kindWords(local)} in yours`;
  if (looksLike(official, local)) return `a text in official, ${kindWords(local)} in yours`;
  if (looksLike(local, official)) return `${kindWords(official)} in official, a text in yours`;
  return '';
}

/** What people call a cell that seems to hold nothing; null for all others. */
function nothing({ kind, number, text }: MixedValue): string | null {
  if (kind === ValueKind.Empty) return 'blank';
  if (kind === ValueKind.Number) return number === 0 ? 'zero' : null;
  if (kind !== ValueKind.Text || text.trim() !== '') return null;
  return text === '' ? 'an empty text' : 'only spaces';
}

function isNumeric({ kind }: MixedValue): boolean {
  return kind === ValueKind.Number || kind === ValueKind.Boolean;
}

function looksLike({ kind, text }: MixedValue, other: MixedValue): boolean {
  if (kind !== ValueKind.Text) return false;
  if (other.kind === ValueKind.Number) return isNumberAsText(text, other.number);
  if (other.kind === ValueKind.Boolean) return text.trim().toUpperCase() === (other.number === 1 ? 'TRUE' : 'FALSE');
  return other.kind === ValueKind.Error && text.trim().toUpperCase() === other.text.toUpperCase();
}

function kindWords({ kind }: MixedValue): string {
  if (kind === ValueKind.Boolean) return 'a truth value';
  return kind === ValueKind.Error ? 'an error' : 'a number';
}
