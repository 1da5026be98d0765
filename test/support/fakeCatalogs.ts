import type { CatalogAccess } from '../../src/app/catalog/askCatalog';
import type { FetchedCatalog, FetchedFile, FetchedFiles } from '../../src/app/ports/FetchedFiles';
import type { RemotePlace } from '../../src/app/ports/RemotePlace';
import { fail, succeed } from '../../src/core/Result';
import type { CatalogEntry, Catalogs, Wakes } from '../../src/taskpane/PaneServices';
import { sha256 } from './sha256';

/** What was fetched, held in memory as long as the test runs. */
export function heldFetches(): FetchedFiles & { readonly files: Map<string, FetchedFile>; readonly catalogs: Map<string, FetchedCatalog> } {
  const files = new Map<string, FetchedFile>();
  const catalogs = new Map<string, FetchedCatalog>();
  return {
    files,
    catalogs,
    file: async (hash) => files.get(hash) ?? null,
    keepFile: async (hash, file) => void files.set(hash, { ...file, bytes: file.bytes.slice() }),
    catalog: async (address) => catalogs.get(address) ?? null,
    keepCatalog: async (address, catalog) => void catalogs.set(address, catalog),
  };
}

/** A catalog in a place, as the pane follows it. */
export function accessTo(place: RemotePlace, change: Partial<CatalogAccess> = {}): CatalogAccess {
  return { address: 'https://models.example/catalog.json', place, fetched: heldFetches(), sha256, now: () => 1000, ...change };
}

/** Time and sight as a test wants them. */
export class FakeWakes implements Wakes {
  /** What is to be done, and in how many milliseconds. */
  readonly waiting: { readonly milliseconds: number; readonly work: () => void }[] = [];
  visible = true;
  readonly #listeners = new Set<() => void>();

  after(milliseconds: number, work: () => void) {
    const one = { milliseconds, work };
    this.waiting.push(one);
    return () => void this.waiting.splice(this.waiting.indexOf(one), 1);
  }

  isVisible() {
    return this.visible;
  }

  onVisible(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets the time pass until what is next, and says how long that was; null where nothing waits. */
  pass(): number | null {
    const next = this.waiting.shift();
    next?.work();
    return next?.milliseconds ?? null;
  }

  show(visible: boolean): void {
    this.visible = visible;
    if (visible) this.#listeners.forEach((listener) => listener());
  }
}

/** The catalogs of a pane: the one given, under its address, else none. */
export function fakeCatalogs(
  access: CatalogAccess | null = null,
  named = false,
  remembered: CatalogEntry | null = null,
  wakes: Wakes = new FakeWakes(),
): Catalogs {
  return {
    named: named ? (access?.address ?? null) : null,
    wakes,
    remembered: () => remembered,
    open: (address) => (access?.address === address ? succeed(access) : fail('bad-link', 'No such catalog.')),
  };
}
