import { createHeaders, type Headers } from '../../workbook/createHeaders';
import type { DefinedName, Snapshot } from '../../workbook/Snapshot';

/** What the formulas of a snapshot are put into words with; made once a snapshot. */
export interface WordBook {
  readonly snapshot: Snapshot;
  readonly locale: string;
  readonly headers: Headers;
  /** The name that a text stands for on a sheet: the sheet's own goes before the workbook's. */
  nameOn(name: string, sheet: string): DefinedName | null;
}

/** A word book over a snapshot, numbers and dates written for a locale. */
export function createWordBook(snapshot: Snapshot, locale: string, headers: Headers = createHeaders(snapshot, locale)): WordBook {
  const key = (name: string, scope: string | null) => `${name.toLowerCase()}\n${scope?.toLowerCase() ?? ''}`;
  const names = new Map(snapshot.names.map((each) => [key(each.name, each.scope), each]));
  return {
    snapshot,
    locale,
    headers,
    nameOn: (name, sheet) => names.get(key(name, sheet)) ?? names.get(key(name, null)) ?? null,
  };
}
