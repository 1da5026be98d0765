import type { ComparedSheet } from '../core/compare/Comparison';

const WORDS = { hidden: 'hidden', veryHidden: 'very hidden' } as const;

/** Where a sheet is hidden, as `very hidden in official, hidden in yours`, or `hidden` where both have it so; empty where it is not. */
export function hiddenMarks({ visibility }: Pick<ComparedSheet, 'visibility'>): string {
  const sides = [
    ['official', visibility.official],
    ['yours', visibility.local],
  ] as const;
  const marks = sides.flatMap(([side, seen]) => (seen === 'hidden' || seen === 'veryHidden' ? [{ side, word: WORDS[seen] }] : []));
  const [one, other] = marks;
  if (one === undefined) return '';
  return one.word === other?.word ? one.word : marks.map(({ side, word }) => `${word} in ${side}`).join(', ');
}
