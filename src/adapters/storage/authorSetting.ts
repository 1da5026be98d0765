/** Where the pane keeps who uses it: on this computer, for all workbooks. */
const KEY = 'tieout.author';

/** The name that was said, empty where none was or nothing can be kept here. */
export function readAuthor(storage: Pick<Storage, 'getItem'>): string {
  try {
    return storage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the name; where nothing can be kept, it is asked for again next time. */
export function writeAuthor(storage: Pick<Storage, 'setItem' | 'removeItem'>, name: string): void {
  try {
    if (name === '') storage.removeItem(KEY);
    else storage.setItem(KEY, name);
  } catch {
    // A browser may forbid it; receipts then say less.
  }
}
