import type { ReferenceUse } from './Phrase';
import type { UnsettledWords, WordPart } from './Words';

/**
 * Gives every reference of formulas that are read together the shortest words by which no two different ones are the
 * same; where nothing else helps these have the address. `identify` says which references of different formulas are one.
 */
export function settleWords(
  formulas: readonly UnsettledWords[],
  identify: (use: ReferenceUse, formula: number) => string = ({ key }) => key,
): (readonly WordPart[])[] {
  const levels = new Map<string, number>();
  const idOf = (use: ReferenceUse, formula: number) => `${formula} ${use.key}`;
  const wordsOf = (use: ReferenceUse, formula: number): string =>
    use.wordings[Math.min(levels.get(idOf(use, formula)) ?? 0, use.wordings.length - 1)]!;
  const most = Math.max(
    0,
    ...formulas.map((words) => words.reduce((m, word) => (typeof word === 'string' ? m : Math.max(m, word.wordings.length)), 0)),
  );
  for (let round = 1; round < most; round++) {
    const called = new Map<string, { readonly ids: Set<string>; readonly identities: Set<string> }>();
    formulas.forEach((words, formula) =>
      words.forEach((word) => {
        if (typeof word === 'string') return;
        const text = wordsOf(word, formula).toLowerCase();
        let group = called.get(text);
        if (group === undefined) called.set(text, (group = { ids: new Set(), identities: new Set() }));
        group.ids.add(idOf(word, formula));
        group.identities.add(identify(word, formula));
      }),
    );
    for (const { ids, identities } of called.values()) {
      if (identities.size > 1) ids.forEach((id) => levels.set(id, (levels.get(id) ?? 0) + 1));
    }
  }
  return formulas.map((words, formula) => {
    const parts: { text: string; use: ReferenceUse | null }[] = [];
    for (const word of words) {
      const last = parts[parts.length - 1];
      if (typeof word !== 'string') parts.push({ text: wordsOf(word, formula), use: word });
      else if (last !== undefined && last.use === null && /^\(+$/.test(last.text)) last.text += word;
      else parts.push({ text: word, use: null });
    }
    return parts;
  });
}
