import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FileHandle } from '../../app/ports/FileHandle';

/** So many are kept; those that were kept longest ago go first. */
const MOST = 50;

interface Kept extends DBSchema {
  handles: { key: string; value: { id: string; handle: FileHandle; at: number } };
}

/** Files of this computer that may be read again, by an id that a workbook remembers. */
export interface FileHandles {
  keep(id: string, handle: FileHandle, at: number): Promise<void>;
  /** Null where this computer has none of that id. */
  find(id: string): Promise<FileHandle | null>;
}

/** These, in this browser's IndexedDB; a browser that has none or refuses it keeps nothing. */
export function fileHandles(): FileHandles {
  let opened: Promise<IDBPDatabase<Kept> | null> | null = null;
  const open = (): Promise<IDBPDatabase<Kept> | null> =>
    (opened ??= openDB<Kept>('tieout-files', 1, {
      upgrade: (database) => void database.createObjectStore('handles', { keyPath: 'id' }),
    }).catch(() => null));
  return {
    async keep(id, handle, at) {
      try {
        const change = (await open())?.transaction('handles', 'readwrite');
        if (!change) return;
        const others = (await change.store.getAll()).filter((one) => one.id !== id).sort((a, b) => b.at - a.at);
        await Promise.all([
          ...others.slice(MOST - 1).map((one) => change.store.delete(one.id)),
          change.store.put({ id, handle, at }),
          change.done,
        ]);
      } catch {
        // Not every browser stores them; the file is then picked again.
      }
    },
    async find(id) {
      try {
        return (await (await open())?.get('handles', id))?.handle ?? null;
      } catch {
        return null;
      }
    },
  };
}
