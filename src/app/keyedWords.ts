import type { ListKey } from '../core/align/align';
import type { ComparedList, Comparison } from '../core/compare/Comparison';

/** A list whose matching by key is worth a word, with the sheet's name as official has it. */
export interface KeyedList {
  readonly sheet: string;
  readonly list: ComparedList;
  /** True when the sheet has another such list, so that the name of the sheet does not tell which. */
  readonly among: boolean;
}

/** The lists that were matched by key and have rows in another order or that share a key, or whose key the user chose. */
export function keyedLists({ sheets }: Pick<Comparison, 'sheets'>): KeyedList[] {
  return sheets.flatMap(({ official, local, keyed }) => {
    const told = keyed.filter(({ reordered, duplicates, chosen }) => reordered || duplicates > 0 || chosen);
    return told.map((list) => ({ sheet: official ?? local ?? '', list, among: told.length > 1 }));
  });
}

/** The keys that the user chose and that a comparison could use. */
export function chosenKeys({ sheets }: Pick<Comparison, 'sheets'>): ListKey[] {
  return sheets.flatMap(({ official, keyed }) =>
    keyed.flatMap(({ chosen, key, official: place }) =>
      chosen && official !== null ? [{ sheet: official, columns: key, list: place }] : [],
    ),
  );
}

/** Those keys with another one for this list; with no columns its key is found again. */
export function keysWith(comparison: Pick<Comparison, 'sheets'>, { sheet, list }: KeyedList, columns: readonly string[]): ListKey[] {
  const others = chosenKeys(comparison).filter((key) => key.sheet !== sheet || key.list !== list.official);
  return columns.length === 0 ? others : [{ sheet, columns, list: list.official }, ...others];
}

/** `Territories: rows matched by Territory, in another order`, and a sentence about rows that share their key. */
export function keyedWords(keyed: KeyedList, number: (count: number) => string): string[] {
  const { list } = keyed;
  const how = [
    `rows matched by ${inWords(list.key)}`,
    ...(list.chosen ? ['as you chose'] : []),
    ...(list.reordered ? ['in another order'] : []),
  ];
  const shared = `${number(list.duplicates)} rows share their key with another; matched by what else they hold.`;
  return [`${placeOfList(keyed)}: ${how.join(', ')}.`, ...(list.duplicates > 0 ? [shared] : [])];
}

/** What tells a list from the others: its sheet, with its place where that has several. */
export function placeOfList({ sheet, list, among }: KeyedList): string {
  return among ? `${sheet}, ${list.official}` : sheet;
}

/** `Region, Country and Code`. */
function inWords(headers: readonly string[]): string {
  return headers.length < 2 ? headers.join('') : `${headers.slice(0, -1).join(', ')} and ${headers[headers.length - 1]!}`;
}
