import type { ComparedSheet } from '../core/compare/Comparison';

/** What stands over the differences of a sheet, which says so where it is hidden. */
export function sheetHeading(name: string, sheets: readonly ComparedSheet[]): string {
  const hidden = sheets.find(({ official, local }) => (official ?? local) === name)?.visibility;
  const marks = [
    ['official', hidden?.official],
    ['yours', hidden?.local],
  ] as const;
  const words = marks.flatMap(([side, seen]) => (seen === 'hidden' || seen === 'veryHidden' ? [{ side, word: WORDS[seen] }] : []));
  const [one, other] = words;
  if (one === undefined) return `Sheet ${name}`;
  return `Sheet ${name} (${one.word === other?.word ? one.word : words.map(({ side, word }) => `${word} in ${side}`).join(', ')})`;
}

const WORDS = { hidden: 'hidden', veryHidden: 'very hidden' } as const;
