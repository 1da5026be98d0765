import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { z } from 'zod';
import type { Sha256 } from '../../app/catalog/fetchVersion';
import type { FetchedFiles } from '../../app/ports/FetchedFiles';

/** How many files are kept, and bytes in all; the ones fetched longest ago go first. */
const MOST_FILES = 12;
const MOST_BYTES = 300 * 1024 * 1024;
const MOST_CATALOGS = 20;

interface Kept extends DBSchema {
  files: { key: string; value: { sha256: string; bytes: Uint8Array; at: number } };
  /** What is kept of each file, so that none has to be read to be counted. */
  sizes: { key: string; value: { sha256: string; size: number; at: number } };
  catalogs: { key: string; value: { address: string; catalog: unknown; tag: string; at: number } };
}

const fileSchema = z.object({ bytes: z.instanceof(Uint8Array), at: z.number() });
const catalogSchema = z.object({ catalog: z.unknown(), tag: z.string(), at: z.number() });

/** What was fetched, in this browser's IndexedDB; a browser that has none or refuses it, as in a private window, keeps nothing. */
export function fetchedFiles(sha256: Sha256, limits: { readonly files?: number; readonly bytes?: number } = {}): FetchedFiles {
  const { files: mostFiles = MOST_FILES, bytes: mostBytes = MOST_BYTES } = limits;
  let opened: Promise<IDBPDatabase<Kept> | null> | null = null;

  async function attempt<T>(work: (database: IDBPDatabase<Kept>) => Promise<T>): Promise<T | null> {
    try {
      const database = await (opened ??= open());
      return database === null ? null : await work(database);
    } catch {
      // What is kept is of use only: whoever asks goes on without.
      return null;
    }
  }

  return {
    file: (hash) =>
      attempt(async (database) => {
        const parsed = fileSchema.safeParse(await database.get('files', hash.toLowerCase()));
        if (!parsed.success) return null;
        if ((await sha256(parsed.data.bytes)) === hash.toLowerCase()) return parsed.data;
        await forget(database, [hash.toLowerCase()]);
        return null;
      }),
    keepFile: async (hash, { bytes, at }) => {
      await attempt(async (database) => {
        if (bytes.length > mostBytes) return;
        const key = hash.toLowerCase();
        const others = (await database.getAll('sizes')).filter((one) => one.sha256 !== key).sort((a, b) => b.at - a.at);
        let room = mostBytes - bytes.length;
        const staying = others.filter(({ size }, index) => index < mostFiles - 1 && (room -= size) >= 0);
        await forget(
          database,
          others.filter((one) => !staying.includes(one)).map((one) => one.sha256),
        );
        const change = database.transaction(['files', 'sizes'], 'readwrite');
        await Promise.all([
          change.objectStore('files').put({ sha256: key, bytes, at }),
          change.objectStore('sizes').put({ sha256: key, size: bytes.length, at }),
          change.done,
        ]);
      });
    },
    catalog: (address) =>
      attempt(async (database) => {
        const parsed = catalogSchema.safeParse(await database.get('catalogs', address));
        return parsed.success ? parsed.data : null;
      }),
    keepCatalog: async (address, { catalog, tag, at }) => {
      await attempt(async (database) => {
        const change = database.transaction('catalogs', 'readwrite');
        const others = (await change.store.getAll()).filter((one) => one.address !== address).sort((a, b) => b.at - a.at);
        await Promise.all([
          ...others.slice(MOST_CATALOGS - 1).map((one) => change.store.delete(one.address)),
          change.store.put({ address, catalog, tag, at }),
          change.done,
        ]);
      });
    },
  };
}

async function open(): Promise<IDBPDatabase<Kept> | null> {
  try {
    return await openDB<Kept>('tieout', 1, {
      upgrade(database) {
        database.createObjectStore('files', { keyPath: 'sha256' });
        database.createObjectStore('sizes', { keyPath: 'sha256' });
        database.createObjectStore('catalogs', { keyPath: 'address' });
      },
    });
  } catch {
    return null;
  }
}

async function forget(database: IDBPDatabase<Kept>, hashes: readonly string[]): Promise<void> {
  const change = database.transaction(['files', 'sizes'], 'readwrite');
  await Promise.all([
    ...hashes.flatMap((hash) => [change.objectStore('files').delete(hash), change.objectStore('sizes').delete(hash)]),
    change.done,
  ]);
}
