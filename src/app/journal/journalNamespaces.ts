/** Under this a workbook keeps, while a sync or an undo runs, that it does; gone once it is done. */
export const JOURNAL = 'urn:tieout:journal:1';
/** Under this it keeps what the run is to do, for as long as it can be gone on with. */
export const JOURNAL_PLAN = 'urn:tieout:journal-plan:1';
const ENTRY = `${JOURNAL}:`;

/** Where the journal keeps its entry of this number: what takes one part of the run back. */
export function entryNamespace(entry: number): string {
  return `${ENTRY}${entry}`;
}

/** The number of the entry that is kept under a namespace; null when it is none of the journal's entries. */
export function entryOf(namespace: string): number | null {
  const number = namespace.startsWith(ENTRY) ? namespace.slice(ENTRY.length) : '';
  return /^\d{1,9}$/.test(number) ? Number(number) : null;
}
