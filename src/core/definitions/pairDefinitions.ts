import { groupBy } from '../groupBy';
import { DEFINITION_FIELDS, type Definition } from './Definition';

/** One metric of both dictionaries; null where only one has it. */
export interface DefinitionPair {
  readonly official: Definition | null;
  readonly local: Definition | null;
}

/** Shorter definitions are too common to tell that two metrics are one. */
const FEWEST_WORDS = 3;
/** So much of their words two definitions share when they are one under two names. */
const MOST_ALIKE = 0.6;

/** Where more pairs than these are left, no likeness is looked for. */
const MOST_LOOKED_AT = 40_000;

/** Pairs metrics by name, whatever the case, spaces and row; those left by what is said of them. The order of rows does not matter. */
export function pairDefinitions(official: readonly Definition[], local: readonly Definition[]): DefinitionPair[] {
  const partners = new Map<Definition, Definition>();
  const left = { official: new Set(official), local: new Set(local) };
  const marry = (one: Definition, other: Definition): void => {
    partners.set(one, other);
    left.official.delete(one);
    left.local.delete(other);
  };
  const others = groupBy(local, ({ metric }) => plainText(metric));
  for (const [name, group] of groupBy(official, ({ metric }) => plainText(metric))) zipByContent(group, others.get(name) ?? [], marry);

  for (const keyOf of [definitionKey, formulaKey]) {
    const theirs = groupBy(left.local, keyOf);
    for (const [key, [one, another]] of groupBy(left.official, keyOf)) {
      const [other, more] = theirs.get(key) ?? [];
      if (key !== '' && one !== undefined && other !== undefined && another === undefined && more === undefined) marry(one, other);
    }
  }
  if (left.official.size * left.local.size <= MOST_LOOKED_AT) {
    // All are found before any is paired, so that it does not matter which comes first.
    const alike = [...left.official].flatMap((one) => {
      const best = onlyBest(one, left.local);
      return best !== null && onlyBest(best, left.official) === one ? [[one, best] as const] : [];
    });
    for (const [one, best] of alike) marry(one, best);
  }
  return [
    ...official.map((one) => ({ official: one, local: partners.get(one) ?? null })),
    ...[...left.local].map((other) => ({ official: null, local: other })),
  ];
}

/** A text without what does not count: capitals, runs of spaces, a dot at the end. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\s.:;]+$/, '')
    .trim()
    .toLowerCase();
}

/** One name twice is paired by what is said of it. */
function zipByContent(
  ours: readonly Definition[],
  theirs: readonly Definition[],
  marry: (one: Definition, other: Definition) => void,
): void {
  const taken = new Set<Definition>();
  const rest = ours.filter((one) => {
    const other = theirs.find((each) => !taken.has(each) && contentOf(each) === contentOf(one));
    if (other === undefined) return true;
    taken.add(other);
    marry(one, other);
    return false;
  });
  const sorted = (these: readonly Definition[]): Definition[] =>
    [...these].sort((a, b) => (contentOf(a) < contentOf(b) ? -1 : contentOf(a) > contentOf(b) ? 1 : 0));
  const open = sorted(theirs.filter((other) => !taken.has(other)));
  sorted(rest).forEach((one, k) => {
    const other = open[k];
    if (other !== undefined) marry(one, other);
  });
}

function contentOf({ texts }: Definition): string {
  return DEFINITION_FIELDS.map((field) => plainText(texts[field] ?? '')).join('\n');
}

function definitionKey({ texts }: Definition): string {
  const text = plainText(texts.definition ?? '');
  return text.split(' ').length < FEWEST_WORDS ? '' : text;
}

function formulaKey({ texts }: Definition): string {
  const text = plainText(texts.formula ?? '').replace(/\s/g, '');
  return text.length < 4 ? '' : text;
}

/** The one that is most alike, and alike enough; null when two are equally so. */
function onlyBest(one: Definition, others: Iterable<Definition>): Definition | null {
  let best: Definition | null = null;
  let most = MOST_ALIKE;
  for (const other of others) {
    const alike = likeness(one, other);
    if (alike > most) {
      best = other;
      most = alike;
    } else if (alike === most && best !== null) best = null;
  }
  return best;
}

function likeness(one: Definition, other: Definition): number {
  const a = wordsOf(one);
  const b = wordsOf(other);
  if (a.size < FEWEST_WORDS || b.size < FEWEST_WORDS) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

function wordsOf({ texts }: Definition): Set<string> {
  return new Set(plainText(texts.definition ?? '').match(/[\p{L}\p{N}]+/gu) ?? []);
}
